// What a text may hold in PowerPoint's XML, and the mark that stands for a line's end on the way there.

/** Unicode's line separator: no text keeps one, so it can stand for the end of a line until the file is put right. */
export const LINE_END = '\u2028';

/** `text` without what XML 1.0 (2.2) forbids, and on one line. */
export function plain(text: string): string {
  return text.replace(/[\r\n\t\u2028\u2029]+/g, ' ').replace(/\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, '');
}
