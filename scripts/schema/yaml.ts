// YAML 1.2 text to a tree whose every node knows its place, and values back to YAML. Owns yaml.
// Scalars stay as they were written (failsafe schema): a title such as 9.10 or `no` is text.

import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  stringify,
  visit,
} from 'yaml';
import { isWide } from '../chinese/characters.ts';
import { joinLines } from '../chinese/lines.ts';
import { failure, type Position, type Result, success } from '../model/diagnostic.ts';
import { colonFault, type Fault, faultsOf, OPEN_QUOTE, type Slip } from './slips.ts';

export type YamlNode = YamlText | YamlList | YamlRecord;

export interface YamlText {
  readonly kind: 'text';
  /** On one line, however many it takes in the source. */
  readonly text: string;
  readonly at: Position;
}

export interface YamlList {
  readonly kind: 'list';
  readonly items: readonly YamlNode[];
  readonly at: Position;
}

export interface YamlRecord {
  readonly kind: 'record';
  readonly entries: ReadonlyMap<string, YamlEntry>;
  readonly at: Position;
}

export interface YamlEntry {
  readonly keyAt: Position;
  /** None where the key has no value, as in `publisher:`. */
  readonly value: YamlNode | undefined;
}

/**
 * The tree of one YAML document, undefined where there is nothing but comments. `firstLine` is the line of `file`
 * that `source` begins on. Anchors, aliases, tags and further documents are errors.
 */
export function parseYaml(source: string, file: string, firstLine = 1): Result<YamlNode | undefined> {
  const lines = new LineCounter();
  const document = parseDocument(source, {
    schema: 'failsafe',
    stringKeys: true,
    prettyErrors: false,
    logLevel: 'error',
    lineCounter: lines,
  });
  const positionOf = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  const faults = faultsIn(document, source);
  if (faults.length > 0) {
    return failure(
      ...faults.map(({ offset, code, message, hint }) => ({
        code,
        severity: 'error' as const,
        message,
        hint,
        place: { file, ...positionOf(offset) },
      })),
    );
  }
  return success(treeOf(document.contents, source, positionOf));
}

/** `value` as YAML that `parseYaml` reads back as the same texts. */
export function writeYaml(value: Readonly<Record<string, unknown>>): string {
  return stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });
}

function faultsIn(document: Document.Parsed, source: string): readonly Fault[] {
  const errors = document.errors.map(({ code, pos, message }) => slip(code, pos[0], pos[1], message));
  const { contents } = document;
  if (errors.length === 0 && isScalar(contents)) {
    const fault = colonFault(source, contents.range[0], contents.range[1]);
    if (fault) return [fault];
  }
  const tags = document.warnings.map(({ code, pos, message }) => slip(code, pos[0], pos[1], message));
  return faultsOf([...errors, ...marksNotUsed(document, source, errors.length > 0), ...tags], source);
}

/** Aliases and anchors; and in a text with errors a quotation not closed on its line, which explains them. */
function marksNotUsed(document: Document.Parsed, source: string, hasErrors: boolean): readonly Slip[] {
  const slips: Slip[] = [];
  visit(document, {
    Node(_, node) {
      const [start = 0, end = 0] = node.range ?? [];
      if (isAlias(node)) slips.push(slip('ALIAS', start, end));
      else if (node.anchor) slips.push(slip('ANCHOR', source.lastIndexOf(`&${node.anchor}`, start), start));
      const isQuoted = isScalar(node) && node.type?.startsWith('QUOTE');
      const isClosed = /^(["'])[^\n]*\1$/.test(source.slice(start, end));
      if (hasErrors && isQuoted && !isClosed) slips.push(slip(OPEN_QUOTE, start, end));
    },
  });
  return slips;
}

function slip(kind: string, start: number, end: number, message = ''): Slip {
  return { kind, start, end, message };
}

function treeOf(
  node: Document.Parsed['contents'] | Node | null,
  source: string,
  positionOf: (offset: number) => Position,
): YamlNode | undefined {
  const at = positionOf(node?.range?.[0] ?? 0);
  if (isSeq<Node>(node)) {
    const items = node.items.map(
      (item): YamlNode => treeOf(item, source, positionOf) ?? { kind: 'text', text: '', at: placeOf(item) },
    );
    return { kind: 'list', items, at };
  }
  if (isMap<Scalar<string>, Node | null>(node)) {
    const entry = ({ key, value }: Pair<Scalar<string>, Node | null>): [string, YamlEntry] => [
      key.value,
      { keyAt: placeOf(key), value: treeOf(value, source, positionOf) },
    ];
    return { kind: 'record', entries: new Map(node.items.map(entry)), at };
  }
  if (!isScalar<string>(node) || isEmpty(node)) return undefined;
  return { kind: 'text', text: textOf(node, source), at };

  function placeOf(part: Node): Position {
    return positionOf(part.range?.[0] ?? 0);
  }
}

function isEmpty(node: Scalar<string>): boolean {
  return node.type === 'PLAIN' && ['', '~', 'null'].includes(node.value);
}

/** YAML folds a line break to a space, which Chinese does not want. */
function textOf(node: Scalar<string>, source: string): string {
  const [start = 0, end = 0] = node.range ?? [];
  const text = joinLines(node.value);
  if (!source.slice(start, end).includes('\n')) return text;
  return text.trim().replace(/ /g, (space, index: number) => {
    const isBesideWide = isWide(text.charAt(index - 1)) || isWide(text.charAt(index + 1));
    return isBesideWide ? '' : space;
  });
}
