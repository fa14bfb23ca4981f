// What preflight can find: a clause that a file breaks, and where.

import type { Diagnostic } from '../model/diagnostic.ts';
import { type Mm, mm } from '../model/length.ts';

/** What each clause asks, and what to do where it is broken. */
export const CLAUSES = {
  version: ['PDF/X-4 is PDF 1.6 (ISO 15930-7)', 'Write the file as PDF 1.6.'],
  encryption: ['no encryption (ISO 15930-7)', 'Save it without a password: qpdf --decrypt in.pdf out.pdf'],
  id: ['the file has an ID (ISO 15930-7)', 'Write two strings as /ID into the trailer.'],
  'output-intent': [
    'one output intent for PDF/X with an output condition (ISO 15930-7)',
    'Name the printing condition when exporting as PDF/X-4.',
  ],
  profile: [
    'the output intent embeds an ICC profile for CMYK print (ISO 15930-7)',
    'Embed the profile of the printing condition.',
  ],
  xmp: ['XMP metadata names PDF/X-4, dates and IDs (ISO 15930-7)', 'Export as PDF/X-4 anew.'],
  'xmp-info': ['Info and XMP agree (ISO 15930-7)', 'Change the document properties in one program alone.'],
  trapped: ['it is stated whether the file is trapped (ISO 15930-7)', 'Set Trapped to True or False.'],
  'trim-box': ['each page has a trim box (ISO 15930-7)', 'Export with the trim size set.'],
  'art-box': ['no art box beside a trim box (ISO 15930-7)', 'Remove the art box.'],
  boxes: ['trim box within bleed box within media box (ISO 15930-7)', 'Correct the boxes.'],
  bleed: [
    'enough bleed around the trim (setting)',
    'Let pictures and fields run on over the edge of the page.',
  ],
  sizes: ['all pages have one trim size (setting)', 'Give all pages one trim size.'],
  fonts: ['fonts are embedded (ISO 15930-7)', 'Embed all fonts when exporting.'],
  actions: ['no actions (ISO 15930-7)', 'Export for print, without links that do something.'],
  javascript: ['no JavaScript (ISO 15930-7)', 'Remove the scripts.'],
  annotations: ['no annotations within the bleed (ISO 15930-7)', 'Remove comments, links and form fields.'],
  rgb: ['no DeviceRGB where the plates are CMYK (ISO 15930-7)', 'Convert the colours to CMYK.'],
  black: ['black text and rules on the black plate alone (setting)', 'Set them in K 100 %.'],
  ink: ['no more ink than the paper can take (setting)', 'Choose a colour of fewer inks.'],
  hairline: ['no line too thin to print (setting)', 'Draw it thicker.'],
  overprint: [
    'no white or pale colour set to overprint (Ghent Workgroup 2015), no overprint mode 1 for profiled CMYK (ISO 15930-7)',
    'Let it knock out what lies below; only black text is to overprint.',
  ],
  transparency: [
    'transparency that every press blends alike (ISO 15930-7, ISO 32000-1)',
    'Export it anew, blending in CMYK.',
  ],
  layers: [
    'layers that are named, listed and the same in print as on screen (ISO 15930-7)',
    'Merge the layers, or export as PDF/X-4 with them.',
  ],
  resolution: ['images fine enough for print (setting)', 'Take the picture from its source in more pixels.'],
  transfer: ['no transfer functions or halftones of its own (ISO 15930-7)', 'Export without them.'],
  compression: ['no LZW compression (ISO 15930-7)', 'Save it with Flate compression.'],
  postscript: ['no PostScript in the pages (ISO 15930-7)', 'Convert it to PDF.'],
} as const satisfies Readonly<Record<string, readonly [rule: string, hint: string]>>;

export type Clause = keyof typeof CLAUSES;

export interface Finding extends Diagnostic {
  readonly clause: Clause;
  /** Counted from 1; none for the file as a whole. */
  readonly page?: number;
  /** Number and generation, such as `12 0`. */
  readonly object?: string;
}

export interface Where {
  readonly page?: number | undefined;
  readonly object?: string | undefined;
}

/** `clause: what is there (page 3, object 12 0)`. */
export function finding(clause: Clause, fault: string, { page, object }: Where = {}): Finding {
  const place = [
    page === undefined ? [] : [`page ${page}`],
    object === undefined ? [] : [`object ${object}`],
  ].flat();
  const [rule, hint] = CLAUSES[clause];
  return {
    code: `preflight/${clause}`,
    severity: 'error',
    message: `${fault}${place.length > 0 ? ` (${place.join(', ')})` : ''}; wanted: ${rule}`,
    hint,
    clause,
    ...(page !== undefined && { page }),
    ...(object !== undefined && { object }),
  };
}

export interface Limits {
  readonly bleed: Mm;
  /** Sum of the four inks in percent. */
  readonly ink: number;
  readonly hairline: Mm;
  /** Pixels an inch. */
  readonly resolution: number;
}

/**
 * Bleed: the trade's usual. Ink: what FOGRA39 was characterised for (ISO 12647-2, paper types 1 and 2). Hairline: twice
 * the quarter point that prints in one ink, so that one in several inks stays whole. Resolution: half of the 300 pixels
 * an inch that a screen of 60 lines a centimetre can show, below which pixels are seen.
 */
export const DEFAULT_LIMITS: Limits = { bleed: mm(3), ink: 330, hairline: mm(0.2), resolution: 150 };
