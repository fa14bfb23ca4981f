// The running text of a booklet, broken into lines before Typst sees it: Typst only puts them in their places.

import { widthInEms } from '../chinese/characters.ts';
import type { OpeningMark } from '../model/settings.ts';
import type { CellRules, MeasureText } from '../typography/cells.ts';
import { composeParagraph, type ParagraphStyle, type Piece } from '../typography/compose.ts';
import type { Columns } from './geometry.ts';
import type { TermPlace } from './index-of-terms.ts';
import type { MarkedRun } from './marked.ts';
import type { BookletView, ExchangeView, ParagraphView, SectionView, TurnView } from './view.ts';

export interface LineSetting extends CellRules {
  /** Whether a mark that opens a paragraph keeps the white before it. */
  readonly openingMark: OpeningMark;
  readonly columns: Columns;
}

/** With the names and terms of the index where they stand. */
export type Lines = readonly (Piece | { readonly terms: readonly number[] })[];

/** The view with its paragraphs as lines; everything else as it was. */
export type SetBooklet = Omit<BookletView, 'introduction' | 'sections'> & {
  readonly columns: Columns;
  readonly introduction: readonly Lines[];
  readonly sections: readonly (Omit<SectionView, 'exchanges'> & {
    readonly exchanges: readonly (Omit<ExchangeView, 'turns'> & {
      readonly turns: readonly SetTurn[];
    })[];
  })[];
};

export interface SetTurn {
  readonly label: string;
  readonly name: string;
  /** A label too long to stand before the text: its own lines. */
  readonly labelLines: Lines | null;
  /** What the first line gives up for the label, in ems. */
  readonly indent: number;
  readonly paragraphs: readonly Lines[];
  readonly inserts: TurnView['inserts'];
}

export function setLines(view: BookletView, setting: LineSetting): SetBooklet {
  const { columns } = setting;
  const known = knownFor(setting);
  const set = (runs: readonly MarkedRun[], measure: number, indent: number): Lines =>
    compose(runs.flatMap(withAddress), { measure, indent, openingMark: setting.openingMark }, setting, known);
  const paragraph = ({ runs, terms }: ParagraphView, measure: number, indent: number): Lines =>
    withTerms(set(runs, measure, indent), runs, terms);
  const indented = (measure: number) => (view: ParagraphView) => paragraph(view, measure, columns.indent);
  // Beside a label in a column of its own a text begins at its edge.
  const firstIndent = columns.speaker === 'beside' ? 0 : columns.indent;
  const turn = ({ label, name, paragraphs, inserts }: TurnView): SetTurn => {
    const [first, ...rest] = paragraphs;
    const width = columns.speaker === 'in-line' ? Math.ceil(widthInEms(label)) + 1 : 0;
    const isLong = width > columns.answer / 2;
    const indent = isLong ? 0 : width;
    const labelLines = isLong ? set([{ text: label, mark: LABEL }], columns.answer, 0) : null;
    const opening = first ? [paragraph(first, columns.answer, indent)] : [];
    return {
      label,
      name,
      labelLines,
      indent,
      inserts,
      paragraphs: [...opening, ...rest.map(indented(columns.answer))],
    };
  };
  return {
    ...view,
    columns,
    introduction: view.introduction.map((view, index) =>
      paragraph(view, columns.introduction, index === 0 ? firstIndent : columns.indent),
    ),
    sections: view.sections.map((section) => ({
      ...section,
      exchanges: section.exchanges.map((exchange) => ({ ...exchange, turns: exchange.turns.map(turn) })),
    })),
  };
}

/** `lines` with each term put in where it stands: spaces are not counted, since lines may end with one that is left out. */
function withTerms(lines: Lines, runs: readonly MarkedRun[], terms: readonly TermPlace[]): Lines {
  if (terms.length === 0) return lines;
  const text = runs.map((run) => run.text).join('');
  const left = terms.map(({ at, id }) => ({ id, at: inkOf(text.slice(0, at)) }));
  const isMarked = (piece: Lines[number]): piece is Exclude<Piece, string | number | boolean> =>
    typeof piece === 'object' && 'text' in piece;
  let seen = 0;
  return lines.flatMap((piece): Lines => {
    const words = typeof piece === 'string' ? piece : isMarked(piece) ? piece.text : '';
    const end = seen + inkOf(words);
    const parts: Lines[number][] = [];
    let from = 0;
    while (words !== '' && left[0] && left[0].at <= end) {
      const at = left[0].at;
      const to = offsetOf(words, at - seen);
      if (to > from)
        parts.push(isMarked(piece) ? { ...piece, text: words.slice(from, to) } : words.slice(from, to));
      const ids: number[] = [];
      while (left[0]?.at === at) ids.push(...left.splice(0, 1).map(({ id }) => id));
      parts.push({ terms: ids });
      from = to;
    }
    seen = end;
    if (from === 0 && parts.length === 0) return [piece];
    const rest = words.slice(from);
    return rest === '' ? parts : [...parts, isMarked(piece) ? { ...piece, text: rest } : rest];
  });
}

const inkOf = (text: string): number => text.replace(/\s/g, '').length;

/** Behind so many units of `text` that are no spaces. */
function offsetOf(text: string, count: number): number {
  let [offset, left] = [0, count];
  while (left > 0 && offset < text.length) {
    if (!/\s/.test(text[offset] ?? '')) left -= 1;
    offset += 1;
  }
  return offset;
}

/** Labels are set heavy. */
const LABEL = { strong: true, emphasis: false, code: false, link: null, address: null, note: null };

/** The call of an address is a mark without words, like that of a note. */
function withAddress(run: MarkedRun): readonly MarkedRun[] {
  const { text, mark } = run;
  if (!mark?.address || text === '') return [run];
  return [
    { text, mark: { ...mark, address: null } },
    { text: '', mark },
  ];
}

/** A paragraph that did not change is not composed again: of an edited interview all but one. */
function compose(
  runs: readonly MarkedRun[],
  style: ParagraphStyle,
  rules: CellRules,
  paragraphs: Map<string, Lines>,
): Lines {
  const key = JSON.stringify([style, runs]);
  const lines = paragraphs.get(key) ?? composeParagraph(runs, style, rules);
  if (paragraphs.size >= MOST_KNOWN) paragraphs.clear();
  paragraphs.set(key, lines);
  return lines;
}

/** What is known of paragraphs set with the same fonts by the same rules. */
function knownFor({ measure, ...rules }: LineSetting): Map<string, Lines> {
  const key = JSON.stringify(rules);
  const known = knownBy.get(measure);
  if (known?.key === key) return known.paragraphs;
  const paragraphs = new Map<string, Lines>();
  knownBy.set(measure, { key, paragraphs });
  return paragraphs;
}

const knownBy = new WeakMap<MeasureText, { readonly key: string; readonly paragraphs: Map<string, Lines> }>();
const MOST_KNOWN = 30_000;
