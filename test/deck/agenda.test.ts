// Where the talk stands: the agenda on each divider, with its section marked.

import { describe, expect, it } from 'vitest';
import { deckView } from '../../scripts/deck/view.ts';
import type { Edition } from '../../scripts/model/edition.ts';
import { buildDeck, pagesOf, settingOf, THEMES } from '../support/build-deck.ts';
import { readDeck } from '../support/deck.ts';
import { realEdition } from '../support/edition.ts';

function withSections(count: number): Edition {
  const edition = realEdition('zh-TW');
  const { sections } = edition.interview;
  const many = Array.from({ length: count }, (_, index) => sections[index % sections.length]);
  const found = many.filter((section) => section !== undefined);
  return { ...edition, interview: { ...edition.interview, sections: found } };
}

describe.each(THEMES)('the agenda in %s', (theme) => {
  it.each([1, 2, 4, 5, 6, 12, 30])(
    'of %i sections stands on every divider, the present one marked',
    async (count) => {
      const edition = withSections(count);
      const { slides } = deckView(await settingOf(edition, { theme }), pagesOf(edition));
      const dividers = slides.filter((slide) => slide.kind === 'divider');
      expect(dividers).toHaveLength(count);
      dividers.forEach(({ stages, numeral }, index) => {
        expect(stages).toHaveLength(count === 1 ? 0 : count);
        if (count === 1) return;
        expect(stages.flatMap(({ isPresent }, at) => (isPresent ? [at] : []))).toEqual([index]);
        expect(stages[index]?.numeral).toBe(numeral);
        expect(stages.every(({ name }) => (name === undefined) === count > 5)).toBe(true);
      });
    },
  );

  it('marks it for those who do not see it too', async () => {
    const slides = readDeck((await buildDeck(realEdition('zh-TW'), undefined, { theme })).player);
    const dividers = slides.filter(({ classes }) => classes.includes('divider'));
    const marked = dividers.map(
      ({ html }) => html.match(/<li><strong>.*?<span class="name">(.*?)<\/span><\/strong>/)?.[1],
    );
    expect(marked).toEqual(['「9.11和9.8哪個大」', '百模大戰', '要做高校做不了', '年輕']);
    for (const { html } of dividers) expect(html.match(/<li>/g)).toHaveLength(4);
  });
});
