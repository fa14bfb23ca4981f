// The proof: reads finished pages back and reports every breach of the rules for Chinese text, with page, line and text.

import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import type { Edition } from '../model/edition.ts';
import { KINSOKU, type Kinsoku, type OpeningMark } from '../model/settings.ts';
import { documentBreaches, fontBreaches } from './document.ts';
import { edgesOf } from './edges.ts';
import { linesOf } from './lines.ts';
import { gridBreaches, headingBreaches, openingBreaches, paragraphBreaches } from './pages.ts';
import { type ExpectedText, findTexts } from './paragraphs.ts';
import { readPdf } from './pdf.ts';
import { LINE_RULES } from './rules.ts';

export interface Breach {
  readonly code: string;
  readonly level: Kinsoku;
  /** What it is a breach of. */
  readonly clause: string;
  readonly message: string;
  /** From 1; none for what concerns the whole file. */
  readonly page?: number;
  /** The line, as it reads. */
  readonly line?: string;
}

export interface ProofOptions {
  readonly openingMark: OpeningMark;
}

/** All breaches of `pdf`, which is the booklet of `edition`, in the order of the pages. */
export async function proofPages(
  pdf: Uint8Array,
  edition: Edition,
  { openingMark }: ProofOptions,
): Promise<readonly Breach[]> {
  const { pages, ...facts } = await readPdf(pdf);
  const lines = pages.flatMap(linesOf);
  const { found, missing } = findTexts(lines, expectedTexts(edition));
  const context = { locale: edition.locale };
  const edges = edgesOf(lines, edition.locale);
  const breaches: Breach[] = [
    ...documentBreaches(facts, edition),
    ...fontBreaches(pages, edition.locale),
    ...missing.map(({ near, message }) => ({
      code: 'text',
      level: 'basic' as const,
      clause: 'the text of the edition, character for character',
      message,
      ...(near && { page: near.page, line: near.text }),
    })),
    ...lines.flatMap((line) =>
      LINE_RULES.flatMap(({ code, level, clause, check }): Breach[] => {
        const message = check(line, { ...context, edge: edges.get(line) });
        return message === undefined
          ? []
          : [{ code, level, clause, message, page: line.page, line: line.text }];
      }),
    ),
    ...paragraphBreaches(found),
    ...headingBreaches(found),
    ...gridBreaches(found),
    ...openingBreaches(found, edition.locale, openingMark),
  ];
  return breaches.sort((a, b) => (a.page ?? 0) - (b.page ?? 0));
}

/** Breaches at the level of the house as findings of `severity`, the others as notes in one sum. */
export function proofDiagnostics(
  breaches: readonly Breach[],
  {
    file,
    locale,
    kinsoku,
    severity,
  }: {
    readonly file: string;
    readonly locale: string;
    readonly kinsoku: Kinsoku;
    readonly severity: Severity;
  },
): readonly Diagnostic[] {
  const isHeld = ({ level }: Breach): boolean => KINSOKU.indexOf(level) <= KINSOKU.indexOf(kinsoku);
  const stricter = breaches.filter((breach) => !isHeld(breach));
  const found = breaches.filter(isHeld).map(
    ({ code, clause, message, page, line }): Diagnostic => ({
      code: `proof/${code}`,
      severity,
      place: { file },
      message: `${locale} booklet${page === undefined ? '' : `, page ${page}`}: ${message}${line === undefined ? '' : ` (“${line.trim()}”)`}`,
      hint: `Against ${clause}. Look at the page; a change of a word before it will set the lines anew.`,
    }),
  );
  if (stricter.length === 0) return found;
  const note: Diagnostic = {
    code: 'proof/stricter',
    severity: 'note',
    place: { file },
    message: `${locale} booklet: ${stricter.length} places would not pass stricter rules`,
    hint: 'Nothing to do; `kinsoku` in press.yaml says how strict the house is.',
  };
  return [...found, note];
}

function expectedTexts({ interview }: Edition): readonly ExpectedText[] {
  const heading = (text: string): ExpectedText => ({ text, kind: 'heading' });
  const paragraph = ({ text }: { readonly text: string }): ExpectedText => ({ text, kind: 'paragraph' });
  return [
    ...interview.lead.map(paragraph),
    ...interview.sections.flatMap(({ kicker, title, exchanges }) => [
      ...(kicker ? [heading(kicker.text)] : []),
      heading(title.text),
      ...exchanges.flatMap(({ question, answer }) => [
        heading(question.text),
        ...answer.flatMap(({ paragraphs }) => paragraphs.map(paragraph)),
      ]),
    ]),
  ];
}
