// Builds a deck from an edition as the pipeline does, with the templates and fonts of the repository.

import { type DeckPart, deckHtml } from '../../scripts/deck/html.ts';
import { type DeckTemplates, deckMarkdown, deckTemplates } from '../../scripts/deck/markdown.ts';
import { playerEdition, playerWords } from '../../scripts/deck/outline.ts';
import type { DeckSetting } from '../../scripts/deck/setting.ts';
import { deckFaces } from '../../scripts/deck/typefaces.ts';
import { type DeckView, deckView } from '../../scripts/deck/view.ts';
import { deckSetting } from '../../scripts/decks.ts';
import { subsetToWoff } from '../../scripts/fonts/subset.ts';
import type { Edition } from '../../scripts/model/edition.ts';
import type { PageReferences } from '../../scripts/model/page-references.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../scripts/model/settings.ts';
import type { Theme } from '../../scripts/render/theme.ts';
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

/** What press.yaml can say of the look. */
export type Look = Partial<Pick<Settings, 'theme' | 'appearance' | 'accent' | 'ink'>>;

/** Every theme under templates/. */
export const THEMES = ['magazine', 'journal'] as const;

const files = new Map<string, Theme>();
for (const theme of THEMES) files.set(theme, await loadTheme(theme));

function filesOf({ theme = 'magazine' }: Look): Theme {
  const found = files.get(theme);
  if (!found) throw new Error(`there is no theme ${theme}`);
  return found;
}

export function templatesOf(look: Look = {}): DeckTemplates {
  return succeeded(deckTemplates(filesOf(look)));
}

export function magazineTemplates(): DeckTemplates {
  return templatesOf();
}

export async function settingOf(
  edition: Edition,
  look: Look = {},
  theme = filesOf(look),
): Promise<DeckSetting> {
  const house = { settings: { ...DEFAULT_SETTINGS, ...look }, pressFile: 'content/press.yaml' };
  return succeeded(await deckSetting({ edition, file: 'interview.md', theme, house, world }));
}

export interface BuiltDeck {
  readonly setting: DeckSetting;
  readonly view: DeckView;
  readonly markdown: string;
  /** The player as Marp makes it, without fonts. */
  readonly player: string;
}

export async function buildDeck(
  edition: Edition,
  pages = pagesOf(edition),
  look: Look = {},
): Promise<BuiltDeck> {
  const setting = await settingOf(edition, look);
  const view = deckView(setting, pages);
  const markdown = succeeded(deckMarkdown(view, templatesOf(look)));
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
