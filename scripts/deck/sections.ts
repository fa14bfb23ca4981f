// The slides that lead through the interview: agenda, and per section its divider and its takeaways.

import { widthInEms } from '../chinese/characters.ts';
import { formalNumeral } from '../chinese/numerals.ts';
import { SCRIPT_OF } from '../chinese/script.ts';
import type { Edition, Labels } from '../model/edition.ts';
import type { Exchange, Section } from '../model/interview.ts';
import { evenGroups, setText, tallest, titleLines } from './fit.ts';
import { AGENDA, DIVIDER, SUMMARY } from './measures.ts';
import type { AgendaRow, AgendaSlide, DividerSlide, SummaryColumn, SummarySlide } from './slides.ts';

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
  const layouts = AGENDA.layouts.map((layout) => ({ layout, rows: sections.map(rowFor(edition, layout)) }));
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

function rowFor({ locale, labels, unbreakable }: Edition, layout: (typeof AGENDA.layouts)[number]) {
  return ({ section, number, page, exchanges }: NumberedSection): AgendaRow => {
    const kicker = section.kicker?.text;
    const beside = layout.name !== 'stacked' && kicker !== undefined ? widthOfKicker(kicker) + AGENDA.gap : 0;
    const measure = Math.max(1, (AGENDA.width - beside) / layout.size);
    const step = { size: layout.size, leading: layout.leading, ems: measure };
    const title = setText(section.title.text, [step], layout.leading * layout.titleLines, unbreakable);
    const kickerFits = kicker === undefined || widthOfKicker(kicker) <= AGENDA.width;
    return {
      numeral: formalNumeral(number, SCRIPT_OF[locale]),
      kicker,
      title: { ...title, fits: title.fits && kickerFits },
      range: rangeOf(labels, exchanges),
      page,
    };
  };
}

const widthOfKicker = (kicker: string): number => widthInEms(kicker) * AGENDA.kicker;

const hasRoom = ({ title }: AgendaRow): boolean => title.fits;

export function dividerSlide(
  { locale, labels, unbreakable }: Edition,
  { section, number, page, exchanges }: NumberedSection,
): DividerSlide {
  const numeral = formalNumeral(number, SCRIPT_OF[locale]);
  const reference = [rangeOf(labels, exchanges), pageOf(labels, page)].filter((part) => part !== undefined);
  return {
    kind: 'divider',
    numeral,
    numeralLength: numeral.length,
    kicker: section.kicker && setText(section.kicker.text, DIVIDER.kicker, DIVIDER.kickerHeight, unbreakable),
    title: setText(section.title.text, DIVIDER.title, DIVIDER.height, unbreakable),
    reference: reference.length > 0 ? reference.join(GAP) : undefined,
  };
}

/** The takeaways of a section in columns, on as few slides as have room for them. */
export function summarySlides(edition: Edition, numbered: NumberedSection): readonly SummarySlide[] {
  const { section, exchanges } = numbered;
  const said = exchanges.filter(({ exchange }) => exchange.takeaway !== undefined);
  const groups = evenGroups(said, (group) => summary(edition, section, group, group.length).fits);
  const columnCount = Math.max(0, ...groups.map((group) => group.length));
  return groups.map((group) => summary(edition, section, group, columnCount).slide);
}

function summary(
  { labels, unbreakable }: Edition,
  section: Section,
  group: readonly NumberedExchange[],
  columnCount: number,
): { readonly slide: SummarySlide; readonly fits: boolean } {
  const measures = SUMMARY.columns[columnCount as keyof typeof SUMMARY.columns] ?? SUMMARY.columns[4];
  const settings = measures.takeaway.flatMap((takeawayStep) =>
    measures.text.map((textStep) => {
      const columns = group.map(({ exchange, number, page }): SummaryColumn => {
        const [point] = exchange.points;
        return {
          number,
          takeaway: setText(
            exchange.takeaway?.text ?? '',
            [takeawayStep],
            SUMMARY.height,
            unbreakable,
            titleLines,
          ),
          text: point && setText(point.text, [textStep], SUMMARY.height, unbreakable),
          page: pageOf(labels, page),
        };
      });
      const takeaways = columns.map(({ takeaway }) => takeaway);
      const texts = columns.flatMap(({ text }) => text ?? []);
      const height =
        tallest(takeaways, takeawayStep.leading) + SUMMARY.gap + tallest(texts, textStep.leading);
      return { columns, takeaways, takeawayStep, textStep, fits: height <= SUMMARY.height };
    }),
  );
  const chosen = settings.find(({ fits }) => fits) ?? settings.at(-1);
  const fits = chosen?.fits === true && columnCount <= SUMMARY.mostColumns;
  return {
    fits,
    slide: {
      kind: 'summary',
      label: labels.sectionSummary,
      heading: headingOf(section, unbreakable),
      columnCount,
      takeawayLines: tallest(chosen?.takeaways ?? [], 1),
      columns: (chosen?.columns ?? []).map((column) => ({
        ...column,
        takeaway: { ...column.takeaway, fits },
      })),
    },
  };
}

/** Kicker and title on one line; the title alone where that would be too small to read. */
function headingOf({ kicker, title }: Section, unbreakable: readonly string[]) {
  const whole = kicker === undefined ? title.text : `${kicker.text}${GAP}${title.text}`;
  const set = setText(whole, SUMMARY.heading, 60, unbreakable);
  return set.size >= 34 && set.fits ? set : setText(title.text, SUMMARY.heading, 60, unbreakable);
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
  return `${formalNumeral(number, SCRIPT_OF[locale])}${GAP}${(section.kicker ?? section.title).text}`;
}
