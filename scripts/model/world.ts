// What the pipeline asks of the machine. Only system/ provides it, so everything else is a function of values.

import type { Result } from './diagnostic.ts';
import type { PlayerCode } from './player.ts';

export interface World {
  /** A file under templates/ as text, undefined where there is none. Path with forward slashes. */
  readonly readTemplate: (path: string) => Promise<string | undefined>;
  /** Every file of a folder under templates/, by its path below templates/; none where there is no such folder. */
  readonly readTemplates: (folder: string) => Promise<ReadonlyMap<string, string>>;
  /** A font file by its path inside an installed package. */
  readonly readFont: (file: string) => Promise<Uint8Array>;
  /** A file that the settings name, as seen from the content's folder or the program's; undefined where none is. */
  readonly readNamed: (file: string) => Promise<Uint8Array | undefined>;
  /** A file in the folder of `file` or below it: its bytes, or why there are none. `most` is the limit in bytes. */
  readonly readBeside: (file: string, name: string, most: number) => Promise<Uint8Array | NoFile>;
  readonly typeset: (job: TypesetJob) => Promise<Result<TypesetDocument>>;
  /** Has typefaces opened for jobs with the fonts of this one, where that goes on beside what is done here. */
  readonly typesetAhead?: (job: TypesetJob) => void;
  /** Marp Markdown to the HTML player. */
  readonly present: (markdown: string) => Promise<Result<string>>;
  /** Marp Markdown to PDF, by a browser of the machine. Warning without a value: `deck/no-browser`. */
  readonly print: (markdown: string) => Promise<Result<Uint8Array | undefined>>;
  /** An SVG as PNG, so many pixels wide. */
  readonly rasterize: (svg: string, width: number) => Promise<Uint8Array>;
  /** The pages of a document as PNG, as wide in pixels as `widths` says in their order; its last is that of all others. */
  readonly draw: (job: TypesetJob, widths: readonly number[]) => Promise<Result<readonly Uint8Array[]>>;
  /** What is put into that player. */
  readonly playerCode: () => Promise<PlayerCode>;
  /** Runs a program that the house names. No build asks for this: what it answers may differ from day to day. */
  readonly run: (job: ProgramJob) => Promise<ProgramOutcome>;
  /** Notes how long a phase takes, where somebody wants to know. */
  readonly measure?: Measure;
}

export type Measure = <T>(phase: string, work: () => T | Promise<T>) => Promise<T>;

/** Does `work` as a phase of that name. */
export async function measured<T>(
  { measure }: Pick<World, 'measure'>,
  phase: string,
  work: () => T | Promise<T>,
): Promise<T> {
  return measure ? measure(phase, work) : work();
}

/** No such file; larger than was asked for; or reached through a link from elsewhere. */
export type NoFile = 'missing' | 'too-large' | 'outside';

/** A program without a shell: its name or path, and its arguments as they are. */
export interface ProgramJob {
  readonly command: readonly string[];
  /** What it reads on standard input. */
  readonly input: string;
  /** After so many seconds it is ended, with every process that it started. */
  readonly seconds: number;
  /** The most bytes it may write on standard output; beyond them it is ended. */
  readonly mostBytes: number;
}

export type ProgramOutcome =
  | { readonly kind: 'done'; readonly output: Uint8Array }
  /** `said` is the last line on its standard error. */
  | { readonly kind: 'failed'; readonly status: string; readonly said: string }
  | { readonly kind: 'not-started'; readonly reason: string }
  | { readonly kind: 'too-slow' }
  | { readonly kind: 'too-much' };

/** One document for Typst. Paths are virtual: the compiler sees these files and nothing of the disk. */
export interface TypesetJob {
  readonly main: string;
  /** Texts, and pictures as bytes. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** Font files, by their path inside an installed package. */
  readonly fonts: readonly string[];
  /** Selector of the metadata to read back from the typeset pages. */
  readonly query: string;
}

export interface TypesetDocument {
  readonly pdf: Uint8Array;
  readonly pageCount: number;
  /** The values of the metadata that `query` selects, in document order. */
  readonly metadata: readonly unknown[];
}
