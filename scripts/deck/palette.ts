// The colours that frames are drawn in: those of the theme, in the appearance that is asked for.

import type { Design } from '../theme/design.ts';
import type { ColourRole } from './frames/frame.ts';

/** Six hexadecimal digits for each role. */
export type Palette = Readonly<Record<ColourRole, string>>;

/** A theme that floods no slide has its accent for that; one without hairlines draws them grey. */
export function paletteOf({ palette: { colours } }: Design): Palette {
  const colour = (...roles: readonly string[]): string => {
    const found = roles.map((role) => colours[role]).find((value) => value !== undefined);
    return (found ?? '#000000').slice(1);
  };
  return {
    paper: colour('paper'),
    ink: colour('ink'),
    title: colour('title', 'ink'),
    grey: colour('grey', 'ink'),
    accent: colour('accent', 'ink'),
    hairline: colour('hairline', 'grey', 'ink'),
    flood: colour('flood', 'accent', 'ink'),
    'on-flood': colour('on-flood', 'paper'),
  };
}
