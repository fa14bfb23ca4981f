// The slides that carry the bracket: it opens on the cover, holds the quotations, and closes on the last slide.

import { widthInEms } from '../chinese/characters.ts';
import { balanceLines } from '../chinese/phrases.ts';
import { SCRIPT_OF } from '../chinese/script.ts';
import type { Edition, Labels } from '../model/edition.ts';
import type { Interview } from '../model/interview.ts';
import type { Slot, Steps } from '../theme/design.ts';
import { type SetLines, type SetText, setText } from './fit.ts';
import { GAP, type NumberedExchange, pageOf } from './sections.ts';
import type { DeckSetting } from './setting.ts';
import type { ClosingSlide, CoverSlide, Direction, QuoteSlide } from './slides.ts';

export function coverSlide({ edition, design }: DeckSetting): CoverSlide {
  const { locale, labels, interview, unbreakable } = edition;
  const { slots, subtitleTakes, vertical } = design.slides.cover;
  const { title, subtitle, interviewer, interviewee, source, date, lead } = interview;
  const by = interviewer ? labels.interviewBy.replace('{name}', () => interviewer.name) : source?.text;
  const setSubtitle =
    subtitle && setText(subtitle.text, slots.subtitle.steps, slots.subtitle.height, unbreakable);
  const taken = setSubtitle ? (subtitleTakes[setSubtitle.lines.length - 1] ?? subtitleTakes.at(-1) ?? 0) : 0;
  return {
    kind: 'cover',
    title: titleOf(title.text, slots.title.steps, slots.title.height - taken, unbreakable),
    subtitle: setSubtitle,
    credit: joined([by, date?.text]),
    name: interviewee?.name,
    role: interviewee?.role,
    direction: directionOf(locale, vertical, [
      [interviewee?.name, charactersIn(slots.verticalName)],
      [interviewee?.role, charactersIn(slots.verticalRole)],
    ]),
    notes: lead.length > 0 ? [labels.introduction, ...lead.map(({ text }) => text)] : [],
  };
}

/** A title of several clauses breaks between them, unless that would make it taller or much smaller. */
function titleOf(title: string, steps: Steps, height: number, unbreakable: readonly string[]): SetText {
  const largest = setText(title, steps, height, unbreakable);
  const room = largest.lines.length * largest.leading;
  const byClause = setText(title, steps, room, unbreakable, clauseLines);
  return byClause.fits && byClause.size >= LEAST_BY_CLAUSE * largest.size ? byClause : largest;
}

/** How much of its size a title may lose to break between its clauses. */
const LEAST_BY_CLAUSE = 0.65;

/** How many characters of a fixed size a line of the slot has room for. */
const charactersIn = ({ width, tracking, steps: [{ size }] }: Slot): number =>
  Math.floor(width / (size * (1 + tracking)));

/** A pull quote, one clause a line, in the words of whoever said it in that exchange. */
export function quoteSlide(
  { edition: { locale, labels, interview, unbreakable }, design }: DeckSetting,
  quote: string,
  from?: NumberedExchange,
): QuoteSlide {
  const { name, role } = interview.interviewee ?? {};
  const speaker = from?.exchange.answer.find(({ paragraphs }) =>
    paragraphs.some(({ text }) => text.includes(quote)),
  )?.speaker;
  const { vertical: mayBeVertical, slots } = design.slides.quote;
  const set = ({ steps, height }: Slot): SetText => setText(quote, steps, height, unbreakable, clauseLines);
  const vertical = set(slots.vertical);
  const direction = directionOf(locale, mayBeVertical && vertical.fits, [[quote, Number.POSITIVE_INFINITY]]);
  return {
    kind: 'quote',
    direction,
    quote: direction === 'vertical' ? vertical : set(slots.horizontal),
    name: speaker ?? name,
    role: speaker === undefined || speaker === name ? role : undefined,
    page: pageOf(labels, from?.page),
  };
}

/** The interviewee's own words, or the title once more. */
export function closingSlide({ edition, design }: DeckSetting): ClosingSlide {
  const { labels, interview, unbreakable } = edition;
  const { steps, height } = design.slides.closing.slots.words;
  const { closing, title, interviewer, interviewee, source, date } = interview;
  return {
    kind: 'closing',
    words: setText((closing ?? title).text, steps, height, unbreakable),
    name: interviewee?.name,
    role: interviewee?.role,
    credit:
      joined([
        labels.fullText,
        interviewer?.name ?? source?.text,
        date?.text,
        summaryState(interview, labels),
      ]) ?? labels.fullText,
  };
}

/** The deck's colophon: whether a person has been over what its slides say. */
function summaryState({ summary }: Interview, labels: Labels): string | undefined {
  if (summary === undefined) return undefined;
  return `${labels.summaryState}：${summary === 'edited' ? labels.summaryEdited : labels.summaryDrafted}`;
}

const clauseLines: SetLines = (text, maxEms, unbreakable) =>
  clauses(text).flatMap((clause) => balanceLines(clause, maxEms, unbreakable));

/** A clause with the mark that ends it, and the quotation mark that may close over both. */
function clauses(text: string): readonly string[] {
  return text.match(/[^，。；：！？]+(?:[，。；：！？]+[」』”’）]*)?|[，。；：！？]+/gu) ?? [text];
}

/** Only Han characters stand upright in a vertical line: figures and Latin words would lie on their side. */
function directionOf(
  locale: Edition['locale'],
  mayBeVertical: boolean,
  texts: readonly (readonly [text: string | undefined, most: number])[],
): Direction {
  const upright = texts.every(
    ([text = '', most]) =>
      /^[\p{Script=Han}\u3000-\u303f\uff00-\uff0f\uff1a-\uff1f·]*$/u.test(text) && widthInEms(text) <= most,
  );
  return mayBeVertical && SCRIPT_OF[locale] === 'traditional' && upright ? 'vertical' : 'horizontal';
}

function joined(parts: readonly (string | undefined)[]): string | undefined {
  const given = parts.filter((part) => part !== undefined && part !== '');
  return given.length > 0 ? given.join(GAP) : undefined;
}
