import { describe, expect, it } from 'vitest';
import { indexView, termFinder } from '../../scripts/booklet/index-of-terms.ts';
import { realEdition } from '../support/edition.ts';

const LISTED = ['智源', '北京智源大會', '大模型', 'AGI', 'to B', '模', 'GPT-4'];

describe('names and terms in running text', () => {
  it.each([
    ['智源與大模型', ['智源', '大模型']],
    ['北京智源大會', ['北京智源大會']],
    ['大模型，大模型', ['大模型']],
    ['一模一樣', ['模']],
    ['AGI和imAGIne', ['AGI']],
    ['AGIs', []],
    ['做to B的', ['to B']],
    ['GPT-4與GPT-40', ['GPT-4']],
    ['沒有', []],
  ])('%s: %j', (text, terms) => {
    const finder = termFinder(LISTED);
    expect(finder.idsIn(text).map((id) => LISTED[id])).toEqual(terms);
    const places = finder.placesIn(text);
    expect([...new Set(places.map(({ id }) => id))].map((id) => LISTED[id])).toEqual(terms);
  });

  it.each([
    ['好大模型', 2],
    ['好北京智源大會', 2],
    ['好AGI', 4],
    ['做to B', 3],
  ])('have begun in %s behind %i', (text, at) => {
    expect(termFinder(LISTED).placesIn(text)[0]?.at).toBe(at);
  });

  it('are marked where they begin and end a stretch that no page is shorter than', () => {
    const finder = termFinder(LISTED);
    const text = '大模型好'.repeat(200);
    const starts = finder.placesIn(text).map(({ at }) => at - 1);
    expect(starts).toEqual([0, 252, 256, 508, 512, 764, 768, 796]);
  });

  it('stand in the index once each, under headings of the place', () => {
    const edition = { ...realEdition('zh-TW'), listed: LISTED };
    const view = indexView(edition, new Set([0, 2, 3]));
    expect(view).toEqual([
      { heading: 'A–Z', entries: [{ text: 'AGI', id: 3 }] },
      { heading: '3畫', entries: [{ text: '大模型', id: 2 }] },
      { heading: '12畫', entries: [{ text: '智源', id: 0 }] },
    ]);
  });
});
