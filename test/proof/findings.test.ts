// What an editor is told of a proof.

import { describe, expect, it } from 'vitest';
import { type FindingOptions, proofDiagnostics } from '../../scripts/proof/findings.ts';
import type { Breach } from '../../scripts/proof/rules.ts';

const OPTIONS: FindingOptions = { file: 'f.md', locale: 'zh-TW', kinsoku: 'gb', severity: 'error' };
const BREACHES: readonly Breach[] = [
  { code: 'language', message: 'no language' },
  {
    code: 'line-start',
    message: 'a line begins with ，',
    page: 3,
    line: '，行',
    at: { line: 12, column: 1 },
  },
  { code: 'line-end-gb', message: 'a line ends with /', page: 4, line: '行/' },
  { code: 'line-start-strict', message: 'a line begins with —', page: 4, line: '——行' },
  { code: 'loose-line', message: 'apart', page: 5, line: '行' },
  { code: 'loose-line', message: 'apart', page: 6, line: '行' },
];
const told = (breaches: readonly Breach[], options: Partial<FindingOptions> = {}) =>
  proofDiagnostics({ pageCount: 8, breaches }, { ...OPTIONS, ...options });

describe('what is told of breaches', () => {
  it('is each that the house holds, with page and line, at the paragraph of the manuscript', () => {
    const found = told(BREACHES);
    expect(found.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'error proof/language',
      'error proof/line-start',
      'error proof/line-end-gb',
      'note proof/read',
    ]);
    expect(found[1]).toMatchObject({
      place: { file: 'f.md', line: 12, column: 1 },
      message: 'zh-TW booklet, page 3: a line begins with ， (“，行”)',
    });
    expect(found[0]?.message).toBe('zh-TW booklet: no language');
  });

  it('says what to do: change words where words can help, look to the theme where they cannot', () => {
    const [language, start] = told(BREACHES);
    expect(language?.hint).toMatch(/^No word of the manuscript.*PDF\/UA-1/);
    expect(start?.hint).toMatch(/^Change a word.*CLREQ/);
  });

  it('sums up what stricter houses would hold, and says that everything was read', () => {
    expect(told(BREACHES).at(-1)?.message).toBe(
      'zh-TW booklet: 8 pages read back; against the rules of the house: 3; against stricter ones: 3 (loose-line 2, line-start-strict 1)',
    );
    expect(told([])).toMatchObject([
      {
        severity: 'note',
        message:
          'zh-TW booklet: 8 pages read back; against the rules of the house: none; against stricter ones: none',
      },
    ]);
  });

  it('holds at each level what that level asks for, and wishes at none', () => {
    const held = (kinsoku: FindingOptions['kinsoku']) => told(BREACHES, { kinsoku }).length - 1;
    expect([held('basic'), held('gb'), held('strict')]).toEqual([2, 3, 4]);
  });
});
