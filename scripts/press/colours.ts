// Colour spaces as plates see them (ISO 32000-1, 8.6).

import { PDFArray, type PDFContext, PDFDict, PDFName, PDFNumber, type PDFObject, PDFStream } from './pdf.ts';

/**
 * `grey` and `cmyk` go to plates as they are; a grey with a profile is separated onto all four. `all` is every plate,
 * `spot` one of its own or several; `rgb` depends on the device.
 */
export type ColourSpace =
  | 'grey'
  | 'cmyk'
  | 'rgb'
  | 'profiled-grey'
  | 'profiled-cmyk'
  | 'profiled'
  | 'spot'
  | 'all'
  | 'pattern';

/** What a name or an array of a file stands for. Unknown ones count as profiled. */
export function colourSpaceOf(
  object: PDFObject | undefined,
  context: PDFContext,
  resources: PDFDict | undefined,
  depth = 0,
): ColourSpace {
  const space = context.lookup(object);
  if (depth > 8) return 'profiled';
  if (space instanceof PDFName) {
    const known = DEVICE[space.decodeText()];
    if (known) return known;
    const named = entry(resources, 'ColorSpace', context)?.get(space);
    return named ? colourSpaceOf(named, context, resources, depth + 1) : 'profiled';
  }
  if (!(space instanceof PDFArray)) return 'profiled';
  const family = context.lookup(space.get(0));
  const name = family instanceof PDFName ? family.decodeText() : '';
  const base = (index: number): ColourSpace => colourSpaceOf(space.get(index), context, resources, depth + 1);
  if (name === 'ICCBased') return profiled(context.lookup(space.get(1)));
  if (name === 'Indexed' || name === 'I') return base(1);
  if (name === 'Pattern') return space.size() > 1 ? base(1) : 'pattern';
  if (name === 'Separation' || name === 'DeviceN') {
    if (base(2) === 'rgb') return 'rgb';
    const colorant = context.lookup(space.get(1));
    return colorant instanceof PDFName && colorant.decodeText() === 'All' ? 'all' : 'spot';
  }
  return DEVICE[name] ?? 'profiled';
}

/** An entry of a dictionary of resources that is a dictionary itself. */
export function entry(resources: PDFDict | undefined, key: string, context: PDFContext): PDFDict | undefined {
  const found = context.lookup(resources?.get(PDFName.of(key)));
  return found instanceof PDFDict ? found : undefined;
}

const DEVICE: Readonly<Record<string, ColourSpace>> = {
  DeviceGray: 'grey',
  G: 'grey',
  DeviceCMYK: 'cmyk',
  CMYK: 'cmyk',
  DeviceRGB: 'rgb',
  RGB: 'rgb',
  CalGray: 'profiled-grey',
  Pattern: 'pattern',
};

function profiled(profile: PDFObject | undefined): ColourSpace {
  const components = profile instanceof PDFStream ? profile.dict.get(PDFName.of('N')) : undefined;
  const count = components instanceof PDFNumber ? components.asNumber() : 0;
  return count === 1 ? 'profiled-grey' : count === 4 ? 'profiled-cmyk' : 'profiled';
}
