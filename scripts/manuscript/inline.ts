// The words of a paragraph or heading, and what is set apart in them. What cannot be set is reported.

import { type Position, positionAt } from '../model/diagnostic.ts';
import type { Stretch } from '../model/interview.ts';
import type { Report } from './faults.ts';
import { type Masked, referencesIn, unmasked } from './marks.ts';
import { extentOf, type Node, type NodeOf, startOf } from './tree.ts';

/** A run of words: as they read, with a line break where the source has one, and as they are written there. */
export interface Words {
  readonly value: string;
  readonly raw: string;
  readonly offset: number;
  readonly at: Position;
  /** In UTF-16 units of `value`. */
  readonly marks: readonly WordMark[];
}

export type WordMark = Stretch & { readonly at: Position } & (
    | { readonly kind: 'strong' | 'emphasis' | 'code' }
    | { readonly kind: 'link'; readonly url: string }
    | { readonly kind: 'note'; readonly label: string }
  );

export interface Reading {
  readonly masked: Masked;
  readonly report: Report;
  /** The address that each link definition gives. */
  readonly address: (identifier: string) => string | undefined;
  /** Whether the block stands in a list or quote, whose lines do not begin with its own marks. */
  readonly isInside: boolean;
}

export function wordsOf(node: NodeOf<'heading'> | NodeOf<'paragraph'>, reading: Reading): Words {
  const { source } = reading.masked;
  const [first] = node.children;
  const last = node.children.at(-1);
  const offset = extentOf(first ?? node).start;
  const end = last ? extentOf(last).end : offset;
  const gathered: Gathered = { value: '', marks: [] };
  for (const child of node.children) gather(child, reading, gathered);
  return { ...gathered, raw: source.slice(offset, end), offset, at: startOf(first ?? node) };
}

/** The source of a node, masks in it. */
export function rawOf(node: Node, { masked }: Reading): string {
  const { start, end } = extentOf(node);
  return masked.source.slice(start, end);
}

interface Gathered {
  value: string;
  readonly marks: WordMark[];
}

function gather(node: Node, reading: Reading, into: Gathered): void {
  const at = startOf(node);
  const start = into.value.length;
  const { report, masked } = reading;
  switch (node.type) {
    case 'text':
      gatherText(node, reading, into);
      return;
    case 'break':
      report('line-break', at);
      into.value += '\n';
      return;
    case 'inlineCode': {
      const { start: from, end: to } = extentOf(node);
      into.value += unmasked(node.value, from, to, masked);
      into.marks.push({ kind: 'code', start, end: into.value.length, at });
      return;
    }
    case 'emphasis':
    case 'strong':
      for (const child of node.children) gather(child, reading, into);
      into.marks.push({ kind: node.type, start, end: into.value.length, at });
      return;
    case 'link':
    case 'linkReference': {
      for (const child of node.children) gather(child, reading, into);
      const url = addressOf(node, reading);
      if (url !== undefined && WEB_ADDRESS.test(url) && into.value.length > start)
        into.marks.push({ kind: 'link', url, start, end: into.value.length, at });
      else report('link-address', at, rawOf(node, reading));
      return;
    }
    case 'html':
      report('html', at, node.value);
      return;
    default:
      report('image', at, rawOf(node, reading));
  }
}

/** What a reader's machine can open; anything else leads nowhere outside of the editor's own. */
const WEB_ADDRESS = /^(?:https?:\/\/|mailto:)\S+$/i;

function addressOf(node: NodeOf<'link'> | NodeOf<'linkReference'>, reading: Reading): string | undefined {
  if (node.type === 'linkReference') return reading.address(node.identifier);
  const { start, end } = extentOf(node);
  const isOpen = reading.masked.source[start] === '[';
  // What is masked inside the words of the link comes before what is masked in its address.
  const from = isOpen ? (node.children.at(-1)?.position?.end.offset ?? start) : start;
  return unmasked(node.url, from, end, reading.masked);
}

function gatherText(node: NodeOf<'text'>, reading: Reading, into: Gathered): void {
  const { masked, report } = reading;
  const raw = rawOf(node, reading);
  reportLiteralMarks(raw, startOf(node), report);
  const written = referencesIn(raw, masked.masks);
  let from = 0;
  referencesIn(node.value, masked.masks).forEach((reference, index) => {
    const until = reference.index + reference[0].length;
    const before = node.value.slice(from, reference.index);
    // A space before a note would part it from its word.
    const isLoose = /^(?:\s|$)/u.test(node.value.slice(until));
    into.value += isLoose ? before.replace(/[ \t]+$/, '') : before;
    const match = written[index];
    const at = positionAt(masked.source, extentOf(node).start + (match?.index ?? 0));
    const place = into.value.length;
    into.marks.push({ kind: 'note', label: match?.[1] ?? '', start: place, end: place, at });
    from = until;
  });
  into.value += node.value.slice(from);
}

/** Marks of other Markdowns, and asterisks that CommonMark could not pair: they would be printed. */
function reportLiteralMarks(raw: string, at: Position, report: Report): void {
  for (const [index, line] of raw.split('\n').entries()) {
    for (const match of line.matchAll(/(?<!\\)(?:\*\*|~~)/g)) {
      const column = (index === 0 ? at.column : 1) + match.index;
      report('literal-marks', { line: at.line + index, column }, match[0]);
    }
  }
}
