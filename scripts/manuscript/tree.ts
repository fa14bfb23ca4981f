// CommonMark 0.31 as a tree of nodes that know where they stand. Owns mdast-util-from-markdown.

import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Position } from '../model/diagnostic.ts';

export type Tree = ReturnType<typeof fromMarkdown>;
export type Node = Tree['children'][number];
export type Parent = Extract<Node, { children: unknown }>;
export type NodeOf<Type extends Node['type']> = Extract<Node, { type: Type }>;

/** Throws a RangeError where marks are nested so deeply that the parser has no room left. */
export function parseTree(source: string): Tree {
  return fromMarkdown(source, { extensions: [{ attentionMarkers: { null: punctuation() } }] });
}

export function startOf({ position }: { position?: Tree['position'] }): Position {
  return { line: position?.start.line ?? 1, column: position?.start.column ?? 1 };
}

/** Where a node begins and ends, in UTF-16 units of the source. */
export function extentOf({ position }: { position?: Tree['position'] }): { start: number; end: number } {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}

/**
 * CommonMark (6.2) lets ** beside a mark of punctuation open or close only where a space follows, which Chinese has
 * not: 說**“要”**做. Next to these characters it may always do both.
 */
function punctuation(): number[] {
  known ??= Array.from({ length: 0x10000 }, (_, code) => code).filter(
    (code) => !ATTENTION.has(code) && /[\p{P}\p{S}]/u.test(String.fromCharCode(code)),
  );
  return known;
}

let known: number[] | undefined;
const ATTENTION = new Set(['*', '_'].map((mark) => mark.charCodeAt(0)));
