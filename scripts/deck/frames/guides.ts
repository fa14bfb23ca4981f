// The slides that guide through the interview: agenda, divider, summary.

import { widthInEms } from '../../chinese/characters.ts';
import { AGENDA } from '../measures.ts';
import type { AgendaRow, AgendaSlide, DividerSlide, SummaryColumn, SummarySlide } from '../slides.ts';
import {
  baselineOf,
  lying,
  paragraph,
  RIGHT,
  type Rule,
  rule,
  SLIDE,
  type SlideFrames,
  sans,
  serif,
  standing,
  type TextFrame,
  type Type,
  textFrom,
  tracked,
} from './frame.ts';

const TITLES = 276;
const ROWS = { top: 128, height: 536, mostPitch: 178 } as const;
const LABEL = tracked(serif(900, 'accent', 30, 40), 0.08);

export function agendaFrames({ label, pageLabel, layout, rows }: AgendaSlide): SlideFrames {
  const pitch = Math.min(ROWS.mostPitch, ROWS.height / rows.length);
  const setting = AGENDA_TYPES[layout];
  const kickers = rows.map(({ kicker }) =>
    kicker === undefined ? 0 : widthInEms(kicker) * setting.kicker.size,
  );
  const titleAt =
    layout === 'stacked'
      ? TITLES
      : TITLES + Math.max(0, ...kickers.map((width) => width && width + AGENDA.gap));
  const column = sans(400, 'grey', 18, 28);
  return {
    kind: 'agenda',
    background: 'paper',
    rules: rows.map(
      (_, index): Rule =>
        index === 0
          ? rule(SLIDE.margin, ROWS.top, RIGHT - SLIDE.margin, 3, 'ink')
          : rule(SLIDE.margin, ROWS.top + index * pitch, RIGHT - SLIDE.margin, 1, 'hairline'),
    ),
    texts: [
      textFrom('Title', label, LABEL, { x: SLIDE.margin, width: 800, baseline: 96 }, { part: 'title' }),
      ...(pageLabel
        ? [
            textFrom(
              'Pages',
              pageLabel,
              column,
              { x: RIGHT - 200, width: 200, baseline: 96 },
              { align: 'right' },
            ),
          ]
        : []),
      ...rows.flatMap((row, index) =>
        agendaRow(row, setting, { top: ROWS.top + index * pitch, pitch, titleAt }),
      ),
    ],
    notes: [],
  };
}

interface AgendaTypes {
  readonly stacked: boolean;
  readonly numeral: Type;
  readonly kicker: Type;
  readonly page: Type;
  /** Below the row's text. */
  readonly padding: number;
}

const KICKER = serif(400, 'grey', AGENDA.kickerSize, 36);

const AGENDA_TYPES: Readonly<Record<AgendaSlide['layout'], AgendaTypes>> = {
  stacked: {
    stacked: true,
    numeral: serif(900, 'accent', 72, 72),
    kicker: KICKER,
    page: serif(700, 'ink', 36, 48),
    padding: 12,
  },
  inline: {
    stacked: false,
    numeral: serif(900, 'accent', 38, 44),
    kicker: KICKER,
    page: serif(700, 'ink', 28, 40),
    padding: 2,
  },
  'inline tight': {
    stacked: false,
    numeral: serif(900, 'accent', 32, 40),
    kicker: KICKER,
    page: serif(700, 'ink', 24, 34),
    padding: 2,
  },
};

interface RowPlace {
  readonly top: number;
  readonly pitch: number;
  readonly titleAt: number;
}

/** Numeral, range and page have the baseline of the title's first line. */
function agendaRow(
  { numeral, kicker, title, range, page }: AgendaRow,
  { stacked, padding, ...types }: AgendaTypes,
  { top, pitch, titleAt }: RowPlace,
): readonly TextFrame[] {
  const above = stacked && kicker ? types.kicker.leading : 0;
  const height = above + title.lines.length * title.leading;
  const y = top + (pitch - padding - height) / 2;
  const titleType = serif(700, 'ink', title.size, title.leading);
  const baseline = baselineOf(y + above, titleType);
  const pageWidth = 90;
  const rangeWidth = 150;
  const name = numeral;
  return [
    textFrom(`Numeral ${name}`, numeral, types.numeral, { x: SLIDE.margin, width: 180, baseline }),
    ...(kicker
      ? [
          textFrom(`Kicker ${name}`, kicker, types.kicker, {
            x: TITLES,
            width: stacked ? AGENDA.width : titleAt - TITLES,
            ...(stacked ? { top: y } : { baseline }),
          }),
        ]
      : []),
    textFrom(`Section ${name}`, title, titleType, {
      x: titleAt,
      width: AGENDA.width - (titleAt - TITLES),
      top: y + above,
    }),
    ...(range
      ? [
          textFrom(
            `Questions ${name}`,
            range,
            sans(400, 'grey', 22, 32),
            { x: RIGHT - pageWidth - rangeWidth, width: rangeWidth, baseline },
            { align: 'right' },
          ),
        ]
      : []),
    ...(page === undefined
      ? []
      : [
          textFrom(
            `Page ${name}`,
            page,
            types.page,
            { x: RIGHT - pageWidth, width: pageWidth, baseline },
            { align: 'right' },
          ),
        ]),
  ];
}

export function dividerFrames({
  numeral,
  numeralLength,
  kicker,
  title,
  reference,
}: DividerSlide): SlideFrames {
  const at = { x: 652, width: 540 };
  const kickerType = kicker && serif(500, 'on-flood', kicker.size, kicker.leading);
  const below = kicker ? 174 + kicker.lines.length * kicker.leading + 6 : 174;
  const titleType = serif(900, 'on-flood', title.size, title.leading);
  return {
    kind: 'divider',
    background: 'flood',
    rules: [rule(652, 148, 540, 3, 'on-flood')],
    texts: [
      textFrom('Title', title, titleType, { ...at, top: below }, { part: 'title' }),
      bigNumeral(numeral, numeralLength),
      ...(kicker && kickerType ? [textFrom('Kicker', kicker, kickerType, { ...at, top: 174 })] : []),
      ...(reference
        ? [textFrom('Reference', reference, sans(500, 'on-flood', 22), { ...at, baseline: 624 })]
        : []),
    ],
    notes: [],
  };
}

/** One character fills the left half; two or three stand under one another. */
function bigNumeral(numeral: string, length: number): TextFrame {
  if (length === 1)
    return textFrom('Numeral', numeral, serif(900, 'on-flood', 500, 500), {
      x: 64,
      width: 560,
      baseline: 586,
    });
  const size = length === 2 ? 260 : 174;
  return standing('Numeral', numeral, serif(900, 'on-flood', size, size), {
    middle: 314,
    y: 126,
    height: 560,
  });
}

const COLUMNS = { top: 216, foot: 670, gap: 24 } as const;

export function summaryFrames({
  label,
  heading,
  columnCount,
  takeawayLines,
  columns,
}: SummarySlide): SlideFrames {
  const width = (RIGHT - SLIDE.margin - (columnCount - 1) * COLUMNS.gap) / columnCount;
  const xOf = (index: number): number => SLIDE.margin + index * (width + COLUMNS.gap);
  const headingType = serif(900, 'ink', heading.size, heading.leading);
  const across = { x: SLIDE.margin, width: RIGHT - SLIDE.margin };
  return {
    kind: 'summary',
    background: 'paper',
    rules: columns.map((_, index) => rule(xOf(index), COLUMNS.top, width, 3, 'ink')),
    texts: [
      textFrom('Title', heading, headingType, { ...across, baseline: 168 }, { part: 'title' }),
      textFrom('Label', label, LABEL, { ...across, baseline: 96 }),
      ...columns.flatMap((column, index) =>
        summaryColumn(column, { x: xOf(index), width, takeawayLines, isOnly: columnCount === 1 }),
      ),
    ],
    notes: [],
  };
}

interface ColumnPlace {
  readonly x: number;
  readonly width: number;
  readonly takeawayLines: number;
  readonly isOnly: boolean;
}

function summaryColumn(
  { number, takeaway, text, page }: SummaryColumn,
  { x, width, takeawayLines, isOnly }: ColumnPlace,
): readonly TextFrame[] {
  const indent = isOnly ? 188 : 0;
  const top = COLUMNS.top + 3 + (isOnly ? 48 : 147);
  const at = { x: x + indent, width: width - indent - 12 };
  const takeawayType = serif(700, 'ink', takeaway.size, takeaway.leading);
  const furniture = sans(400, 'grey', 18, 28);
  return [
    textFrom(`Number ${number}`, number, serif(900, 'accent', 104, 104), {
      x: x - 4,
      width: Math.min(width, 190),
      top: COLUMNS.top + 3 + 17,
    }),
    textFrom(`Takeaway ${number}`, takeaway, takeawayType, { ...at, top }),
    ...(text
      ? [
          textFrom(`Point ${number}`, text, sans(400, 'ink', text.size, text.leading), {
            ...at,
            top: top + takeawayLines * takeaway.leading + 21,
          }),
        ]
      : []),
    ...(page
      ? [
          lying(`Page ${number}`, [paragraph(page)], furniture, {
            x,
            y: COLUMNS.foot - 28,
            width,
            anchor: 'bottom',
          }),
        ]
      : []),
  ];
}
