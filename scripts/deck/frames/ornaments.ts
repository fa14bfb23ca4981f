// The slides with the bracket: cover, quotation, closing.

import type { ClosingSlide, CoverSlide, QuoteSlide } from '../slides.ts';
import {
  bracket,
  lying,
  paragraph,
  RIGHT,
  SLIDE,
  type SlideFrames,
  sans,
  serif,
  standing,
  type TextFrame,
  textFrom,
  textUpTo,
  topOf,
  tracked,
} from './frame.ts';

const LAST_BASELINE = 664;

/** Titles of every size keep their tops in line under the bracket. */
export function coverFrames(slide: CoverSlide): SlideFrames {
  const { title, subtitle, credit, direction, notes } = slide;
  const x = 164;
  const type = serif(900, 'ink', title.size, title.leading);
  const top = 124 + 0.45 * title.size - title.leading / 2;
  const below = top + title.lines.length * title.leading;
  const width = direction === 'vertical' ? 900 : RIGHT - x;
  return {
    kind: 'cover',
    background: 'paper',
    rules: bracket({ x: SLIDE.margin, y: 72, width: 300, height: 400 }, 'top left', 'accent'),
    texts: [
      textFrom('Title', title, type, { x, width, top }, { part: 'title' }),
      ...(subtitle
        ? [
            textFrom('Subtitle', subtitle, sans(400, 'grey', subtitle.size, subtitle.leading), {
              x,
              width,
              top: below + 24,
            }),
          ]
        : []),
      ...interviewee(slide),
      ...(credit ? [lastLine('Credit', credit, 500, x, direction === 'vertical' ? 700 : 500, 'grey')] : []),
    ],
    notes,
  };
}

/** On the cover's outer edge: standing where it can, else lying. */
function interviewee({ name, role, direction }: CoverSlide): readonly TextFrame[] {
  if (name === undefined) return [];
  const nameType = serif(700, 'ink', 46, 60);
  const roleType = tracked(sans(400, 'grey', 20, 30), 0.08);
  if (direction === 'horizontal') {
    const width = 520;
    const at = { x: RIGHT - width, width };
    const roleFrame = role
      ? [textUpTo('Role', role, roleType, { ...at, lastBaseline: LAST_BASELINE }, END)]
      : [];
    const roleTop = role ? topOf(LAST_BASELINE, roleType) - 13 : 672;
    return [
      lying('Name', [paragraph(name)], nameType, { ...at, y: roleTop - 60, anchor: 'bottom' }, END),
      ...roleFrame,
    ];
  }
  const column = (middle: number, height: number) => ({ middle, y: LAST_BASELINE + 2 - height, height });
  const upright = tracked({ ...nameType, leading: 46 }, 0.1);
  const beside = { ...roleType, leading: 20 };
  return [
    standing('Name', name, upright, column(RIGHT - 23, 500), END),
    ...(role ? [standing('Role', role, beside, column(RIGHT - 78, 580), END)] : []),
  ];
}

const END = { align: 'right' } as const;

/** A pull quote: columns under the turned bracket, or lines after an opening one. */
export function quoteFrames(
  { direction, quote, name, role, page }: QuoteSlide,
  language: string,
): SlideFrames {
  const isVertical = direction === 'vertical';
  const x = isVertical ? SLIDE.margin : 276;
  const type = serif(700, 'ink', quote.size, quote.leading);
  const frame = isVertical
    ? standing('Quote', quote, type, { middle: 1049, y: 135, height: 540 }, { part: 'title' })
    : textFrom('Quote', quote, type, { x, width: RIGHT - x, baseline: 196 }, { part: 'title' });
  const box = { x: isVertical ? RIGHT - 228 : SLIDE.margin, y: 72, width: 228, height: 300 };
  const isMainland = language.startsWith('zh-Hans');
  const source = [role, page].filter((part) => part !== undefined).join('　');
  const nameBaseline = source === '' ? LAST_BASELINE : LAST_BASELINE - 42;
  return {
    kind: 'quote',
    background: 'paper',
    rules: isMainland ? [] : bracket(box, isVertical ? 'top right' : 'top left', 'accent'),
    texts: [
      frame,
      ...(isMainland
        ? [textFrom('Mark', '“', serif(900, 'accent', 220, 220), { x: 167, width: 240, top: 43 })]
        : []),
      ...(name
        ? [textUpTo('Name', name, serif(700, 'ink', 36, 54), { x, width: 620, lastBaseline: nameBaseline })]
        : []),
      ...(source === ''
        ? []
        : [
            textUpTo('Role', source, sans(400, 'grey', 20, 30), {
              x,
              width: 620,
              lastBaseline: LAST_BASELINE,
            }),
          ]),
    ],
    notes: [],
  };
}

export function closingFrames({ words, name, role, credit }: ClosingSlide): SlideFrames {
  const x = SLIDE.margin;
  const type = serif(900, 'on-flood', words.size, words.leading);
  return {
    kind: 'closing',
    background: 'flood',
    rules: bracket({ x: RIGHT - 300, y: 264, width: 300, height: 400 }, 'bottom right', 'on-flood'),
    texts: [
      textFrom('Closing', words, type, { x, width: RIGHT - x, baseline: 180 }, { part: 'title' }),
      ...(name
        ? [
            textUpTo('Name', name, serif(700, 'on-flood', 36, 54), {
              x,
              width: 760,
              lastBaseline: role ? 576 : 617,
            }),
          ]
        : []),
      ...(role
        ? [textUpTo('Role', role, sans(400, 'on-flood', 22), { x, width: 760, lastBaseline: 617 })]
        : []),
      lastLine('Credit', credit, 400, x, 790, 'on-flood'),
    ],
    notes: [],
  };
}

function lastLine(
  name: string,
  words: string,
  weight: 400 | 500,
  x: number,
  width: number,
  colour: 'grey' | 'on-flood',
): TextFrame {
  return textUpTo(name, words, sans(weight, colour, 22), { x, width, lastBaseline: LAST_BASELINE });
}
