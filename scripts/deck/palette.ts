// The colours that frames are drawn in, as the theme has them.

import type { ColourRole } from './frames/frame.ts';

/** Six hexadecimal digits for each role. */
export type Palette = Readonly<Record<ColourRole, string>>;

export const MAGAZINE: Palette = {
  paper: 'ffffff',
  ink: '1c1917',
  grey: '676058',
  accent: 'd0392c',
  hairline: 'd9d3cb',
  flood: 'd0392c',
  'on-flood': 'ffffff',
};
