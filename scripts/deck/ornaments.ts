// The slides that carry the bracket: it opens on the cover, holds the quotations, and closes on the last slide.

import { widthInEms } from '../chinese/characters.ts';
import { balanceLines } from '../chinese/phrases.ts';
import { SCRIPT_OF } from '../chinese/script.ts';
import type { Edition, Labels } from '../model/edition.ts';
import type { Interview } from '../model/interview.ts';
import { type SetLines, type SetText, setText } from './fit.ts';
import { CLOSING, COVER, QUOTE } from './measures.ts';
import { qrCode } from './qr.ts';
import { GAP, type NumberedExchange, pageOf } from './sections.ts';
import type { ClosingSlide, CoverSlide, Direction, Picture, QuoteSlide, WebLink } from './slides.ts';

export function coverSlide(edition: Edition): CoverSlide {
  const { locale, labels, interview, unbreakable } = edition;
  const { title, subtitle, interviewer, interviewee, source, date, lead } = interview;
  const by = interviewer ? labels.interviewBy.replace('{name}', () => interviewer.name) : source?.text;
  const setSubtitle = subtitle && setText(subtitle.text, COVER.subtitle, 2 * 34, unbreakable);
  const subtitleRoom = setSubtitle ? (setSubtitle.lines.length > 1 ? 70 : 10) : 0;
  return {
    kind: 'cover',
    publisher: edition.publisher,
    logo: logoOf(edition),
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
export function closingSlide(edition: Edition): ClosingSlide {
  const { labels, interview, unbreakable } = edition;
  const { closing, title, interviewer, interviewee, source, date, link } = interview;
  const steps = link === undefined ? CLOSING.words : CLOSING.besideCode;
  return {
    kind: 'closing',
    publisher: edition.publisher,
    logo: logoOf(edition),
    link: link === undefined ? undefined : linkTo(link, labels),
    words: setText((closing ?? title).text, steps, CLOSING.height, unbreakable),
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

/** With the publisher for whom it stands; one that says nothing needs no words. */
function logoOf({ logo, publisher }: Edition): Picture | undefined {
  return logo === undefined ? undefined : { source: logo, alternative: publisher ?? '' };
}

/** The whole address for the browser and the camera, and as much of it to read as has room on a line. */
function linkTo(address: string, labels: Labels): WebLink {
  const { host, pathname, search } = new URL(address);
  const forms = [`${host}${pathname}${search}`, `${host}${pathname}`, host].map((form) =>
    setText(readable(form.replace(/\/$/, '')), CLOSING.address, 34),
  );
  const [whole] = forms;
  const shown = forms.find(({ fits, lines }) => fits && lines.length === 1) ?? whole;
  return {
    label: labels.readOnline,
    address,
    shown: shown ?? setText(host, CLOSING.address, 34),
    code: { source: qrCode(address), alternative: `${labels.qrCode}：${address}` },
  };
}

/** 網址 rather than %E7%B6%B2%E5%9D%80, where it is text at all. */
function readable(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
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
