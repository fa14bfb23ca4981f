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
  let wordStart = from;
  for (const word of wordsOfClause(text.slice(from, to))) {
    const wordEnd = wordStart + word.length;
    if (wordStart >= end) return false;
    const reachesBefore = wordStart < start && start < wordEnd && wordEnd < end;
    const reachesBehind = start < wordStart && wordStart < end && end < wordEnd;
    if (reachesBefore || reachesBehind) return true;
    wordStart = wordEnd;
  }
  return false;
}

const CLAUSE = 16;

/** The editions of an interview ask about the same clauses. */
function wordsOfClause(clause: string): readonly string[] {
  const words = known.get(clause) ?? segmentsOf(clause);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(clause, words);
  return words;
}

const known = new Map<string, readonly string[]>();
const MOST_KNOWN = 5000;
