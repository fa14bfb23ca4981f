import fs from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeEdition } from '../../scripts/edition/edition.ts';
import { LABELS } from '../../scripts/edition/labels.ts';
import { proofread } from '../../scripts/edition/proofread.ts';
import { localizeQuotes } from '../../scripts/edition/quotes.ts';
import { type Interview, textsOf } from '../../scripts/model/interview.ts';
import { LOCALES } from '../../scripts/model/locale.ts';
import { houseTerms, realEdition, realInterview } from '../support/edition.ts';

describe('quotation marks of the place', () => {
  it.each([
    ['他說“好”。', '他說「好」。', '他說“好”。'],
    ['“他說‘好’了”', '「他說『好』了」', '“他說‘好’了”'],
    ['「他說『好』了」', '「他說『好』了」', '“他說‘好’了”'],
    ['“外“內”外”', '「外『內』外」', '“外‘內’外”'],
    ["it's 5'6\" tall", "it's 5'6\" tall", "it's 5'6\" tall"],
    ['它“fine”', '它「fine」', '它“fine”'],
    ['缺一邊”，然後“好”', '缺一邊」，然後「好」', '缺一邊”，然後“好”'],
    ['“缺一邊，然後‘好’', '「缺一邊，然後『好』', '“缺一邊，然後‘好’'],
  ])('%s', (text, taiwan, mainland) => {
    expect(localizeQuotes(text, 'zh-TW')).toBe(taiwan);
    expect(localizeQuotes(text, 'zh-CN')).toBe(mainland);
  });

  const { quoted } = fc.letrec<{ quoted: string }>((tie) => ({
    quoted: fc
      .array(
        fc.oneof(
          { depthSize: 'small', withCrossShrink: true },
          fc.constantFrom('好', 'a', '，'),
          fc
            .tuple(fc.constantFrom(['“', '”'], ['‘', '’'], ['「', '」'], ['『', '』']), tie('quoted'))
            .map(([[open, close], inside]) => `${open}是${inside}的${close}`),
        ),
        { maxLength: 4 },
      )
      .map((parts) => parts.join('')),
  }));
  const MARKS = /[“”‘’「」『』]/g;

  it('change only marks; to the mainland and back gives the same text', () => {
    fc.assert(
      fc.property(quoted, (source) => {
        const taiwan = localizeQuotes(source, 'zh-TW');
        expect(taiwan.replace(MARKS, '')).toBe(source.replace(MARKS, ''));
        expect(taiwan).not.toMatch(/[“”‘’]/);
        expect(localizeQuotes(localizeQuotes(taiwan, 'zh-CN'), 'zh-TW')).toBe(taiwan);
      }),
    );
  });
});

describe('an edition', () => {
  const interview: Interview = {
    title: { text: '“9.11和9.8哪個大”' },
    interviewee: { name: '余承東', role: '院長' },
    quotes: [],
    lead: [{ text: '余承東說，您怎么看', at: { line: 3, column: 1 } }],
    sections: [],
  };

  it('has the characters, the marks and the labels of its place, and keeps where each text stands', () => {
    const taiwan = makeEdition(interview, 'zh-TW', { terms: [] }).edition;
    expect(taiwan.language).toBe('zh-Hant-TW');
    expect(taiwan.interview.title.text).toBe('「9.11和9.8哪個大」');
    expect(taiwan.interview.lead[0]).toEqual({ text: '余承東說，您怎麼看', at: { line: 3, column: 1 } });
    expect(taiwan.interview.interviewee?.name).toBe('余承東');
    const mainland = makeEdition(interview, 'zh-CN', { terms: [] }).edition;
    expect(mainland.interview.lead[0]?.text).toBe('余承东说，您怎么看');
    expect(mainland.labels.contents).toBe('目录');
    expect(mainland.unbreakable).toContain('余承东');
  });

  it('has the same labels with the same blanks to fill in every locale', () => {
    const blanks = (labels: object): string[][] =>
      Object.entries(labels).map(([key, label]) => [key, ...(String(label).match(/\{\w+\}/g) ?? [])]);
    for (const locale of LOCALES) expect(blanks(LABELS[locale])).toEqual(blanks(LABELS['zh-TW']));
  });
});

describe('the real interview', () => {
  it.each(LOCALES)('has no wrong character in %s', (locale) => {
    const expected = fs.readFileSync(`test/fixtures/editions/wang-zhongyuan.${locale}.txt`, 'utf8');
    const texts = textsOf(realEdition(locale).interview).map(({ text }) => text);
    expect(texts).toEqual(expected.trimEnd().split('\n'));
  });

  it.each(LOCALES)('is nothing to wonder about in %s', (locale) => {
    const made = makeEdition(realInterview(), locale, { terms: houseTerms() });
    expect(made.diagnostics).toEqual([]);
    expect(proofread(realInterview(), { file: 'interview.md' })).toEqual([]);
  });

  // Whichever edition it is made from, and without the glossary but for the four words it spells out.
  it.each(LOCALES.flatMap((from) => LOCALES.map((to) => [from, to] as const)))(
    'in %s gives the edition of %s again',
    (from, to) => {
      const { interview } = makeEdition(realInterview(), from, { terms: houseTerms() }).edition;
      const again = makeEdition(interview, to, { terms: houseTerms() }).edition;
      expect(again).toEqual({ ...realEdition(to), unbreakable: again.unbreakable });
    },
  );
});
