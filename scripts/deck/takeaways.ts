// The slide that sums a section up: its takeaways beside each other in columns, a point under each.

import type { Section } from '../model/interview.ts';
import type { Step } from '../theme/design.ts';
import { evenGroups, fitting, takeawayLines as linesOf, type SetText, setText } from './fit.ts';
import {
  footOf,
  GAP,
  type NumberedExchange,
  type NumberedSection,
  pageOf,
  partOf,
  rangeOf,
} from './sections.ts';
import type { DeckSetting } from './setting.ts';
import type { SummaryColumn, SummarySlide } from './slides.ts';

/** The takeaways of a section, on as few slides as hold them without breaking inside a word. */
export function summarySlides(setting: DeckSetting, numbered: NumberedSection): readonly SummarySlide[] {
  const { section, exchanges } = numbered;
  const { labels, interview } = setting.edition;
  const { columns, slots } = setting.design.slides.summary;
  const said = exchanges.filter(({ exchange }) => exchange.takeaway !== undefined);
  const groups = evenGroups(said, (group, all) => {
    const count = columnsOf(all);
    return count <= columns.length && layOut(setting, group, count).fits;
  });
  const columnCount = columnsOf(groups);
  const { text: label, set: setLabel } = labelOf(setting, section);
  return groups.map((group, index) => {
    const { columns, takeawayLines } = layOut(setting, group, columnCount);
    return {
      kind: 'summary',
      running: fitting(setting, interview.title.text, slots.running),
      section: footOf(setting, numbered),
      range: rangeOf(labels, exchanges),
      label,
      setLabel,
      part: partOf(labels, index, groups.length),
      heading: headingOf(setting, section),
      columnCount,
      digits: String(group.at(-1)?.number ?? 0).length,
      takeawayLines,
      columns,
    };
  });
}

/** The gist is one of the takeaways: where the line has no room for it, they say it. */
function labelOf(setting: DeckSetting, { gist }: Section): { readonly text: string; readonly set: SetText } {
  const { label: slot } = setting.design.slides.summary.slots;
  const { sectionSummary: text } = setting.edition.labels;
  const alone = { text, set: setText(setting, { text }, slot) };
  if (!gist) return alone;
  const whole = `${text}${GAP}${gist.text}`;
  const set = setText(setting, { ...gist, text: whole }, slot);
  return set.fits ? { text: whole, set } : alone;
}

const columnsOf = (groups: readonly (readonly unknown[])[]): number =>
  Math.max(0, ...groups.map((group) => group.length));

interface Layout {
  readonly columns: readonly SummaryColumn[];
  /** The height kept for the takeaways, so that the points under them begin on one line. */
  readonly takeawayLines: number;
  readonly fits: boolean;
}

/** The columns at the largest steps that give them room; one column by itself may leave its point to its own slide. */
function layOut(setting: DeckSetting, group: readonly NumberedExchange[], columnCount: number): Layout {
  const { columns } = setting.design.slides.summary;
  const steps = columns[columnCount - 1] ?? columns.at(-1);
  const none = { columns: [], takeawayLines: 0, fits: false };
  if (!steps) return none;
  const height = steps.height ?? setting.design.slides.summary.height;
  const withPoints = steps.takeaway.flatMap((above) =>
    steps.text.map((below) => () => layOutAt(setting, group, { above, below, height })),
  );
  const alone =
    columnCount > 1 ? [] : steps.takeaway.map((above) => () => layOutAt(setting, group, { above, height }));
  let best: Layout | undefined;
  for (const attempt of [...withPoints, ...alone]) {
    const layout = attempt();
    if (layout.fits) return layout;
    best = layout;
  }
  return best ?? none;
}

function layOutAt(
  setting: DeckSetting,
  group: readonly NumberedExchange[],
  { above, below, height }: { readonly above: Step; readonly below?: Step; readonly height: number },
): Layout {
  const { gap, slots } = setting.design.slides.summary;
  const set = group.map(({ exchange, number, page }) => {
    const [point] = exchange.points;
    const takeaway = { text: '', ...exchange.takeaway };
    return {
      number,
      takeaway: setText(setting, takeaway, slots.takeaway, {
        steps: [above],
        height,
        setLines: linesOf(setting),
      }),
      text: below && point && setText(setting, point, slots.text, { steps: [below], height }),
      page: pageOf(setting.edition.labels, page),
    };
  });
  const takeawayLines = mostLines(set.map(({ takeaway }) => takeaway));
  const textLines = mostLines(set.flatMap(({ text }) => text ?? []));
  const points = below && textLines > 0 ? gap + textLines * below.leading : 0;
  const px = takeawayLines * above.leading + points - height;
  const over = px > 0 ? { px, lines: Math.ceil(px / above.leading) } : undefined;
  const fits = !over && set.every(({ takeaway, text }) => isWhole(takeaway) && (!text || isWhole(text)));
  // A column has no room as a whole: its takeaway says so.
  const columns = set.map((column) =>
    over ? { ...column, takeaway: { ...column.takeaway, fits: false, over } } : column,
  );
  return { columns, takeawayLines, fits };
}

const isWhole = ({ fits, isBroken }: SetText): boolean => fits && !isBroken;

const mostLines = (texts: readonly SetText[]): number =>
  Math.max(0, ...texts.map(({ lines }) => lines.length));

/** Kicker and title on one line; the title alone where that would be too small to read. */
function headingOf(setting: DeckSetting, { kicker, title }: Section): SetText {
  const { slots, leastWithKicker } = setting.design.slides.summary;
  if (kicker === undefined) return setText(setting, title, slots.heading);
  const whole = setText(setting, { ...kicker, text: `${kicker.text}${GAP}${title.text}` }, slots.heading);
  const isLarge = whole.fits && whole.size >= leastWithKicker;
  return isLarge ? whole : setText(setting, title, slots.heading);
}
