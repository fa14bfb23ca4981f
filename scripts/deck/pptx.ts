// The deck as a PowerPoint file: text that can be edited, with notes, sections and the theme's colours.

import type { World } from '../model/world.ts';
import { deckFrames } from './frames/frames.ts';
import { sectionsOf } from './naming.ts';
import { paletteOf } from './palette.ts';
import { dressPackage } from './pptx/package.ts';
import { writePresentation } from './pptx/write.ts';
import type { DeckSetting } from './setting.ts';
import type { DeckView } from './view.ts';

export interface PptxOptions {
  /** Who made it, for the file's properties. */
  readonly author?: string;
  /** An SVG as PNG, so many pixels wide. */
  readonly rasterize: World['rasterize'];
}

/** The bytes of deck.pptx (ECMA-376). Same view, same bytes. */
export async function deckPptx(
  view: DeckView,
  { edition, design }: DeckSetting,
  { author = '', rasterize }: PptxOptions,
): Promise<Uint8Array> {
  const { locale } = edition;
  const slides = deckFrames(view, design);
  const sections = sectionsOf(view);
  const written = await writePresentation({
    title: view.title,
    author,
    locale,
    slides,
    sections,
    rasterize,
  });
  return dressPackage(written, { locale, palette: paletteOf(design) });
}
