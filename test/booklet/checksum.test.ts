import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { textChecksum } from '../../scripts/booklet/checksum.ts';
import { LOCALES } from '../../scripts/model/locale.ts';
import { realEdition } from '../support/edition.ts';

describe('the checksum of an edition', () => {
  it('is the head of SHA-256 over its texts', () => {
    const edition = {
      ...realEdition('zh-TW'),
      interview: { title: { text: '題' }, quotes: [], lead: [{ text: '導言' }], sections: [] },
    };
    const expected = createHash('sha256').update('題\n導言\n').digest('hex').slice(0, 16);
    expect(textChecksum(edition)).toBe(expected);
  });

  it('tells editions apart, and a text from one with a character changed', () => {
    const sums = LOCALES.map((locale) => textChecksum(realEdition(locale)));
    const edition = realEdition('zh-TW');
    const lead = edition.interview.lead.map(({ text }) => ({ text: text.replace('。', '！') }));
    const changed = textChecksum({ ...edition, interview: { ...edition.interview, lead } });
    expect(new Set([...sums, changed]).size).toBe(4);
    expect(textChecksum(realEdition('zh-TW'))).toBe(sums[0]);
  });
});
