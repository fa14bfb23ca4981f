// What an edit leaves as it was is not drawn again: neither by the data that Typst gets, nor by what its functions name.

import { beforeAll, describe, expect, it } from 'vitest';
import { DRAWING_FILES, drawingJob } from '../../scripts/deck/drawing.ts';
import type { DeckSetting } from '../../scripts/deck/setting.ts';
import { type DeckView, deckView } from '../../scripts/deck/view.ts';
import type { Theme } from '../../scripts/render/theme.ts';
import { pagesOf, settingOf } from '../support/build-deck.ts';
import { realEdition } from '../support/edition.ts';
import { loadTheme, succeeded } from '../support/world.ts';

const edition = realEdition('zh-TW');
let view: DeckView;
let setting: DeckSetting;
let theme: Theme;

beforeAll(async () => {
  setting = await settingOf(edition);
  view = deckView(setting, pagesOf(edition));
  theme = await loadTheme();
});

describe('what was said to a slide', () => {
  it.each([
    ['pictures', 'lines', false],
    ['pictures', 'notes', false],
    ['handout', 'lines', false],
    ['handout', 'notes', true],
  ] as const)('is drawn alone where it is printed: %s with %s, %s', (kind, handout, isPrinted) => {
    const other: DeckView = {
      ...view,
      slides: view.slides.map((slide) =>
        'notes' in slide ? { ...slide, notes: slide.notes.map((note) => `${note}改`) } : slide,
      ),
    };
    const [job, edited] = [view, other].map((each) =>
      succeeded(drawingJob(kind, each, theme, setting, handout)),
    );
    if (isPrinted) expect(edited).not.toEqual(job);
    else expect(edited).toEqual(job);
  });
});

describe('what Typst sets again after an edit', () => {
  // Typst keeps what a function or a context made for the same values of all that it names.
  const sourceOf = (file: string): string =>
    (theme.files.get(`${theme.name}/${file}`) ?? '').replace(/^\s*\/\/.*\n/gm, '');

  it.each(DRAWING_FILES)('is not what draws a slide that is as it was: %s', (file) => {
    // Functions without parameters are called once, for the whole document.
    const functions = sourceOf(file).match(/^#let [\w-]+\([^)][\s\S]*?(?=\n#|$(?![\s\S]))/gm) ?? [];
    expect(functions.filter((source) => /\bdeck\b/.test(source))).toEqual([]);
    if (file !== 'pictures.typ') expect(functions.length).toBeGreaterThan(3);
  });

  it('is not the foot of every page', () => {
    const contexts = DRAWING_FILES.flatMap((file) => sourceOf(file).match(/\bcontext .*\(\)/g) ?? []);
    expect(contexts).toEqual(['context counter(page).display()']);
  });
});
