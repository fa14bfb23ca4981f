// What a YAML file may say: the few shapes the house uses, checked with every fault at its place. Owns valibot.

import * as v from 'valibot';
import { type Diagnostic, failure, type Position, type Result, success } from '../model/diagnostic.ts';
import type { Text } from '../model/interview.ts';
import { nearest } from './nearest.ts';
import { parseYaml, type YamlList, type YamlNode, type YamlRecord, type YamlText } from './yaml.ts';

export type Schema<T> = v.GenericSchema<unknown, T>;
type Schemas = Readonly<Record<string, Schema<unknown>>>;
type Values<S extends Schemas> = { readonly [K in keyof S]: v.InferOutput<S[K]> };

/**
 * The value of the YAML text `source` in `file`, which begins on its line `firstLine`. No text at all is an empty
 * record. Every fault is an error `schema/…` at its line and column.
 */
export function readYaml<T>(schema: Schema<T>, source: string, file: string, firstLine = 1): Result<T> {
  const parsed = parseYaml(source, file, firstLine);
  if (!parsed.ok) return parsed;
  const nothing: YamlRecord = { kind: 'record', entries: new Map(), at: { line: firstLine, column: 1 } };
  const root = parsed.value ?? nothing;
  const checked = v.safeParse(schema, root);
  if (checked.success) return success(checked.output, parsed.diagnostics);
  return failure(...checked.issues.map((issue) => diagnosticOf(issue, root, file)));
}

/** Words, with their place. */
export function text(): Schema<Text> {
  return v.pipe(
    v.custom<YamlText>(isText, fault('wrong-type', 'expected text here', 'Write key: text.')),
    v.transform(({ text, at }): Text => ({ text, at })),
    v.check(
      ({ text }) => text.trim() !== '',
      fault('empty', 'the text is empty', 'Write the text, or take out the key.'),
    ),
  );
}

/** One of `values`. */
export function choice<const T extends string>(values: readonly T[]): Schema<T> {
  return v.pipe(
    word(),
    v.picklist(values, ({ input }) =>
      fault(
        'not-allowed',
        `${input} is not known here; the nearest known value is ${nearest(String(input), values)}`,
        `Known values: ${values.join(', ')}.`,
      ),
    ),
  );
}

/** A text of the form that `pattern` gives; `form` says it in words. */
export function matching(pattern: RegExp, form: string): Schema<string> {
  return v.pipe(word(), v.regex(pattern, fault('not-allowed', `expected ${form} here`, `Write ${form}.`)));
}

/** An address of the web as a person copies it from a browser: https or http, with a host, as ASCII of at most `most`. */
export function webAddress(most: number): Schema<string> {
  return v.pipe(
    word(),
    v.check(
      (value) => /^https?:\/\//iu.test(value) && addressOf(value) !== undefined,
      fault(
        'not-allowed',
        'expected an address of the web here',
        'Write it whole: https://example.org/page.',
      ),
    ),
    v.transform((value) => addressOf(value) ?? value),
    v.maxLength(
      most,
      fault(
        'not-allowed',
        `the address is longer than ${most} characters`,
        'Give a shorter one of the page.',
      ),
    ),
  );
}

/** Without a password in it, or white space; undefined where a browser could not open it. */
function addressOf(value: string): string | undefined {
  if (/[\s\p{Cc}]/u.test(value) || !URL.canParse(value)) return undefined;
  const { host, username, password, href } = new URL(value);
  return host !== '' && username === '' && password === '' ? href : undefined;
}

/** A number from `least` to `most`. */
export function number(least: number, most: number): Schema<number> {
  const message = `expected a number from ${least} to ${most} here`;
  const wrong = fault('not-allowed', message, 'Write digits, with a point before decimals.');
  return v.pipe(
    word(),
    v.regex(/^[+-]?\d+(\.\d+)?$/, wrong),
    v.transform(Number),
    v.minValue(least, wrong),
    v.maxValue(most, wrong),
  );
}

/** A number without decimals from `least` to `most`. */
export function whole(least: number, most: number): Schema<number> {
  const message = `expected a whole number from ${least} to ${most} here`;
  return v.pipe(number(least, most), v.integer(fault('not-allowed', message, 'Leave out the decimals.')));
}

/** `true` or `false`. */
export function toggle(): Schema<boolean> {
  return v.pipe(
    choice(['true', 'false']),
    v.transform((value) => value === 'true'),
  );
}

/** What `schema` says, as `convert` gives it. */
export function converted<S, T>(schema: Schema<S>, convert: (value: S) => T): Schema<T> {
  return v.pipe(schema, v.transform(convert));
}

/** Any number of items. */
export function list<T>(item: Schema<T>): Schema<readonly T[]> {
  const message = fault(
    'wrong-type',
    'expected a list here',
    'Write each item on a line of its own, after "- ".',
  );
  return v.pipe(
    v.custom<YamlList>(isList, message),
    v.transform(({ items }): unknown[] => [...items]),
    v.array(item),
  );
}

/** One item or more. */
export function filled<T>(items: Schema<readonly T[]>): Schema<readonly T[]> {
  return v.pipe(
    items,
    v.check(
      (all) => all.length > 0,
      fault('empty', 'the list is empty', 'Write at least one item, or take out the key.'),
    ),
  );
}

/** One item or more, so that the first is known to be there. */
export function atLeastOne<T>(item: Schema<T>): Schema<readonly [T, ...T[]]> {
  return v.pipe(
    filled(list(item)),
    v.transform(([first, ...others]): readonly [T, ...T[]] => [first as T, ...others]),
  );
}

/** What `schema` says, where `holds` is true of it; otherwise the error that `wrong` words. */
export function checked<T>(
  schema: Schema<T>,
  holds: (value: T) => boolean,
  wrong: { readonly code: string; readonly message: string; readonly hint: string },
): Schema<T> {
  return v.pipe(schema, v.check(holds, fault(wrong.code, wrong.message, wrong.hint)));
}

/** One item or more, each of them once. */
export function distinctList<T extends string>(item: Schema<T>): Schema<readonly T[]> {
  return v.pipe(
    filled(list(item)),
    v.transform((items) => [...items]),
    v.checkItems(
      (value, index, all) => all.indexOf(value) === index,
      fault('repeated', 'this item stands in the list already', 'Take it out.'),
    ),
  );
}

/** Keys with values. A key that is in neither set is an error that names the nearest known one. */
export function record<R extends Schemas, O extends Schemas>(
  required: R,
  optional: O,
): Schema<Values<R> & Partial<Values<O>>> {
  const known = [...Object.keys(required), ...Object.keys(optional)];
  const hint = `Known keys: ${known.join(', ')}.`;
  const wrongType = fault('wrong-type', 'expected keys with values here', hint);
  const missingKey = ({ expected }: { expected: string | null }): string =>
    fault('missing-key', `the key ${expected?.slice(1, -1)} is missing`, 'Write it as "key: value".');
  const unknownKey = (key: string): Schema<unknown> => {
    const close = nearest(key, known);
    return v.never(
      fault('unknown-key', `the key ${key} is not known; the nearest known key is ${close}`, hint),
    );
  };
  const entries = new Map<string, Schema<unknown>>([
    ...Object.entries(required),
    ...Object.entries(optional).map(([key, schema]) => [key, v.exactOptional(schema)] as const),
  ]);
  // An entry for each unknown key, because valibot's strict object reports only the first of them.
  return v.lazy((node) => {
    const unknown = keysOf(node).filter((key) => !entries.has(key));
    const all = [...entries, ...unknown.map((key) => [key, unknownKey(key)] as const)];
    return v.pipe(
      v.custom<YamlRecord>(isRecord, wrongType),
      v.transform(
        ({ entries: given }): Record<string, unknown> =>
          Object.fromEntries(
            [...given]
              .filter(([key, { value }]) => value !== undefined || !entries.has(key))
              .map(([key, { value }]) => [key, value]),
          ),
      ),
      v.object(Object.fromEntries(all), missingKey),
    );
  }) as Schema<Values<R> & Partial<Values<O>>>;
}

/** Either a text or what `schema` says. */
export function textOr<T>(schema: Schema<T>): Schema<Text | T> {
  return wordOr(text(), schema);
}

/** What `words` makes of a text, or what `schema` says of a list or a record. */
export function wordOr<T, U>(words: Schema<T>, schema: Schema<U>): Schema<T | U> {
  return v.lazy((node): Schema<T | U> => (isText(node) ? words : schema));
}

/** Any keys, as the file names them, each with what `item` says. */
export function named<T>(item: Schema<T>): Schema<Readonly<Record<string, T>>> {
  return v.lazy((node) => {
    const entries = keysOf(node).map((key) => [key, item] as const);
    return record(Object.fromEntries(entries), {});
  }) as Schema<Readonly<Record<string, T>>>;
}

function word(): Schema<string> {
  return v.pipe(
    text(),
    v.transform(({ text }) => text),
  );
}

/** valibot carries one string for an issue: the code, the message and the hint travel in it. */
function fault(code: string, message: string, hint: string): string {
  return JSON.stringify([`schema/${code}`, message, hint]);
}

function diagnosticOf(issue: v.BaseIssue<unknown>, root: YamlNode, file: string): Diagnostic {
  const [code, message, hint] = JSON.parse(issue.message) as [string, string, string];
  const path = (issue.path ?? []).map(({ key }) => key);
  const position = placeOf(root, path, issue.type === 'never');
  return { code, severity: 'error', message, hint, place: { file, ...position } };
}

/** Where `path` leads, or its last key; where it leads out of the tree, since a key is missing, the record itself. */
function placeOf(node: YamlNode, path: readonly unknown[], isOfKey: boolean): Position {
  const [key, ...rest] = path;
  if (node.kind === 'list' && typeof key === 'number') {
    const item = node.items[key];
    if (item) return placeOf(item, rest, isOfKey);
  }
  if (node.kind === 'record' && typeof key === 'string') {
    const { keyAt, value } = node.entries.get(key) ?? {};
    if (value && !(isOfKey && rest.length === 0)) return placeOf(value, rest, isOfKey);
    if (keyAt) return keyAt;
  }
  return node.at;
}

function isText(node: unknown): node is YamlText {
  return isNode(node) && node.kind === 'text';
}

function isList(node: unknown): node is YamlList {
  return isNode(node) && node.kind === 'list';
}

function isRecord(node: unknown): node is YamlRecord {
  return isNode(node) && node.kind === 'record';
}

function isNode(node: unknown): node is YamlNode {
  return typeof node === 'object' && node !== null && 'kind' in node;
}

function keysOf(node: unknown): readonly string[] {
  return isRecord(node) ? [...node.entries.keys()] : [];
}
