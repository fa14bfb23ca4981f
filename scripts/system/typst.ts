// Typesets one document with Typst, which sees the files and fonts of the job and nothing else of the machine.
// Owns @myriaddreamin/typst-ts-node-compiler.

import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { NodeCompiler, NodeError, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { type Diagnostic, failure, type Result, resultOf, success } from '../model/diagnostic.ts';
import type { LaidPages, TypesetDocument, TypesetJob, World } from '../model/world.ts';
import { foreignFonts } from './font-names.ts';
import { absentFont, diagnosticsOf, exportFaults, foreignFont, packageImports } from './typst-diagnostics.ts';

export interface Typst {
  /**
   * Errors: `typeset/source`, `typeset/missing-glyph`, `typeset/missing-font`, `typeset/foreign-font`,
   * `typeset/package`, `typeset/standard`.
   */
  readonly typeset: World['typeset'];
  readonly laid: World['layOut'];
  /** The pages one under another as one SVG, glyphs as paths. The same errors, but those of a PDF standard. */
  readonly drawn: (job: TypesetJob) => Promise<Result<string>>;
}

/**
 * `resolveFont` turns a path inside an installed package into a file on disk. Compilers are made once for each set of
 * fonts (about 20 ms), kept and shared, so that a change of text costs only what depends on it; a change of a template
 * costs a new one.
 */
export function createTypst(resolveFont: (file: string) => string): Typst {
  const compilers = new Map<string, Compiler>();
  const kinds = new Set<string>();
  const run = async <T>(job: TypesetJob, make: Make<T>): Promise<Result<T>> => {
    const refused = packageImports(job);
    if (refused.length > 0) return failure(...refused);
    const fonts = job.fonts.map(resolveFont);
    const absent = fonts.filter((file) => !fs.existsSync(file));
    if (absent.length > 0) return failure(...absent.map(absentFont));
    const key = fonts.join('\n');
    kinds.add(`${job.main}\n${key}`);
    // Node.js gives a document's memory back between turns of its event loop, and not within one.
    await nextTurn();
    const known = compilers.get(key);
    const compiler = known && !hasOtherSources(known, job) ? known : await createCompiler(fonts);
    compilers.set(key, compiler);
    return compile(compiler, job, make, JOBS_OF_A_KIND * Math.min(kinds.size, MOST_KINDS) + 2);
  };
  return {
    typeset: (job) => run(job, makePdf),
    laid: (job) => run(job, keepPages),
    drawn: (job) => run(job, makeSvg),
  };
}

/** What is made of the pages. */
type Make<T> = (compiler: Compiler, pages: Pages) => Result<T>;

/** What a job was compiled to. */
interface Pages {
  readonly job: TypesetJob;
  readonly document: NodeTypstDocument;
  readonly found: readonly Diagnostic[];
}

interface Compiler {
  readonly engine: NodeCompiler;
  readonly fonts: readonly string[];
  /** What each Typst source beside the main file has said, by its path. */
  readonly sources: Map<string, string>;
  /** Laid out last, for the PDF that may be asked for next. */
  laid?: Pages;
}

/** Typst wants a folder on disk. One that does not exist holds nothing that a document could read. */
const ROOT = path.resolve('/', '.wenda-typeset');

/**
 * Results are kept until every kind of job (by its main file and fonts) can have come round again, as it does after an
 * edit; of more kinds than these the results would take too much memory.
 */
const MOST_KINDS = 30;
/** Pages to read and pages with bleed are one kind, and so are those that are drawn. */
const JOBS_OF_A_KIND = 3;
/** Of more pages only what the last job used is kept: each takes half a megabyte. */
const LONG = 200;

async function createCompiler(fonts: readonly string[]): Promise<Compiler> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  const folders = [...new Set(fonts.map((file) => path.dirname(file)))];
  const engine = NodeCompiler.create({ workspace: ROOT, fontArgs: [{ fontPaths: folders }] });
  return { engine, fonts, sources: new Map() };
}

/**
 * A compiler mends what it has parsed of a path when the source there changes, and gets characters of several bytes
 * wrong: it never sees two wordings of one source.
 */
function hasOtherSources({ sources }: Compiler, job: TypesetJob): boolean {
  return librariesOf(job).some(([file, source]) => (sources.get(file) ?? source) !== source);
}

function librariesOf({ files, main }: TypesetJob): readonly (readonly [file: string, source: string])[] {
  return Object.entries(files).flatMap(([file, source]) =>
    file.endsWith('.typ') && file !== main ? [[file, bufferOf(source).toString()] as const] : [],
  );
}

/** The main file changes with the parts that a document has, and nothing imports it: it is named by its content. */
function mainName({ files, main }: TypesetJob): string {
  const digest = createHash('sha256')
    .update(bufferOf(files[main] ?? ''))
    .digest('hex')
    .slice(0, 16);
  return main.replace(/(?=\.typ$)/, `-${digest}`);
}

function compile<T>(compiler: Compiler, job: TypesetJob, make: Make<T>, age: number): Result<T> {
  const { laid } = compiler;
  delete compiler.laid;
  try {
    const pages = laid && isSame(laid.job, job) ? success(laid) : layOut(compiler, job, age);
    if (!pages.ok) return pages;
    const made = make(compiler, pages.value);
    return made.ok ? resultOf(made.value, [...pages.value.found, ...made.diagnostics]) : made;
  } catch (thrown) {
    return failure(...exportFaults(thrown, job));
  }
}

function isSame(one: TypesetJob, other: TypesetJob): boolean {
  const [files, others] = [Object.entries(one.files), other.files];
  return (
    one.main === other.main &&
    one.query === other.query &&
    files.length === Object.keys(others).length &&
    files.every(([file, content]) => {
      const again = others[file];
      return typeof content === 'string' || again === undefined || typeof again === 'string'
        ? content === again
        : Buffer.compare(content, again) === 0;
    })
  );
}

function layOut({ engine, sources }: Compiler, job: TypesetJob, age: number): Result<Pages> {
  const main = mainName(job);
  let kept = age;
  try {
    engine.resetShadow();
    for (const [file, source] of Object.entries(job.files))
      engine.mapShadow(path.join(ROOT, file === job.main ? main : file), bufferOf(source));
    for (const [file, source] of librariesOf(job)) sources.set(file, source);
    const compiled = engine.compile({ mainFilePath: path.join(ROOT, main) });
    const notes = [compiled.takeWarnings(), compiled.takeError()].flatMap((taken) =>
      taken ? engine.fetchDiagnostics(taken as NodeError) : [],
    );
    const nameOf = (file: string): string => {
      const name = path.relative(ROOT, file).split(path.sep).join('/');
      return name === main ? job.main : name;
    };
    const found = diagnosticsOf(notes, nameOf);
    const document = compiled.result;
    if (document && document.numOfPages > LONG) kept = 1;
    if (!document || found.some(({ severity }) => severity === 'error')) return failure(...found);
    return success({ job, document, found });
  } finally {
    engine.evictCache(kept);
  }
}

const keepPages: Make<LaidPages> = (compiler, pages) => {
  compiler.laid = pages;
  return success(laidPages(compiler, pages));
};

function laidPages({ engine }: Compiler, { document, job }: Pages): LaidPages {
  const queried = engine.query(document, { selector: job.query }) as { value?: unknown }[];
  return { pageCount: document.numOfPages, metadata: queried.map(({ value }) => value) };
}

const makePdf: Make<TypesetDocument> = (compiler, pages) => {
  const { engine, fonts } = compiler;
  // PDF/UA-1 makes Typst refuse a character that no font has; nothing else does.
  const pdf = new Uint8Array(engine.pdf(pages.document, { pdfStandard: 'ua-1', pdfTags: true }));
  return resultOf({ pdf, ...laidPages(compiler, pages) }, foreignFonts(pdf, fonts).map(foreignFont));
};

const makeSvg: Make<string> = ({ engine }, { document }) => success(engine.plainSvg(document));

function bufferOf(content: string | Uint8Array): Buffer {
  return typeof content === 'string' ? Buffer.from(content) : Buffer.from(content);
}
