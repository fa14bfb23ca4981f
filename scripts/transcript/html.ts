// HTML to a flat list of what opens, closes and stands between, each with its place in the source (HTML Living
// Standard). Owns parse5, which is loaded when the first page comes.

import type { DefaultTreeAdapterTypes } from 'parse5';

export type HtmlEvent =
  | {
      readonly kind: 'open' | 'close';
      readonly name: string;
      readonly attributes: ReadonlyMap<string, string>;
      /** The whole element in the source; none where the parser put in what the source leaves out. */
      readonly start: number | undefined;
      readonly end: number | undefined;
    }
  | { readonly kind: 'text'; readonly value: string; readonly start: number; readonly end: number };

export interface HtmlDocument {
  readonly events: readonly HtmlEvent[];
  /** What a character reference such as `&amp;` stands for. */
  readonly decode: (reference: string) => string;
}

/** Whether a text is a web page or a part of one: it begins with a tag that such texts begin with. */
export function isHtml(text: string): boolean {
  return BEGINNING.test(text.slice(0, 4096));
}

const BEGINNING =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype\s+html|html|head|body|meta|link|title|article|main|section|div|p|h[1-6]|table|ul|ol|dl|blockquote|span|strong|b)\b[^>]*>/i;

export async function parseHtml(html: string): Promise<HtmlDocument> {
  const { parse } = await import('parse5');
  const decoded = new Map<string, string>();
  return {
    events: eventsOf(parse(html, { sourceCodeLocationInfo: true })),
    decode: (reference) => {
      const known =
        decoded.get(reference) ??
        textIn(parse(`<body>x${reference}`, { sourceCodeLocationInfo: true })).slice(1);
      decoded.set(reference, known);
      return known;
    },
  };
}

type Node = DefaultTreeAdapterTypes.Node;

/** In the order of the document. Pages may nest deeper than a call stack. */
function eventsOf(root: Node): readonly HtmlEvent[] {
  const events: HtmlEvent[] = [];
  const waiting: (Node | HtmlEvent)[] = [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if ('kind' in next) {
      events.push(next);
      continue;
    }
    if ('value' in next && next.nodeName === '#text') {
      const place = next.sourceCodeLocation;
      if (place)
        events.push({ kind: 'text', value: next.value, start: place.startOffset, end: place.endOffset });
    }
    if ('tagName' in next) {
      const attributes = new Map(next.attrs.map(({ name, value }) => [name, value]));
      const place = next.sourceCodeLocation;
      const element = { name: next.tagName, attributes, start: place?.startOffset, end: place?.endOffset };
      events.push({ kind: 'open', ...element });
      waiting.push({ kind: 'close', ...element });
    }
    const children =
      'content' in next ? next.content.childNodes : 'childNodes' in next ? next.childNodes : [];
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index];
      if (child) waiting.push(child);
    }
  }
  return events;
}

function textIn(root: Node): string {
  return eventsOf(root)
    .map((event) => (event.kind === 'text' ? event.value : ''))
    .join('');
}
