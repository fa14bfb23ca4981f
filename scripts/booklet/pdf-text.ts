// A PDF as Typst writes it, plain objects and a plain cross-reference table (ISO 32000-1, 7.5.4), changed in place.

export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** `pdf` with the edits that `editsOf` makes of its text, a character for a byte. A file without a plain table stays as it is. */
export function editPdf(pdf: Uint8Array, editsOf: (source: string) => readonly Edit[]): Uint8Array {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const source = bytes.toString('latin1');
  const table = source.lastIndexOf('\nxref');
  const edits = table === -1 ? [] : editsOf(source).toSorted((a, b) => a.start - b.start);
  if (edits.length === 0) return pdf;
  const moved = movedBy(edits);
  const rest = source
    .slice(table + 1)
    .replace(/^\d{10}(?= \d{5} n)/gm, (offset) => String(moved(Number(offset))).padStart(10, '0'))
    .replace(/(?<=startxref\s+)\d+/, (offset) => String(moved(Number(offset))));
  return joined([...applied(bytes.subarray(0, table + 1), edits), Buffer.from(rest, 'latin1')]);
}

function applied(bytes: Buffer, edits: readonly Edit[]): readonly Buffer[] {
  let at = 0;
  const parts = edits.flatMap(({ start, end, text }) => {
    const before = bytes.subarray(at, start);
    at = end;
    return [before, Buffer.from(text, 'latin1')];
  });
  return [...parts, bytes.subarray(at)];
}

/** In memory of its own: a long book is many megabytes, and is not copied once more. */
function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Where an offset comes to stand: objects need not stand in the order of the table. */
function movedBy(edits: readonly Edit[]): (offset: number) => number {
  const shifts: number[] = [0];
  for (const { start, end, text } of edits) shifts.push((shifts.at(-1) ?? 0) + text.length - (end - start));
  return (offset) => {
    let [low, high] = [0, edits.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((edits[middle]?.end ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return offset + (shifts[low] ?? 0);
  };
}
