// PDFs made on the spot: labelled pages, and pages set by Typst with real fonts.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { degrees, PDFDocument, type PDFPage, StandardFonts } from 'pdf-lib';
import { formatDiagnostic } from '../../scripts/model/diagnostic.ts';
import { type Mm, mm, type Size, toPt } from '../../scripts/model/length.ts';
import { singlePages } from '../../scripts/press/book.ts';
import { type DuplexOptions, type ImposedPdf, imposeDuplex } from '../../scripts/press/impose.ts';
import type { OutputCondition } from '../../scripts/press/pdfx.ts';
import {
  type ImposedSheets,
  imposeSignatures,
  type SignatureOptions,
} from '../../scripts/press/signatures.ts';
import { type Pdf, readPdf } from '../support/pdf.ts';

export const A5: Size<Mm> = { width: mm(148), height: mm(210) };

/** Where the label's baseline starts on the page as seen, from its lower left corner: nowhere symmetrical. */
export const LABEL = { x: mm(17), y: mm(31) };

export interface Sample {
  readonly size?: Size<Mm>;
  /** What lies around the trim box inside the media box, so that their corners differ. */
  readonly margin?: Mm;
  /** Whether `L` and `R` stand 5 mm from the left and the right edge of each trimmed page, half-way up. */
  readonly ticks?: boolean;
  /** /Rotate, as the page is seen turned. */
  readonly rotate?: 0 | 90 | 180 | 270;
  readonly change?: (page: PDFPage, number: number, document: PDFDocument) => void;
}

export const TICK = mm(5);

const TICKS = [
  ['L', () => toPt(TICK)],
  ['R', (width: number) => width - toPt(TICK)],
] as const;

/** Pages that say `page 1`, `page 2` … upright as seen, at `LABEL`. */
export async function labelledPdf(count: number, sample: Sample = {}): Promise<Uint8Array> {
  const { size = A5, margin = mm(0), rotate = 0, change } = sample;
  const document = await PDFDocument.create({ updateMetadata: false });
  const font = await document.embedFont(StandardFonts.Helvetica);
  const lies = rotate === 90 || rotate === 270;
  const width = toPt(lies ? size.height : size.width);
  const height = toPt(lies ? size.width : size.height);
  const edge = toPt(margin);
  for (let number = 1; number <= count; number++) {
    const page = document.addPage([width + 2 * edge, height + 2 * edge]);
    if (margin > 0) page.setTrimBox(edge, edge, width, height);
    page.setRotation(degrees(rotate));
    const [x, y] = onPage(toPt(LABEL.x), toPt(LABEL.y), { width, height, rotate });
    page.drawText(`page ${number}`, { x: x + edge, y: y + edge, size: 20, font, rotate: degrees(rotate) });
    for (const [text, across] of sample.ticks ? TICKS : [])
      page.drawText(text, { x: edge + across(width), y: edge + height / 2, size: 4, font });
    change?.(page, number, document);
  }
  return document.save({ addDefaultPage: false });
}

/** A point of the page as seen, in the page's own space before /Rotate turns it clockwise. */
function onPage(
  x: number,
  y: number,
  page: { readonly width: number; readonly height: number; readonly rotate: number },
): readonly [number, number] {
  if (page.rotate === 90) return [page.width - y, x];
  if (page.rotate === 180) return [page.width - x, page.height - y];
  if (page.rotate === 270) return [y, page.height - x];
  return [x, y];
}

export const OPTIONS: DuplexOptions = {
  paper: 'A4',
  flip: 'short-edge',
  binding: 'left',
  title: '大模型遠沒有到泡沫臨界點 — “9.11”',
  language: 'zh-Hant-TW',
};

/** Imposes what ought to be imposed without a remark. */
export async function impose(pdf: Uint8Array, options: Partial<DuplexOptions> = {}): Promise<ImposedPdf> {
  const result = await imposeDuplex(pdf, { ...OPTIONS, ...options });
  if (!result.ok || result.diagnostics.length > 0)
    throw new Error(result.diagnostics.map(formatDiagnostic).join('\n'));
  return result.value;
}

export async function readImposed(pdf: Uint8Array, options: Partial<DuplexOptions> = {}): Promise<Pdf> {
  return readPdf((await impose(pdf, options)).pdf);
}

/** A5 pages of Chinese and Latin text, default black, rules and grey boxes, nothing coloured. */
export function typesetPdf(pageCount: number): Uint8Array {
  const source = `
    #set page(width: 148mm, height: 210mm, margin: 20mm)
    #set text(font: "Noto Serif TC", fallback: false, lang: "zh", region: "TW")
    #for number in range(1, ${pageCount + 1}) [
      = 第 #number 頁
      #line(length: 100%)
      #v(number * 2mm)
      #for part in range(number, number + 5) [大模型解決了理解、推理、常識性問題（#part）。#lorem(30) ]
      #box(fill: luma(50%), width: 2cm, height: 1cm)
      #link("https://example.org")[連結]
      #pagebreak(weak: true)
    ]`;
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontPaths: [FONTS] }] });
  const document = compiler.compile({ mainFileContent: source }).result;
  if (!document) throw new Error('Typst did not compile the sample');
  return new Uint8Array(compiler.pdf(document));
}

let compiler: NodeCompiler | undefined;

const FONTS = 'node_modules/@expo-google-fonts/noto-serif-tc/400Regular';

/** What `use` gives for the bytes as a file; the file and all beside it are gone afterwards. */
export function asFile<T>(bytes: Uint8Array, use: (path: string) => T): T {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'press-'));
  try {
    const file = path.join(folder, 'file.pdf');
    fs.writeFileSync(file, bytes);
    return use(file);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

export const OUTPUT: OutputCondition = {
  identifier: 'FOGRA39',
  description: 'Offset, coated paper (ISO 12647-2:2004/Amd 1, paper types 1 and 2)',
  profile: new Uint8Array(fs.readFileSync('profiles/FOGRA39L_coated.icc')),
};

export const PRESS: SignatureOptions = {
  sheet: 'fit',
  signature: 16,
  assembly: 'nested',
  binding: 'left',
  flip: 'short-edge',
  halves: false,
  bleed: mm(3),
  milling: mm(0),
  marks: true,
  title: OPTIONS.title,
  language: OPTIONS.language,
  date: '2024-07-26',
  output: OUTPUT,
};

/** Imposes for the press what ought to be imposed without a remark. */
export async function imposePress(
  pdf: Uint8Array,
  options: Partial<SignatureOptions> = {},
): Promise<ImposedSheets> {
  const result = await imposeSignatures(singlePages(pdf), { ...PRESS, ...options });
  if (!result.ok || result.diagnostics.length > 0)
    throw new Error(result.diagnostics.map(formatDiagnostic).join('\n'));
  return result.value;
}
