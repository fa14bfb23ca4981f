// The deck's frames as a document for Typst: the theme draws them small, for pictures and for the handout.

import { familiesOf } from '../fonts/faces.ts';
import { type Result, success } from '../model/diagnostic.ts';
import type { Labels } from '../model/edition.ts';
import type { Locale } from '../model/locale.ts';
import type { TypesetJob } from '../model/world.ts';
import { pickTemplates, type Theme } from '../render/theme.ts';
import { deckFrames } from './frames/frames.ts';
import { sectionsOf } from './naming.ts';
import type { Palette } from './palette.ts';
import type { DeckView } from './view.ts';

export interface Drawing {
  readonly locale: Locale;
  readonly palette: Palette;
  readonly labels: Labels;
  /** What the handout has beside or under each slide. */
  readonly handout?: 'lines' | 'notes';
}

/** The theme's files that draw slides. */
const DRAWINGS = { pictures: 'pictures.typ', handout: 'handout.typ' } as const;

/**
 * One of the theme's drawings as a job: `pictures` is a page for sharing and one for each slide, `handout` a document to
 * print. Beside the theme's Typst stands slides.json: texts reach Typst as data alone. Error: `render/missing-template`.
 */
export function drawingJob(
  kind: keyof typeof DRAWINGS,
  view: DeckView,
  theme: Theme,
  { locale, palette, labels, handout = 'lines' }: Drawing,
): Result<TypesetJob> {
  const picked = pickTemplates(theme, { main: DRAWINGS[kind] });
  if (!picked.ok) return picked;
  const { file: main } = picked.value.main;
  const { serif, sans } = familiesOf(locale);
  const [lang = 'zh', , region = ''] = view.language.split('-');
  const sections = sectionsOf(view);
  const data = {
    language: { lang, region },
    fonts: { serif: serif.name, sans: sans.name },
    title: view.title,
    palette,
    labels,
    handout,
    slides: deckFrames(view).map((frames, index) => ({
      ...frames,
      number: index + 1,
      section: sections[index] ?? '',
    })),
  };
  return success({
    main,
    files: {
      ...Object.fromEntries(
        [...theme.files]
          .filter(([path]) => path.endsWith('.typ'))
          .map(([path, source]) => [`templates/${path}`, source]),
      ),
      [main.replace(/[^/]*$/, 'slides.json')]: JSON.stringify(data),
    },
    fonts: [...serif.faces, ...sans.faces].map(({ file }) => file),
    query: '<reference>',
  });
}
