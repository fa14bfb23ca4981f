// CommonMark 0.31 to the blocks that a manuscript is made of. What the products do not set is reported here, and
// nothing of it is dropped in silence. Owns mdast-util-from-markdown.

import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Position } from '../model/diagnostic.ts';
import type { FaultName, Report } from './faults.ts';

/** A run of words: as they read, with a line break where the source has one, and as they are written there. */
export interface Words {
  readonly value: string;
  readonly raw: string;
  readonly offset: number;
  readonly at: Position;
}

export type Block =
  | { readonly kind: 'heading'; readonly depth: number; readonly words: Words; readonly at: Position }
  | { readonly kind: 'paragraph'; readonly words: Words; readonly at: Position }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[]; readonly at: Position }
  | { readonly kind: 'list'; readonly items: readonly Item[]; readonly at: Position }
  /** Something that cannot be set, and is reported. It stands here so that its place is not found empty. */
  | { readonly kind: 'refused'; readonly at: Position };

export interface Item {
  readonly blocks: readonly Block[];
  readonly at: Position;
}

/** The blocks of `source` in order. Reports what cannot be set (errors) and what is dropped (warnings). */
export function parseMarkdown(source: string, report: Report): readonly Block[] {
  try {
    return blocksOf(fromMarkdown(source).children, { source, report, isInside: false });
  } catch (error) {
    // Thousands of > in a row exhaust the parser's stack.
    if (!(error instanceof RangeError)) throw error;
    report('nesting', { line: 1, column: 1 });
    return [];
  }
}

type Tree = ReturnType<typeof fromMarkdown>;
type Node = Tree['children'][number];
type Parent = Extract<Node, { children: unknown }>;
type Heading = Extract<Node, { type: 'heading' }>;

interface Reading {
  readonly source: string;
  readonly report: Report;
  /** Whether the block stands in a list or quote, whose lines do not begin with its own marks. */
  readonly isInside: boolean;
}

function blocksOf(nodes: readonly Node[], reading: Reading): readonly Block[] {
  return nodes.flatMap((node) => blockOf(node, reading) ?? []);
}

function blockOf(node: Node, reading: Reading): Block | undefined {
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
      return { kind: 'paragraph', words: wordsOf(node, reading), at };
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
    case 'definition': {
      if (node.label?.startsWith('^')) return refused('footnote');
      reading.report('link-definition', at, node.url);
      return undefined;
    }
    case 'thematicBreak':
      reading.report('rule', at);
      return undefined;
    case 'html':
      return refused('html');
    default:
      return refused('code-block');
  }
}

/** The second line of a table as Git hosts know them (GFM 4.10). */
const TABLE_RULE = /\n[ \t]*(?=[^\n]*\|)\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*(?:\n|$)/;
const QUOTE_LINE = /^[ \t]*>/;
const LIST_LINE = /^[ \t]|^[-+*](?=[ \t]|$)|^$/;

/** Reports the lines that CommonMark takes into a quote or list although they do not look it (lazy continuation). */
function reportRunOn(node: Parent, own: RegExp, { source, report, isInside }: Reading): void {
  if (isInside) return;
  const from = startOf(node).line;
  const until = node.position?.end.line ?? from;
  const lines = source.split('\n').slice(from - 1, until);
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

function wordsOf(node: Heading | Extract<Node, { type: 'paragraph' }>, reading: Reading): Words {
  const [first] = node.children;
  const last = node.children.at(-1);
  const offset = (first ?? node).position?.start.offset ?? 0;
  const end = last ? (last.position?.end.offset ?? offset) : offset;
  return {
    value: node.children.map((child) => plain(child, reading)).join(''),
    raw: reading.source.slice(offset, end),
    offset,
    at: startOf(first ?? node),
  };
}

/** The words of an inline node. Marks around them are dropped with a warning, what has no words is an error. */
function plain(node: Node, reading: Reading): string {
  const at = startOf(node);
  const { report } = reading;
  switch (node.type) {
    case 'text':
      reportLiteralMarks(rawOf(node, reading), at, report);
      return node.value;
    case 'break':
      report('line-break', at);
      return '\n';
    case 'inlineCode':
      report('inline-code', at, node.value);
      return node.value;
    case 'emphasis':
    case 'strong':
    case 'link':
    case 'linkReference': {
      const words = node.children.map((child) => plain(child, reading)).join('');
      if (node.type === 'linkReference' && node.label?.startsWith('^')) report('footnote', at, `[${words}]`);
      else if (node.type === 'emphasis' || node.type === 'strong') report('emphasis', at, words);
      else if (node.type === 'linkReference' || node.url.replace('mailto:', '') !== words)
        report('link', at, words);
      return words;
    }
    case 'html':
      report('html', at, node.value);
      return '';
    default:
      report('image', at, rawOf(node, reading));
      return '';
  }
}

/** Marks of other Markdowns, and asterisks that CommonMark could not pair: they would be printed. */
function reportLiteralMarks(raw: string, at: Position, report: Report): void {
  const lines = raw.split('\n');
  for (const [index, line] of lines.entries()) {
    const place = (column: number): Position => ({
      line: at.line + index,
      column: (index === 0 ? at.column : 1) + column,
    });
    for (const match of line.matchAll(/(?<!\\)(?:\*\*|~~)/g))
      report('literal-marks', place(match.index), match[0]);
    for (const match of line.matchAll(/(?<!\\)\[\^[^\]\s]+\]/g))
      report('footnote', place(match.index), match[0]);
  }
}

function rawOf(node: Node, { source }: Reading): string {
  return source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

function startOf({ position }: { position?: Tree['position'] }): Position {
  return { line: position?.start.line ?? 1, column: position?.start.column ?? 1 };
}
