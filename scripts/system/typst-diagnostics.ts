// What Typst finds wrong, as diagnostics of the house; and what is refused before Typst sees it.

import { type Diagnostic, formatDiagnostic, positionAt } from '../model/diagnostic.ts';
import type { TypesetJob } from '../model/world.ts';

export interface TypstNote {
  readonly message: string;
  readonly path: string;
  /** As in the Language Server Protocol: 1 error, 2 warning, 4 the call that led there. Lines count from 0. */
  readonly severity: number;
  readonly range: { readonly start: { readonly line: number; readonly character: number } } | null;
}

export type NameOf = (file: string) => string;

/** What a compilation said, each fault once; `nameOf` gives the name in the job of a file that Typst saw. */
export function diagnosticsOf(notes: readonly TypstNote[], nameOf: NameOf): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const note of notes) {
    const last = diagnostics.at(-1);
    if (note.severity <= 2) diagnostics.push(diagnosticOf(note, nameOf));
    else if (last) {
      const { file, line } = placeOf(note, nameOf);
      const at = line === undefined ? file : `${file}:${line}`;
      diagnostics[diagnostics.length - 1] = { ...last, message: `${last.message} (${note.message}, ${at})` };
    }
  }
  return distinct(diagnostics);
}

function diagnosticOf(note: TypstNote, nameOf: NameOf): Diagnostic {
  const place = placeOf(note, nameOf);
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

function placeOf({ path: file, range }: TypstNote, nameOf: NameOf) {
  const name = nameOf(file);
  if (!range) return { file: name };
  return { file: name, line: range.start.line + 1, column: range.start.character + 1 };
}

/** The export throws Rust's own print of its findings, all that is known of them. */
export function exportFaults(thrown: unknown, job: TypesetJob): readonly Diagnostic[] {
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
export function packageImports(job: TypesetJob): readonly Diagnostic[] {
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

export function absentFont(file: string): Diagnostic {
  return {
    code: 'typeset/missing-font',
    severity: 'error',
    place: { file },
    message: 'the font file is not there',
    hint: 'Run npm ci to install the fonts.',
  };
}

export function foreignFont(name: string): Diagnostic {
  return {
    code: 'typeset/foreign-font',
    severity: 'error',
    message: `the pages use ${name}, which belongs to this machine and not to the edition`,
    hint: 'Name only families of the edition in the template.',
  };
}
