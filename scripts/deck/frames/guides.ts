// The slides that guide through the interview: agenda, divider, summary.

import { widthInEms } from '../../chinese/characters.ts';
import type { Slides, Slot } from '../../theme/design.ts';
import type { AgendaRow, AgendaSlide, DividerSlide, Stage, SummaryColumn, SummarySlide } from '../slides.ts';
import {
  baselineOf,
  headOf,
  lying,
  paragraph,
  partFrom,
  RIGHT,
  type Rule,
  rule,
  SLIDE,
  type SlideFrames,
  standing,
  type TextFrame,
  type Type,
  textFrom,
  typeIn,
} from './frame.ts';

const TITLES = 276;
const ROWS = { top: 128, height: 536, mostPitch: 178 } as const;

export function agendaFrames(
  { running, label, part, pageLabel, layout: name, rows }: AgendaSlide,
  { slots, layouts, gap }: Slides['agenda'],
): SlideFrames {
  const layout = layouts.find((candidate) => candidate.name === name);
  const isInline = layout?.inline ?? false;
  const pitch = Math.min(ROWS.mostPitch, ROWS.height / rows.length);
  const kicker = typeIn(slots.kicker, 'grey');
  const sized = (slot: 'numeral' | 'page', colour: Type['colour'], size: number | undefined): Type => {
    const type = typeIn(slots[slot], colour);
    return size === undefined ? type : { ...type, size, leading: 1.4 * size };
  };
  const kickers = rows.map((row) =>
    row.kicker === undefined ? 0 : widthInEms(row.kicker) * kicker.size + gap,
  );
  const types: RowTypes = {
    numeral: sized('numeral', 'accent', layout?.numeral),
    kicker,
    title: (step) => typeIn(slots.title, 'ink', step),
    range: typeIn(slots.range, 'grey'),
    page: sized('page', 'ink', layout?.page),
  };
  const place = {
    pitch,
    isInline,
    titleAt: TITLES + (isInline ? Math.max(0, ...kickers) : 0),
    width: slots.title.width,
  };
  const labelAt = { x: SLIDE.margin, width: slots.label.width, baseline: 96 };
  const labelType = typeIn(slots.label, 'accent');
  const behindLabel = SLIDE.margin + widthInEms(label) * labelType.size * (1 + labelType.tracking) + 12;
  const pagesAt = { x: RIGHT - slots.pageLabel.width, width: slots.pageLabel.width, baseline: 96 };
  return {
    kind: 'agenda',
    background: 'paper',
    rules: rows.map((_, index) => ruleOf(index, ROWS.top + index * pitch)),
    texts: [
      textFrom('Title', label, labelType, labelAt, { part: 'title' }),
      ...partFrom(part, slots.part, { x: behindLabel, baseline: 96 }),
      ...headOf(running, slots.running),
      ...(pageLabel ? [textFrom('Pages', pageLabel, typeIn(slots.pageLabel, 'grey'), pagesAt, END)] : []),
      ...rows.flatMap((row, index) => agendaRow(row, types, { ...place, top: ROWS.top + index * pitch })),
    ],
    pictures: [],
    notes: [],
  };
}

const END = { align: 'right' } as const;

function ruleOf(index: number, y: number): Rule {
  const width = RIGHT - SLIDE.margin;
  return index === 0 ? rule(SLIDE.margin, y, width, 3, 'ink') : rule(SLIDE.margin, y, width, 1, 'hairline');
}

interface RowTypes {
  readonly numeral: Type;
  readonly kicker: Type;
  readonly title: (step: Pick<Type, 'size' | 'leading'>) => Type;
  readonly range: Type;
  readonly page: Type;
}

interface RowPlace {
  readonly top: number;
  readonly pitch: number;
  /** Whether the kicker stands on the line of the title. */
  readonly isInline: boolean;
  readonly titleAt: number;
  /** Of kicker and title together. */
  readonly width: number;
}

/** Numeral, range and page have the baseline of the title's first line. */
function agendaRow(row: AgendaRow, types: RowTypes, place: RowPlace): readonly TextFrame[] {
  const { numeral, kicker, title, range, page } = row;
  const { top, pitch, isInline, titleAt, width } = place;
  const titleType = types.title(title);
  const above = !isInline && kicker ? types.kicker.leading : 0;
  const height = above + title.lines.length * title.leading;
  const y = top + (pitch - (isInline ? 2 : 12) - height) / 2;
  const baseline = baselineOf(y + above, titleType);
  const kickerAt = { x: TITLES, width: isInline ? titleAt - TITLES : width };
  const pageAt = { x: RIGHT - 90, width: 90, baseline };
  const rangeAt = { x: RIGHT - 240, width: 150, baseline };
  return [
    textFrom(`Numeral ${numeral}`, numeral, types.numeral, { x: SLIDE.margin, width: 180, baseline }),
    ...(kicker
      ? [
          textFrom(`Kicker ${numeral}`, kicker, types.kicker, {
            ...kickerAt,
            ...(isInline ? { baseline } : { top: y }),
          }),
        ]
      : []),
    textFrom(`Section ${numeral}`, title, titleType, {
      x: titleAt,
      width: width - (titleAt - TITLES),
      top: y + above,
    }),
    ...(range ? [textFrom(`Questions ${numeral}`, range, types.range, rangeAt, END)] : []),
    ...(page === undefined ? [] : [textFrom(`Page ${numeral}`, page, types.page, pageAt, END)]),
  ];
}

export function dividerFrames(
  { stages, numeral, numeralLength, kicker, title, reference }: DividerSlide,
  { slots }: Slides['divider'],
): SlideFrames {
  const at = { x: 652, width: 540 };
  const kickerType = kicker && typeIn(slots.kicker, 'on-flood', kicker);
  const below = kicker ? 174 + kicker.lines.length * kicker.leading + 6 : 174;
  const titleType = typeIn(slots.title, 'on-flood', title);
  return {
    kind: 'divider',
    background: 'flood',
    rules: [rule(652, 148, 540, 3, 'on-flood'), ...stages.flatMap(fieldOf)],
    texts: [
      textFrom('Title', title, titleType, { ...at, top: below }, { part: 'title' }),
      bigNumeral(numeral, numeralLength, slots.numeral),
      ...(kicker && kickerType ? [textFrom('Kicker', kicker, kickerType, { ...at, top: 174 })] : []),
      ...stages.flatMap((_, index) => stageFrames(stages, index, slots)),
      ...(reference
        ? [textFrom('Reference', reference, typeIn(slots.reference, 'on-flood'), { ...at, baseline: 624 })]
        : []),
    ],
    pictures: [],
    notes: [],
  };
}

/** The agenda on a divider ends two lines above the reference: a line each, or numerals in a row. */
const STAGES = { x: 652, foot: 580, line: 38, field: 32, name: 698 } as const;

function placeOf(stages: readonly Stage[], index: number): { readonly x: number; readonly y: number } {
  const named = stages.some(({ name }) => name !== undefined);
  if (named) return { x: STAGES.x, y: STAGES.foot - (stages.length - index) * STAGES.line };
  return { x: STAGES.x + index * STAGES.line, y: STAGES.foot - STAGES.line };
}

/** The numeral of the section that begins stands in a field. */
function fieldOf({ isPresent }: Stage, index: number, stages: readonly Stage[]): readonly Rule[] {
  const { x, y } = placeOf(stages, index);
  return isPresent ? [rule(x, y + 3, STAGES.field, STAGES.field, 'on-flood')] : [];
}

function stageFrames(
  stages: readonly Stage[],
  index: number,
  slots: Slides['divider']['slots'],
): readonly TextFrame[] {
  const stage = stages[index];
  if (!stage) return [];
  const { x, y: top } = placeOf(stages, index);
  const slot = stage.isPresent ? slots.present : slots.stage;
  const step = slots.stage.steps[0];
  const inset = (STAGES.field - widthInEms(stage.numeral) * step.size) / 2;
  const numeralType = typeIn(slot, stage.isPresent ? 'flood' : 'on-flood', step);
  const numeralAt = { x: x + Math.max(0, inset), width: STAGES.line, top };
  const nameAt = { x: STAGES.name, width: slots.stage.width, top };
  return [
    textFrom(`Stage ${stage.numeral}`, stage.numeral, numeralType, numeralAt),
    ...(stage.name
      ? [textFrom(`Stage name ${stage.numeral}`, stage.name, typeIn(slot, 'on-flood', step), nameAt)]
      : []),
  ];
}

/** One character fills the left half; two or three stand under one another. */
function bigNumeral(numeral: string, length: number, slot: Slot): TextFrame {
  const type = typeIn(slot, 'on-flood', slot.steps[length - 1] ?? slot.steps.at(-1));
  if (length === 1) return textFrom('Numeral', numeral, type, { x: 64, width: 560, baseline: 586 });
  return standing('Numeral', numeral, type, { middle: 314, y: 126, height: 560 });
}

const COLUMNS = { top: 216, foot: 670, gap: 24 } as const;

export function summaryFrames(slide: SummarySlide, { slots, gap }: Slides['summary']): SlideFrames {
  const { running, section, range, label, heading, columnCount, takeawayLines, columns } = slide;
  const furniture = slots.foot && [section, range].filter((part) => part !== undefined).join('　');
  const headAt = { x: RIGHT - 480, width: 480, baseline: 52 };
  const width = (RIGHT - SLIDE.margin - (columnCount - 1) * COLUMNS.gap) / columnCount;
  const xOf = (index: number): number => SLIDE.margin + index * (width + COLUMNS.gap);
  const headingType = typeIn(slots.heading, 'title', heading);
  const across = { x: SLIDE.margin, width: RIGHT - SLIDE.margin };
  return {
    kind: 'summary',
    background: 'paper',
    rules: columns.map((_, index) => rule(xOf(index), COLUMNS.top, width, 3, 'ink')),
    texts: [
      textFrom('Title', heading, headingType, { ...across, baseline: 168 }, { part: 'title' }),
      ...headOf(running, slots.running),
      ...(furniture && slots.foot
        ? [textFrom('Section', furniture, typeIn(slots.foot, 'grey'), headAt, END)]
        : []),
      textFrom('Label', label, typeIn(slots.label, 'accent'), { ...across, baseline: 96 }),
      ...partFrom(slide.part, slots.part, { x: RIGHT - slots.part.width, baseline: 96 }, END),
      ...columns.flatMap((column, index) =>
        summaryColumn(column, { x: xOf(index), width, takeawayLines, gap, isOnly: columnCount === 1 }, slots),
      ),
    ],
    pictures: [],
    notes: [],
  };
}

interface ColumnPlace {
  readonly x: number;
  readonly width: number;
  readonly takeawayLines: number;
  /** Between takeaway and point. */
  readonly gap: number;
  readonly isOnly: boolean;
}

function summaryColumn(
  { number, takeaway, text, page }: SummaryColumn,
  { x, width, takeawayLines, gap, isOnly }: ColumnPlace,
  slots: Slides['summary']['slots'],
): readonly TextFrame[] {
  const indent = isOnly ? 188 : 0;
  const top = COLUMNS.top + 3 + (isOnly ? 48 : 147);
  const at = { x: x + indent, width: width - indent - 12 };
  const takeawayType = typeIn(slots.takeaway, 'title', takeaway);
  const furniture = typeIn(slots.page, 'grey');
  const above = textFrom(`Takeaway ${number}`, takeaway, takeawayType, { ...at, top });
  // Points begin on one line, unless the frame is narrower than the theme's measure and the takeaway taller.
  const below = top + Math.max(takeawayLines * takeaway.leading, above.box.height) + gap;
  return [
    textFrom(`Number ${number}`, number, typeIn(slots.number, 'accent'), {
      x: x - 4,
      width: Math.min(width, 190),
      top: COLUMNS.top + 3 + 17,
    }),
    above,
    ...(text
      ? [
          textFrom(`Point ${number}`, text, typeIn(slots.text, 'ink', text), {
            ...at,
            top: below,
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
