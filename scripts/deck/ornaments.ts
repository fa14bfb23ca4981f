// The slides that carry the bracket: it opens on the cover, holds the quotations, and closes on the last slide.

import { SCRIPT_OF } from '../chinese/script.ts';
import type { Edition, Labels } from '../model/edition.ts';
import type { Interview, Text } from '../model/interview.ts';
import type { Slot, Step } from '../theme/design.ts';
import { balancedLines, type SetLines, type SetText, setText } from './fit.ts';
import { linkTo } from './link.ts';
import { GAP, type NumberedExchange, pageOf } from './sections.ts';
import type { DeckSetting } from './setting.ts';
import type { ClosingSlide, CoverSlide, Direction, Picture, QuoteSlide, SetFurniture } from './slides.ts';

export function coverSlide(setting: DeckSetting): CoverSlide {
  const { labels, interview, publisher } = setting.edition;
  const { slots, subtitleTakes, vertical } = setting.design.slides.cover;
  const { title, subtitle, interviewer, interviewee, source, date, lead } = interview;
  const { name, role } = interviewee ?? {};
  const by = interviewer ? labels.interviewBy.replace('{name}', () => interviewer.name) : source?.text;
  const credit = joined([by, date?.text, slots.publisher ? undefined : publisher]);
  const setSubtitle = subtitle && setText(setting, subtitle, slots.subtitle);
  const taken = setSubtitle ? (subtitleTakes[setSubtitle.lines.length - 1] ?? subtitleTakes.at(-1) ?? 0) : 0;
  const set = (text: string | undefined, slot: Slot, direction: Direction): SetText | undefined =>
    text === undefined ? undefined : setText(setting, { text }, slot, { direction });
  const down = [
    set(name, slots.verticalName, 'vertical'),
    set(role, slots.verticalRole, 'vertical'),
  ] as const;
  const isDown =
    vertical &&
    down.every((text) => text?.fits !== false) &&
    isUpright(setting, `${name ?? ''}${role ?? ''}`);
  return {
    kind: 'cover',
    title: titleOf(setting, title, slots.title, slots.title.height - taken),
    subtitle: setSubtitle,
    credit,
    name,
    role,
    logo: logoOf(setting.edition),
    set: {
      publisher: slots.publisher && set(publisher, slots.publisher, 'horizontal'),
      name: isDown ? down[0] : set(name, slots.name, 'horizontal'),
      role: isDown ? down[1] : set(role, slots.role, 'horizontal'),
      credit: set(credit, slots.credit, 'horizontal'),
    },
    direction: isDown ? 'vertical' : 'horizontal',
    notes: lead.length > 0 ? [labels.introduction, ...lead.map(({ text }) => text)] : [],
  };
}

/** A title of several clauses breaks between them, unless that would make it taller or much smaller. */
function titleOf(setting: DeckSetting, title: Text, slot: Slot, height: number): SetText {
  const largest = setText(setting, title, slot, { height });
  const room = largest.lines.length * largest.leading;
  const byClause = setText(setting, title, slot, { height: room, setLines: clauseLines });
  return byClause.fits && byClause.size >= LEAST_BY_CLAUSE * largest.size ? byClause : largest;
}

/** How much of its size a title may lose to break between its clauses. */
const LEAST_BY_CLAUSE = 0.65;

/** A pull quote, one clause a line, in the words of whoever said it in that exchange. */
export function quoteSlide(setting: DeckSetting, quote: Text, from?: NumberedExchange): QuoteSlide {
  const { labels, interview } = setting.edition;
  const { vertical, beside, slots } = setting.design.slides.quote;
  const { name: interviewee, role: office } = interview.interviewee ?? {};
  const speaker = from?.exchange.answer.find(({ paragraphs }) =>
    paragraphs.some(({ text }) => text.includes(quote.text)),
  )?.speaker;
  const down = setText(setting, quote, slots.vertical, { direction: 'vertical', setLines: clauseLines });
  const name = speaker ?? interviewee;
  const role = speaker === undefined || speaker === interviewee ? office : undefined;
  const narrow = { name: narrowed(slots.name, beside), role: narrowed(slots.role, beside) };
  const besideColumns = setFurniture(setting, narrow, { name, role });
  const hasRoom = down.fits && besideColumns.name?.fits !== false && besideColumns.role?.fits !== false;
  const isDown = vertical && hasRoom && isUpright(setting, quote.text);
  return {
    kind: 'quote',
    direction: isDown ? 'vertical' : 'horizontal',
    quote: isDown ? down : setText(setting, quote, slots.horizontal, { setLines: clauseLines }),
    name,
    role,
    set: isDown ? besideColumns : setFurniture(setting, slots, { name, role }),
    page: pageOf(labels, from?.page),
  };
}

/** The interviewee's own words, or the title once more. */
export function closingSlide(setting: DeckSetting): ClosingSlide {
  const { labels, interview, publisher } = setting.edition;
  const { slots } = setting.design.slides.closing;
  const { closing, title, interviewer, interviewee, source, date, link } = interview;
  const { name, role } = interviewee ?? {};
  const from = interviewer?.name ?? source?.text;
  const parts = [labels.fullText, from, date?.text, summaryState(interview, labels)];
  const credit = joined([...parts, slots.publisher ? undefined : publisher]) ?? labels.fullText;
  return {
    kind: 'closing',
    words: setText(setting, closing ?? title, link === undefined ? slots.words : slots.besideCode),
    link: link === undefined ? undefined : linkTo(setting, link),
    logo: logoOf(setting.edition),
    name,
    role,
    credit,
    set: setFurniture(setting, slots, { name, role, credit, publisher }),
  };
}

const narrowed = (slot: Slot, width: number): Slot => {
  const within = (step: Step): Step => ({ ...step, width: Math.min(step.width, width) });
  const [first, ...others] = slot.steps;
  return { ...slot, width, steps: [within(first), ...others.map(within)] };
};

type Furniture = keyof SetFurniture;

function setFurniture(
  setting: DeckSetting,
  slots: Readonly<Partial<Record<Furniture, Slot>>>,
  texts: Readonly<Partial<Record<Furniture, string | undefined>>>,
): SetFurniture {
  const set = (key: Furniture): SetText | undefined => {
    const [slot, text] = [slots[key], texts[key]];
    return slot && text !== undefined ? setText(setting, { text }, slot) : undefined;
  };
  return { name: set('name'), role: set('role'), credit: set('credit'), publisher: set('publisher') };
}

/** With the publisher for whom it stands; one that says nothing needs no words. */
function logoOf({ logo, publisher }: Edition): Picture | undefined {
  return logo === undefined ? undefined : { source: logo, alternative: publisher ?? '' };
}

/** The deck's colophon: whether a person has been over what its slides say. */
function summaryState({ summary }: Interview, labels: Labels): string | undefined {
  if (summary === undefined) return undefined;
  return `${labels.summaryState}：${summary === 'edited' ? labels.summaryEdited : labels.summaryDrafted}`;
}

const clauseLines: SetLines = (text, maxEms, words) =>
  clauses(text).flatMap((clause) => balancedLines(clause, maxEms, words));

/** A clause with the mark that ends it, and the quotation mark that may close over both. */
function clauses(text: string): readonly string[] {
  return text.match(/[^，。；：！？]+(?:[，。；：！？]+[」』”’）]*)?|[，。；：！？]+/gu) ?? [text];
}

/** Only Han characters stand upright in a vertical line: figures and Latin words would lie on their side. */
function isUpright({ edition }: DeckSetting, text: string): boolean {
  const isHan = /^[\p{Script=Han}\u3000-\u303f\uff00-\uff0f\uff1a-\uff1f·]*$/u.test(text);
  return isHan && SCRIPT_OF[edition.locale] === 'traditional';
}

function joined(parts: readonly (string | undefined)[]): string | undefined {
  const given = parts.filter((part) => part !== undefined && part !== '');
  return given.length > 0 ? given.join(GAP) : undefined;
}
