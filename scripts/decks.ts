// The part of the pipeline that ends at a projector: the deck of an edition, the one to hand out, the one of all editions.

import { slideFaces } from './deck/faces.ts';
import { type DeckPart, deckHtml } from './deck/html.ts';
import { deckMarkdown, deckTemplates } from './deck/markdown.ts';
import { playerEdition, playerWords } from './deck/outline.ts';
import { type DeckSetting, facesFor, metricsIn } from './deck/setting.ts';
import { withoutNotes, withoutPlan } from './deck/share.ts';
import { deckFaces } from './deck/typefaces.ts';
import { type DeckView, deckView } from './deck/view.ts';
import { subsetToWoff } from './fonts/subset.ts';
import { type Result, success } from './model/diagnostic.ts';
import type { Edition } from './model/edition.ts';
import type { PageReferences } from './model/page-references.ts';
import type { Artifact, DECK_PRODUCTS } from './model/product.ts';
import { DEFAULT_SETTINGS, type Settings } from './model/settings.ts';
import { measured, type World } from './model/world.ts';
import type { Theme } from './render/theme.ts';
import { lately } from './reuse/lately.ts';
import { designFor } from './theme/house.ts';
import { readDesign } from './theme/read.ts';

export interface DeckRequest extends DeckSource {
  readonly pages: PageReferences;
}

export interface MadeDeck {
  readonly artifacts: readonly Artifact[];
  /** What a page of several editions is made from; none of the one to hand out. */
  readonly deck?: DeckPart;
}

/** The deck of an edition, or the one to hand out. Errors: those of templates, `deck/…`. */
export async function makeDeck(
  product: (typeof DECK_PRODUCTS)[number],
  request: DeckRequest,
): Promise<Result<MadeDeck>> {
  const { pages, theme, world } = request;
  const templates = deckTemplates(theme);
  if (!templates.ok) return templates;
  const isShared = product === 'share';
  const setting = await deckSetting(request);
  if (!setting.ok) return setting;
  const whole = deckView(setting.value, pages);
  const view = isShared ? withoutNotes(whole) : whole;
  const edition = isShared ? withoutPlan(request.edition) : request.edition;
  const markdown = deckMarkdown(view, templates.value);
  if (!markdown.ok) return markdown;
  const extent = { count: view.slides.length, unit: 'slides' } as const;
  const artifact = (file: string, text: string, seen: Pick<Artifact, 'faces' | 'notes'> = {}): Artifact => ({
    product,
    file,
    bytes: new TextEncoder().encode(text),
    extent,
    ...seen,
  });
  const part = await deckPart(view, { ...setting.value, edition }, markdown.value, world);
  if (!part.ok) return part;
  const html = deckHtml([part.value], await world.playerCode());
  if (!html.ok) return html;
  const { design } = setting.value;
  const fonts = facesFor(design, edition.locale).map(({ face }) => world.readFont(face.file));
  const seen = slideFaces(part.value, await Promise.all(fonts));
  if (isShared)
    return success({ artifacts: [artifact('deck-share.html', html.value, seen)] }, part.diagnostics);
  const artifacts = [artifact('deck.md', markdown.value), artifact('deck.html', html.value, seen)];
  return success({ artifacts, deck: part.value }, [...markdown.diagnostics, ...part.diagnostics]);
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
  const faces = await measured(world, 'subset', () =>
    Promise.all(
      deckFaces(view, setting, playerWords(known)).map(async ({ face, characters }) => ({
        face,
        woff: await subsetToWoff(await world.readFont(face.file), characters),
      })),
    ),
  );
  return success(
    { edition: known, player: player.value, faces, reading: setting.design.notes },
    player.diagnostics,
  );
}

/** What a deck is set from. */
export interface DeckSource {
  readonly edition: Edition;
  /** The manuscript, for diagnostics. */
  readonly file: string;
  readonly theme: Theme;
  /** Its appearance and colours, and where they are given. */
  readonly house?: DeckHouse;
  readonly world: World;
}

export interface DeckHouse {
  readonly settings: Settings;
  readonly pressFile: string;
}

/** The theme in one appearance, and its typefaces as they measure. Errors: `theme/…`, `settings/contrast`. */
export async function deckSetting({
  edition,
  file,
  theme,
  house = NO_HOUSE,
  world,
}: DeckSource): Promise<Result<DeckSetting>> {
  const read = readDesign(theme);
  if (!read.ok) return read;
  const made = designFor(read.value, house.settings, house.pressFile);
  const diagnostics = [...read.diagnostics, ...made.diagnostics];
  if (!made.ok) return { ok: false, diagnostics };
  const design = made.value;
  const fonts = new Map<string, Uint8Array>();
  for (const { name, face } of facesFor(design, edition.locale))
    fonts.set(name, await world.readFont(face.file));
  const remembered = settings.get(edition) ?? lately<DeckSetting>(SETTINGS);
  settings.set(edition, remembered);
  const setting = remembered(JSON.stringify([file, design]), () => {
    return { edition, file, design, metrics: metricsIn(fonts, edition.language) };
  });
  return success(setting, diagnostics);
}

/** All forms of a deck are set from one, whose slides are laid out once (`deckView`). */
const settings = new WeakMap<Edition, ReturnType<typeof lately<DeckSetting>>>();
const SETTINGS = 2;

const NO_HOUSE: DeckHouse = { settings: DEFAULT_SETTINGS, pressFile: 'press.yaml' };

/** The deck of several editions in one page; of one edition, none. */
export async function wholeDeck(
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
