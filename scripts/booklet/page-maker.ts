// A page with only a line or two at the end of a section looks forgotten. The page-maker pulls them back, or pushes a line or
// two after them: by paragraphs that go as well on a line less or more, else by pages of the section that all are a line or
// two shorter. The grid stays.

import { linesIn } from '../typography/headings.ts';
import { composerOf } from './composer.ts';
import { type LineSetting, labelOf } from './lines.ts';
import type { BookletView, ParagraphView, SectionView } from './view.ts';

/** Where the text of a section ends. */
export interface SectionEnd {
  /** From 1. */
  readonly section: number;
  readonly page: number;
  /** How many lines of that page it fills. */
  readonly lines: number;
}

/** Fewer lines are no page. */
const LEAST_LINES = 3;

/** The ends in `metadata`, as the library of the theme left them under the label of references. */
export function sectionEnds(metadata: readonly unknown[]): readonly SectionEnd[] {
  return metadata.filter(isEnd).map(({ number, page, lines }) => ({ section: number, page, lines }));
}

/** Those of a page with hardly anything, after other pages of the section: `starts` are the pages its text begins on. */
export function sparseEnds(ends: readonly SectionEnd[], starts: readonly number[]): readonly SectionEnd[] {
  return ends.filter(
    ({ section, page, lines }) => lines > 0 && lines < LEAST_LINES && page > (starts[section - 1] ?? page),
  );
}

/** `view` with its sections that end in `sparse` some lines shorter or longer, or on shorter pages. */
export function remade(
  view: BookletView,
  sparse: readonly SectionEnd[],
  starts: readonly number[],
  setting: LineSetting,
): BookletView {
  const sections = view.sections.map((section): SectionView => {
    const end = sparse.find((each) => each.section === section.number);
    if (!end) return section;
    const { page, lines } = end;
    const missing = LEAST_LINES - lines;
    const pages = page - (starts[section.number - 1] ?? page);
    return (
      resized(section, -lines, setting) ??
      resized(section, missing, setting) ?? { ...section, shorter: pages < missing ? missing : 1 }
    );
  });
  return { ...view, sections };
}

/** A long paragraph gives a line before a short one does. */
function resized(section: SectionView, lines: number, setting: LineSetting): SectionView | undefined {
  const { columns } = setting;
  const { body } = composerOf(setting);
  const step = Math.sign(lines);
  const giving = section.exchanges
    .flatMap(({ turns }) => turns)
    .flatMap(({ label, paragraphs }) =>
      paragraphs.map((paragraph, index) => {
        const indent = index === 0 ? labelOf(label, columns).indent : columns.indent;
        const count = linesIn(body(paragraph.runs, columns.answer, indent));
        return { paragraph, indent, count };
      }),
    )
    .sort((one, other) => other.count - one.count)
    .filter(({ paragraph, indent, count }) => {
      const changed = body(paragraph.runs, columns.answer, indent, step);
      return count >= LEAST_TO_GIVE && linesIn(changed) === count + step;
    })
    .slice(0, Math.abs(lines));
  if (giving.length < Math.abs(lines)) return undefined;
  const chosen = new Set<ParagraphView>(giving.map(({ paragraph }) => paragraph));
  return {
    ...section,
    exchanges: section.exchanges.map((exchange) => ({
      ...exchange,
      turns: exchange.turns.map((turn) => ({
        ...turn,
        paragraphs: turn.paragraphs.map((each) => (chosen.has(each) ? { ...each, more: step } : each)),
      })),
    })),
  };
}

/** In fewer lines there is nothing to share the change among. */
const LEAST_TO_GIVE = 3;

interface EndMetadata {
  readonly number: number;
  readonly page: number;
  readonly lines: number;
}

function isEnd(value: unknown): value is EndMetadata {
  if (typeof value !== 'object' || value === null) return false;
  const { part, number, page, lines } = value as Partial<Record<'part' | keyof EndMetadata, unknown>>;
  return part === 'end' && [number, page, lines].every(Number.isInteger);
}
