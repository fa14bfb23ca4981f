// How well a colour can be told from its ground (WCAG 2.2, contrast ratio), and the nearest one that can be.

/** What a text needs: to be read from the last row (WCAG 2.2, 1.4.6), or to be seen where it is large (1.4.3). */
export const LEAST_CONTRAST = { reading: 7, accent: 4.5 } as const;

/** From 1 to 21, of two colours `#rrggbb`. */
export function contrastOf(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/**
 * `colour` mixed with as little black or white as gives it the contrast it needs with every other; of the two the nearer.
 * Undefined where there is none.
 */
export function nearestLegible(
  colour: string,
  needs: readonly { readonly other: string; readonly least: number }[],
): string | undefined {
  const steps = Array.from({ length: 256 }, (_, step) => step / 255);
  const passes = (mixed: string): boolean =>
    needs.every(({ other, least }) => contrastOf(mixed, other) >= least);
  return steps.flatMap((share) => ['#000000', '#ffffff'].map((end) => mix(colour, end, share))).find(passes);
}

function mix(one: string, other: string, share: number): string {
  const others = channelsOf(other);
  const mixed = channelsOf(one).map((part, index) => part + ((others[index] ?? 0) - part) * share);
  return `#${mixed.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

/** From 0 to 255. */
function channelsOf(colour: string): readonly number[] {
  return [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
}

/** Relative luminance (WCAG 2.2, definitions; the threshold is that of IEC 61966-2-1). */
function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
