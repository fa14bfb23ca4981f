// The deck as a PowerPoint file: text that can be edited, with notes, sections and the theme's colours.

import type { Locale } from '../model/locale.ts';
import { deckFrames } from './frames/frames.ts';
import { sectionsOf } from './naming.ts';
import type { Palette } from './palette.ts';
import { dressPackage } from './pptx/package.ts';
import { writePresentation } from './pptx/write.ts';
import type { DeckView } from './view.ts';

export interface PptxOptions {
  readonly locale: Locale;
  readonly palette: Palette;
  /** Who made it, for the file's properties. */
  readonly author?: string;
}

/** The bytes of deck.pptx (ECMA-376). Same view, same bytes. */
export async function deckPptx(
  view: DeckView,
  { locale, palette, author = '' }: PptxOptions,
): Promise<Uint8Array> {
  const slides = deckFrames(view);
  const sections = sectionsOf(view);
  const written = await writePresentation({ title: view.title, author, locale, slides, sections });
  return dressPackage(written, { locale, palette });
}
