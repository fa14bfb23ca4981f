// The slides that carry the bracket: it opens on the cover, holds the quotations, and closes on the last slide.

import { widthInEms } from '../chinese/characters.ts';
import { balanceLines } from '../chinese/phrases.ts';
import { SCRIPT_OF } from '../chinese/script.ts';
import type { Edition, Labels } from '../model/edition.ts';
import type { Interview } from '../model/interview.ts';
import type { Slot, Steps } from '../theme/design.ts';
import { type SetLines, type SetText, setText } from './fit.ts';
import { qrCode } from './qr.ts';
import { GAP, type NumberedExchange, pageOf } from './sections.ts';
import type { DeckSetting } from './setting.ts';
import type { ClosingSlide, CoverSlide, Direction, Picture, QuoteSlide, WebLink } from './slides.ts';

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
    publisher: edition.publisher,
    logo: logoOf(edition),
    title: titleOf(title.text, slots.title.steps, slots.title.height - taken, unbreakable),
    subtitle: setSubtitle,
    credit: joined([by, date?.text]),
    name: interviewee?.name,
    role: interviewee?.role,
    nameLines: linesOf(interviewee?.name, slots.name, unbreakable),
    roleLines: linesOf(interviewee?.role, slots.role, unbreakable),
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
  const office = speaker === undefined || speaker === name ? role : undefined;
  return {
    kind: 'quote',
    direction,
    quote: direction === 'vertical' ? vertical : set(slots.horizontal),
    name: speaker ?? name,
    role: office,
    nameLines: linesOf(speaker ?? name, slots.name, unbreakable),
    roleLines: linesOf(office, slots.role, unbreakable),
    page: pageOf(labels, from?.page),
  };
}

/** The interviewee's own words, or the title once more. */
export function closingSlide({ edition, design }: DeckSetting): ClosingSlide {
  const { labels, interview, unbreakable } = edition;
  const { slots } = design.slides.closing;
  const { closing, title, interviewer, interviewee, source, date, link } = interview;
  const { steps, height } = link === undefined ? slots.words : slots.besideCode;
  return {
    kind: 'closing',
    publisher: edition.publisher,
    logo: logoOf(edition),
    link: link === undefined ? undefined : linkTo(link, labels, slots.address),
    words: setText((closing ?? title).text, steps, height, unbreakable),
    name: interviewee?.name,
    role: interviewee?.role,
    nameLines: linesOf(interviewee?.name, slots.name, unbreakable),
    roleLines: linesOf(interviewee?.role, slots.role, unbreakable),
    credit:
      joined([
        labels.fullText,
        interviewer?.name ?? source?.text,
        date?.text,
        summaryState(interview, labels),
      ]) ?? labels.fullText,
  };
}

function linesOf(
  words: string | undefined,
  { steps, height }: Slot,
  unbreakable: readonly string[],
): SetText | undefined {
  return words === undefined ? undefined : setText(words, steps, height, unbreakable);
}

/** With the publisher for whom it stands; one that says nothing needs no words. */
function logoOf({ logo, publisher }: Edition): Picture | undefined {
  return logo === undefined ? undefined : { source: logo, alternative: publisher ?? '' };
}

/** The whole address for the browser and the camera, and as much of it to read as has room on a line. */
function linkTo(address: string, labels: Labels, { steps, height }: Slot): WebLink {
  const { host, pathname, search } = new URL(address);
  const set = (text: string): SetText => setText(readable(text.replace(/\/$/, '')), steps, height);
  const forms = [`${host}${pathname}${search}`, `${host}${pathname}`].map(set);
  return {
    label: labels.readOnline,
    address,
    shown: forms.find(({ fits, lines }) => fits && lines.length === 1) ?? set(host),
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
