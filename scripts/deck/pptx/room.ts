// The boxes of a PowerPoint file are roomier than the texts in them: its fonts are others, and somebody will edit.

import { type Box, SLIDE, type TextFrame } from '../frames/frame.ts';

/** The frame's box with half a line to spare, and some of an em at the end of lines that are kept, inside the slide. */
export function boxFor({ box, anchor, align, direction, part, type, paragraphs }: TextFrame): Box {
  if (direction === 'vertical')
    return inside({ ...box, x: box.x - type.leading / 4, width: box.width + type.leading / 4 });
  const more = type.leading / 2;
  const tall =
    anchor === 'top'
      ? { ...box, height: box.height + more }
      : { ...box, y: box.y - more, height: box.height + more };
  const hung = part === 'points' ? { ...tall, x: tall.x - HANGING, width: tall.width + HANGING } : tall;
  const flows = paragraphs.some(({ lines, keepsLines }) => lines.length > 1 && !keepsLines);
  const spare = flows ? 0 : Math.min(type.size, SPARE);
  return inside(
    align === 'right'
      ? { ...hung, x: hung.x - spare, width: hung.width + spare }
      : { ...hung, width: hung.width + spare },
  );
}

/** What bullets hang out by. */
const HANGING = 34;

/** What is left free beside a text, in pixels: columns come no closer. */
const SPARE = 20;

function inside({ x, y, width, height }: Box): Box {
  const [left, top] = [Math.max(0, x), Math.max(0, y)];
  const [right, bottom] = [Math.min(SLIDE.width, x + width), Math.min(SLIDE.height, y + height)];
  return { x: left, y: top, width: right - left, height: bottom - top };
}
