import { describe, expect, it } from 'vitest';
import { locateGlyphs } from '../../scripts/booklet/glyphs.ts';
import type { Diagnostic } from '../../scripts/model/diagnostic.ts';
import { realEdition } from '../support/edition.ts';
import { typesetBooklet } from './make.ts';

describe('a missing glyph', () => {
  const { interview, ...rest } = realEdition('zh-TW');
  const lead = [
    { text: '好', at: { line: 3, column: 1 } },
    { text: '壞😀了', at: { line: 9, column: 5 } },
  ];

  it('is located in the manuscript', async () => {
    const { diagnostics } = await typesetBooklet({ ...rest, interview: { ...interview, lead } });
    const [located] = locateGlyphs(diagnostics, { ...interview, lead }, 'content/a/interview.md');
    expect(located).toMatchObject({
      code: 'typeset/missing-glyph',
      place: { file: 'content/a/interview.md', line: 9, column: 5 },
    });
  });

  it('that no text has, and any other finding, stays as it is', () => {
    const glyph: Diagnostic = {
      code: 'typeset/missing-glyph',
      severity: 'error',
      message: '"𪚥" (U+2A6A5)',
      hint: '',
    };
    const other = { ...glyph, code: 'typeset/source', message: '(U+1F600)' };
    expect(locateGlyphs([glyph, other], { ...interview, lead }, 'x')).toEqual([glyph, other]);
  });
});
