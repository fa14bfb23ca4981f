// A page with only a line or two at the end of a section, or of the introduction, looks forgotten. The page-maker pulls them
// back, or pushes a line or two after them: by paragraphs that go as well on a line less or more, else by pages that all are a
// line or two shorter. The grid stays.

import { linesIn } from '../typography/headings.ts';
import { composerOf } from './composer.ts';
import { introductionIndent, type LineSetting, labelOf } from './lines.ts';
import type { BookletView, IntroductionView, ParagraphView, SectionView } from './view.ts';

/** Where the text of a section ends. */
export interface SectionEnd {
  /** From 1; 0 is the introduction. */
  readonly section: number;
  /** The page that its text begins on. */
  readonly first: number;
  readonly page: number;
  /** How many lines of that page it fills. */
  readonly lines: number;
}

/** Fewer lines are no page. */
const LEAST_LINES = 3;

/** The ends in `metadata`, as the library of the theme left them under the label of references. */
export function sectionEnds(metadata: readonly unknown[]): readonly SectionEnd[] {
  return metadata
    .filter(isEnd)
    .map(({ number, first, page, lines }) => ({ section: number, first, page, lines }));
}

/** Those of a page with hardly anything, after other pages of the section. */
export function sparseEnds(ends: readonly SectionEnd[]): readonly SectionEnd[] {
  return ends.filter(({ first, page, lines }) => lines > 0 && lines < LEAST_LINES && page > first);
}

/** `view` with the texts that end in `sparse` some lines shorter or longer, or on shorter pages. */
export function remade(view: BookletView, sparse: readonly SectionEnd[], setting: LineSetting): BookletView {
  const endOf = (section: number): SectionEnd | undefined => sparse.find((each) => each.section === section);
  const mended = <T extends SectionView | IntroductionView>(
    part: T,
    end: SectionEnd | undefined,
    paragraphs: readonly Measured[],
    withParagraphs: (change: Change) => T,
  ): T => {
    if (!end) return part;
    const missing = LEAST_LINES - end.lines;
    const change = chosen(paragraphs, -end.lines, setting) ?? chosen(paragraphs, missing, setting);
    return change
      ? withParagraphs(change)
      : { ...part, shorter: end.page - end.first < missing ? missing : 1 };
  };
  const { introduction } = view;
  return {
    ...view,
    introduction:
      introduction &&
      mended(introduction, endOf(0), ofIntroduction(introduction, setting), (change) => ({
        ...introduction,
        paragraphs: introduction.paragraphs.map(change),
      })),
    sections: view.sections.map((section) =>
      mended(section, endOf(section.number), ofSection(section, setting), (change) => ({
        ...section,
        exchanges: section.exchanges.map((exchange) => ({
          ...exchange,
          turns: exchange.turns.map((turn) => ({ ...turn, paragraphs: turn.paragraphs.map(change) })),
        })),
      })),
    ),
  };
}

/** A paragraph, and the room it is set in, in ems. */
interface Measured {
  readonly paragraph: ParagraphView;
  readonly measure: number;
  readonly indent: number;
}

type Change = (paragraph: ParagraphView) => ParagraphView;

function ofIntroduction({ paragraphs }: IntroductionView, { columns }: LineSetting): readonly Measured[] {
  return paragraphs.map((paragraph, index) => ({
    paragraph,
    measure: columns.introduction,
    indent: introductionIndent(index, columns),
  }));
}

function ofSection({ exchanges }: SectionView, { columns }: LineSetting): readonly Measured[] {
  const turns = exchanges.flatMap((exchange) => exchange.turns);
  return turns.flatMap(({ label, paragraphs }) =>
    paragraphs.map((paragraph, index) => ({
      paragraph,
      measure: columns.answer,
      indent: index === 0 ? labelOf(label, columns).indent : columns.indent,
    })),
  );
}

/** So many lines more or fewer, in as many paragraphs: a long one gives a line before a short one does. */
function chosen(paragraphs: readonly Measured[], lines: number, setting: LineSetting): Change | undefined {
  const { body } = composerOf(setting);
  const step = Math.sign(lines);
  const giving = paragraphs
    .map((each) => ({ ...each, count: linesIn(body(each.paragraph.runs, each.measure, each.indent)) }))
    .sort((one, other) => other.count - one.count)
    .filter(({ paragraph, measure, indent, count }) => {
      const changed = body(paragraph.runs, measure, indent, step);
      return count >= LEAST_TO_GIVE && linesIn(changed) === count + step;
    })
    .slice(0, Math.abs(lines));
  if (giving.length < Math.abs(lines)) return undefined;
  const changing = new Set(giving.map(({ paragraph }) => paragraph));
  return (paragraph) => (changing.has(paragraph) ? { ...paragraph, more: step } : paragraph);
}

/** In fewer lines there is nothing to share the change among. */
const LEAST_TO_GIVE = 3;

interface EndMetadata {
  readonly number: number;
  readonly first: number;
  readonly page: number;
  readonly lines: number;
}

function isEnd(value: unknown): value is EndMetadata {
  if (typeof value !== 'object' || value === null) return false;
  const { part, number, first, page, lines } = value as Partial<Record<'part' | keyof EndMetadata, unknown>>;
  return part === 'end' && [number, first, page, lines].every(Number.isInteger);
}
