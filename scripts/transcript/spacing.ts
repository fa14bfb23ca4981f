// White space and characters without ink: one kind of line end, one kind of space, nothing invisible
// (Unicode general categories Zs, Cc and Cf; line ends of UAX #14).

import type { Edit } from './edits.ts';

/** Line ends become LF, other white space one ordinary space, none where a line begins or ends; invisibles go. */
export function normalizeSpacing(text: string): Edit[] {
  const edits: Edit[] = [];
  for (const { 0: before, index: start, groups } of text.matchAll(LINE_END_OR_BLANK)) {
    const end = start + before.length;
    if (groups?.['end'] === '\r\n') {
      edits.push({ start, end: start + 1, after: '', kind: 'line-ending' });
    } else if (groups?.['end']) {
      edits.push({ start, end, after: '\n', kind: 'line-ending' });
    } else {
      const hasWidth = WHITE_SPACE.test(before);
      const isBetween = !isLineEnd(text[start - 1]) && !isLineEnd(text[end]);
      const after = hasWidth && isBetween ? ' ' : '';
      if (after !== before) edits.push({ start, end, after, kind: hasWidth ? 'space' : 'invisible' });
    }
  }
  return edits;
}

/** A blank is any run without a line end; the joiner that makes one emoji of two is none. */
const LINE_END_OR_BLANK =
  /(?<end>\r\n?|[\v\f\x85\u2028\u2029])|(?:[\p{Zs}\t]|(?![\n\r\v\f\x85]|(?<=\p{Extended_Pictographic}|\ufe0f)\u200d\p{Extended_Pictographic})[\p{Cc}\p{Cf}])+/gu;
const WHITE_SPACE = /[\p{Zs}\t]/u;

function isLineEnd(character: string | undefined): boolean {
  return character === undefined || /[\n\r\v\f\x85\u2028\u2029]/.test(character);
}
