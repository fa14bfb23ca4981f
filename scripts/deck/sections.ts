// The slides that lead through the interview: the agenda, and the divider before each section.

import { widthInEms } from '../chinese/characters.ts';
import { formalNumeral } from '../chinese/numerals.ts';
import type { Edition, Labels } from '../model/edition.ts';
import type { Exchange, Section } from '../model/interview.ts';
import { evenGroups, setText } from './fit.ts';
import { AGENDA, DIVIDER } from './measures.ts';
import type { AgendaRow, AgendaSlide, DividerSlide, Stage } from './slides.ts';

export interface NumberedExchange {
  readonly exchange: Exchange;
  /** From 1, through the whole interview. */
  readonly number: number;
  /** The folio in the booklet. */
  readonly page: number | undefined;
}

export interface NumberedSection {
  readonly section: Section;
  readonly number: number;
  readonly page: number | undefined;
  readonly exchanges: readonly NumberedExchange[];
}

/** An ideographic space parts what stands on one line. */
export const GAP = '\u3000';

/** The sections on as few slides as have room for them. */
export function agendaSlides(edition: Edition, sections: readonly NumberedSection[]): readonly AgendaSlide[] {
  const widestKicker = Math.max(
    0,
    ...sections.map(({ section }) => widthOfKicker(section.kicker?.text ?? '')),
  );
  const layouts = AGENDA.layouts.map((layout) => ({
    layout,
    rows: sections.map(rowFor(edition, layout, widestKicker)),
  }));
  const chosen =
    layouts.find(({ layout, rows }) => rows.length <= layout.mostRows && rows.every(hasRoom)) ??
    layouts.find(({ rows }) => rows.every(hasRoom)) ??
    layouts.at(-1);
  if (!chosen) return [];
  const { layout, rows } = chosen;
  const hasPages = rows.some(({ page }) => page !== undefined);
  return evenGroups(rows, (group) => group.length <= layout.mostRows).map((group) => ({
    kind: 'agenda',
    label: edition.labels.agenda,
    pageLabel: hasPages ? edition.labels.bookletPage : undefined,
    layout: layout.name,
    rows: group,
  }));
}

/** Where kickers stand beside the titles, all titles begin on one line: behind the widest kicker. */
function rowFor(
  { locale, labels, unbreakable }: Edition,
  layout: (typeof AGENDA.layouts)[number],
  widestKicker: number,
) {
  return ({ section, number, page, exchanges }: NumberedSection): AgendaRow => {
    const kicker = section.kicker?.text;
    const beside = layout.name !== 'stacked' && widestKicker > 0 ? widestKicker + AGENDA.gap : 0;
    const measure = Math.max(1, (AGENDA.width - beside) / layout.size);
    const step = { size: layout.size, leading: layout.leading, ems: measure };
    const title = setText(section.title.text, [step], layout.leading * layout.titleLines, unbreakable);
    const kickerFits = kicker === undefined || widthOfKicker(kicker) <= AGENDA.width;
    return {
      numeral: formalNumeral(number, locale),
      kicker,
      title: { ...title, fits: title.fits && kickerFits },
      range: rangeOf(labels, exchanges),
      page,
    };
  };
}

const widthOfKicker = (kicker: string): number => widthInEms(kicker) * AGENDA.kickerSize;

const hasRoom = ({ title }: AgendaRow): boolean => title.fits;

/** The opening of a section, with the agenda small beside it. */
export function dividerSlide(
  edition: Edition,
  { section, number, page, exchanges }: NumberedSection,
  sections: readonly NumberedSection[],
): DividerSlide {
  const { locale, labels, unbreakable } = edition;
  const numeral = formalNumeral(number, locale);
  const reference = [rangeOf(labels, exchanges), pageOf(labels, page)].filter((part) => part !== undefined);
  return {
    kind: 'divider',
    stages: stagesOf(edition, sections, number),
    numeral,
    numeralLength: numeral.length,
    kicker: section.kicker && setText(section.kicker.text, DIVIDER.kicker, DIVIDER.kickerHeight, unbreakable),
    title: setText(section.title.text, DIVIDER.title, DIVIDER.height, unbreakable),
    reference: reference.length > 0 ? reference.join(GAP) : undefined,
  };
}

/** With names only where they are few and short: the audience wants to know how far it is, not to read. */
function stagesOf(
  { locale }: Edition,
  sections: readonly NumberedSection[],
  present: number,
): readonly Stage[] {
  if (sections.length === 1) return [];
  const names = sections.map(({ section }) => (section.kicker ?? section.title).text);
  const areShort = names.every((name) => widthInEms(name) * DIVIDER.stageSize <= DIVIDER.stageWidth);
  const areNamed = areShort && names.length <= DIVIDER.mostNamed;
  return sections.map(({ number }, index) => ({
    numeral: formalNumeral(number, locale),
    name: areNamed ? names[index] : undefined,
    isPresent: number === present,
  }));
}

function rangeOf(labels: Labels, exchanges: readonly NumberedExchange[]): string | undefined {
  const [first, last] = [exchanges[0]?.number, exchanges.at(-1)?.number];
  if (first === undefined || last === undefined) return undefined;
  const range = first === last ? String(first) : `${first}–${last}`;
  return labels.questionRange.replace('{range}', range);
}

/** 手冊第 9 頁, undefined where the page is not known. */
export function pageOf(labels: Labels, page: number | undefined): string | undefined {
  return page === undefined ? undefined : labels.bookletPageN.replace('{n}', String(page));
}

/** A section as the foot of a slide names it. */
export function footOf({ locale }: Edition, { section, number }: NumberedSection): string {
  return `${formalNumeral(number, locale)}${GAP}${(section.kicker ?? section.title).text}`;
}
