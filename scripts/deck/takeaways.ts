// The slide that sums a section up: its takeaways beside each other in columns, a point under each.

import type { Section } from '../model/interview.ts';
import type { Step } from '../theme/design.ts';
import { evenGroups, keepsWords, type SetText, setText, titleLines } from './fit.ts';
import { GAP, type NumberedExchange, type NumberedSection, pageOf } from './sections.ts';
import type { DeckSetting } from './setting.ts';
import type { SummaryColumn, SummarySlide } from './slides.ts';

/** The takeaways of a section, on as few slides as hold them without breaking inside a word. */
export function summarySlides(
  setting: DeckSetting,
  { section, exchanges }: NumberedSection,
): readonly SummarySlide[] {
  const { edition, design } = setting;
  const said = exchanges.filter(({ exchange }) => exchange.takeaway !== undefined);
  const groups = evenGroups(said, (group) => {
    const { fits, isWhole } = layOut(setting, group, group.length);
    return fits && isWhole && group.length <= design.slides.summary.columns.length;
  });
  const columnCount = Math.max(0, ...groups.map((group) => group.length));
  return groups.map((group) => {
    const { columns, takeawayLines } = layOut(setting, group, columnCount);
    const heading = headingOf(setting, section);
    return {
      kind: 'summary',
      label: section.gist
        ? `${edition.labels.sectionSummary}${GAP}${section.gist.text}`
        : edition.labels.sectionSummary,
      heading,
      columnCount,
      takeawayLines,
      columns,
    };
  });
}

interface Layout {
  readonly columns: readonly SummaryColumn[];
  /** The height kept for the takeaways, so that the points under them begin on one line. */
  readonly takeawayLines: number;
  readonly fits: boolean;
  readonly isWhole: boolean;
}

/** The columns at the largest steps that give them room. */
function layOut(setting: DeckSetting, group: readonly NumberedExchange[], columnCount: number): Layout {
  const none = { columns: [], takeawayLines: 0, fits: false, isWhole: false };
  const { columns } = setting.design.slides.summary;
  const steps = columns[columnCount - 1] ?? columns.at(-1);
  if (!steps) return none;
  const layouts = steps.takeaway.flatMap((above) =>
    steps.text.map((below) => layOutAt(setting, group, above, below)),
  );
  return (
    layouts.find(({ fits, isWhole }) => fits && isWhole) ??
    layouts.find(({ fits }) => fits) ??
    layouts.at(-1) ??
    none
  );
}

function layOutAt(
  { edition: { labels, unbreakable }, design }: DeckSetting,
  group: readonly NumberedExchange[],
  above: Step,
  below: Step,
): Layout {
  const { height, gap } = design.slides.summary;
  const set = group.map(({ exchange, number, page }) => ({
    number,
    takeaway: setText(exchange.takeaway?.text ?? '', [above], height, unbreakable, titleLines),
    text: exchange.points[0] && setText(exchange.points[0].text, [below], height, unbreakable),
    page: pageOf(labels, page),
  }));
  const takeawayLines = mostLines(set.map(({ takeaway }) => takeaway));
  const textLines = mostLines(set.flatMap(({ text }) => text ?? []));
  const fits = takeawayLines * above.leading + gap + textLines * below.leading <= height;
  return {
    columns: set.map((column) => ({ ...column, takeaway: { ...column.takeaway, fits } })),
    takeawayLines,
    fits,
    isWhole: group.every(
      ({ exchange }) =>
        keepsWords(exchange.takeaway?.text ?? '', above.width / above.size, unbreakable) &&
        keepsWords(exchange.points[0]?.text ?? '', below.width / below.size, unbreakable),
    ),
  };
}

const mostLines = (texts: readonly SetText[]): number =>
  Math.max(0, ...texts.map(({ lines }) => lines.length));

/** Kicker and title on one line; the title alone where that would be too small to read. */
function headingOf({ edition, design }: DeckSetting, { kicker, title }: Section): SetText {
  const { slots, leastWithKicker } = design.slides.summary;
  const { steps, height } = slots.heading;
  const whole = kicker === undefined ? title.text : `${kicker.text}${GAP}${title.text}`;
  const set = setText(whole, steps, height, edition.unbreakable);
  const isLarge = set.fits && set.size >= leastWithKicker;
  return isLarge ? set : setText(title.text, steps, height, edition.unbreakable);
}
