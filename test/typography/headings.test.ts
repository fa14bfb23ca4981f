import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phrases } from '../../scripts/chinese/phrases.ts';
import { LOCALES } from '../../scripts/model/locale.ts';
import { composeHeading, type HeadingStyle } from '../../scripts/typography/headings.ts';
import type { Piece } from '../../scripts/typography/line.ts';

const measure = (text: string) =>
  [...text].reduce((sum, each) => sum + (/[\p{ASCII}·]/u.test(each) ? 0.5 : 1), 0);

const rulesFor = (locale: (typeof LOCALES)[number]) =>
  ({ locale, kinsoku: 'basic', unbreakable: [], measure }) as const;

function set(
  text: string,
  style: HeadingStyle,
  locale: (typeof LOCALES)[number] = 'zh-TW',
): readonly Piece[] {
  return composeHeading([{ text, mark: null }], phrases(text), style, rulesFor(locale));
}

function linesOf(pieces: readonly Piece[]): readonly string[] {
  const lines = [''];
  for (const piece of pieces) {
    if (typeof piece === 'boolean') lines.push('');
    else if (typeof piece !== 'number')
      lines[lines.length - 1] += typeof piece === 'string' ? piece : 'text' in piece ? piece.text : '';
  }
  return lines.map((line) => line.trim());
}

describe('headings', () => {
  it.each<[string, number, HeadingStyle['manner'], readonly string[]]>([
    ['人工智能', 10, 'even', ['人工智能']],
    ['價格戰別傷研發投入', 6, 'even', ['價格戰別傷', '研發投入']],
    ['大模型遠沒有到泡沫臨界點', 8, 'even', ['大模型遠沒有', '到泡沫臨界點']],
    ['我們都在等，價格戰還會繼續打', 10, 'even', ['我們都在等，', '價格戰還會繼續打']],
    ['我們都在等，誰能走到最後一步', 12, 'filled', ['我們都在等，', '誰能走到最後一步']],
  ])('%s on lines of %i em, %s', (text, ems, manner, lines) => {
    expect(linesOf(set(text, { measure: ems, manner }))).toEqual(lines);
  });

  it('hang the mark that opens a line, so that the words align', () => {
    const style = { measure: 6, manner: 'even' } as const;
    expect(set('「百模大戰」', style)[0]).toBe(-500);
    expect(set('“百模大战”', style, 'zh-CN')[0]).toBe(-1000);
    expect(set('百模大戰', style)[0]).toBe('百模大戰');
  });

  it('never end a line but with a phrase, unless one is wider than the line; nothing is lost', () => {
    const words = fc
      .array(fc.constantFrom('大模型', '的', '迭代', '「需要」', '，', '3—5年', '持續性', '。'), {
        minLength: 1,
        maxLength: 24,
      })
      .map((parts) => `問${parts.join('')}`);
    fc.assert(
      fc.property(
        words,
        fc.integer({ min: 6, max: 20 }),
        fc.constantFrom('even' as const, 'filled' as const),
        fc.constantFrom(...LOCALES),
        (text, ems, manner, locale) => {
          const lines = linesOf(set(text, { measure: ems, manner }, locale));
          const plain = (value: string): string => value.replace(/\s/g, '');
          expect(plain(lines.join(''))).toBe(plain(text));
          const ends = new Set<number>();
          let at = 0;
          let widest = 0;
          for (const phrase of phrases(text)) {
            at += plain(phrase).length;
            ends.add(at);
            widest = Math.max(widest, measure(phrase));
          }
          if (widest > ems) return;
          let end = 0;
          for (const line of lines) {
            end += plain(line).length;
            expect(ends.has(end), lines.join('|')).toBe(true);
            expect(line).not.toMatch(/^[，。」）]|[「（]$/u);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
