// The colours of the house in place of a theme's, where they can be read on its grounds.

import { type Diagnostic, type Result, resultOf } from '../model/diagnostic.ts';
import type { Settings } from '../model/settings.ts';
import { contrastOf, LEAST_CONTRAST, nearestLegible } from './contrast.ts';
import { type Design, designIn, type Palette, type ThemeDesign } from './design.ts';

export type HouseColours = Pick<Settings, 'appearance' | 'accent' | 'ink'>;

/**
 * The theme in the appearance and the colours that the house has chosen. Errors `settings/contrast`, at press.yaml: a
 * colour is too near to one of the theme's that it has to be told from; the hint gives the nearest that is not.
 */
export function designFor(theme: ThemeDesign, house: HouseColours, pressFile: string): Result<Design> {
  const design = designIn(theme, house.appearance);
  const palette = { ...design.palette, colours: withHouse(design.palette, house) };
  const faults = (['accent', 'ink'] as const).flatMap((part) => {
    const colour = house[part];
    const fault = colour === undefined ? undefined : faultOf(part, colour, palette);
    return fault ? [{ ...fault, place: { file: pressFile } }] : [];
  });
  return resultOf({ ...design, palette }, faults);
}

/** What is set on the house's accent is paper: whatever can be told from the paper can carry it. */
function withHouse({ colours, house: roles }: Palette, { accent, ink }: HouseColours): Palette['colours'] {
  const { paper = '' } = colours;
  const all = (names: readonly string[], colour: string): readonly [string, string][] =>
    names.map((name) => [name, colour]);
  return {
    ...colours,
    ...Object.fromEntries([
      ...(accent === undefined ? [] : [...all(roles.accent, accent), ...all(roles.onAccent, paper)]),
      ...(ink === undefined ? [] : all(roles.ink, ink)),
    ]),
  };
}

interface Need {
  readonly other: string;
  readonly name: string;
  readonly least: number;
}

function faultOf(part: 'accent' | 'ink', colour: string, palette: Palette): Diagnostic | undefined {
  const needs = needsOf(palette, palette.house[part]);
  const worst = needs.find(({ other, least }) => contrastOf(colour, other) < least);
  if (!worst) return undefined;
  const near = nearestLegible(colour, needs);
  // Cut, not rounded: 4.49 is not 4.5.
  const ratio = Math.floor(contrastOf(colour, worst.other) * 10) / 10;
  return {
    code: 'settings/contrast',
    severity: 'error',
    message: `the ${part} ${colour} has a contrast of ${ratio} to 1 with ${worst.name} ${worst.other}, and ${worst.least} to 1 can be read`,
    hint: near
      ? `The nearest colour that can be read is ${near}.`
      : 'No shade of it can be read in this theme: choose another, or take out the key.',
  };
}

/** The colours that `roles` have to be told from, with the contrast that needs. */
function needsOf({ colours, reading, accents }: Palette, roles: readonly string[]): readonly Need[] {
  const pairs = [
    ...reading.map((pair) => ({ ...pair, least: LEAST_CONTRAST.reading })),
    ...accents.map((pair) => ({ ...pair, least: LEAST_CONTRAST.accent })),
  ];
  return pairs.flatMap(({ text, ground, least }) => {
    const name = roles.includes(text) ? ground : roles.includes(ground) ? text : undefined;
    return name === undefined ? [] : [{ name, other: colours[name] ?? '', least }];
  });
}
