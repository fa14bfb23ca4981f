// Typesets one document with Typst, which sees the files and fonts of the job and nothing else of the machine.
// Owns @myriaddreamin/typst-ts-node-compiler.

import fs from 'node:fs';
import path from 'node:path';
import type { NodeCompiler, NodeError, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import {
  type Diagnostic,
  failure,
  formatDiagnostic,
  positionAt,
  type Result,
  resultOf,
  success,
} from '../model/diagnostic.ts';
import type { TypesetDocument, TypesetJob, World } from '../model/world.ts';
import { foreignFonts } from './font-names.ts';

export interface Typst {
  /**
   * Errors: `typeset/source`, `typeset/missing-glyph`, `typeset/missing-font`, `typeset/foreign-font`,
   * `typeset/package`, `typeset/standard`.
   */
  readonly typeset: World['typeset'];
  /** The pages one under another as one SVG, glyphs as paths. The same errors, but those of a PDF standard. */
  readonly drawn: (job: TypesetJob) => Promise<Result<string>>;
}

/**
 * `resolveFont` turns a path inside an installed package into a file on disk. Compilers are made once for each set of
 * fonts (about 20 ms), kept and shared, so that a change of text costs only what depends on it.
 */
export function createTypst(resolveFont: (file: string) => string): Typst {
  const compilers = new Map<string, Compiler>();
  const run = async <T>(job: TypesetJob, make: Make<T>): Promise<Result<T>> => {
    const refused = packageImports(job);
    if (refused.length > 0) return failure(...refused);
    const fonts = job.fonts.map(resolveFont);
    const absent = fonts.filter((file) => !fs.existsSync(file));
    if (absent.length > 0) return failure(...absent.map(absentFont));
    const key = fonts.join('\n');
    const compiler = compilers.get(key) ?? (await createCompiler(fonts));
    compilers.set(key, compiler);
    return compile(compiler, job, make);
  };
  return { typeset: (job) => run(job, makePdf), drawn: (job) => run(job, makeSvg) };
}

/** What is made of the pages. */
type Make<T> = (compiler: Compiler, document: NodeTypstDocument, job: TypesetJob) => Result<T>;

interface Compiler {
  readonly engine: NodeCompiler;
  readonly fonts: readonly string[];
}

/** Typst wants a folder on disk. One that does not exist holds nothing that a document could read. */
const ROOT = path.resolve('/', '.wenda-typeset');

/** A result that the last ten compilations had no use for is dropped from Typst's memory. */
const CACHE_AGE = 10;

async function createCompiler(fonts: readonly string[]): Promise<Compiler> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  const folders = [...new Set(fonts.map((file) => path.dirname(file)))];
  return { engine: NodeCompiler.create({ workspace: ROOT, fontArgs: [{ fontPaths: folders }] }), fonts };
}

function compile<T>(compiler: Compiler, job: TypesetJob, make: Make<T>): Result<T> {
  const { engine } = compiler;
  try {
    engine.resetShadow();
    for (const [file, source] of Object.entries(job.files))
      engine.mapShadow(path.join(ROOT, file), bufferOf(source));
    const compiled = engine.compile({ mainFilePath: path.join(ROOT, job.main) });
    const found = distinct(
      [compiled.takeWarnings(), compiled.takeError()].flatMap((notes) =>
        notes ? diagnosticsOf(engine.fetchDiagnostics(notes as NodeError)) : [],
      ),
    );
    const document = compiled.result;
    if (!document || found.some(({ severity }) => severity === 'error')) return failure(...found);
    const made = make(compiler, document, job);
    return made.ok ? resultOf(made.value, [...found, ...made.diagnostics]) : made;
  } catch (thrown) {
    return failure(...exportFaults(thrown, job));
  } finally {
    engine.evictCache(CACHE_AGE);
  }
}

const makePdf: Make<TypesetDocument> = ({ engine, fonts }, document, job) => {
  const metadata = (engine.query(document, { selector: job.query }) as { value?: unknown }[]).map(
    ({ value }) => value,
  );
  // PDF/UA-1 makes Typst refuse a character that no font has; nothing else does.
  const pdf = new Uint8Array(engine.pdf(document, { pdfStandard: 'ua-1', pdfTags: true }));
  return resultOf(
    { pdf, pageCount: document.numOfPages, metadata },
    foreignFonts(pdf, fonts).map(foreignFont),
  );
};

const makeSvg: Make<string> = ({ engine }, document) => success(engine.plainSvg(document));
function bufferOf(content: string | Uint8Array): Buffer {
  return typeof content === 'string' ? Buffer.from(content) : Buffer.from(content);
}

interface TypstNote {
  readonly message: string;
  readonly path: string;
  /** As in the Language Server Protocol: 1 error, 2 warning, 4 the call that led there. Lines count from 0. */
  readonly severity: number;
  readonly range: { readonly start: { readonly line: number; readonly character: number } } | null;
}

function diagnosticsOf(notes: readonly TypstNote[]): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const note of notes) {
    const last = diagnostics.at(-1);
    if (note.severity <= 2) diagnostics.push(diagnosticOf(note));
    else if (last) {
      const { file, line } = placeOf(note);
      const at = line === undefined ? file : `${file}:${line}`;
      diagnostics[diagnostics.length - 1] = { ...last, message: `${last.message} (${note.message}, ${at})` };
    }
  }
  return diagnostics;
}

function diagnosticOf(note: TypstNote): Diagnostic {
  const place = placeOf(note);
  const missing = /^unknown font family: (.*)$/.exec(note.message);
  if (missing)
    return {
      code: 'typeset/missing-font',
      severity: 'error',
      place,
      message: `no font of the edition is called "${missing[1]}"`,
      hint: 'Name a family that the edition brings, or add its files to the fonts of the job.',
    };
  const [message = '', hint] = note.message.split(', hints: ');
  return {
    code: 'typeset/source',
    severity: note.severity === 1 ? 'error' : 'warning',
    place,
    message,
    hint: hint ?? 'Correct the template at this place.',
  };
}

function placeOf({ path: file, range }: TypstNote) {
  const name = path.relative(ROOT, file).split(path.sep).join('/');
  if (!range) return { file: name };
  return { file: name, line: range.start.line + 1, column: range.start.character + 1 };
}

/** The export throws Rust's own print of its findings, all that is known of them. */
function exportFaults(thrown: unknown, job: TypesetJob): readonly Diagnostic[] {
  const print = thrown instanceof Error ? thrown.message : String(thrown);
  const messages = [...print.matchAll(/message: ("(?:[^"\\]|\\.)*")/g)].map(([, quoted]) =>
    unquote(quoted ?? ''),
  );
  const found = (messages.length > 0 ? messages : [print]).map((message) => {
    const text = message.replace(/^PDF\/UA-1 error: /, '');
    const [, glyphs, font] = /^the text `(".*")` could not be displayed with font `"(.*)"`$/.exec(text) ?? [];
    return glyphs && font ? missingGlyph(unquote(glyphs), font) : standardFault(text, job);
  });
  return distinct(found);
}

/** Layout is tried several times, and says the same each time. */
function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...new Map(diagnostics.map((diagnostic) => [formatDiagnostic(diagnostic), diagnostic])).values()];
}

/** The text of a string as Rust prints it for programmers. */
function unquote(quoted: string): string {
  return quoted
    .slice(1, -1)
    .replace(/\\u\{([0-9a-f]+)\}|\\(.)/gi, (_, code?: string, character?: string) =>
      code ? String.fromCodePoint(Number.parseInt(code, 16)) : (CONTROL[character ?? ''] ?? character ?? ''),
    );
}

const CONTROL: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '0': '\0' };

function missingGlyph(text: string, font: string): Diagnostic {
  const codes = [...text].map((character) => `U+${hex(character)}`).join(' ');
  return {
    code: 'typeset/missing-glyph',
    severity: 'error',
    message: `${font} has no glyph for "${text}" (${codes})`,
    hint: 'Write the character in another way, or choose a font that has it.',
  };
}

function hex(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}

function standardFault(message: string, job: TypesetJob): Diagnostic {
  return {
    code: 'typeset/standard',
    severity: 'error',
    place: { file: job.main },
    message: `not accessible (PDF/UA-1): ${message}`,
    hint: 'Correct the template: give pictures a text, and headings in order.',
  };
}

/** Typst would fetch a package from the network in the middle of a build. */
function packageImports(job: TypesetJob): readonly Diagnostic[] {
  return Object.entries(job.files)
    .flatMap(([file, source]) =>
      typeof source === 'string' && file.endsWith('.typ') ? [{ file, source }] : [],
    )
    .flatMap(({ file, source }) =>
      [...source.matchAll(/\b(?:import|include)\s+"(@[^"]*)"/g)].map(
        (match): Diagnostic => ({
          code: 'typeset/package',
          severity: 'error',
          place: { file, ...positionAt(source, match.index) },
          message: `${match[1]} is a package from the network`,
          hint: 'Copy what is needed into the theme: a build uses no network.',
        }),
      ),
    );
}

function absentFont(file: string): Diagnostic {
  return {
    code: 'typeset/missing-font',
    severity: 'error',
    place: { file },
    message: 'the font file is not there',
    hint: 'Run npm ci to install the fonts.',
  };
}

function foreignFont(name: string): Diagnostic {
  return {
    code: 'typeset/foreign-font',
    severity: 'error',
    message: `the pages use ${name}, which belongs to this machine and not to the edition`,
    hint: 'Name only families of the edition in the template.',
  };
}
