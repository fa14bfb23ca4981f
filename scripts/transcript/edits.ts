// Changes to a text as values: each names the span it replaces, so that all of them can be traced to the input.

/** What a change is, for the account that an import gives of itself. */
export type ChangeKind =
  /** A carriage return, or another control that stands for the end of a line. */
  | 'line-ending'
  /** A character without width or ink: zero-width space, soft hyphen, direction mark. */
  | 'invisible'
  /** Indentation, trailing or repeated white space, white space of another width, a space beside a wide mark. */
  | 'space'
  /** The same character under another code: full-width Latin, Kangxi radicals. */
  | 'compatibility'
  /** A reading in brackets that a careless conversion left behind its character. */
  | 'pinyin'
  /** Width and form of a mark. */
  | 'punctuation'
  /** A quotation mark in the one form the manuscript uses. */
  | 'quotation'
  /** A character of the other script, or one that a careless conversion chose wrong. */
  | 'character'
  /** Who speaks, now told by the structure. */
  | 'label'
  /** The sign of a heading, now told by the structure. */
  | 'heading-mark'
  /** When somebody spoke, beside the label. */
  | 'timestamp'
  /** Markdown's signs of bold and quoted words, the tags of a page or a caption. */
  | 'markup'
  /** A character that a page or a caption writes by its name, such as &amp;. */
  | 'reference'
  /** A line of ornaments that parts what stands above it from what stands below. */
  | 'rule'
  /** The number and time of a caption, the header and the comments of its file. */
  | 'cue'
  /** What the caption before has shown already. */
  | 'repeat'
  /** What a page has for itself: menus, forms, figures, hidden parts. */
  | 'navigation'
  | 'script'
  | 'style'
  /** A blank line, the end of the file, or a line break inside a question. */
  | 'line-break'
  /** Text that the transcript does not have and the manuscript cannot be without. */
  | 'addition';

/** Replaces `[start, end)`, in UTF-16 units of the text it is for. A list of edits is sorted and without overlap. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly after: string;
  readonly kind: ChangeKind;
  /** The character that a pinyin residue stood behind. */
  readonly subject?: string;
}

export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end, after } of edits) {
    parts.push(text.slice(from, start), after);
    from = end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

/**
 * The edits that do at once what `first` and then `second` do: `first` is for some text, `middle` is that text after
 * it, `second` is for `middle`. Where two meet they become one, of the kind of the later. Linear.
 */
export function composeEdits(middle: string, first: readonly Edit[], second: readonly Edit[]): Edit[] {
  const composed: Edit[] = [];
  let shift = 0;
  let i = 0;
  let j = 0;
  for (;;) {
    const early = first[i];
    const late = second[j];
    if (early === undefined && late === undefined) return composed;
    const from = early ? early.start + shift : Number.POSITIVE_INFINITY;
    const to = early ? from + early.after.length : Number.POSITIVE_INFINITY;
    if (early && (!late || to <= late.start)) {
      composed.push(early);
      shift += early.after.length - (early.end - early.start);
      i += 1;
    } else if (late && late.end <= from) {
      composed.push({ ...late, start: late.start - shift, end: late.end - shift });
      j += 1;
    } else {
      const start = Math.min(from, late?.start ?? from);
      const cluster = { start, end: start, source: start - shift, firstLate: j, last: late ?? early };
      let grown = true;
      while (grown) {
        grown = false;
        for (let next = first[i]; next && touches(next.start + shift, cluster); next = first[i]) {
          cluster.end = Math.max(cluster.end, next.start + shift + next.after.length);
          shift += next.after.length - (next.end - next.start);
          i += 1;
          grown = true;
        }
        for (let next = second[j]; next && touches(next.start, cluster); next = second[j]) {
          cluster.end = Math.max(cluster.end, next.end);
          cluster.last = next;
          j += 1;
          grown = true;
        }
      }
      const inner = second
        .slice(cluster.firstLate, j)
        .map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
      const after = applyEdits(middle.slice(start, cluster.end), inner);
      if (cluster.last)
        composed.push({ ...cluster.last, start: cluster.source, end: cluster.end - shift, after });
    }
  }
}

/** Where an offset of the edited text stands in the text before the edits. Logarithmic after a linear preparation. */
export function sourceLocator(edits: readonly Edit[]): (offset: number) => number {
  const starts: number[] = [];
  const shifts: number[] = [];
  let shift = 0;
  for (const { start, end, after } of edits) {
    starts.push(start + shift);
    shifts.push(shift);
    shift += after.length - (end - start);
  }
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const edit = edits[low - 1];
    if (edit === undefined) return offset;
    const into = offset - (starts[low - 1] ?? 0);
    return into < edit.after.length
      ? Math.min(edit.start + into, Math.max(edit.start, edit.end - 1))
      : edit.end + into - edit.after.length;
  };
}

/** Whether an edit that begins at `start` reaches into the cluster, or begins it. */
function touches(start: number, cluster: { readonly start: number; readonly end: number }): boolean {
  return start < cluster.end || start === cluster.start;
}
