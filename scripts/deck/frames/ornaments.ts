// The slides with the bracket: cover, quotation, closing.

import type { Ornament, Slides } from '../../theme/design.ts';
import type { ClosingSlide, CoverSlide, QuoteSlide } from '../slides.ts';
import {
  bracket,
  lying,
  paragraph,
  pictureIn,
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
  const { title, subtitle, logo, direction, notes } = slide;
  const credit = joined(slide.credit, slide.set.publisher?.text);
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
      textFrom('Title', title, typeIn(slots.title, 'title', title), { x, width, top }, { part: 'title' }),
      ...(subtitle
        ? [textFrom('Subtitle', subtitle, typeIn(slots.subtitle, 'grey', subtitle), { x, width, top: below })]
        : []),
      ...(isVertical ? intervieweeStanding(slide, slots) : intervieweeLying(slide, slots)),
      ...(credit ? [textUpTo('Credit', credit, typeIn(slots.credit, 'grey'), creditAt)] : []),
    ],
    pictures: logo ? [pictureIn(logo, { x: RIGHT - 240, y: 72, width: 240, height: 56 })] : [],
    notes,
  };
}

type CoverSlots = Slides['cover']['slots'];

const END = { align: 'right' } as const;

/** On the cover's outer edge. */
function intervieweeLying(
  { name, role, set: { name: nameLines, role: roleLines } }: CoverSlide,
  slots: CoverSlots,
): readonly TextFrame[] {
  if (name === undefined) return [];
  const { width } = slots.name;
  const at = { x: RIGHT - width, width };
  const nameType = typeIn(slots.name, 'ink', nameLines);
  const roleType = typeIn(slots.role, 'grey', roleLines);
  const roleHeight = ((roleLines?.lines.length ?? 1) - 1) * roleType.leading;
  const foot = role === undefined ? 672 : topOf(LAST_BASELINE, roleType) - roleHeight - 13;
  const nameHeight = (nameLines?.lines.length ?? 1) * nameType.leading;
  const nameAt = { ...at, y: foot - nameHeight, anchor: 'bottom' } as const;
  return [
    lying('Name', [paragraph(nameLines ?? name)], nameType, nameAt, END),
    ...(role
      ? [textUpTo('Role', roleLines ?? role, roleType, { ...at, lastBaseline: LAST_BASELINE }, END)]
      : []),
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
  { direction, quote, name, role, set: { name: nameLines }, page }: QuoteSlide,
  { slots }: Slides['quote'],
  mark: Ornament | undefined,
): SlideFrames {
  const isVertical = direction === 'vertical';
  const x = isVertical ? SLIDE.margin : 276;
  const type = typeIn(isVertical ? slots.vertical : slots.horizontal, 'title', quote);
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
      ...(name ? [textUpTo('Name', nameLines ?? name, typeIn(slots.name, 'ink', nameLines), nameAt)] : []),
      ...(source === ''
        ? []
        : [textUpTo('Role', source, typeIn(slots.role, 'grey'), { x, width, lastBaseline: LAST_BASELINE })]),
    ],
    pictures: [],
    notes: [],
  };
}

/** Drawn as large as the bracket that it stands for. */
function quotationMark({ face, characters }: Ornament): TextFrame {
  const step = { size: 220, leading: 220, width: 240 };
  const type = typeIn({ face, tracking: 0, width: step.width, height: step.size, steps: [step] }, 'accent');
  return textFrom('Mark', characters, type, { x: 167, width: step.width, top: 43 });
}

/** At the foot stand on each other who spoke, what it is, and where to read it; the code is inside the bracket. */
export function closingFrames(slide: ClosingSlide, { slots }: Slides['closing']): SlideFrames {
  const { words, link, logo } = slide;
  const x = SLIDE.margin;
  const type = typeIn(link ? slots.besideCode : slots.words, 'on-flood', words);
  const logoAt = link ? { x: RIGHT - 240, y: 72 } : { x: RIGHT - 300, y: 536 };
  return {
    kind: 'closing',
    background: 'flood',
    rules: bracket({ x: RIGHT - 300, y: 264, width: 300, height: 400 }, 'bottom right', 'on-flood'),
    texts: [
      textFrom('Closing', words, type, { x, width: RIGHT - x, baseline: 180 }, { part: 'title' }),
      ...footOf(slide, slots),
    ],
    pictures: [
      ...(link ? [pictureIn(link.code, { x: 844, y: 316, width: 292, height: 292 })] : []),
      ...(logo ? [pictureIn(logo, { ...logoAt, width: 240, height: 56 })] : []),
    ],
    notes: [],
  };
}

function footOf(
  { name, role, credit, link, set }: ClosingSlide,
  slots: Slides['closing']['slots'],
): readonly TextFrame[] {
  const address = link && `${link.label}　${link.shown.text}`;
  const whole = joined(credit, set.publisher?.text);
  const parts = [
    { title: 'Name', words: set.name ?? name, slot: slots.name, step: set.name, above: 0 },
    { title: 'Role', words: set.role ?? role, slot: slots.role, step: set.role, above: 3 },
    { title: 'Credit', words: whole, slot: slots.credit, step: undefined, above: 11 },
    { title: 'Link', words: address, slot: slots.address, step: link?.shown, above: 11 },
  ];
  const frames: TextFrame[] = [];
  let foot = 672;
  for (const { title, words, slot, step, above } of parts.reverse()) {
    if (words === undefined) continue;
    const type = typeIn(slot, 'on-flood', step);
    const height = (typeof words === 'string' ? 1 : words.lines.length) * type.leading;
    const at = { x: SLIDE.margin, y: foot - height, width: slot.width, anchor: 'bottom' } as const;
    frames.unshift(lying(title, [paragraph(words)], type, at));
    foot -= height + above;
  }
  return frames;
}

function joined(...parts: readonly (string | undefined)[]): string | undefined {
  const given = parts.filter((part) => part !== undefined);
  return given.length > 0 ? given.join('　') : undefined;
}
