// The slides that lead through the interview: the agenda, and the divider before each section.

import { formalNumeral, plainNumeral } from '../chinese/numerals.ts';
import type { Labels } from '../model/edition.ts';
import type { Exchange, Section } from '../model/interview.ts';
import type { AgendaLayout, Slot } from '../theme/design.ts';
import { evenGroups, fitting, type SetText, setText } from './fit.ts';
import type { DeckSetting } from './setting.ts';
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
export function agendaSlides(
  setting: DeckSetting,
  sections: readonly NumberedSection[],
): readonly AgendaSlide[] {
  const { edition, design } = setting;
  const layouts = design.slides.agenda.layouts.map((layout) => ({
    layout,
    rows: rowsIn(setting, layout, sections),
  }));
  const chosen =
    layouts.find(({ layout, rows }) => rows.length <= layout.rows && rows.every(hasRoom)) ??
    layouts.find(({ rows }) => rows.every(hasRoom)) ??
    layouts.at(-1);
  if (!chosen) return [];
  const { layout, rows } = chosen;
  const hasPages = rows.some(({ page }) => page !== undefined);
  const groups = evenGroups(rows, (group) => group.length <= layout.rows);
  return groups.map((group, index) => ({
    kind: 'agenda',
    running: fitting(setting, edition.interview.title.text, design.slides.agenda.slots.running),
    label: edition.labels.agenda,
    part: partOf(edition.labels, index, groups.length),
    pageLabel: hasPages ? edition.labels.bookletPage : undefined,
    layout: layout.name,
    rows: group,
  }));
}

/** Where kickers stand beside the titles, all titles begin on one line: behind the widest kicker. */
function rowsIn(
  setting: DeckSetting,
  layout: AgendaLayout,
  sections: readonly NumberedSection[],
): readonly AgendaRow[] {
  const { slots, gap } = setting.design.slides.agenda;
  const { labels } = setting.edition;
  const kickers = sections.map(({ section: { kicker } }) => kicker && setText(setting, kicker, slots.kicker));
  const widest = Math.max(
    0,
    ...kickers.map((kicker) => (kicker ? widthOf(setting, kicker, slots.kicker) : 0)),
  );
  const beside = layout.inline && widest > 0 ? widest + gap : 0;
  const step = { ...layout.title, width: Math.max(layout.title.size, slots.title.width - beside) };
  const fitting = { steps: [step], height: step.leading * (step.lines ?? 1) } as const;
  return sections.map(({ section, number, page, exchanges }, index) => {
    const numeral = numeralOf(setting, number);
    const title = setText(setting, section.title, slots.title, fitting);
    const wide = setting.metrics(slots.numeral).width(numeral) * layout.numeral - slots.numeral.width;
    const over = title.over ?? (wide > 0 ? { px: Math.ceil(wide), lines: 0 } : undefined);
    return {
      numeral,
      kicker: section.kicker?.text,
      setKicker: kickers[index],
      title: { ...title, fits: over === undefined, over },
      range: rangeOf(labels, exchanges),
      page,
    };
  });
}

const hasRoom = ({ title, setKicker }: AgendaRow): boolean => title.fits && setKicker?.fits !== false;

/** The width of the widest line of a text that is set, in pixels. */
function widthOf(setting: DeckSetting, { lines, size }: SetText, slot: Slot): number {
  const { width } = setting.metrics(slot);
  return Math.max(0, ...lines.map((line) => width(line) * size));
}

/** The opening of a section, with the agenda small on it. */
export function dividerSlide(
  setting: DeckSetting,
  { section, number, page, exchanges }: NumberedSection,
  sections: readonly NumberedSection[],
): DividerSlide {
  const { labels } = setting.edition;
  const { slots } = setting.design.slides.divider;
  const numeral = numeralOf(setting, number);
  const reference = [rangeOf(labels, exchanges), pageOf(labels, page)].filter((part) => part !== undefined);
  return {
    kind: 'divider',
    stages: stagesOf(setting, sections, number),
    numeral,
    numeralLength: numeral.length,
    kicker: section.kicker && setText(setting, section.kicker, slots.kicker),
    title: setText(setting, section.title, slots.title),
    reference: reference.length > 0 ? reference.join(GAP) : undefined,
  };
}

/** With names only where they are few and short: the audience wants to know how far it is, not to read. */
function stagesOf(
  setting: DeckSetting,
  sections: readonly NumberedSection[],
  present: number,
): readonly Stage[] {
  if (sections.length === 1) return [];
  const { mostNamed, slots } = setting.design.slides.divider;
  const names = sections.map(({ section }) => (section.kicker ?? section.title).text);
  const areShort = names.every((name) => fitting(setting, name, slots.present) !== undefined);
  const areNamed = areShort && names.length <= mostNamed;
  return sections.map(({ number }, index) => ({
    numeral: numeralOf(setting, number),
    name: areNamed ? names[index] : undefined,
    isPresent: number === present,
  }));
}

/** 貳 or 2, as the theme counts. */
function numeralOf({ edition, design }: DeckSetting, number: number): string {
  return design.numerals === 'formal' ? formalNumeral(number, edition.locale) : String(number);
}

/** 二之一: which of several slides this is, undefined where it is the only one. */
export function partOf(labels: Labels, index: number, count: number): string | undefined {
  if (count < 2) return undefined;
  return labels.part.replace('{count}', plainNumeral(count)).replace('{n}', plainNumeral(index + 1));
}

/** 問 3–5, undefined for a section without questions. */
export function rangeOf(labels: Labels, exchanges: readonly NumberedExchange[]): string | undefined {
  const [first, last] = [exchanges[0]?.number, exchanges.at(-1)?.number];
  if (first === undefined || last === undefined) return undefined;
  const range = first === last ? String(first) : `${first}–${last}`;
  return labels.questionRange.replace('{range}', range);
}

/** 手冊第 9 頁, undefined where the page is not known. */
export function pageOf(labels: Labels, page: number | undefined): string | undefined {
  return page === undefined ? undefined : labels.bookletPageN.replace('{n}', String(page));
}

/** A section as the foot of a slide names it, in as many words as one line holds. */
export function footOf(setting: DeckSetting, { section, number }: NumberedSection): string {
  const { foot } = setting.design.slides.exchange.slots;
  const numeral = numeralOf(setting, number);
  const named = [section.kicker, section.title].flatMap((text) =>
    text ? [`${numeral}${GAP}${text.text}`] : [],
  );
  return named.find((text) => setText(setting, { text }, foot).fits) ?? numeral;
}
