// The slides that lead through the interview: the agenda, and the divider before each section.

import { widthInEms } from '../chinese/characters.ts';
import { formalNumeral } from '../chinese/numerals.ts';
import type { Edition, Labels } from '../model/edition.ts';
import type { Exchange, Section } from '../model/interview.ts';
import type { AgendaLayout, Slot } from '../theme/design.ts';
import { evenGroups, setText } from './fit.ts';
import type { DeckSetting } from './setting.ts';
import type { AgendaRow, AgendaSlide, DividerSlide } from './slides.ts';

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
export function agendaSlides(
  setting: DeckSetting,
  sections: readonly NumberedSection[],
): readonly AgendaSlide[] {
  const { edition, design } = setting;
  const { slots, layouts: known } = design.slides.agenda;
  const widestKicker = Math.max(
    0,
    ...sections.map(({ section }) => widthOfKicker(slots.kicker, section.kicker?.text ?? '')),
  );
  const layouts = known.map((layout) => ({
    layout,
    rows: sections.map(rowFor(setting, layout, widestKicker)),
  }));
  const chosen =
    layouts.find(({ layout, rows }) => rows.length <= layout.rows && rows.every(hasRoom)) ??
    layouts.find(({ rows }) => rows.every(hasRoom)) ??
    layouts.at(-1);
  if (!chosen) return [];
  const { layout, rows } = chosen;
  const hasPages = rows.some(({ page }) => page !== undefined);
  return evenGroups(rows, (group) => group.length <= layout.rows).map((group) => ({
    kind: 'agenda',
    label: edition.labels.agenda,
    pageLabel: hasPages ? edition.labels.bookletPage : undefined,
    layout: layout.name,
    rows: group,
  }));
}

/** Where kickers stand beside the titles, all titles begin on one line: behind the widest kicker. */
function rowFor(
  { edition: { locale, labels, unbreakable }, design }: DeckSetting,
  { inline, title: step }: AgendaLayout,
  widestKicker: number,
) {
  const { slots, gap } = design.slides.agenda;
  return ({ section, number, page, exchanges }: NumberedSection): AgendaRow => {
    const kicker = section.kicker?.text;
    const beside = inline && widestKicker > 0 ? widestKicker + gap : 0;
    const width = Math.max(step.size, slots.title.width - beside);
    const height = step.leading * (step.lines ?? 1);
    const title = setText(section.title.text, [{ ...step, width }], height, unbreakable);
    const kickerFits = kicker === undefined || widthOfKicker(slots.kicker, kicker) <= slots.kicker.width;
    return {
      numeral: formalNumeral(number, locale),
      kicker,
      title: { ...title, fits: title.fits && kickerFits },
      range: rangeOf(labels, exchanges),
      page,
    };
  };
}

const widthOfKicker = ({ steps: [{ size }] }: Slot, kicker: string): number => widthInEms(kicker) * size;

const hasRoom = ({ title }: AgendaRow): boolean => title.fits;

export function dividerSlide(
  { edition: { locale, labels, unbreakable }, design }: DeckSetting,
  { section, number, page, exchanges }: NumberedSection,
): DividerSlide {
  const { slots } = design.slides.divider;
  const numeral = formalNumeral(number, locale);
  const reference = [rangeOf(labels, exchanges), pageOf(labels, page)].filter((part) => part !== undefined);
  return {
    kind: 'divider',
    numeral,
    numeralLength: numeral.length,
    kicker:
      section.kicker && setText(section.kicker.text, slots.kicker.steps, slots.kicker.height, unbreakable),
    title: setText(section.title.text, slots.title.steps, slots.title.height, unbreakable),
    reference: reference.length > 0 ? reference.join(GAP) : undefined,
  };
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
