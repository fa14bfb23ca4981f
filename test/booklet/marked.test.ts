import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MarkedRun, markedRuns } from '../../scripts/booklet/marked.ts';
import type { Mark, Text } from '../../scripts/model/interview.ts';

/** Each run as its words with letters for its look: s, e, c, l, and n[…] for a note. */
function show(runs: readonly MarkedRun[]): string {
  return runs
    .map(({ text, mark }) => {
      if (!mark) return text;
      const { strong, emphasis, code, link, note } = mark;
      const look = [strong && 's', emphasis && 'e', code && 'c', link && 'l'].filter(Boolean).join('');
      return note ? `n[${show(note)}]` : `${look}[${text}]`;
    })
    .join('');
}

const note: Text = { text: '註解', marks: [{ kind: 'strong', start: 0, end: 1 }] };
const URL = 'https://a.b';

describe('a text with marks', () => {
  it.each<[string, readonly Mark[], string]>([
    ['甲乙丙', [], '甲乙丙'],
    ['甲乙丙', [{ kind: 'strong', start: 1, end: 2 }], '甲s[乙]丙'],
    ['甲乙', [{ kind: 'code', start: 0, end: 2 }], 'c[甲乙]'],
    [
      '甲乙丙丁',
      [
        { kind: 'strong', start: 0, end: 3 },
        { kind: 'emphasis', start: 1, end: 2 },
      ],
      's[甲]se[乙]s[丙]丁',
    ],
    ['甲乙', [{ kind: 'note', start: 1, end: 1, note }], '甲n[s[註]解]乙'],
    ['甲', [{ kind: 'note', start: 1, end: 1, note }], '甲n[s[註]解]'],
    [
      '甲乙',
      [
        { kind: 'link', start: 0, end: 2, url: URL },
        { kind: 'note', start: 1, end: 1, note },
        { kind: 'note', start: 1, end: 1, note: { text: '又' } },
      ],
      'l[甲]n[s[註]解]n[又]l[乙]',
    ],
  ])('%s %j', (text, marks, expected) => {
    expect(show(markedRuns({ text, marks }))).toBe(expected);
  });

  it('gives its words again, and under each mark the words of the mark', () => {
    const stretch = fc
      .tuple(fc.nat(12), fc.nat(12))
      .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 4 }), (stretches) => {
        const text = '零一二三四五六七八九十甲';
        const marks = stretches.map(([start, end]): Mark => ({ kind: 'strong', start, end }));
        const runs = markedRuns({ text, marks });
        expect(runs.map((run) => run.text).join('')).toBe(text);
        const strong = [...text].filter((_, at) => stretches.some(([start, end]) => start <= at && at < end));
        expect(
          runs
            .filter(({ mark }) => mark?.strong)
            .map((run) => run.text)
            .join(''),
        ).toBe(strong.join(''));
      }),
    );
  });
});
