// Everything that a product can be made from, and which of it was looked at while it was made. A product may be used
// again where all that it looked at is as it was: the verifying traces of Mokhov, Mitchell and Peyton Jones, Build
// Systems à la Carte (2018).

import type { Edition } from '../model/edition.ts';
import type { PageReferences } from '../model/page-references.ts';
import type { Settings } from '../model/settings.ts';
import type { World } from '../model/world.ts';
import { digestOnce } from './digest.ts';

export interface Sources<Picture> {
  /** Of the code, the packages and the typefaces: nothing outlives a change of them. */
  readonly program: string;
  readonly edition: Edition;
  readonly settings: Settings;
  readonly theme: { readonly name: string; readonly files: ReadonlyMap<string, string> };
  readonly pictures: ReadonlyMap<string, Picture>;
  /** On which pages of the booklet the exchanges stand. */
  readonly pages: PageReferences;
  /** The booklet's pages as a PDF. */
  readonly booklet: Uint8Array;
  readonly world: World;
}

/** What was looked at, and the digest of what was seen there. */
export type Trace = Readonly<Record<string, string>>;

export interface Watch<Picture> {
  /** The same sources: whoever looks at one of them leaves a mark in the trace. */
  readonly seen: Sources<Picture>;
  readonly trace: () => Trace;
  /** Counts what another product's maker saw as seen here. */
  readonly adopt: (trace: Trace) => void;
}

export function watch<Picture>(sources: Sources<Picture>): Watch<Picture> {
  const marks = new Map<string, string>([[PROGRAM, sources.program]]);
  const mark = (name: string, value: unknown): void => {
    if (!marks.has(name)) marks.set(name, digestOnce(value));
  };
  const { world } = sources;
  const settings = watchObject(sources.settings, 'settings', mark);
  const theme = { name: sources.theme.name, files: watchFiles(sources.theme.files, mark) };
  const seen: Sources<Picture> = {
    program: sources.program,
    get edition() {
      mark('edition', sources.edition);
      return sources.edition;
    },
    settings,
    get theme() {
      mark('theme', sources.theme.name);
      return theme;
    },
    get pictures() {
      mark('pictures', sources.pictures);
      return sources.pictures;
    },
    get pages() {
      mark('pages', sources.pages);
      return sources.pages;
    },
    get booklet() {
      mark('booklet', sources.booklet);
      return sources.booklet;
    },
    world: {
      ...world,
      playerCode: async () => marked(mark, 'player', await world.playerCode()),
      readNamed: async (file) => marked(mark, `${FILE}${file}`, await world.readNamed(file)),
      readTemplates: async (folder) => marked(mark, `${FOLDER}${folder}`, await world.readTemplates(folder)),
    },
  };
  return {
    seen,
    trace: () => Object.fromEntries([...marks].sort(([a], [b]) => (a < b ? -1 : 1))),
    adopt: (trace) => {
      for (const [name, digest] of Object.entries(trace)) if (!marks.has(name)) marks.set(name, digest);
    },
  };
}

/** Whether all that a trace marks is as it was. */
export async function holds<Picture>(trace: Trace, sources: Sources<Picture>): Promise<boolean> {
  for (const [name, digest] of Object.entries(trace)) {
    if (name === PROGRAM ? sources.program !== digest : digestOnce(await lookUp(name, sources)) !== digest)
      return false;
  }
  return PROGRAM in trace;
}

const PROGRAM = 'program';
const SETTINGS = 'settings.';
const TEMPLATE = 'template ';
const TEMPLATE_NAMES = 'template names';
const FILE = 'file ';
const FOLDER = 'templates ';

/** What a mark of `watch` stands for, as it is now. */
async function lookUp<Picture>(name: string, sources: Sources<Picture>): Promise<unknown> {
  const { world, theme } = sources;
  if (name === TEMPLATE_NAMES) return [...theme.files.keys()];
  if (name.startsWith(TEMPLATE)) return theme.files.get(name.slice(TEMPLATE.length));
  if (name.startsWith(SETTINGS)) return settingAt(sources.settings, name.slice(SETTINGS.length).split('.'));
  if (name.startsWith(FILE)) return world.readNamed(name.slice(FILE.length));
  if (name.startsWith(FOLDER)) return world.readTemplates(name.slice(FOLDER.length));
  switch (name) {
    case 'edition':
    case 'pictures':
    case 'pages':
    case 'booklet':
      return sources[name];
    case 'theme':
      return theme.name;
    case 'player':
      return world.playerCode();
    default:
      return UNKNOWN;
  }
}

/** No value is this one: a mark of another version of the program holds for nothing. */
const UNKNOWN = { unknown: true };

function settingAt(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return value;
  if (key === KEYS) return isRecord(value) ? Object.keys(value) : undefined;
  return isRecord(value) ? settingAt(value[key], rest) : undefined;
}

type Mark = (name: string, value: unknown) => void;

function marked<T>(mark: Mark, name: string, value: T): T {
  mark(name, value);
  return value;
}

/** Stands at the end of a path for the names of what an object has. */
const KEYS = '*';

/** An object whose keys, and those of objects in it, are marked one by one as they are read. */
function watchObject<T extends object>(value: T, path: string, mark: Mark): T {
  const inner = new Map<string, object>();
  return new Proxy(value, {
    get(target, key) {
      const found: unknown = Reflect.get(target, key);
      if (typeof key === 'symbol') return found;
      if (!isRecord(found)) return marked(mark, `${path}.${key}`, found);
      const known = inner.get(key) ?? watchObject(found, `${path}.${key}`, mark);
      inner.set(key, known);
      return known;
    },
    has(target, key) {
      if (typeof key === 'string') mark(`${path}.${key}`, Reflect.get(target, key));
      return Reflect.has(target, key);
    },
    ownKeys(target) {
      mark(`${path}.${KEYS}`, Object.keys(target));
      return Reflect.ownKeys(target);
    },
  });
}

/** A map whose files are marked as they are read, and their names where they are listed. */
function watchFiles(files: ReadonlyMap<string, string>, mark: Mark): ReadonlyMap<string, string> {
  const get = (path: string): string | undefined => marked(mark, `${TEMPLATE}${path}`, files.get(path));
  const names = (): readonly string[] => marked(mark, TEMPLATE_NAMES, [...files.keys()]);
  const entries = function* (): MapIterator<[string, string]> {
    for (const path of names()) yield [path, get(path) ?? ''];
  };
  return {
    get,
    has: (path) => get(path) !== undefined,
    get size() {
      return names().length;
    },
    keys: function* (): MapIterator<string> {
      yield* names();
    },
    values: function* (): MapIterator<string> {
      for (const [, text] of entries()) yield text;
    },
    entries,
    forEach: (visit) => {
      for (const [path, text] of entries()) visit(text, path, files);
    },
    [Symbol.iterator]: entries,
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
