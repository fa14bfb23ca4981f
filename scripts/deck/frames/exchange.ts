// The slides of an exchange: question, takeaway and points beside the number.

import type { ExchangeSlide, QuestionSlide } from '../slides.ts';
import {
  lying,
  paragraph,
  RIGHT,
  rule,
  SLIDE,
  type SlideFrames,
  sans,
  serif,
  type TextFrame,
  textFrom,
  textUpTo,
} from './frame.ts';

const COLUMN = { x: 276, width: RIGHT - 276 } as const;
const POINTS_TOP = 392;

export function exchangeFrames(slide: ExchangeSlide): SlideFrames {
  const { question, takeaway, points, pointSize, pointLeading, padding, notes } = slide;
  const takeawayType = serif(900, 'ink', takeaway.size, takeaway.leading);
  const pointType = sans(400, 'ink', pointSize, pointLeading);
  const paragraphs = points.map((point, index) => paragraph(point, false, index === 0 ? 0 : 2 * padding));
  const at = { ...COLUMN, y: POINTS_TOP + padding, anchor: 'top' } as const;
  return {
    kind: 'exchange',
    background: 'paper',
    rules: [
      rule(COLUMN.x, POINTS_TOP, COLUMN.width, 3, 'ink'),
      ...points
        .slice(1)
        .map((_, index) => rule(COLUMN.x, topOfPoint(slide, index + 1), COLUMN.width, 1, 'hairline')),
    ],
    texts: [
      textUpTo('Takeaway', takeaway, takeawayType, { ...COLUMN, lastBaseline: 326 }, { part: 'title' }),
      ...labelled(slide),
      ...(question
        ? [
            textFrom('Question', question, sans(500, 'grey', question.size, question.leading), {
              ...COLUMN,
              baseline: 96,
            }),
          ]
        : []),
      ...(points.length > 0 ? [lying('Points', paragraphs, pointType, at, { part: 'points' })] : []),
      ...foot(slide),
    ],
    notes,
  };
}

function topOfPoint({ points, pointLeading, padding }: ExchangeSlide, index: number): number {
  const lines = points.slice(0, index).reduce((sum, point) => sum + point.lines.length, 0);
  return POINTS_TOP + lines * pointLeading + 2 * padding * index;
}

/** A question too long to stand above its takeaway has the slide before to itself. */
export function questionFrames(slide: QuestionSlide): SlideFrames {
  const { question, notes } = slide;
  const type = sans(500, 'ink', question.size, question.leading);
  const options = { part: 'title' } as const;
  return {
    kind: 'question',
    background: 'paper',
    rules: [],
    texts: [
      textFrom('Question', question, type, { ...COLUMN, baseline: 96 }, options),
      ...labelled(slide),
      ...foot(slide),
    ],
    notes,
  };
}

/** 問 and the number, at the left edge. */
function labelled({ label, number, digits }: QuestionSlide | ExchangeSlide): readonly TextFrame[] {
  const size = NUMBER_SIZES[digits - 1] ?? 92;
  return [
    textFrom('Label', label, sans(700, 'accent', 26, 40), { x: SLIDE.margin, width: 160, baseline: 96 }),
    textFrom('Number', number, serif(900, 'accent', size, 188), {
      x: SLIDE.margin - 6,
      width: 190,
      baseline: 330,
    }),
  ];
}

const NUMBER_SIZES = [188, 138, 92];

function foot({ section, page }: QuestionSlide | ExchangeSlide): readonly TextFrame[] {
  const type = sans(400, 'grey', 18, 27);
  const lastBaseline = 664;
  const width = 220;
  return [
    textUpTo('Section', section, type, { x: SLIDE.margin, width: 860, lastBaseline }),
    ...(page
      ? [textUpTo('Page', page, type, { x: RIGHT - width, width, lastBaseline }, { align: 'right' })]
      : []),
  ];
}
