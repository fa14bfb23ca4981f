// The slides with the bracket: cover, quotation, closing.

import type { Ornament, Slides } from '../../theme/design.ts';
import type { ClosingSlide, CoverSlide, QuoteSlide } from '../slides.ts';
import {
  bracket,
  lying,
  paragraph,
  RIGHT,
  SLIDE,
  type SlideFrames,
  standing,
  type TextFrame,
  textFrom,
  textUpTo,
  topOf,
  typeIn,
} from './frame.ts';

const LAST_BASELINE = 664;

/** Titles of every size keep their tops in line under the bracket. */
export function coverFrames(slide: CoverSlide, { slots }: Slides['cover']): SlideFrames {
  const { title, subtitle, credit, direction, notes } = slide;
  const x = 164;
  const top = 124 + 0.45 * title.size - title.leading / 2;
  const below = top + title.lines.length * title.leading + 24;
  const isVertical = direction === 'vertical';
  const width = isVertical ? 900 : RIGHT - x;
  const creditAt = { x, width: isVertical ? 700 : slots.credit.width, lastBaseline: LAST_BASELINE };
  return {
    kind: 'cover',
    background: 'paper',
    rules: bracket({ x: SLIDE.margin, y: 72, width: 300, height: 400 }, 'top left', 'accent'),
    texts: [
      textFrom('Title', title, typeIn(slots.title, 'ink', title), { x, width, top }, { part: 'title' }),
      ...(subtitle
        ? [textFrom('Subtitle', subtitle, typeIn(slots.subtitle, 'grey', subtitle), { x, width, top: below })]
        : []),
      ...(isVertical ? intervieweeStanding(slide, slots) : intervieweeLying(slide, slots)),
      ...(credit ? [textUpTo('Credit', credit, typeIn(slots.credit, 'grey'), creditAt)] : []),
    ],
    notes,
  };
}

type CoverSlots = Slides['cover']['slots'];

const END = { align: 'right' } as const;

/** On the cover's outer edge. */
function intervieweeLying({ name, role }: CoverSlide, slots: CoverSlots): readonly TextFrame[] {
  if (name === undefined) return [];
  const { width } = slots.name;
  const at = { x: RIGHT - width, width };
  const nameType = typeIn(slots.name, 'ink');
  const roleType = typeIn(slots.role, 'grey');
  const foot = role === undefined ? 672 : topOf(LAST_BASELINE, roleType) - 13;
  const nameAt = { ...at, y: foot - nameType.leading, anchor: 'bottom' } as const;
  return [
    lying('Name', [paragraph(name)], nameType, nameAt, END),
    ...(role ? [textUpTo('Role', role, roleType, { ...at, lastBaseline: LAST_BASELINE }, END)] : []),
  ];
}

/** Downwards, ending on the last baseline. */
function intervieweeStanding({ name, role }: CoverSlide, slots: CoverSlots): readonly TextFrame[] {
  if (name === undefined) return [];
  const nameType = typeIn(slots.verticalName, 'ink');
  const roleType = typeIn(slots.verticalRole, 'grey');
  const column = (middle: number, height: number) => ({ middle, y: LAST_BASELINE + 2 - height, height });
  const beside = RIGHT - nameType.leading - 22 - roleType.leading / 2;
  return [
    standing('Name', name, nameType, column(RIGHT - nameType.leading / 2, 500), END),
    ...(role ? [standing('Role', role, roleType, column(beside, 580), END)] : []),
  ];
}

/** A pull quote: columns under the turned bracket, or lines after an opening one, or after `mark`. */
export function quoteFrames(
  { direction, quote, name, role, page }: QuoteSlide,
  { slots }: Slides['quote'],
  mark: Ornament | undefined,
): SlideFrames {
  const isVertical = direction === 'vertical';
  const x = isVertical ? SLIDE.margin : 276;
  const type = typeIn(isVertical ? slots.vertical : slots.horizontal, 'ink', quote);
  const frame = isVertical
    ? standing('Quote', quote, type, { middle: 1049, y: 135, height: 540 }, { part: 'title' })
    : textFrom('Quote', quote, type, { x, width: RIGHT - x, baseline: 196 }, { part: 'title' });
  const box = { x: isVertical ? RIGHT - 228 : SLIDE.margin, y: 72, width: 228, height: 300 };
  const source = [role, page].filter((part) => part !== undefined).join('　');
  const width = 620;
  const nameAt = { x, width, lastBaseline: source === '' ? LAST_BASELINE : LAST_BASELINE - 42 };
  return {
    kind: 'quote',
    background: 'paper',
    rules: mark ? [] : bracket(box, isVertical ? 'top right' : 'top left', 'accent'),
    texts: [
      frame,
      ...(mark ? [quotationMark(mark)] : []),
      ...(name ? [textUpTo('Name', name, typeIn(slots.name, 'ink'), nameAt)] : []),
      ...(source === ''
        ? []
        : [textUpTo('Role', source, typeIn(slots.role, 'grey'), { x, width, lastBaseline: LAST_BASELINE })]),
    ],
    notes: [],
  };
}

/** Drawn as large as the bracket that it stands for. */
function quotationMark({ face, characters }: Ornament): TextFrame {
  const step = { size: 220, leading: 220, width: 240 };
  const type = typeIn({ face, tracking: 0, width: step.width, height: step.size, steps: [step] }, 'accent');
  return textFrom('Mark', characters, type, { x: 167, width: step.width, top: 43 });
}

export function closingFrames(
  { words, name, role, credit }: ClosingSlide,
  { slots }: Slides['closing'],
): SlideFrames {
  const x = SLIDE.margin;
  const nameAt = { x, width: slots.name.width, lastBaseline: role === undefined ? 617 : 576 };
  return {
    kind: 'closing',
    background: 'flood',
    rules: bracket({ x: RIGHT - 300, y: 264, width: 300, height: 400 }, 'bottom right', 'on-flood'),
    texts: [
      textFrom(
        'Closing',
        words,
        typeIn(slots.words, 'on-flood', words),
        { x, width: RIGHT - x, baseline: 180 },
        { part: 'title' },
      ),
      ...(name ? [textUpTo('Name', name, typeIn(slots.name, 'on-flood'), nameAt)] : []),
      ...(role
        ? [
            textUpTo('Role', role, typeIn(slots.role, 'on-flood'), {
              x,
              width: slots.role.width,
              lastBaseline: 617,
            }),
          ]
        : []),
      textUpTo('Credit', credit, typeIn(slots.credit, 'on-flood'), {
        x,
        width: slots.credit.width,
        lastBaseline: LAST_BASELINE,
      }),
    ],
    notes: [],
  };
}
