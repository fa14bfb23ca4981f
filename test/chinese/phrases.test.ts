import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phrases } from '../../scripts/chinese/phrases.ts';

describe('phrases', () => {
  it.each([
    ['豐富的互聯網大廠經驗', /互聯網\|/],
    ['丰富的互联网大厂经验', /(^|\|)互联网大厂\|/],
    ['是否也有紧绷感', /\|紧绷感/],
  ])('%s keeps words whole that no dictionary has', (text, expected) => {
    expect(phrases(text).join('|')).toMatch(expected);
  });

  it('give the text again', () => {
    const character = fc.constantFrom(...'大模型互聯網的是在很不3—5年to B，。「」（）！');
    fc.assert(
      fc.property(fc.array(character, { maxLength: 40 }), (characters) => {
        const text = characters.join('');
        expect(phrases(text, ['大模型']).join('')).toBe(text);
      }),
    );
  });
});
