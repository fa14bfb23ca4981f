// The slides of an exchange: question, takeaway and points beside the number.

import type { Slides } from '../../theme/design.ts';
import type { ExchangeSlide, QuestionSlide } from '../slides.ts';
import {
  headOf,
  lying,
  paragraph,
  partFrom,
  RIGHT,
  rule,
  SLIDE,
  type SlideFrames,
  type TextFrame,
  textFrom,
  textUpTo,
  typeIn,
} from './frame.ts';

const COLUMN = { x: 276, width: RIGHT - 276 } as const;
const RAIL = { x: SLIDE.margin, width: 176 } as const;
/** Where the points begin, unless they need more room than is below. */
const POINTS_TOP = 392;
const FOOT = 642;

function topOfPoints({ points, pointLeading, padding }: ExchangeSlide): number {
  const lines = points.reduce((sum, point) => sum + point.lines.length, 0);
  return Math.min(POINTS_TOP, FOOT - lines * pointLeading - 2 * padding * points.length);
}

export function exchangeFrames(slide: ExchangeSlide, { slots }: Slides['exchange']): SlideFrames {
  const { name, question, takeaway, points, pointSize, pointLeading, padding, notes } = slide;
  const top = topOfPoints(slide);
  const takeawayType = typeIn(slots.takeaway, 'title', takeaway);
  const pointType = typeIn(slots.points, 'ink', { size: pointSize, leading: pointLeading });
  const paragraphs = points.map((point, index) => paragraph(point, false, index === 0 ? 0 : 2 * padding));
  const at = { ...COLUMN, y: top + padding, anchor: 'top' } as const;
  return {
    kind: 'exchange',
    background: 'paper',
    rules: [
      rule(COLUMN.x, top, COLUMN.width, 3, 'ink'),
      ...points
        .slice(1)
        .map((_, index) => rule(COLUMN.x, topOfPoint(slide, index + 1), COLUMN.width, 1, 'hairline')),
    ],
    texts: [
      textUpTo('Takeaway', takeaway, takeawayType, { ...COLUMN, lastBaseline: top - 66 }, { part: 'title' }),
      ...headOf(slide.running, slots.running),
      ...labelled(slide, slots),
      ...partFrom(slide.part, slots.part, { x: RAIL.x, baseline: 426 }),
      ...(name && slots.name
        ? [textFrom('Name', name, typeIn(slots.name, 'grey'), { ...RAIL, baseline: 428 })]
        : []),
      ...(question
        ? [
            textFrom('Question', question, typeIn(slots.question, 'grey', question), {
              ...COLUMN,
              baseline: 96,
            }),
          ]
        : []),
      ...(points.length > 0 ? [lying('Points', paragraphs, pointType, at, { part: 'points' })] : []),
      ...foot(slide, slots),
    ],
    pictures: [],
    notes,
  };
}

function topOfPoint(slide: ExchangeSlide, index: number): number {
  const { points, pointLeading, padding } = slide;
  const lines = points.slice(0, index).reduce((sum, point) => sum + point.lines.length, 0);
  return topOfPoints(slide) + lines * pointLeading + 2 * padding * index;
}

/** A question too long to stand above its takeaway has the slide before to itself. */
export function questionFrames(slide: QuestionSlide, { slots }: Slides['question']): SlideFrames {
  const { question, notes } = slide;
  const type = typeIn(slots.question, 'ink', question);
  const options = { part: 'title' } as const;
  return {
    kind: 'question',
    background: 'paper',
    rules: [],
    texts: [
      textFrom('Question', question, type, { ...COLUMN, baseline: 96 }, options),
      ...headOf(slide.running, slots.running),
      ...labelled(slide, slots),
      ...foot(slide, slots),
    ],
    pictures: [],
    notes,
  };
}

type Furniture = Pick<Slides['exchange']['slots'], 'label' | 'number' | 'foot' | 'page'>;

/** 問 and the number, at the left edge; a number of more digits is smaller. */
function labelled(
  { label, number, digits }: QuestionSlide | ExchangeSlide,
  slots: Furniture,
): readonly TextFrame[] {
  const step = slots.number.steps[digits - 1] ?? slots.number.steps.at(-1);
  const x = SLIDE.margin;
  return [
    textFrom('Label', label, typeIn(slots.label, 'accent'), { x, width: slots.label.width, baseline: 96 }),
    textFrom('Number', number, typeIn(slots.number, 'accent', step), {
      x: x - 6,
      width: slots.number.width,
      baseline: 330,
    }),
  ];
}

function foot({ section, page }: QuestionSlide | ExchangeSlide, slots: Furniture): readonly TextFrame[] {
  const lastBaseline = 664;
  const { width } = slots.page;
  const pageAt = { x: RIGHT - width, width, lastBaseline };
  return [
    textUpTo('Section', section, typeIn(slots.foot, 'grey'), {
      x: SLIDE.margin,
      width: slots.foot.width,
      lastBaseline,
    }),
    ...(page ? [textUpTo('Page', page, typeIn(slots.page, 'grey'), pageAt, { align: 'right' })] : []),
  ];
}
