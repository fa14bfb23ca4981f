// The part of the pipeline that gives the deck its other forms: PowerPoint, PDF, a handout, pictures.

import { withLanguage } from './booklet/language.ts';
import { type Pictures, pictureFiles } from './booklet/pictures.ts';
import { DRAWING_FILES, drawingJob } from './deck/drawing.ts';
import { fontFaces } from './deck/html.ts';
import { deckMarkdown, deckTemplates } from './deck/markdown.ts';
import { bookmarksOf } from './deck/naming.ts';
import { playerEdition } from './deck/outline.ts';
import { deckPptx } from './deck/pptx.ts';
import type { DeckSetting } from './deck/setting.ts';
import { deckFaces } from './deck/typefaces.ts';
import { type DeckView, deckView } from './deck/view.ts';
import { subsetToWoff } from './fonts/subset.ts';
import { type Result, success } from './model/diagnostic.ts';
import type { PageReferences } from './model/page-references.ts';
import type { Artifact, Extent, Form } from './model/product.ts';
import type { Settings } from './model/settings.ts';
import type { World } from './model/world.ts';
import type { Theme } from './render/theme.ts';
import { composeEdition } from './typeset.ts';

export interface FormRequest {
  readonly setting: DeckSetting;
  readonly pages: PageReferences;
  readonly settings: Settings;
  readonly theme: Theme;
  /** Those of the booklet. */
  readonly pictures: Pictures;
  readonly world: World;
}

/**
 * One form of the deck, made of its view. Errors: those of templates and typesetting. Where the machine has no browser
 * there is no PDF, and the warning `deck/no-browser`.
 */
export async function makeForm(form: Form, request: FormRequest): Promise<Result<readonly Artifact[]>> {
  const theme = await withDrawings(request.theme, request.world);
  const deck: Deck = { ...request, theme, view: deckView(request.setting, request.pages) };
  switch (form) {
    case 'pptx':
      return makePptx(deck);
    case 'deck-pdf':
      return makePdf(deck);
    case 'handout':
      return makeHandout(deck);
    case 'pictures':
      return makePictures(deck);
  }
}

interface Deck extends FormRequest {
  readonly view: DeckView;
}

/** A theme that draws no slides itself has them drawn as the magazine does, in its own colours and faces. */
async function withDrawings(theme: Theme, world: World): Promise<Theme> {
  const missing = DRAWING_FILES.filter((file) => !theme.files.has(`${theme.name}/${file}`));
  if (missing.length === 0) return theme;
  const usual = await world.readTemplates(USUAL_THEME);
  const borrowed = missing.map(
    (file) => [`${theme.name}/${file}`, usual.get(`${USUAL_THEME}/${file}`) ?? ''] as const,
  );
  return { ...theme, files: new Map([...theme.files, ...borrowed]) };
}

const USUAL_THEME = 'magazine';

async function makePptx({ setting, view, world }: Deck): Promise<Result<readonly Artifact[]>> {
  const { interview, publisher } = setting.edition;
  const author = publisher ?? interview.interviewer?.name;
  const { rasterize } = world;
  const bytes = await deckPptx(view, setting, { ...(author !== undefined && { author }), rasterize });
  return success([{ product: 'pptx', file: 'deck.pptx', bytes, extent: slides(view) }]);
}

const slides = (view: DeckView): Extent => ({ count: view.slides.length, unit: 'slides' });

async function makePdf({ setting, view, theme, world }: Deck): Promise<Result<readonly Artifact[]>> {
  const templates = deckTemplates(theme);
  if (!templates.ok) return templates;
  const markdown = deckMarkdown(view, templates.value);
  if (!markdown.ok) return markdown;
  const faces = await Promise.all(
    deckFaces(view, setting).map(async ({ face, characters }) => ({
      face,
      woff: await subsetToWoff(await world.readFont(face.file), characters),
    })),
  );
  const printed = await world.print(`${markdown.value}\n<style>${fontFaces(faces)}</style>\n`);
  if (!printed.ok) return printed;
  if (!printed.value) return success([], printed.diagnostics);
  const { withBookmarks } = await import('./press/bookmarks.ts');
  const bytes = await withBookmarks(printed.value, bookmarksOf(view));
  return success(
    [{ product: 'deck-pdf', file: 'deck.pdf', bytes, extent: slides(view) }],
    printed.diagnostics,
  );
}

async function makeHandout(deck: Deck): Promise<Result<readonly Artifact[]>> {
  const { setting, settings, view, theme, world } = deck;
  const job = drawingJob('handout', view, theme, setting, settings.handout);
  if (!job.ok) return job;
  const typeset = await world.typeset(job.value);
  if (!typeset.ok) return typeset;
  const { pdf, pageCount } = typeset.value;
  const extent = { count: pageCount, unit: 'pages' } as const;
  const bytes = withLanguage(pdf, view.language);
  return success([{ product: 'handout', file: 'handout.pdf', bytes, extent }], typeset.diagnostics);
}

/** Pixels from side to side, of what is shared and of what the gallery shows. */
const CARD_WIDTH = 1200;
const SLIDE_WIDTH = 480;
const PAGE_WIDTH = 240;

async function makePictures({
  setting,
  settings,
  view,
  theme,
  world,
  pictures,
  pages: references,
}: Deck): Promise<Result<readonly Artifact[]>> {
  const { edition } = setting;
  const { labels } = edition;
  const job = drawingJob('pictures', view, theme, setting);
  if (!job.ok) return job;
  const drawn = await world.draw(job.value, [CARD_WIDTH, SLIDE_WIDTH]);
  if (!drawn.ok) return drawn;
  const files = pictureFiles(edition.interview, pictures);
  const booklet = await composeEdition(edition, { settings, theme, world, pictures: files });
  if (!booklet.ok) return booklet;
  const pages = await world.draw(booklet.value, [PAGE_WIDTH]);
  if (!pages.ok) return pages;
  const [card, ...slidePictures] = drawn.value;
  const names = bookmarksOf(view).map(({ title: name }) => name);
  const parts = playerEdition(view, edition).slides.map(({ group }) => group);
  return success([
    ...(card ? [picture('cover.png', card, `${labels.cover}：${view.title}`)] : []),
    ...slidePictures.map((bytes, index) =>
      picture(
        `pictures/slide-${padded(index + 1)}.png`,
        bytes,
        slideWords(names[index] ?? '', labels.slideN, index + 1),
        [parts[index] ?? 'opening'],
      ),
    ),
    ...pages.value.map((bytes, index) =>
      picture(
        `pictures/page-${padded(index + 1)}.png`,
        bytes,
        labels.pageN.replace('{n}', String(index + 1)),
        references.parts?.[index],
      ),
    ),
  ]);
}

const slideWords = (title: string, label: string, number: number): string =>
  `${label.replace('{n}', String(number))}：${title}`;

const padded = (number: number): string => String(number).padStart(2, '0');

function picture(file: string, bytes: Uint8Array, alternative: string, shows?: readonly string[]): Artifact {
  const extent = { count: 1, unit: 'pictures' } as const;
  return { product: 'pictures', file, bytes, extent, alternative, ...(shows && { shows }) };
}
