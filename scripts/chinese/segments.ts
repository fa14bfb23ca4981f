// The words of a text by the Unicode word dictionary (UAX #29, ICU), the same on every machine.

let segmenter: Intl.Segmenter | undefined;

function segment(text: string): Iterable<Intl.SegmentData> {
  // The locale is fixed so that the machine's own never changes a build.
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return segmenter.segment(text);
}

/** The words and the marks between them; joined they give `text` again. */
export function segmentsOf(text: string): string[] {
  return Array.from(segment(text), (part) => part.segment);
}

/**
 * Whether the stretch of `text` from `start` to `end`, in UTF-16 units, begins or ends inside a word that reaches beyond
 * it. Looks at the clause around it alone: a text is long, and such questions are few.
 */
export function cutsWord(text: string, start: number, end: number): boolean {
  const from =
    start - (/\p{Script=Han}*$/u.exec(text.slice(Math.max(0, start - CLAUSE), start))?.[0].length ?? 0);
  const to = end + (/^\p{Script=Han}*/u.exec(text.slice(end, end + CLAUSE))?.[0].length ?? 0);
  for (const { index, segment: word } of segment(text.slice(from, to))) {
    const [wordStart, wordEnd] = [from + index, from + index + word.length];
    if (wordStart >= end) return false;
    const reachesBefore = wordStart < start && start < wordEnd && wordEnd < end;
    const reachesBehind = start < wordStart && wordStart < end && end < wordEnd;
    if (reachesBefore || reachesBehind) return true;
  }
  return false;
}

const CLAUSE = 16;
