// The part of the pipeline that ends at a projector: the deck of an edition, the one to hand out, the one of all editions.

import { type DeckPart, deckHtml } from './deck/html.ts';
import { deckMarkdown, deckTemplates } from './deck/markdown.ts';
import { playerEdition, playerWords } from './deck/outline.ts';
import type { DeckSetting } from './deck/setting.ts';
import { withoutNotes, withoutPlan } from './deck/share.ts';
import { deckFaces } from './deck/typefaces.ts';
import { type DeckView, deckView } from './deck/view.ts';
import { subsetToWoff } from './fonts/subset.ts';
import { type Result, success } from './model/diagnostic.ts';
import type { Edition } from './model/edition.ts';
import type { PageReferences } from './model/page-references.ts';
import type { Artifact, Product } from './model/product.ts';
import type { World } from './model/world.ts';
import type { Theme } from './render/theme.ts';
import { designIn } from './theme/design.ts';
import { readDesign } from './theme/read.ts';

export const DECK_PRODUCTS = ['deck', 'share'] as const satisfies readonly Product[];

export interface DeckRequest {
  readonly edition: Edition;
  readonly pages: PageReferences;
  readonly theme: Theme;
  readonly world: World;
  readonly onMade: (artifact: Artifact) => void;
  /** Hears of the deck what a page of several editions is made from. */
  readonly onDeck?: (part: DeckPart) => void;
}

/** The deck of an edition, or the one to hand out. Errors: those of templates, `deck/…`. */
export async function makeDeck(
  product: (typeof DECK_PRODUCTS)[number],
  { edition: whole, pages, theme, world, onMade, onDeck }: DeckRequest,
): Promise<Result<void>> {
  const templates = deckTemplates(theme);
  if (!templates.ok) return templates;
  const isShared = product === 'share';
  const edition = isShared ? withoutPlan(whole) : whole;
  const setting = deckSetting(edition, theme);
  if (!setting.ok) return setting;
  const view = isShared ? withoutNotes(deckView(setting.value, pages)) : deckView(setting.value, pages);
  const markdown = deckMarkdown(view, templates.value);
  if (!markdown.ok) return markdown;
  const extent = { count: view.slides.length, unit: 'slides' } as const;
  const artifact = (file: string, text: string): Artifact => ({
    product,
    file,
    bytes: new TextEncoder().encode(text),
    extent,
  });
  if (!isShared) onMade(artifact('deck.md', markdown.value));
  const part = await deckPart(view, setting.value, markdown.value, world);
  if (!part.ok) return part;
  const html = deckHtml([part.value], await world.playerCode());
  if (!html.ok) return html;
  onMade(artifact(isShared ? 'deck-share.html' : 'deck.html', html.value));
  if (!isShared) onDeck?.(part.value);
  return success(undefined, [...(isShared ? [] : markdown.diagnostics), ...part.diagnostics]);
}

async function deckPart(
  view: DeckView,
  setting: DeckSetting,
  markdown: string,
  world: World,
): Promise<Result<DeckPart>> {
  const player = await world.present(markdown);
  if (!player.ok) return player;
  const known = playerEdition(view, setting.edition);
  const faces = await Promise.all(
    deckFaces(view, setting, playerWords(known)).map(async ({ face, characters }) => ({
      face,
      woff: await subsetToWoff(await world.readFont(face.file), characters),
    })),
  );
  return success(
    { edition: known, player: player.value, faces, reading: setting.design.notes },
    player.diagnostics,
  );
}

/** What the deck of an edition is set from, in the theme's files. */
export function deckSetting(edition: Edition, files: Theme): Result<DeckSetting> {
  const theme = readDesign(files);
  return theme.ok ? success({ edition, design: designIn(theme.value) }, theme.diagnostics) : theme;
}

/** The deck of several editions in one page; of one edition, none. */
export async function makeWholeDeck(
  parts: readonly DeckPart[],
  world: World,
): Promise<Result<readonly Artifact[]>> {
  const [first, ...others] = parts;
  if (!first || others.length === 0) return success([]);
  const html = deckHtml([first, ...others], await world.playerCode());
  if (!html.ok) return html;
  return success([
    {
      product: 'deck',
      file: WHOLE_DECK,
      bytes: new TextEncoder().encode(html.value),
      extent: { count: first.edition.slides.length, unit: 'slides' },
    },
  ]);
}

const WHOLE_DECK = 'deck-all.html';
