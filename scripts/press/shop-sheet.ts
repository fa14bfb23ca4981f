// One page for the print shop: what is wanted, in figures, and how the first sheet is laid out and folded.

import type { Mm, Size } from '../model/length.ts';
import type { TypesetJob } from '../model/world.ts';
import { formatSize } from './geometry.ts';
import type { Lettering } from './lettering.ts';
import { type Assembly, type Binding, gridOf, type Sheet, type Side, type SignaturePages } from './plan.ts';
import type { ShopWords } from './words.ts';

export interface ShopOrder {
  readonly title: string;
  readonly edition: string;
  readonly trim: Size<Mm>;
  readonly bleed: Mm;
  readonly pages: number;
  readonly binding: Binding;
  readonly assembly: Assembly;
  readonly signature: SignaturePages;
  readonly sheets: readonly Sheet[];
  readonly sheetSize: Size<Mm>;
  /** None where the cover is printed with the pages. */
  readonly spine: Mm | undefined;
  readonly condition: string;
  readonly paper: string | undefined;
  readonly coverPaper: string | undefined;
  readonly quantity: string | undefined;
  readonly contact: string | undefined;
}

/** A page of A4; what is not known is left to be filled in. */
export function shopSheetJob(
  order: ShopOrder,
  words: ShopWords,
  { families, fonts, language }: Omit<Lettering, 'typeset'>,
): TypesetJob {
  const [lang = 'en', ...rest] = language.split('-');
  const region = rest.find((subtag) => /^[A-Z]{2}$/.test(subtag)) ?? null;
  const [first] = order.sheets;
  const sides = first ? [first.front, ...(first.back ? [first.back] : [])] : [];
  const view = {
    families,
    lang,
    region,
    heading: words.heading,
    folding: words.folding,
    rows: rowsOf(order, words),
    sides: sides.map((side, index) => ({
      name: index === 0 ? words.front : words.back,
      cells: cellsOf(side, order.signature),
    })),
    columns: gridOf(order.signature).columns,
    ratio: order.trim.height / order.trim.width,
  };
  return {
    main: 'shop-sheet.typ',
    files: { 'shop-sheet.typ': SOURCE, 'order.json': JSON.stringify(view) },
    fonts,
    query: '<none>',
  };
}

function rowsOf(order: ShopOrder, words: ShopWords): readonly (readonly [string, string])[] {
  const { trim, bleed, pages, binding, assembly, sheets, signature, sheetSize, spine } = order;
  const millimetres = (length: Mm): string => `${Math.round(length * 100) / 100} mm`;
  const inLine = (...parts: readonly (string | undefined)[]): string =>
    parts.filter((part) => part !== undefined).join(words.comma);
  const cover = spine === undefined ? words.selfCover : words.coverApart(millimetres(spine));
  return [
    [words.title, order.title],
    [words.edition, order.edition],
    [words.trim, formatSize(trim)],
    [words.bleed, millimetres(bleed)],
    [words.pages, String(pages)],
    [words.binding, inLine(words[assembly], words[binding])],
    [words.paper, order.paper ?? words.open],
    [words.cover, inLine(cover, order.coverPaper)],
    [words.colours, words.fourInks],
    [words.profile, inLine(order.condition, 'PDF/X-4')],
    [words.sheets, inLine(words.signatures(sheets.length, signature), formatSize(sheetSize))],
    [words.quantity, order.quantity ?? words.open],
    [words.contact, order.contact ?? words.open],
  ];
}

/** Row by row from the top, as one reads. */
function cellsOf(
  side: Side,
  signature: SignaturePages,
): readonly { readonly text: string; readonly turned: boolean }[] {
  const { rows } = gridOf(signature);
  return Array.from({ length: rows }, (_, index) => rows - 1 - index).flatMap((row) =>
    side
      .filter((cell) => cell.row === row)
      .map(({ page, turned }) => ({ text: page === undefined ? '–' : String(page), turned })),
  );
}

const SOURCE = `#let order = json("order.json")
#let ink = cmyk(0%, 0%, 0%, 100%)
#set document(title: order.heading, date: none)
#set page(width: 210mm, height: 297mm, margin: 22mm)
#set text(
  font: order.families, fallback: false, size: 10pt, fill: ink,
  lang: order.lang, region: order.region, hyphenate: false,
)
#set par(justify: false)
#show heading: set text(size: 20pt)
#show heading.where(level: 2): set text(size: 11pt)
= #order.heading
#v(4mm)
#grid(
  columns: (36mm, 1fr), row-gutter: 3.2mm, stroke: none,
  ..order.rows.flatten(),
)
#v(7mm)
== #order.folding
#v(2mm)
#let width = calc.min(78mm / order.columns, 26mm)
#let height = calc.min(width * order.ratio, 24mm)
#grid(
  columns: (1fr, 1fr), gutter: 8mm,
  ..order.sides.map(side => {
    side.name
    v(2mm)
    grid(
      columns: (width,) * order.columns, rows: height, stroke: (paint: ink, thickness: 0.7pt),
      align: center + horizon,
      ..side.cells.map(cell => rotate(if cell.turned { 180deg } else { 0deg }, stack(
        spacing: 1.5mm, text(size: 13pt, cell.text), line(length: 5mm, stroke: 0.7pt + ink),
      ))),
    )
  }),
)
`;
