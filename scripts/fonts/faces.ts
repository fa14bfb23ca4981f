// Which typefaces serve an edition. Glyph shapes differ from place to place, so each locale has fonts of its own.

import type { Locale } from '../model/locale.ts';

/** Serif (宋體, 明體) for reading text and titles, sans (黑體) for questions and furniture. */
export type Genre = 'serif' | 'sans';

export const WEIGHTS = [200, 300, 400, 500, 600, 700, 900] as const;

export type Weight = (typeof WEIGHTS)[number];

export interface FontFace {
  readonly family: string;
  readonly genre: Genre;
  readonly weight: Weight;
  /** A static TrueType file, as a path inside an installed package. Variable fonts do not work in Typst. */
  readonly file: string;
}

export interface Family {
  readonly name: string;
  /** What readers of the place call it. */
  readonly localName: string;
  /** The installed package that its files come from. */
  readonly packageName: string;
  readonly faces: readonly FontFace[];
}

/** The serif and the sans family of a locale, with all weights that the packages bring. */
export function familiesOf(locale: Locale): Readonly<Record<Genre, Family>> {
  return FAMILIES[locale];
}

const STYLE_NAME: Readonly<Record<Weight, string>> = {
  200: 'ExtraLight',
  300: 'Light',
  400: 'Regular',
  500: 'Medium',
  600: 'SemiBold',
  700: 'Bold',
  900: 'Black',
};

const FAMILIES: Readonly<Record<Locale, Readonly<Record<Genre, Family>>>> = {
  'zh-TW': {
    serif: family('serif', 'Noto Serif TC', '思源宋體', '@expo-google-fonts/noto-serif-tc'),
    sans: family('sans', 'Noto Sans TC', '思源黑體', '@expo-google-fonts/noto-sans-tc'),
  },
  'zh-HK': {
    serif: family('serif', 'Noto Serif HK', '思源宋體', '@expo-google-fonts/noto-serif-hk'),
    sans: family('sans', 'Noto Sans HK', '思源黑體', '@expo-google-fonts/noto-sans-hk'),
  },
  'zh-CN': {
    serif: family('serif', 'Noto Serif SC', '思源宋体', '@expo-google-fonts/noto-serif-sc'),
    sans: family('sans', 'Noto Sans SC', '思源黑体', '@expo-google-fonts/noto-sans-sc'),
  },
};

function family(genre: Genre, name: string, localName: string, packageName: string): Family {
  const stem = name.replaceAll(' ', '');
  const faces = WEIGHTS.map((weight) => {
    const style = STYLE_NAME[weight];
    return {
      family: name,
      genre,
      weight,
      file: `${packageName}/${weight}${style}/${stem}_${weight}${style}.ttf`,
    };
  });
  return { name, localName, packageName, faces };
}
