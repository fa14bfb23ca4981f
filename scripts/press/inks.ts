// Which inks a page puts on which plates, how thin and how fine: what it paints, judged.

import { pt, toMm } from '../model/length.ts';
import { type Clause, type Finding, finding, type Limits } from './findings.ts';
import type { ObjectNames } from './objects.ts';
import { type Colour, type Paint, paintsOf } from './painting.ts';
import type { PDFPageLeaf } from './pdf.ts';

export function inspectContent(
  leaf: PDFPageLeaf,
  page: number,
  limits: Limits,
  names: ObjectNames,
): readonly Finding[] {
  return [...paintsOf(leaf, names)].flatMap((paint) =>
    faultsOf(paint, limits).map(([clause, fault]) => finding(clause, fault, { page, object: paint.object })),
  );
}

type Fault = readonly [clause: Clause, fault: string];

function faultsOf(paint: Paint, limits: Limits): readonly Fault[] {
  switch (paint.kind) {
    case 'text':
      return colourFaults(paint.colour, 'text', true, limits);
    case 'line':
      return [
        ...thinFaults(paint.width, 'a line', limits),
        ...colourFaults(paint.colour, 'a line', true, limits),
      ];
    case 'field': {
      const isRule = paint.thinnest !== undefined && paint.thinnest < RULE;
      // A field without any width paints nothing.
      const thin = paint.thinnest ? thinFaults(paint.thinnest, 'a field', limits) : [];
      return [...thin, ...colourFaults(paint.colour, isRule ? 'a rule' : 'a field', isRule, limits)];
    }
    case 'image': {
      const { space, resolution } = paint;
      const coarse = Math.round(resolution) < limits.resolution;
      const { area, most } = paint.inkAbove(limits.ink);
      return [
        ...(space === 'rgb' ? [['rgb', 'an image in DeviceRGB'] as const] : []),
        ...(area > SPOT
          ? [['ink', `an image with up to ${most} % of ink, the limit is ${limits.ink} %`] as const]
          : []),
        ...(coarse ? [['resolution', `an image of ${Math.round(resolution)} pixels an inch`] as const] : []),
      ];
    }
    case 'gradient':
      return paint.space === 'rgb' ? [['rgb', 'a gradient in DeviceRGB']] : [];
    case 'group':
      return paint.space === 'rgb' ? [['rgb', 'transparency that blends in DeviceRGB']] : [];
  }
}

/** Square millimetres: over less of an image ink has room to spread (Ghent Workgroup 2015, total area coverage). */
const SPOT = 15;

/** Up to two points: a rule and not a field. */
const RULE = toMm(pt(2));

/** Half a hundredth of a millimetre is what programs round away. */
const ROUNDING = 0.005;

function thinFaults(width: number, what: string, { hairline }: Limits): readonly Fault[] {
  return width < hairline - ROUNDING
    ? [['hairline', `${what} of ${Math.round(width * 1000) / 1000} mm`]]
    : [];
}

function colourFaults(colour: Colour, what: string, isFine: boolean, limits: Limits): readonly Fault[] {
  const { space, values } = colour;
  const ink = space === 'cmyk' ? 100 * values.reduce((sum, value) => sum + value, 0) : 0;
  const faults: Fault[] = [];
  if (space === 'rgb') faults.push(['rgb', `${what} in DeviceRGB`]);
  if (isFine && isBlackOnSeveral(colour)) faults.push(['black', `${what} in black of several inks`]);
  if (ink > limits.ink + 0.5)
    faults.push(['ink', `${what} with ${Math.round(ink)} % of ink, the limit is ${limits.ink} %`]);
  faults.push(...overprintFaults(colour, what));
  return faults;
}

/** Percent of ink: what is paler is hardly seen on what lies below. */
const PALE = 20;

/** Black is to overprint, so that no paper shows around it; white would leave what lies below, and be gone. */
function overprintFaults({ space, values, overprint }: Colour, what: string): readonly Fault[] {
  if (overprint === undefined || values.length === 0) return [];
  const sum = values.reduce((total, value) => total + value, 0);
  const ink = Math.round(100 * (space === 'grey' ? 1 - sum : sum));
  const isProcess = space === 'grey' || space === 'cmyk' || space === 'profiled-cmyk';
  if (ink === 0 && (isProcess || space === 'spot' || space === 'all'))
    return [['overprint', `${what} in white set to overprint`]];
  if (ink < PALE && isProcess) return [['overprint', `${what} of ${ink} % of ink set to overprint`]];
  if (space === 'profiled-cmyk' && overprint === 1)
    return [['overprint', `${what} in CMYK with a profile and overprint mode 1`]];
  return [];
}

/** Black or near it to the eye, though other plates print it too. */
function isBlackOnSeveral({ space, values }: Colour): boolean {
  if (space === 'profiled-grey') return (values[0] ?? 0) < 0.5;
  if (space !== 'cmyk') return false;
  const [cyan = 0, magenta = 0, yellow = 0, black = 0] = values;
  return (black >= 0.85 && cyan + magenta + yellow > 0) || Math.min(cyan, magenta, yellow) >= 0.6;
}
