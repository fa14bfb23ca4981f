// Builds a deck from an edition as the pipeline does, with the templates and fonts of the repository.

import { deckHtml } from '../../scripts/deck/html.ts';
import { type DeckTemplates, deckMarkdown, deckTemplates } from '../../scripts/deck/markdown.ts';
import { deckFaces } from '../../scripts/deck/typefaces.ts';
import { type DeckView, deckView } from '../../scripts/deck/view.ts';
import { subsetToWoff } from '../../scripts/fonts/subset.ts';
import type { Edition } from '../../scripts/model/edition.ts';
import type { PageReferences } from '../../scripts/model/page-references.ts';
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

export async function magazineTemplates(): Promise<DeckTemplates> {
  return succeeded(deckTemplates(await loadTheme()));
}

export interface BuiltDeck {
  readonly view: DeckView;
  readonly markdown: string;
  /** The player as Marp makes it, without fonts. */
  readonly player: string;
}

export async function buildDeck(edition: Edition, pages = pagesOf(edition)): Promise<BuiltDeck> {
  const view = deckView(edition, pages);
  const markdown = succeeded(deckMarkdown(view, await magazineTemplates()));
  return { view, markdown, player: succeeded(await world.present(markdown)) };
}

export async function withFonts({ view, player }: BuiltDeck, locale: Edition['locale']): Promise<string> {
  const faces = deckFaces(view, locale).map(async ({ face, characters }) => ({
    face,
    woff: await subsetToWoff(await world.readFont(face.file), characters),
  }));
  return deckHtml(player, await Promise.all(faces));
}
