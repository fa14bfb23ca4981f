// A word longer than a line on the finished page: hyphens are drawn, and the text is that of the edition.

import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { makeEdition } from '../../scripts/edition/edition.ts';
import { readManuscript } from '../../scripts/manuscript/read.ts';
import type { Locale } from '../../scripts/model/locale.ts';
import { readPdf } from '../../scripts/proof/pdf.ts';
import { proofPages } from '../../scripts/proof/proof.ts';
import { describeWith, run } from '../support/tools.ts';
import { scratch } from '../support/wenda.ts';
import { succeeded } from '../support/world.ts';
import { THEMES, typesetBooklet } from './make.ts';

const WORD = 'pneumonoultramicroscopicsilicovolcanoconiosis'.repeat(4);
const ADDRESS = `https://example.org/${'abcdefghijkl/'.repeat(8)}`;

const manuscript = (words: string): string => `---
title: 題目
---

導言。

## 節

### 問？

這個字是${words}，很長。

後一段。
`;

describeWith(['qpdf', 'pdftotext'], 'a word longer than a line', () => {
  it.each(THEMES.flatMap((theme) => (['zh-TW', 'zh-CN'] as const).map((locale) => ({ theme, locale }))))(
    'of $theme in $locale has a hyphen at the end of each line, and none in its text',
    async ({ theme, locale }) => {
      const word = await booklet(manuscript(WORD), locale, theme);
      const code = await booklet(manuscript(`\`${WORD}\``), locale, theme);
      const address = await booklet(manuscript(ADDRESS), locale, theme);
      const lines = new Set(word.glyphs.map(({ y, page }) => `${page} ${y.toFixed(1)}`)).size;
      expect(lines).toBeGreaterThan(2);
      expect(word.text).toContain(WORD);
      // 這個字是 and the last line have none.
      expect(word.artifacts - code.artifacts).toBeGreaterThanOrEqual(lines - 2);
      expect(word.artifacts - code.artifacts).toBeLessThanOrEqual(lines - 1);
      expect(address.artifacts).toBe(code.artifacts);
      expect(word.breaches).toEqual([]);
    },
    120_000,
  );
});

async function booklet(source: string, locale: Locale, theme: (typeof THEMES)[number]) {
  const { edition } = makeEdition(succeeded(readManuscript(source, 'i.md')), locale, { terms: [] });
  const { pdf } = succeeded(await typesetBooklet(edition, { theme }));
  const file = path.join(scratch(), 'a.pdf');
  fs.writeFileSync(file, pdf);
  const { pages } = await readPdf(pdf);
  return {
    text: run('pdftotext', ['-raw', file, '-']).replace(/\s/g, ''),
    artifacts:
      run('qpdf', ['--qdf', '--object-streams=disable', file, '-']).match(/\/Artifact\b/g)?.length ?? 0,
    glyphs: pages.flatMap(({ glyphs, number }) =>
      glyphs
        .filter(({ block, text }) => block?.kind === 'paragraph' && /^[a-z]$/.test(text))
        .map(({ y }) => ({ y, page: number })),
    ),
    breaches: (await proofPages(pdf, edition, { openingMark: 'half' })).breaches,
  };
}
