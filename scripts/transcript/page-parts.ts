// Which parts of a web page are no part of what it tells: by their elements and roles (HTML Living Standard, 4.3;
// WAI-ARIA landmarks), by being hidden, and by the names that sites give them.

import type { ChangeKind } from './edits.ts';
import type { HtmlEvent } from './html.ts';

export interface LeftOut {
  readonly start: number;
  readonly end: number;
  readonly kind: ChangeKind;
}

type Tag = Extract<HtmlEvent, { readonly kind: 'open' | 'close' }>;

const SCRIPTS = new Set(['script', 'noscript', 'template', 'iframe', 'object', 'svg', 'canvas', 'math']);
const NAVIGATION = new Set(
  'nav aside footer form button select textarea dialog menu figcaption head'.split(' '),
);
const ROLES = new Set(
  'navigation banner contentinfo search complementary dialog menu menubar toolbar'.split(' '),
);
/** A word of its own in a class or an identifier. */
const NAMES =
  /(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|sidebar|share|sharing|social|comments?|related|recommend(?:ed|ation)?s?|ads?|advert(?:isement)?|pagination|toolbar|subscribe|newsletter|cookies?|copyright|site-footer|site-header|footer)(?:$|[\s_-])/i;
const NAMED = new Set(['div', 'section', 'ul', 'ol', 'p', 'table', 'span']);

/** Tells why an element is left out with all that stands in it; undefined where it is not. */
export function leavingsOf(events: readonly HtmlEvent[]): (tag: Tag) => ChangeKind | undefined {
  const titles = events.flatMap((event) =>
    event.kind === 'open' && event.name === 'h1' ? [event.start ?? 0] : [],
  );
  const body = events.find((event) => event.kind === 'open' && event.name === 'article');
  return (tag) => {
    // The header of a page names the site; that of an article, or one with the title, belongs to what is told.
    const { start = 0, end = 0 } = tag;
    const hasTitle = titles.some((at) => at >= start && at < end);
    const isOfPage = tag.name === 'header' && !hasTitle && !(body && start >= (body.start ?? 0));
    return isOfPage ? 'navigation' : leftOut(tag);
  };
}

function leftOut({ name, attributes }: Tag): ChangeKind | undefined {
  if (name === 'style') return 'style';
  if (SCRIPTS.has(name)) return 'script';
  if (NAVIGATION.has(name) || ROLES.has(attributes.get('role') ?? '')) return 'navigation';
  const isHidden = attributes.has('hidden') || attributes.get('aria-hidden') === 'true';
  if (isHidden || /display:\s*none/i.test(attributes.get('style') ?? '')) return 'navigation';
  const names = `${attributes.get('class') ?? ''} ${attributes.get('id') ?? ''}`;
  return NAMED.has(name) && NAMES.test(names) ? 'navigation' : undefined;
}

/** The one element that holds what the page tells, undefined where all of the body does. */
export function mainPart(events: readonly HtmlEvent[]): Tag | undefined {
  const candidates = new Map<string, Tag[]>();
  for (const event of events) {
    if (event.kind !== 'open' || (event.name !== 'main' && event.name !== 'article')) continue;
    candidates.set(event.name, [...(candidates.get(event.name) ?? []), event]);
  }
  for (const name of ['main', 'article']) {
    const [only, ...others] = candidates.get(name) ?? [];
    if (only && others.length === 0 && holdsMost(events, only)) return only;
  }
  return undefined;
}

/** Whether more than half of the text that is not left out stands in the element. */
function holdsMost(events: readonly HtmlEvent[], { start = 0, end = 0 }: Tag): boolean {
  let inside = 0;
  let all = 0;
  let skippedTo = 0;
  for (const event of events) {
    if (event.kind === 'open' && leftOut(event)) skippedTo = Math.max(skippedTo, event.end ?? 0);
    if (event.kind !== 'text' || event.start < skippedTo) continue;
    const length = event.value.trim().length;
    all += length;
    if (event.start >= start && event.end <= end) inside += length;
  }
  return inside * 2 > all;
}
