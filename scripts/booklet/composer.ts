// Composes the texts of a booklet, each in its style; what did not change since the last time is not composed again.

import type { Genre, Weight } from '../fonts/faces.ts';
import type { Emphasis, OpeningMark } from '../model/settings.ts';
import { type CellRules, type FaceName, faceOf, type TextRun } from '../typography/cells.ts';
import { composeParagraph } from '../typography/compose.ts';
import { composeHeading, type HeadingStyle } from '../typography/headings.ts';
import type { Piece } from '../typography/line.ts';
import { measureWith } from '../typography/measure.ts';
import { dotted } from './emphasis.ts';
import type { MarkedRun, RunMark } from './marked.ts';
import type { HeadingText, RunningText, TextStyle, TextStyles } from './texts.ts';

/**
 * With the names and terms of the index where they stand, the id of each line where notes are called, and null where a page
 * ends.
 */
export type Lines = readonly (
  | Piece
  | { readonly terms: readonly number[] }
  | { readonly line: string }
  | null
)[];

export type FontFile = (genre: Genre, weight: Weight) => Uint8Array;

export interface ComposerSetting extends Omit<CellRules, 'measure'> {
  /** Whether a mark that opens a paragraph keeps the white before it. */
  readonly openingMark: OpeningMark;
  readonly emphasis: Emphasis;
  readonly styles: TextStyles;
  readonly fontFile: FontFile;
  /** BCP 47, as Typst is told it. */
  readonly language: string;
}

export interface Composer {
  /** Running text of the book, `measure` ems wide, the first line less `indent`; all but an exact number of `lines` is free. */
  readonly body: (runs: readonly MarkedRun[], measure: number, indent: number, more?: number) => Lines;
  readonly running: (kind: RunningText, runs: readonly MarkedRun[], indent?: number) => Lines;
  readonly heading: (kind: HeadingText, heading: HeadingWords) => Lines;
}

/** A run with its note in lines. */
interface ComposedRun extends TextRun {
  readonly mark: (Omit<RunMark, 'note'> & { readonly note: Lines | null }) | null;
}

export interface HeadingWords {
  readonly text: string;
  readonly phrases: readonly string[];
  /** Where something is set apart in it. */
  readonly runs?: readonly MarkedRun[];
}

/** What a text is set in where nothing of it is set apart. */
type Face = Pick<TextStyle, 'genre' | 'weight'>;

const BODY = { genre: 'serif', weight: 400 } as const satisfies Face;

/** Questions fill their lines, and so do the words on the back cover: they are read. */
const FILLED: ReadonlySet<HeadingText> = new Set(['question', 'blurb']);

export function composerOf(setting: ComposerSetting): Composer {
  const { styles, openingMark, language, fontFile, emphasis, ...rules } = setting;
  const known = knownFor(setting);
  const remember = (key: string, compose: () => Lines): Lines => {
    const lines = known.get(key) ?? compose();
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, lines);
    return lines;
  };
  const rulesOf = (face: Face): CellRules => ({
    ...rules,
    measure: measureWith((name) => fontFile(...fontOf(face, name)), language),
  });
  const prepared = (runs: readonly MarkedRun[], { genre }: Face): readonly TextRun[] =>
    runs
      .flatMap(withAddress)
      .flatMap((run) => (emphasis === 'dots' ? dotted(run) : [run]))
      .map((run) => (genre === 'sans' && run.mark?.emphasis ? heavy(run, run.mark) : run))
      .map(({ text, mark }): ComposedRun => {
        const note = mark?.note ? running('note', mark.note.flatMap(spelledOut)) : null;
        return { text, mark: mark && { ...mark, note } };
      });
  const paragraph = (
    face: Face,
    runs: readonly MarkedRun[],
    style: { readonly measure: number; readonly indent: number; readonly more?: number },
  ): Lines =>
    remember(JSON.stringify([face, style, runs]), () =>
      composeParagraph(prepared(runs, face), { ...style, openingMark }, rulesOf(face)),
    );
  const running: Composer['running'] = (kind, runs, indent = 0) =>
    paragraph(styles[kind], runs, { measure: styles[kind].measure, indent });
  return {
    body: (runs, measure, indent, more) =>
      paragraph(BODY, runs, { measure, indent, ...(more !== undefined && { more }) }),
    running,
    heading: (kind, { text, phrases, runs = [{ text, mark: null }] }) => {
      const { measure } = styles[kind];
      const style: HeadingStyle = { measure, manner: FILLED.has(kind) ? 'filled' : 'even' };
      return remember(JSON.stringify([styles[kind], runs, phrases]), () =>
        composeHeading(prepared(runs, styles[kind]), phrases, style, rulesOf(styles[kind])),
      );
    },
  };
}

/** The fonts that `runs` are measured with: none where every character is an em wide in any. */
export function fontsFor(
  runs: readonly MarkedRun[],
  face: Face = BODY,
): readonly (readonly [Genre, Weight])[] {
  return runs.flatMap(({ text, mark }) => {
    if (!mark && /^\p{Script=Han}*$/u.test(text)) return [];
    // Letters in emphasis and code are set in another face whatever the words around them are.
    const names = new Set<FaceName>([faceOf(mark), 'regular']);
    if (mark?.emphasis || mark?.code)
      for (const name of ['sans', 'strong', 'strongSans'] as const) names.add(name);
    return [...names].map((name) => fontOf(face, name));
  });
}

/** Bold is two weights more, and no more than there is. */
function fontOf({ genre, weight }: Face, face: FaceName): readonly [Genre, Weight] {
  const heavier = weight < 700 ? 700 : 900;
  return [
    face === 'sans' || face === 'strongSans' ? 'sans' : genre,
    face === 'strong' || face === 'strongSans' ? heavier : weight,
  ];
}

/** In sans, emphasis has no other face to go to: it is bold. */
function heavy({ text }: MarkedRun, mark: RunMark): MarkedRun {
  return { text, mark: { ...mark, emphasis: false, strong: true } };
}

/** The call of an address is a mark without words, like that of a note. */
function withAddress(run: MarkedRun): readonly MarkedRun[] {
  const { text, mark } = run;
  if (!mark?.address || text === '') return [run];
  const address = { text: mark.address, mark: { ...mark, address: null } };
  return [
    { text, mark: { ...mark, address: null } },
    { text: '', mark: { ...mark, address: null, link: null, note: [address] } },
  ];
}

/** In a note, which has no foot of its own, an address follows the words that lead to it. */
function spelledOut(run: MarkedRun): readonly MarkedRun[] {
  const { text, mark } = run;
  if (!mark?.address) return [run];
  const plain = { ...mark, address: null };
  return [
    { text, mark: plain },
    { text: ' ', mark: null },
    { text: mark.address, mark: plain },
  ];
}

/** What is known of texts set with the same fonts by the same rules. */
function knownFor({ fontFile, styles: _, ...rules }: ComposerSetting): Map<string, Lines> {
  const font = fontFile(BODY.genre, BODY.weight);
  const key = JSON.stringify(rules);
  const known = knownBy.get(font);
  if (known?.key === key) return known.lines;
  const lines = new Map<string, Lines>();
  knownBy.set(font, { key, lines });
  return lines;
}

const knownBy = new WeakMap<Uint8Array, { readonly key: string; readonly lines: Map<string, Lines> }>();
const MOST_KNOWN = 30_000;
