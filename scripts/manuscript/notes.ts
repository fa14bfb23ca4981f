// Footnotes: what each says, and whether every one is referred to and every reference leads to one.

import type { Position } from '../model/diagnostic.ts';
import type { Text } from '../model/interview.ts';
import type { Report } from './faults.ts';
import type { Block } from './markdown.ts';
import { type Context, markedTextOf } from './words.ts';

export interface Notes {
  readonly noteOf: Context['noteOf'];
  /** Reports the notes that nothing has referred to so far. */
  readonly reportUnused: () => void;
}

/** The notes among `blocks`. A name is the same in capitals or not, as in GitHub Flavored Markdown. */
export function readNotes(blocks: readonly Block[], context: Omit<Context, 'noteOf'>): Notes {
  const { report } = context;
  const notes = new Map<string, { readonly text: Text; readonly at: Position }>();
  const used = new Set<string>();
  const within: Context = { ...context, noteOf: refuse(report) };
  for (const block of blocks) {
    if (block.kind !== 'note') continue;
    const key = block.label.toLowerCase();
    const text = markedTextOf(block.words, within);
    if (notes.has(key)) report('note-twice', block.at, `[^${block.label}]`);
    else if (text.text === '') report('note-empty', block.at, `[^${block.label}]`);
    if (!notes.has(key)) notes.set(key, { text, at: block.at });
  }
  return {
    noteOf: (label, at) => {
      const key = label.toLowerCase();
      const found = notes.get(key);
      if (!found) report('note-missing', at, `[^${label}]`);
      else if (used.has(key)) report('note-again', at, `[^${label}]`);
      used.add(key);
      return found?.text;
    },
    reportUnused: () => {
      for (const [key, { at }] of notes) if (!used.has(key)) report('note-unused', at, `[^${key}]`);
    },
  };
}

function refuse(report: Report): Context['noteOf'] {
  return (label, at) => {
    report('note-here', at, `[^${label}]`);
    return undefined;
  };
}
