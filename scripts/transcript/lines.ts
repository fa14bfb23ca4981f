// A text by its lines, each with its offset; and the spans in a line that no rule for prose may touch.

export interface TextLine {
  /** Offset of the first character in the text. */
  readonly start: number;
  /** Without the line end. */
  readonly text: string;
}

export function* linesOf(text: string): Generator<TextLine> {
  let start = 0;
  for (;;) {
    const end = text.indexOf('\n', start);
    yield { start, text: text.slice(start, end === -1 ? undefined : end) };
    if (end === -1) return;
    start = end + 1;
  }
}

/** Tells of an offset in `line` whether it stands in a URL, an e-mail address or code between backticks. */
export function literalSpans(line: string): (at: number) => boolean {
  if (!/:\/\/|www\.|@|`/.test(line)) return () => false;
  const literal = new Uint8Array(line.length);
  for (const match of line.matchAll(LITERAL)) literal.fill(1, match.index, match.index + match[0].length);
  return (at) => literal[at] === 1;
}

/** A URL ends before the marks that close the sentence around it. Every repetition is bounded or cannot overlap. */
const LITERAL =
  /`[^`]+`|(?:\b[a-z]{2,10}:\/\/|\bwww\.)[\x21-\x7e]*[\w/#=&%~+-]|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/gi;
