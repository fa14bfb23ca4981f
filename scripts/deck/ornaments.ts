// The slides that carry the bracket: it opens on the cover, holds the quotations, and closes on the last slide.

import { widthInEms } from '../chinese/characters.ts';
import { balanceLines } from '../chinese/phrases.ts';
import { SCRIPT_OF } from '../chinese/script.ts';
import type { Edition, Labels } from '../model/edition.ts';
import type { Interview } from '../model/interview.ts';
import { type SetLines, type SetText, setText } from './fit.ts';
import { CLOSING, COVER, QUOTE } from './measures.ts';
import { GAP, type NumberedExchange, pageOf } from './sections.ts';
import type { ClosingSlide, CoverSlide, Direction, QuoteSlide } from './slides.ts';

export function coverSlide({ locale, labels, interview, unbreakable }: Edition): CoverSlide {
  const { title, subtitle, interviewer, interviewee, source, date, lead } = interview;
  const by = interviewer ? labels.interviewBy.replace('{name}', () => interviewer.name) : source?.text;
  const setSubtitle = subtitle && setText(subtitle.text, COVER.subtitle, 2 * 34, unbreakable);
  const subtitleRoom = setSubtitle ? (setSubtitle.lines.length > 1 ? 70 : 10) : 0;
  return {
    kind: 'cover',
    title: titleOf(title.text, COVER.height - subtitleRoom, unbreakable),
    subtitle: setSubtitle,
    credit: joined([by, date?.text]),
    name: interviewee?.name,
    role: interviewee?.role,
    direction: directionOf(locale, [
      [interviewee?.name, COVER.verticalName],
      [interviewee?.role, COVER.verticalRole],
    ]),
    notes: lead.length > 0 ? [labels.introduction, ...lead.map(({ text }) => text)] : [],
  };
}

/** A title of several clauses breaks between them, unless that would make it taller or much smaller. */
function titleOf(title: string, height: number, unbreakable: readonly string[]): SetText {
  const largest = setText(title, COVER.title, height, unbreakable);
  const room = largest.lines.length * largest.leading;
  const byClause = setText(title, COVER.title, room, unbreakable, clauseLines);
  return byClause.fits && byClause.size >= COVER.leastByClause * largest.size ? byClause : largest;
}

/** A pull quote, one clause a line, in the words of whoever said it in that exchange. */
export function quoteSlide(
  { locale, labels, interview, unbreakable }: Edition,
  quote: string,
  from?: NumberedExchange,
): QuoteSlide {
  const { name, role } = interview.interviewee ?? {};
  const speaker = from?.exchange.answer.find(({ paragraphs }) =>
    paragraphs.some(({ text }) => text.includes(quote)),
  )?.speaker;
  const vertical = setText(quote, QUOTE.vertical, QUOTE.verticalWidth, unbreakable, clauseLines);
  const direction = vertical.fits ? directionOf(locale, [[quote, Number.POSITIVE_INFINITY]]) : 'horizontal';
  return {
    kind: 'quote',
    direction,
    quote:
      direction === 'vertical'
        ? vertical
        : setText(quote, QUOTE.horizontal, QUOTE.height, unbreakable, clauseLines),
    name: speaker ?? name,
    role: speaker === undefined || speaker === name ? role : undefined,
    page: pageOf(labels, from?.page),
  };
}

/** The interviewee's own words, or the title once more. */
export function closingSlide({ labels, interview, unbreakable }: Edition): ClosingSlide {
  const { closing, title, interviewer, interviewee, source, date } = interview;
  return {
    kind: 'closing',
    words: setText((closing ?? title).text, CLOSING.words, CLOSING.height, unbreakable),
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
  texts: readonly (readonly [text: string | undefined, most: number])[],
): Direction {
  const upright = texts.every(
    ([text = '', most]) =>
      /^[\p{Script=Han}\u3000-\u303f\uff00-\uff0f\uff1a-\uff1f·]*$/u.test(text) && widthInEms(text) <= most,
  );
  return SCRIPT_OF[locale] === 'traditional' && upright ? 'vertical' : 'horizontal';
}

function joined(parts: readonly (string | undefined)[]): string | undefined {
  const given = parts.filter((part) => part !== undefined && part !== '');
  return given.length > 0 ? given.join(GAP) : undefined;
}
