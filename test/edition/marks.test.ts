// Marks stay on their words when an edition is made, whatever the conversion does to the length of a text.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeEdition } from '../../scripts/edition/edition.ts';
import type { Interview, Mark, Text } from '../../scripts/model/interview.ts';
import { LOCALES, type Locale } from '../../scripts/model/locale.ts';
import type { Term } from '../../scripts/model/settings.ts';

const TERMS: readonly Term[] = [
  { 'zh-TW': '聯準會', 'zh-HK': '聯儲局', 'zh-CN': '美联储委员会' },
  { 'zh-TW': '紐西蘭', 'zh-HK': '新西蘭', 'zh-CN': '新西兰' },
];

function interviewOf(text: Text): Interview {
  return { title: { text: '这里说的是什么问题' }, quotes: [], lead: [text], sections: [] };
}

function converted(text: Text, locale: Locale, isLocal = false): Text {
  const options = { terms: TERMS, ...(isLocal && { vocabulary: 'local' as const }) };
  return makeEdition(interviewOf(text), locale, options).edition.interview.lead[0] ?? { text: '' };
}

const under = ({ text }: Text, { start, end }: Mark): string => text.slice(start, end);

/** Words that mean the same beside any others, so that each may be converted by itself. */
const WORDS = [
  '软件',
  '头发',
  '新西兰',
  '美联储委员会',
  '“好”',
  'AI',
  '𠮷',
  '里面',
  '计算机程序',
  '出租车',
  '3—5年',
  '这',
];

describe('marks', () => {
  it('keep to the words that their words become', () => {
    const word = fc.tuple(
      fc.constantFrom(...WORDS),
      fc.constantFrom<Mark['kind'] | undefined>('strong', 'emphasis', 'code', 'link', 'note', undefined),
    );
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(...LOCALES),
        fc.boolean(),
        (words, locale, isLocal) => {
          let text = '';
          const marks: Mark[] = [];
          for (const [characters, kind] of words) {
            if (text !== '') text += '，';
            const stretch = { start: text.length, end: text.length + characters.length };
            text += characters;
            if (kind === 'link') marks.push({ kind, url: 'https://a.b', ...stretch });
            else if (kind === 'note')
              marks.push({ kind, note: { text: '软件' }, start: stretch.end, end: stretch.end });
            else if (kind !== undefined) marks.push({ kind, ...stretch });
          }
          const before: Text = { text, ...(marks.length > 0 && { marks }) };
          const after = converted(before, locale, isLocal);
          expect(after.text).toBe(converted({ text }, locale, isLocal).text);
          expect(after.marks?.length ?? 0).toBe(marks.length);
          marks.forEach((mark, index) => {
            const moved = after.marks?.[index];
            if (!moved) throw new Error('a mark is lost');
            const wordsBefore = mark.kind === 'note' ? text.slice(0, mark.start) : under(before, mark);
            const wordsAfter = moved.kind === 'note' ? after.text.slice(0, moved.start) : under(after, moved);
            expect(wordsAfter).toBe(converted({ text: wordsBefore }, locale, isLocal).text);
            if (moved.kind === 'note')
              expect(moved.note).toEqual(converted({ text: '软件' }, locale, isLocal));
          });
        },
      ),
      { numRuns: 300 },
    );
  }, 60_000);

  it.each<[Locale, Text, string]>([
    // A part of a term cannot be told in another place: the whole of it is set apart.
    ['zh-TW', { text: '去美联储委员会', marks: [{ kind: 'strong', start: 2, end: 4 }] }, '聯準會'],
    ['zh-TW', { text: '去新西兰了', marks: [{ kind: 'strong', start: 1, end: 2 }] }, '紐'],
    // The phrase around it decides a character, not the mark.
    ['zh-TW', { text: '头发', marks: [{ kind: 'strong', start: 1, end: 2 }] }, '髮'],
    ['zh-CN', { text: '頭髮', marks: [{ kind: 'strong', start: 1, end: 2 }] }, '发'],
  ])('in %s of %j stand on %s', (locale, text, words) => {
    const after = converted(text, locale);
    expect(after.marks?.map((mark) => under(after, mark))).toEqual([words]);
  });
});
