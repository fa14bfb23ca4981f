// The deck's frames as a document for Typst: the theme draws them small, for pictures and for the handout.

import { familiesOf } from '../fonts/faces.ts';
import { type Result, success } from '../model/diagnostic.ts';
import type { TypesetJob } from '../model/world.ts';
import { pickTemplates, type Theme, typstFiles } from '../render/theme.ts';
import { deckFrames } from './frames/frames.ts';
import { sectionsOf } from './naming.ts';
import { paletteOf } from './palette.ts';
import type { DeckSetting } from './setting.ts';
import type { DeckView } from './view.ts';

/** What the handout has beside or under each slide. */
type Handout = 'lines' | 'notes';

/** The theme's files that draw slides. */
const DRAWINGS = { pictures: 'pictures.typ', handout: 'handout.typ' } as const;

/** What a theme draws slides with. */
export const DRAWING_FILES = ['slides.typ', ...Object.values(DRAWINGS)] as const;

/**
 * One of the theme's drawings as a job: `pictures` is a page for sharing and one for each slide, `handout` a document to
 * print. Beside the theme's Typst stands slides.json: texts reach Typst as data alone, and of notes only what is printed,
 * so that an edit of an answer leaves the drawings as they are. Error: `render/missing-template`.
 */
export function drawingJob(
  kind: keyof typeof DRAWINGS,
  view: DeckView,
  theme: Theme,
  { edition, design }: DeckSetting,
  handout: Handout = 'lines',
): Result<TypesetJob> {
  const picked = pickTemplates(theme, { main: DRAWINGS[kind] });
  if (!picked.ok) return picked;
  const { file: main } = picked.value.main;
  const { serif, sans } = familiesOf(edition.locale);
  const [lang = 'zh', , region = ''] = view.language.split('-');
  const sections = sectionsOf(view);
  const hasNotes = kind === 'handout' && handout === 'notes';
  const data = {
    language: { lang, region },
    fonts: { serif: serif.name, sans: sans.name },
    title: view.title,
    palette: paletteOf(design),
    labels: edition.labels,
    handout,
    slides: deckFrames(view, design).map((frames, index) => ({
      ...frames,
      notes: hasNotes ? frames.notes : [],
      number: index + 1,
      section: sections[index] ?? '',
    })),
  };
  return success({
    main,
    files: {
      ...Object.fromEntries(typstFiles(theme).map(([path, source]) => [`templates/${path}`, source])),
      [main.replace(/[^/]*$/, 'slides.json')]: JSON.stringify(data),
    },
    fonts: [...serif.faces, ...sans.faces].map(({ file }) => file),
    query: '<reference>',
  });
}
