import { describe, expect, it } from 'vitest';
import { bookletView } from '../../scripts/booklet/view.ts';
import type { Edition } from '../../scripts/model/edition.ts';
import type { Exchange, Interview } from '../../scripts/model/interview.ts';
import { LOCALES } from '../../scripts/model/locale.ts';
import { realEdition } from '../support/edition.ts';
import { exchangesOf } from './make.ts';

const NUMERALS = { 'zh-TW': '壹貳參肆', 'zh-HK': '壹貳叁肆', 'zh-CN': '壹贰叁肆' };

const text = (value: string) => ({ text: value });

function exchange(answer: string, speaker?: string): Exchange {
  const paragraphs = [text(answer)];
  return {
    question: text('問？'),
    points: [],
    answer: [speaker === undefined ? { paragraphs } : { speaker, paragraphs }],
  };
}

function viewOf(interview: Partial<Interview>) {
  const edition: Edition = {
    ...realEdition('zh-TW'),
    interview: { title: text('題'), quotes: [], lead: [], sections: [], ...interview },
  };
  return bookletView(edition);
}

describe('the view of a booklet', () => {
  it.each(LOCALES)('numbers questions through all sections in %s', (locale) => {
    const { interview } = realEdition(locale);
    const view = bookletView(realEdition(locale));
    const questions = view.sections.flatMap(({ exchanges }) => exchanges);
    expect(questions.map(({ number }) => number)).toEqual(
      exchangesOf(interview).map((_, index) => index + 1),
    );
    expect(view.sections.map(({ numeral }) => numeral).join('')).toBe(NUMERALS[locale]);
    expect(view.sections.map(({ range }) => range.slice(2))).toEqual(['1–2', '3–5', '6–9', '10–11']);
  });

  it('has every heading as phrases that give it again', () => {
    const headings: { text: string; phrases: readonly string[] }[] = [];
    JSON.stringify(bookletView(realEdition('zh-TW')), (_, value) => {
      if (value?.phrases) headings.push(value);
      return value;
    });
    expect(headings.length).toBeGreaterThan(30);
    for (const { text, phrases } of headings) expect(phrases.join('')).toBe(text);
  });

  it('gives each section a quote of its own, with the name of who said it', () => {
    const view = viewOf({
      interviewee: { name: '王仲遠', role: '院長' },
      quotes: [text('甲'), text('乙')],
      sections: [
        { title: text('一'), exchanges: [exchange('無')] },
        { title: text('二'), exchanges: [exchange('說甲'), exchange('說乙', '李明')] },
        { title: text('三'), exchanges: [exchange('又是甲'), exchange('又說乙', '李明')] },
      ],
    });
    expect(view.sections.map(({ quote }) => quote && [quote.text, quote.by])).toEqual([
      null,
      ['甲', { name: '王仲遠', role: '院長' }],
      ['乙', { name: '李明', role: null }],
    ]);
  });

  it.each([
    [undefined, '問？'],
    ['短答', '短答'],
    ['長'.repeat(60), `${'長'.repeat(40)}…`],
  ])('lists a question by its takeaway: %s', (takeaway, entry) => {
    const one: Exchange = { ...exchange('答'), ...(takeaway !== undefined && { takeaway: text(takeaway) }) };
    const [section] = viewOf({ sections: [{ title: text('節'), exchanges: [one] }] }).sections;
    const found = section?.exchanges[0]?.entry;
    expect(found?.text).toMatch(new RegExp(`^${entry.slice(0, 2)}`));
    expect(found?.text.length).toBeLessThanOrEqual(entry.length);
    expect(found?.phrases.join('')).toBe(found?.text);
  });

  it('states in the colophon what is known and nothing else', () => {
    expect(viewOf({}).colophon.map(({ label }) => label)).toEqual(['版本', '字體', '開本', '校驗碼']);
    const facts = viewOf({
      interviewee: { name: '王仲遠', role: '院長' },
      interviewer: { name: '北京商報' },
      source: text('某報'),
      date: text('2024年'),
      summary: 'drafted',
    }).colophon;
    expect(facts.map(({ label, value }) => `${label}：${value.join('＋')}`).slice(0, 6)).toEqual([
      '受訪：王仲遠＋院長',
      '採訪：北京商報',
      '出處：某報',
      '日期：2024年',
      '版本：臺灣繁體版',
      '提要：自動摘錄，未經編輯',
    ]);
  });
});
