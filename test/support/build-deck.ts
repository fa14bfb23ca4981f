// Builds a deck from an edition as the pipeline does, with the templates and fonts of the repository.

import fs from 'node:fs';
import { createRequire } from 'node:module';
import { deckHtml } from '../../scripts/deck/html.ts';
import { DECK_TEMPLATE_FILES, type DeckTemplates, deckMarkdown } from '../../scripts/deck/markdown.ts';
import { deckFaces } from '../../scripts/deck/typefaces.ts';
import { type DeckView, deckView } from '../../scripts/deck/view.ts';
import { subsetToWoff } from '../../scripts/fonts/subset.ts';
import type { Result } from '../../scripts/model/diagnostic.ts';
import type { Edition } from '../../scripts/model/edition.ts';
import type { PageReferences } from '../../scripts/model/page-references.ts';
import { present } from '../../scripts/system/marp.ts';

const require = createRequire(import.meta.url);

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

export function magazineTemplates(): DeckTemplates {
  const read = (name: string) => {
    const file = `templates/magazine/${name}`;
    return { file, source: fs.readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8') };
  };
  const { main, partials } = DECK_TEMPLATE_FILES;
  return {
    main: read(main),
    partials: Object.fromEntries(Object.entries(partials).map(([name, file]) => [name, read(file)])),
  };
}

export interface BuiltDeck {
  readonly view: DeckView;
  readonly markdown: string;
  /** The player as Marp makes it, without fonts. */
  readonly player: string;
}

export async function buildDeck(edition: Edition, pages = pagesOf(edition)): Promise<BuiltDeck> {
  const view = deckView(edition, pages);
  const markdown = succeeded(deckMarkdown(view, magazineTemplates()));
  return { view, markdown, player: succeeded(await present(markdown)) };
}

export async function withFonts({ view, player }: BuiltDeck, locale: Edition['locale']): Promise<string> {
  const faces = deckFaces(view, locale).map(async ({ face, characters }) => ({
    face,
    woff: await subsetToWoff(fs.readFileSync(require.resolve(face.file)), characters),
  }));
  return deckHtml(player, await Promise.all(faces));
}

export function succeeded<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics, null, 2));
  return result.value;
}
