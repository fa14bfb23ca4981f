// Quotation marks around English words: those of English in an English sentence, those of the place in a Chinese one.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proofread } from '../../scripts/edition/proofread.ts';
import { localizeQuotes, unpairedQuotes } from '../../scripts/edition/quotes.ts';

/** The text of the mainland, and that of Taiwan where it is another one. */
const CASES: readonly (readonly [mainland: string, taiwan?: string])[] = [
  // A whole paragraph.
  ['He said, “I don’t know,” and left.'],
  ['He said, “I don’t know.”'],
  ['“I don’t know,” he said.'],
  ['“I don’t know.”'],
  ['“Hello.” “Good morning,” she said. “Is it?”'],
  ['“Yes.” “No.”'],
  ['it’s “fine”'],
  ['“OK”', '「OK」'],
  // Among Chinese.
  ['他引了一句：He said, “I don’t know,” and left. 然後就走了。'],
  ['他走了。“I don’t know,” he said.'],
  ['He said, “I don’t know.” 這是他的話。'],
  ['他說“OK”，', '他說「OK」，'],
  ['他說 “OK” ，', '他說 「OK」 ，'],
  ['用 Google “Gemini” 做', '用 Google 「Gemini」 做'],
  ['“AI” agent 是未來', '「AI」 agent 是未來'],
  ['OpenAI“o1”', 'OpenAI「o1」'],
  ['GPT-4 “Turbo” 發布', 'GPT-4 「Turbo」 發布'],
  ['他說：“I don’t know,” and left.', '他說：「I don’t know,」 and left.'],
  ['他說：“I don’t know. I left. Nobody came.”', '他說：「I don’t know. I left. Nobody came.」'],
  ['（He said “yes” to me）'],
  ['（“OK”）', '（「OK」）'],
  ['“9.11和9.8哪個大”', '「9.11和9.8哪個大」'],
  ['He said “9.11” and “9.8” in class.'],
  ['He said “好” in class.', 'He said 「好」 in class.'],
  // Several sentences, and several pairs.
  ['He said, “I don’t know. I left! Nobody came?” and left.'],
  ['他說“好”。He said, “I know,” and “so do you.”', '他說「好」。He said, “I know,” and “so do you.”'],
  // One in the other.
  ['He said, “She said ‘yes’ to me,” and left.'],
  ['He said, “‘Yes,’ she said,” and left.'],
  ['He said, ‘She said “yes” to me,’ and left.'],
  ['他說：“He said ‘yes’ to me.”', '他說：「He said ‘yes’ to me.」'],
  ['他說：“‘Yes,’ he said.”', '他說：「‘Yes,’ he said.」'],
  ['他說：“‘OK’是什麼？”', '他說：「『OK』是什麼？」'],
  ['他說：“有人說‘He said “yes” to me’。”', '他說：「有人說『He said “yes” to me』。」'],
  // Apostrophes.
  ['the users’ “choice” of ’90s rock ’n’ roll, said Mr Jones’'],
  ['He said, ‘the users’ choice,’ and left.'],
  ['它的users’ group'],
  // Without a partner.
  ['He said, “I don’t know, and left.'],
  ['“I went there on foot. (This goes on in the next paragraph.)'],
  ['I know,” he said, and left.'],
  ['缺一邊”，然後“好”', '缺一邊」，然後「好」'],
  ['缺一邊”，He said “yes” to me. “好”', '缺一邊」，He said “yes” to me. 「好」'],
  ['他說“OK', '他說「OK'],
];

describe('English words between quotation marks', () => {
  it.each(CASES.map(([mainland, taiwan = mainland]) => [mainland, taiwan]))('%s', (mainland, taiwan) => {
    expect(localizeQuotes(mainland, 'zh-TW')).toBe(taiwan);
    expect(localizeQuotes(mainland, 'zh-HK')).toBe(taiwan);
    expect(localizeQuotes(mainland, 'zh-CN')).toBe(mainland);
  });

  it.each<[string, string, string]>([
    // Who writes 「」 has said so.
    ['Google 「Gemini」 and 「o1」 now', 'Google 「Gemini」 and 「o1」 now', 'Google “Gemini” and “o1” now'],
    ['「He said “yes” to me」', '「He said “yes” to me」', '“He said ‘yes’ to me”'],
    [
      'He said, “the 「yes」 word,” and left.',
      'He said, “the 「yes」 word,” and left.',
      'He said, “the ‘yes’ word,” and left.',
    ],
    ['他說‘the users’ choice’。', '他說「the users’ choice」。', '他說“the users’ choice”。'],
  ])('in another form: %s', (source, taiwan, mainland) => {
    expect(localizeQuotes(source, 'zh-TW')).toBe(taiwan);
    expect(localizeQuotes(source, 'zh-CN')).toBe(mainland);
  });

  it('is no half-width mark in Chinese text, nor an apostrophe a lone mark', () => {
    const warnings = (text: string) =>
      proofread({ title: { text: '說' }, quotes: [], lead: [{ text }], sections: [] }, { file: '' }).map(
        ({ code }) => code,
      );
    expect(warnings('他說，He said “yes”, and left; “no”: never. 好')).toEqual([]);
    expect(warnings('他說“OK”, 好')).toEqual(['edition/half-width-mark']);
    expect(unpairedQuotes('the users’ choice')).toEqual([]);
    expect(unpairedQuotes('他說OK’，')).toEqual([4]);
  });
});

const MARKS = /[“”‘’「」『』]/gu;

/** Paragraphs of Chinese and English with quotations in one another, as a manuscript of any place has them. */
const { paragraph } = fc.letrec<{ paragraph: string }>((tie) => {
  const pair = fc.constantFrom<readonly [string, string]>(['“', '”'], ['‘', '’'], ['「', '」']);
  const between = (before: string, after: string) =>
    fc
      .tuple(pair, tie('paragraph'))
      .map(([[open, close], words]) => `${before}${open}${words}${close}${after}`);
  return {
    paragraph: fc
      .array(
        fc.oneof(
          { depthSize: 'small', withCrossShrink: true },
          fc.constantFrom('好', '，', '。', ' AI ', 'He said, ', 'don’t ', 'and left. ', 'Yes,'),
          between('他說', '。'),
          between('He said, ', ' and left. '),
          between('', ' she said. '),
          between('(', ')'),
        ),
        { minLength: 1, maxLength: 4 },
      )
      .map((parts) => parts.join('')),
  };
});

describe('any paragraph', () => {
  it('changes only marks, and from the mainland to Taiwan and back not these', () => {
    fc.assert(
      fc.property(paragraph, (source) => {
        const mainland = localizeQuotes(source, 'zh-CN');
        const taiwan = localizeQuotes(mainland, 'zh-TW');
        expect(taiwan.replace(MARKS, '')).toBe(source.replace(MARKS, ''));
        expect(localizeQuotes(mainland, 'zh-CN')).toBe(mainland);
        expect(localizeQuotes(taiwan, 'zh-TW')).toBe(taiwan);
        expect(localizeQuotes(taiwan, 'zh-CN')).toBe(mainland);
      }),
      { numRuns: 2000 },
    );
  });
});
