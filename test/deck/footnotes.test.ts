import { expect, it } from 'vitest';
import { withNotes } from '../../scripts/deck/footnotes.ts';
import type { Mark } from '../../scripts/model/interview.ts';

const note = (at: number, text: string): Mark => ({ kind: 'note', start: at, end: at, note: { text } });

it.each<[string, readonly Mark[], string]>([
  ['甲乙', [], '甲乙'],
  ['甲乙', [note(1, '註'), note(2, '$&')], '甲（註：註）乙（註：$&）'],
  ['甲乙', [{ kind: 'strong', start: 0, end: 2 }, note(1, '註')], '甲（註：註）乙'],
])('%s with %j is spoken as %s', (text, marks, expected) => {
  expect(withNotes({ text, marks }, '（註：{note}）')).toBe(expected);
});
