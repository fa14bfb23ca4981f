// CommonMark 0.31 to the blocks that a manuscript is made of. What the products do not set is reported here, and
// nothing of it is dropped in silence.

import type { Position } from '../model/diagnostic.ts';
import type { Figure } from '../model/interview.ts';
import type { FaultName, Report } from './faults.ts';
import { figuresOf } from './figure.ts';
import { type Reading, rawOf, type Words, wordsOf } from './inline.ts';
import { type Masked, splitAtNotes } from './marks.ts';
import { type Node, type NodeOf, type Parent, parseTree, startOf } from './tree.ts';
import { sliceOf } from './words.ts';

export type Block =
  | { readonly kind: 'heading'; readonly depth: number; readonly words: Words; readonly at: Position }
  | { readonly kind: 'paragraph'; readonly words: Words; readonly at: Position }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[]; readonly at: Position }
  | { readonly kind: 'list'; readonly items: readonly Item[]; readonly at: Position }
  | { readonly kind: 'figure'; readonly figure: Figure; readonly at: Position }
  /** What a note says. */
  | { readonly kind: 'note'; readonly label: string; readonly words: Words; readonly at: Position }
  /** Something that cannot be set, and is reported. It stands here so that its place is not found empty. */
  | { readonly kind: 'refused'; readonly at: Position };

export interface Item {
  readonly blocks: readonly Block[];
  readonly at: Position;
}

/** The blocks of a manuscript in order. Reports what cannot be set (errors) and what is dropped (warnings). */
export function parseMarkdown(masked: Masked, report: Report): readonly Block[] {
  try {
    const nodes = parseTree(masked.source).children;
    const definitions = nodes.filter((node) => node.type === 'definition');
    const addresses = new Map(definitions.map(({ identifier, url }) => [identifier, url]));
    const used = new Set<string>();
    const address = (identifier: string): string | undefined => {
      used.add(identifier);
      return addresses.get(identifier);
    };
    const blocks = blocksOf(nodes, { masked, report, address, isInside: false });
    for (const node of definitions)
      if (!used.has(node.identifier)) report('link-definition', startOf(node), node.url);
    return blocks;
  } catch (error) {
    // Thousands of > in a row exhaust the parser's stack.
    if (!(error instanceof RangeError)) throw error;
    report('nesting', { line: 1, column: 1 });
    return [];
  }
}

function blocksOf(nodes: readonly Node[], reading: Reading): readonly Block[] {
  return nodes.flatMap((node) => blockOf(node, reading));
}

function blockOf(node: Node, reading: Reading): Block | readonly Block[] {
  const at = startOf(node);
  const raw = rawOf(node, reading);
  const refused = (fault: FaultName): Block => {
    reading.report(fault, at, raw.split('\n')[0]);
    return { kind: 'refused', at };
  };
  switch (node.type) {
    case 'heading': {
      if (!raw.startsWith('#')) return refused('underlined-heading');
      return { kind: 'heading', depth: node.depth, words: wordsOf(node, reading), at };
    }
    case 'paragraph': {
      if (TABLE_RULE.test(raw)) return refused('table');
      reportUnspacedHeadings(raw, at, reading);
      return paragraphOf(node, reading);
    }
    case 'blockquote': {
      reportRunOn(node, QUOTE_LINE, reading);
      return { kind: 'quote', blocks: blocksOf(node.children, { ...reading, isInside: true }), at };
    }
    case 'list': {
      if (node.ordered) return refused('numbered-list');
      reportRunOn(node, LIST_LINE, reading);
      const items = node.children.map((item) => ({
        blocks: blocksOf(item.children, { ...reading, isInside: true }),
        at: startOf(item),
      }));
      return { kind: 'list', items, at };
    }
    case 'definition':
      return [];
    case 'thematicBreak':
      reading.report('rule', at);
      return [];
    case 'html':
      return refused('html');
    default:
      return refused('code-block');
  }
}

/** A paragraph; or the figures that it consists of; or its words and the notes that begin on lines of it. */
function paragraphOf(node: NodeOf<'paragraph'>, reading: Reading): readonly Block[] {
  const at = startOf(node);
  const figures = reading.isInside ? undefined : figuresOf(node, reading);
  if (figures) return figures.map((figure) => ({ kind: 'figure', figure, at: figure.at ?? at }));
  const words = wordsOf(node, reading);
  const { source, masks } = reading.masked;
  const written = splitAtNotes(words.raw, masks);
  if (reading.isInside || written.marked.length === 0) return [{ kind: 'paragraph', words, at }];
  const read = splitAtNotes(words.value, masks);
  const before = sliceOf(
    words,
    { words: read.before, start: 0 },
    { words: written.before, start: 0 },
    source,
  );
  const notes = read.marked.map((part, index): Block => {
    const { name: label, ...raw } = written.marked[index] ?? part;
    const slice = sliceOf(words, part, raw, source);
    return { kind: 'note', label, words: slice, at: slice.at };
  });
  return before.value.trim() === '' ? notes : [{ kind: 'paragraph', words: before, at }, ...notes];
}

/** The second line of a table as Git hosts know them (GFM 4.10). */
const TABLE_RULE = /\n[ \t]*(?=[^\n]*\|)\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*(?:\n|$)/;
const QUOTE_LINE = /^[ \t]*>/;
const LIST_LINE = /^[ \t]|^[-+*](?=[ \t]|$)|^$/;

/** Reports the lines that CommonMark takes into a quote or list although they do not look it (lazy continuation). */
function reportRunOn(node: Parent, own: RegExp, { masked, report, isInside }: Reading): void {
  if (isInside) return;
  const from = startOf(node).line;
  const until = node.position?.end.line ?? from;
  const lines = masked.source.split('\n').slice(from - 1, until);
  lines.forEach((line, index) => {
    if (!own.test(line)) report('run-on', { line: from + index, column: 1 }, line);
  });
}

/** `###問題` is no heading to CommonMark, and never meant as anything else. */
function reportUnspacedHeadings(raw: string, at: Position, { report }: Reading): void {
  raw.split('\n').forEach((line, index) => {
    const column = index === 0 ? at.column : 1;
    if (/^ {0,3}#{2,6}[^#\s]/.test(line))
      report('heading-space', { line: at.line + index, column }, line.trim());
  });
}
