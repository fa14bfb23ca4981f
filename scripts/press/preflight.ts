// Is a PDF ready for print? Every clause of PDF/X-4 (ISO 15930-7:2010) that can be read from the file, and the limits
// of the house.

import { failure, type Result, success } from '../model/diagnostic.ts';
import { type Mm, mm, pt, toMm } from '../model/length.ts';
import { CLAUSES, type Clause, DEFAULT_LIMITS, type Finding, finding, type Limits } from './findings.ts';
import { formatSize, isSameSize } from './geometry.ts';
import { inspectContent } from './inks.ts';
import { inspectLayers } from './layers.ts';
import { inspectMetadata } from './metadata.ts';
import { type ObjectNames, objectNames } from './objects.ts';
import { openPdf } from './open.ts';
import { trimPages } from './page.ts';
import {
  damagedBy,
  PDFArray,
  PDFDict,
  PDFName,
  type PDFObject,
  type PDFPageLeaf,
  PDFStream,
  type PdfFile,
  partsOf,
} from './pdf.ts';
import { inspectTransparency } from './transparency.ts';

export interface PreflightReport {
  readonly pages: number;
  /** The clauses that were looked at. */
  readonly clauses: readonly Clause[];
  /** None where the file is ready for print. */
  readonly findings: readonly Finding[];
}

/**
 * The clauses that `pdf` breaks, one finding for each place. Errors: `press/damaged`, `press/no-pages`,
 * `press/too-large`, for files that cannot be looked into.
 */
export async function preflight(
  pdf: Uint8Array,
  limits: Limits = DEFAULT_LIMITS,
): Promise<Result<PreflightReport>> {
  const clauses = Object.keys(CLAUSES) as Clause[];
  const opened = await openPdf(pdf);
  if (!opened.ok) {
    if (!opened.diagnostics.some(({ code }) => code === 'press/encrypted')) return opened;
    return success({ pages: 0, clauses, findings: [finding('encryption', 'the file is encrypted')] });
  }
  try {
    const file = opened.value;
    const names = objectNames(file.context);
    const findings = [
      ...inspectMetadata(file, names),
      ...inspectSizes(file),
      ...file.pages.flatMap((leaf, index) => inspectBoxes(leaf, index + 1, limits, names)),
      ...inspectObjects(file, names),
      ...inspectTransparency(file),
      ...inspectLayers(file, names),
      ...file.pages.flatMap((leaf, index) => inspectAnnotations(leaf, index + 1, names)),
      ...file.pages.flatMap((leaf, index) => inspectContent(leaf, index + 1, limits, names)),
    ];
    return success({ pages: file.pages.length, clauses, findings: distinct(findings) });
  } catch (error) {
    return failure(damagedBy(error));
  }
}

/** The report for a person to read. */
export function formatReport({ pages, clauses, findings }: PreflightReport): string {
  const broken = new Set(findings.map(({ clause }) => clause));
  const lines = clauses.map(
    (clause) => `${broken.has(clause) ? 'FAIL' : 'ok  '}  ${clause}: ${CLAUSES[clause][0]}`,
  );
  const verdict =
    findings.length === 0 ? 'ready for print' : `${broken.size} of ${clauses.length} clauses are broken`;
  return `${lines.join('\n')}\n\n${pages} pages, ${verdict}\n`;
}

function distinct(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((found) => [found.message, found])).values()];
}

function inspectSizes({ pages }: PdfFile): readonly Finding[] {
  // A page that lacks the box that others have is found by that.
  const hasTrim = pages[0]?.TrimBox() !== undefined;
  const numbered = pages.map((leaf, index) => ({ leaf, page: index + 1 }));
  const [first, ...others] = numbered
    .filter(({ leaf }) => (leaf.TrimBox() !== undefined) === hasTrim)
    .map(({ leaf, page }) => {
      const trimmed = trimPages([leaf]);
      return { page, size: trimmed.ok ? trimmed.value.size : { width: mm(0), height: mm(0) } };
    });
  if (!first) return [];
  return others.flatMap(({ page, size }) =>
    isSameSize(size, first.size)
      ? []
      : [finding('sizes', `${formatSize(size)}, and page 1 ${formatSize(first.size)}`, { page })],
  );
}

/** Half a point: programs round boxes. */
const ROUNDING = 0.5;

function inspectBoxes(
  leaf: PDFPageLeaf,
  page: number,
  limits: Limits,
  names: ObjectNames,
): readonly Finding[] {
  const where = { page, object: names.of(leaf) };
  const [trim, art] = [leaf.TrimBox(), leaf.ArtBox()];
  const media = cornersOf(leaf.MediaBox());
  const findings: Finding[] = [];
  if (!trim)
    findings.push(finding(art ? 'art-box' : 'trim-box', art ? 'an art box alone' : 'no trim box', where));
  else if (art) findings.push(finding('art-box', 'an art box beside the trim box', where));
  if (!trim) return findings;
  const bleed = cornersOf(leaf.BleedBox() ?? leaf.CropBox() ?? leaf.MediaBox());
  const inner = cornersOf(trim);
  if (!isWithin(inner, bleed))
    findings.push(finding('boxes', 'the trim box reaches out of the bleed box', where));
  else if (!isWithin(bleed, media))
    findings.push(finding('boxes', 'the bleed box reaches out of the media box', where));
  else {
    const least = Math.min(...inner.map((edge, index) => Math.abs(edge - (bleed[index] ?? 0))));
    const found = toMm(pt(least));
    if (found < limits.bleed - toMm(pt(ROUNDING)))
      findings.push(finding('bleed', `${tenths(found)} mm of bleed, ${limits.bleed} mm are wanted`, where));
  }
  return findings;
}

function tenths(value: Mm): number {
  return Math.round(value * 10) / 10;
}

type Corners = readonly [left: number, bottom: number, right: number, top: number];

function cornersOf(array: PDFArray): Corners {
  const { x, y, width, height } = array.asRectangle();
  return [Math.min(x, x + width), Math.min(y, y + height), Math.max(x, x + width), Math.max(y, y + height)];
}

function isWithin([left, bottom, right, top]: Corners, [x1, y1, x2, y2]: Corners): boolean {
  return left >= x1 - ROUNDING && bottom >= y1 - ROUNDING && right <= x2 + ROUNDING && top <= y2 + ROUNDING;
}

/** What may stand nowhere in the file, whichever page it belongs to. */
function inspectObjects({ context, catalog }: PdfFile, names: ObjectNames): readonly Finding[] {
  const findings: Finding[] = [];
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    const where = { object: `${ref.objectNumber} ${ref.generationNumber}` };
    for (const part of partsOf(object)) {
      if (!(part instanceof PDFDict)) continue;
      const type = nameIn(part, 'Type');
      const subtype = nameIn(part, 'Subtype');
      const action = nameIn(part, 'S');
      if (action === 'JavaScript' || part.has(PDFName.of('JS')))
        findings.push(finding('javascript', 'a script', where));
      else if (part.has(PDFName.of('AA'))) findings.push(finding('actions', 'an action on an event', where));
      else if (part !== catalog && isAction(part.get(PDFName.of('A')), context))
        findings.push(finding('actions', 'an action', where));
      if (type === 'ExtGState') findings.push(...inspectState(part, where));
      if (type === 'Font') findings.push(...inspectFont(part, context, where));
      if (subtype === 'PS' || (subtype === 'Form' && nameIn(part, 'Subtype2') === 'PS'))
        findings.push(finding('postscript', 'a PostScript object', where));
    }
    if (object instanceof PDFStream) {
      const filters = context.lookup(object.dict.get(PDFName.of('Filter')));
      const used =
        filters instanceof PDFArray ? filters.asArray().map((filter) => context.lookup(filter)) : [filters];
      if (used.some((filter) => filter instanceof PDFName && /^LZW(Decode)?$/.test(filter.decodeText())))
        findings.push(finding('compression', 'a stream packed with LZW', where));
    }
  }
  const opening = context.lookup(catalog.get(PDFName.of('OpenAction')));
  if (opening instanceof PDFDict && nameIn(opening, 'S') !== 'JavaScript')
    findings.push(finding('actions', 'an action when the file is opened', { object: names.of(catalog) }));
  return findings;
}

function isAction(object: PDFObject | undefined, context: PdfFile['context']): boolean {
  const action = context.lookup(object);
  return action instanceof PDFDict && action.has(PDFName.of('S')) && nameIn(action, 'S') !== 'JavaScript';
}

function inspectState(state: PDFDict, where: { readonly object: string }): readonly Finding[] {
  const transfer = state.get(PDFName.of('TR2'));
  const halftone = state.get(PDFName.of('HTP'));
  const isSet = state.has(PDFName.of('TR')) || (transfer !== undefined && transfer !== PDFName.of('Default'));
  return isSet || halftone !== undefined
    ? [finding('transfer', 'a transfer function or a halftone phase', where)]
    : [];
}

/** A composite font hands its glyphs' descriptor to a descendant; a Type 3 font brings its glyphs with it. */
function inspectFont(
  font: PDFDict,
  context: PdfFile['context'],
  where: { readonly object: string },
): readonly Finding[] {
  const subtype = nameIn(font, 'Subtype');
  if (subtype === 'Type0' || subtype === 'Type3') return [];
  const descriptor = context.lookup(font.get(PDFName.of('FontDescriptor')));
  const isEmbedded =
    descriptor instanceof PDFDict &&
    ['FontFile', 'FontFile2', 'FontFile3'].some((key) => context.lookup(descriptor.get(PDFName.of(key))));
  return isEmbedded
    ? []
    : [finding('fonts', `${nameIn(font, 'BaseFont') ?? 'a font'} is not embedded`, where)];
}

function nameIn(dict: PDFDict, key: string): string | undefined {
  const value = dict.get(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : undefined;
}

const FOR_PRINTERS = new Set(['PrinterMark', 'TrapNet']);

function inspectAnnotations(leaf: PDFPageLeaf, page: number, names: ObjectNames): readonly Finding[] {
  const bleed = cornersOf(leaf.BleedBox() ?? leaf.TrimBox() ?? leaf.MediaBox());
  return (leaf.Annots()?.asArray() ?? []).flatMap((entry) => {
    const annotation = leaf.context.lookup(entry);
    if (!(annotation instanceof PDFDict) || FOR_PRINTERS.has(nameIn(annotation, 'Subtype') ?? '')) return [];
    const rectangle = leaf.context.lookup(annotation.get(PDFName.of('Rect')));
    const [left, bottom, right, top] = rectangle instanceof PDFArray ? cornersOf(rectangle) : bleed;
    const isInside = left < bleed[2] && right > bleed[0] && bottom < bleed[3] && top > bleed[1];
    const kind = nameIn(annotation, 'Subtype') ?? 'an annotation';
    return isInside
      ? [finding('annotations', `${kind} within the bleed`, { page, object: names.of(annotation) })]
      : [];
  });
}
