// Grey on the black plate alone: a grey that carries an ICC profile is separated onto all four.

import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  partsOf,
} from './pdf.ts';

/** Puts DeviceGray wherever the file names a one-component ICCBased colour space (ISO 32000-1, 8.6.5.5). */
export function printGreyInBlack(context: PDFContext): void {
  for (const [, object] of context.enumerateIndirectObjects())
    for (const part of partsOf(object))
      if (part instanceof PDFDict) {
        for (const [key, value] of part.entries())
          if (isGreyProfile(value, context)) part.set(key, DEVICE_GRAY);
      } else if (part instanceof PDFArray) {
        for (const [index, value] of part.asArray().entries())
          if (isGreyProfile(value, context)) part.set(index, DEVICE_GRAY);
      }
}

const DEVICE_GRAY = PDFName.of('DeviceGray');
const ICC_BASED = PDFName.of('ICCBased');

function isGreyProfile(value: PDFObject, context: PDFContext): boolean {
  const space = context.lookup(value);
  if (!(space instanceof PDFArray) || space.size() !== 2 || space.get(0) !== ICC_BASED) return false;
  const profile = context.lookup(space.get(1));
  if (!(profile instanceof PDFRawStream)) return false;
  const components = profile.dict.lookup(PDFName.of('N'));
  return components instanceof PDFNumber && components.asNumber() === 1;
}
