// Transparency that every press blends alike: PDF/X-4 allows it (ISO 15930-7), as far as ISO 32000-1, 11 describes it.

import { colourSpaceOf } from './colours.ts';
import { type Finding, finding } from './findings.ts';
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRawStream,
  type PdfFile,
  partsOf,
} from './pdf.ts';

export function inspectTransparency({ context }: PdfFile): readonly Finding[] {
  const findings: Finding[] = [];
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    const where = { object: `${ref.objectNumber} ${ref.generationNumber}` };
    for (const part of partsOf(object))
      if (part instanceof PDFDict)
        findings.push(...faultsOf(part, context).map((fault) => finding('transparency', fault, where)));
    if (object instanceof PDFRawStream && !isMaskOfGreys(object.dict, context))
      findings.push(finding('transparency', 'an image whose soft mask is not in DeviceGray', where));
  }
  return findings;
}

function faultsOf(dict: PDFDict, context: PDFContext): readonly string[] {
  const value = (key: string) => context.lookup(dict.get(PDFName.of(key)));
  const faults: string[] = [];
  const mode = value('BM');
  if (mode !== undefined && !isBlendMode(mode, context)) faults.push('a blend mode that is not known');
  for (const key of ['ca', 'CA']) {
    const opacity = value(key);
    if (opacity instanceof PDFNumber && (opacity.asNumber() < 0 || opacity.asNumber() > 1))
      faults.push(`an opacity of ${opacity.asNumber()}, beyond 0 to 1`);
  }
  const [kind, group] = [value('S'), value('G')];
  if (kind === PDFName.of('Luminosity') && group instanceof PDFRawStream && !blendsIn(group.dict, context))
    faults.push('a soft mask by luminosity without a blending colour space');
  if (kind === PDFName.of('Transparency')) {
    const space = dict.get(PDFName.of('CS'));
    if (space && SPECIAL.has(colourSpaceOf(space, context, undefined)))
      faults.push('a group that blends in a spot colour or a pattern');
  }
  return faults;
}

const SPECIAL: ReadonlySet<string> = new Set(['spot', 'all', 'pattern']);

/** ISO 32000-1, tables 136 and 137; Compatible is an old name of Normal. */
const BLEND_MODES = new Set(
  (
    'Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference ' +
    'Exclusion Hue Saturation Color Luminosity'
  ).split(' '),
);

/** Of several the first that is known counts. */
function isBlendMode(mode: object, context: PDFContext): boolean {
  const names = mode instanceof PDFArray ? mode.asArray().map((one) => context.lookup(one)) : [mode];
  return names.some((name) => name instanceof PDFName && BLEND_MODES.has(name.decodeText()));
}

function blendsIn(form: PDFDict, context: PDFContext): boolean {
  const group = context.lookup(form.get(PDFName.of('Group')));
  return group instanceof PDFDict && group.has(PDFName.of('CS'));
}

/** ISO 32000-1, 11.6.5.3. */
function isMaskOfGreys(image: PDFDict, context: PDFContext): boolean {
  if (image.get(PDFName.of('Subtype')) !== PDFName.of('Image')) return true;
  const mask = context.lookup(image.get(PDFName.of('SMask')));
  const space =
    mask instanceof PDFRawStream ? context.lookup(mask.dict.get(PDFName.of('ColorSpace'))) : undefined;
  return !(mask instanceof PDFRawStream) || space === PDFName.of('DeviceGray');
}
