// Text on sheets, set by Typst: the press itself draws none, having no fonts.

import { type Result, success } from '../model/diagnostic.ts';
import { type Mm, mm, type Size } from '../model/length.ts';
import type { TypesetJob, World } from '../model/world.ts';
import { openPages } from './open.ts';
import { type TrimmedPage, trimPages } from './page.ts';
import type { PdfFile } from './pdf.ts';

export interface Lettering {
  readonly typeset: World['typeset'];
  /** The families' names, the first that has a character serves; and their font files, as paths inside packages. */
  readonly families: readonly string[];
  readonly fonts: readonly string[];
  /** BCP 47. */
  readonly language: string;
}

export interface Lines {
  readonly file: PdfFile;
  /** A page for each line, in order. */
  readonly pages: readonly TrimmedPage[];
  /** What decides how each line looks. */
  readonly faces: readonly string[];
}

/** Each line on a page of `size`, black alone, cut off where it is too long. Errors: those of typesetting. */
export async function setLines(
  texts: readonly string[],
  size: Size<Mm>,
  { typeset, families, fonts, language }: Lettering,
): Promise<Result<Lines>> {
  const [lang = 'en', ...rest] = language.split('-');
  const region = rest.find((subtag) => /^[A-Z]{2}$/.test(subtag));
  const lines = { texts, families, lang, region: region ?? null, width: size.width, height: size.height };
  const job: TypesetJob = {
    main: 'lines.typ',
    files: { 'lines.typ': SOURCE, 'lines.json': JSON.stringify(lines) },
    fonts,
    query: '<line>',
  };
  const typesetLines = await typeset(job);
  if (!typesetLines.ok) return typesetLines;
  const file = await openPages(typesetLines.value.pdf);
  if (!file.ok) return file;
  const book = trimPages(file.value.pages, mm(0));
  const faces = texts.map((text) => JSON.stringify({ ...lines, texts: [text], fonts }));
  return book.ok ? success({ file: file.value, pages: book.value.pages, faces }) : book;
}

const SOURCE = `#let lines = json("lines.json")
#set document(title: "Lines", date: none)
#set page(width: lines.width * 1mm, height: lines.height * 1mm, margin: 0pt)
#set text(
  font: lines.families, fallback: false, size: 6.5pt, fill: cmyk(0%, 0%, 0%, 100%),
  lang: lines.lang, region: lines.region, hyphenate: false,
)
#for line in lines.texts {
  page(block(width: 100%, height: 100%, clip: true, align(horizon, box(width: 500mm, line))))
}
`;
