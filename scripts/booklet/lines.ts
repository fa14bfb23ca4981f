// The running text of a booklet, broken into lines before Typst sees it: Typst only puts them in their places.

import { widthInEms } from '../chinese/characters.ts';
import type { OpeningMark } from '../model/settings.ts';
import type { CellRules, MeasureText } from '../typography/cells.ts';
import { composeParagraph, type ParagraphStyle, type Piece } from '../typography/compose.ts';
import type { Columns } from './columns.ts';
import type { MarkedRun } from './marked.ts';
import type { BookletView, ExchangeView, SectionView, TurnView } from './view.ts';

export interface LineSetting extends CellRules {
  /** Whether a mark that opens a paragraph keeps the white before it. */
  readonly openingMark: OpeningMark;
  readonly columns: Columns;
}

export type Lines = readonly Piece[];

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
  const indented = (measure: number) => (runs: readonly MarkedRun[]) => set(runs, measure, columns.indent);
  const turn = ({ label, paragraphs, inserts }: TurnView): SetTurn => {
    const [first, ...rest] = paragraphs;
    const width = columns.speaker === 'in-line' ? Math.ceil(widthInEms(label)) + 1 : 0;
    const isLong = width > columns.answer / 2;
    const indent = isLong ? 0 : width;
    const labelLines = isLong ? set([{ text: label, mark: LABEL }], columns.answer, 0) : null;
    const opening = first ? [set(first, columns.answer, indent)] : [];
    return {
      label,
      labelLines,
      indent,
      inserts,
      paragraphs: [...opening, ...rest.map(indented(columns.answer))],
    };
  };
  return {
    ...view,
    columns,
    introduction: view.introduction.map(indented(columns.introduction)),
    sections: view.sections.map((section) => ({
      ...section,
      exchanges: section.exchanges.map((exchange) => ({ ...exchange, turns: exchange.turns.map(turn) })),
    })),
  };
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
