import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexView, termFinder } from '../../scripts/booklet/index-of-terms.ts';
import { type Run, runsOf } from '../../scripts/booklet/runs.ts';
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
    const indexed = finder.indexed(runsOf(text, 'zh-TW'));
    const ids = indexed.flatMap(({ terms: own = [] }) => own);
    expect([...new Set(ids)].map((id) => LISTED[id])).toEqual(terms);
  });

  it('change nothing of the runs but where they are cut: after the first character of a term', () => {
    const words = fc
      .array(
        fc.constantFrom('大模型', '智源', 'AGI', 'to B', '模', '，', '「', '」', '3—5年', '好', '。', ' '),
        {
          maxLength: 30,
        },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(words, (text) => {
        const finder = termFinder(LISTED);
        const runs = runsOf(text, 'zh-TW');
        const indexed = finder.indexed(runs);
        expect(indexed.map((run) => run.text).join('')).toBe(text);
        expect(indexed.filter(({ together }) => together).map((run) => run.text)).toEqual(
          runs.filter(({ together }) => together).map((run) => run.text),
        );
        const gaps = (list: readonly Run[]): readonly number[] =>
          list.map(({ before }) => before).filter((before) => before !== 0);
        expect(gaps(indexed)).toEqual(gaps(runs));
        const cuts = indexed.filter(({ terms, together }) => terms && !together);
        for (const { text: rest, terms = [] } of cuts) {
          const [first = '', ...more] = LISTED[terms[0] ?? 0] ?? '';
          // Where a run ends after the first character, the place is before that.
          const after = rest === first ? rest : more.join('').slice(0, rest.length);
          expect(rest.startsWith(after)).toBe(true);
        }
      }),
    );
  });

  it('are marked where they begin and end a stretch that no page is shorter than', () => {
    const finder = termFinder(LISTED);
    const text = '大模型好'.repeat(200);
    const starts: number[] = [];
    let at = 0;
    for (const { text: words, terms = [] } of finder.indexed([{ text, together: false, before: 0 }])) {
      if (terms.length > 0) starts.push(at - 1);
      at += words.length;
    }
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
