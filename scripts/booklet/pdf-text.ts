// A PDF as Typst writes it, plain objects and a plain cross-reference table (ISO 32000-1, 7.5.4), changed in place.

export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** `pdf` with the edits that `editsOf` makes of its text, a character for a byte. A file without a plain table stays as it is. */
export function editPdf(pdf: Uint8Array, editsOf: (source: string) => readonly Edit[]): Uint8Array {
  const source = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const table = source.lastIndexOf('\nxref');
  const edits = table === -1 ? [] : editsOf(source).toSorted((a, b) => a.start - b.start);
  if (edits.length === 0) return pdf;
  const body = applied(source.slice(0, table + 1), edits);
  const moved = movedBy(edits);
  const rest = source
    .slice(table + 1)
    .replace(/^\d{10}(?= \d{5} n)/gm, (offset) => String(moved(Number(offset))).padStart(10, '0'))
    .replace(/(?<=startxref\s+)\d+/, (offset) => String(moved(Number(offset))));
  return new Uint8Array(Buffer.from(body + rest, 'latin1'));
}

function applied(source: string, edits: readonly Edit[]): string {
  let text = '';
  let at = 0;
  for (const edit of edits) {
    text += source.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return text + source.slice(at);
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
