// Builds a deck from an edition as the pipeline does, with the templates and fonts of the repository.

import { type DeckPart, deckHtml } from '../../scripts/deck/html.ts';
import { type DeckTemplates, deckMarkdown, deckTemplates } from '../../scripts/deck/markdown.ts';
import { playerEdition, playerWords } from '../../scripts/deck/outline.ts';
import type { DeckSetting } from '../../scripts/deck/setting.ts';
import { deckFaces } from '../../scripts/deck/typefaces.ts';
import { type DeckView, deckView } from '../../scripts/deck/view.ts';
import { subsetToWoff } from '../../scripts/fonts/subset.ts';
import type { Edition } from '../../scripts/model/edition.ts';
import type { PageReferences } from '../../scripts/model/page-references.ts';
import { deckSetting } from '../../scripts/pipeline.ts';
import { loadTheme, succeeded, world } from './world.ts';

/** Folios as a booklet would have them: an opener a section, a page an exchange. */
export function pagesOf({ interview }: Edition): PageReferences {
  let folio = 5;
  const sections: number[] = [];
  const exchanges: number[] = [];
  for (const section of interview.sections) {
    folio += 1;
    sections.push(folio);
    for (const _ of section.exchanges) {
      exchanges.push(folio);
      folio += 1;
    }
  }
  return { sections, exchanges };
}

const magazine = await loadTheme();

export function magazineTemplates(): DeckTemplates {
  return succeeded(deckTemplates(magazine));
}

export function settingOf(edition: Edition): DeckSetting {
  return succeeded(deckSetting(edition, magazine));
}

export interface BuiltDeck {
  readonly setting: DeckSetting;
  readonly view: DeckView;
  readonly markdown: string;
  /** The player as Marp makes it, without fonts. */
  readonly player: string;
}

export async function buildDeck(edition: Edition, pages = pagesOf(edition)): Promise<BuiltDeck> {
  const setting = settingOf(edition);
  const view = deckView(setting, pages);
  const markdown = succeeded(deckMarkdown(view, magazineTemplates()));
  return { setting, view, markdown, player: succeeded(await world.present(markdown)) };
}

export async function withFonts(built: BuiltDeck): Promise<string> {
  return succeeded(deckHtml([await partOf(built)], await world.playerCode()));
}

/** The editions in one page, the first of them shown. */
export async function together(first: BuiltDeck, ...others: readonly BuiltDeck[]): Promise<string> {
  const parts = await Promise.all(others.map(partOf));
  return succeeded(deckHtml([await partOf(first), ...parts], await world.playerCode()));
}

export async function partOf({ setting, view, player }: BuiltDeck): Promise<DeckPart> {
  const known = playerEdition(view, setting.edition);
  const faces = deckFaces(view, setting, playerWords(known)).map(async ({ face, characters }) => ({
    face,
    woff: await subsetToWoff(await world.readFont(face.file), characters),
  }));
  return { edition: known, player, faces: await Promise.all(faces), reading: setting.design.notes };
}
