// Negative controls: for every rule pages that break it, which the proof must catch. Beside each stands the same page
// without the fault, which must pass, so that a rule that always cries is found out too.

import { beforeAll, describe, expect, it } from 'vitest';
import { fontBreaches } from '../../scripts/proof/document.ts';
import type { Glyph } from '../../scripts/proof/glyphs.ts';
import { proofPages } from '../../scripts/proof/proof.ts';
import { type Breach, RULES, type RuleCode } from '../../scripts/proof/rules.ts';
import { realEdition } from '../support/edition.ts';
import { breachesOf, FILL, lines } from './control-pages.ts';
import { CONTROLS } from './controls.ts';
import { makePages } from './make.ts';

/** The finished booklet of the real interview, with so many bytes exchanged for as many others. */
const MUTANTS: readonly { readonly code: RuleCode; readonly from: RegExp; readonly to: string }[] = [
  { code: 'no-tags', from: /(?<=\/Marked )true/, to: 'null' },
  { code: 'not-accessible', from: /(?<=<pdfuaid:part>)1/, to: '2' },
  { code: 'language', from: /(?<=\/Lang \(zh-Han)t/, to: 's' },
  { code: 'page-label', from: /\/PageLabels/, to: '/PageLabelX' },
  { code: 'page-label', from: /(?<=\/S )\/D(?=\s)/, to: '/R' },
  { code: 'outline', from: /\/Outlines(?= \d+ 0 R)/, to: '/OutlineX' },
  { code: 'link', from: /(?<=\/Dest \(exchange-)1/, to: 'X' },
  { code: 'font-not-embedded', from: /\/FontFile2/, to: '/FontFileX' },
  { code: 'font-not-subset', from: /(?<=\/(?:BaseFont|FontName) \/[A-Z]{6})\+/g, to: '-' },
];

const GLYPHS: readonly { readonly code: RuleCode; readonly fault: Partial<Glyph> }[] = [
  { code: 'missing-glyph', fault: { isMissing: true } },
  { code: 'unreadable', fault: { text: '' } },
];

describe('the proof of a made page', () => {
  it.each(CONTROLS.map((control, index) => ({ ...control, index })))(
    'catches $code ($index) and nothing where it is put right',
    { timeout: 60_000 },
    async ({ code, bad, good }) => {
      expect((await breachesOf(bad)).map((breach) => breach.code)).toContain(code);
      expect((await breachesOf(good)).filter((breach) => breach.code === code)).toEqual([]);
    },
  );

  it('says page and line', { timeout: 60_000 }, async () => {
    const [breach] = await breachesOf({ source: lines(FILL, '，以後的事情就是') });
    expect(breach).toMatchObject({ code: 'line-start', page: 1, line: '，以後的事情就是' });
    expect(RULES['line-start']).toMatchObject({ level: 'basic', clause: expect.stringContaining('CLREQ') });
  });
});

describe('the proof of a damaged booklet', () => {
  const edition = realEdition('zh-TW');
  let pdf: Uint8Array;
  beforeAll(async () => {
    pdf = await makePages(edition);
  }, 60_000);

  const codesOf = async (bytes: Uint8Array): Promise<readonly Breach['code'][]> =>
    (await proofPages(bytes, edition, { openingMark: 'half' })).breaches.map(({ code }) => code);

  it('is silent where nothing is damaged', { timeout: 60_000 }, async () =>
    expect(await codesOf(pdf)).toEqual([]),
  );

  it.each(MUTANTS)('catches $code: $to', { timeout: 60_000 }, async ({ code, from, to }) => {
    const source = Buffer.from(pdf).toString('latin1');
    const damaged = source.replace(from, to);
    expect(damaged.length).toBe(source.length);
    expect(damaged).not.toBe(source);
    expect(await codesOf(new Uint8Array(Buffer.from(damaged, 'latin1')))).toContain(code);
  });

  it.each(GLYPHS)('catches $code', ({ code, fault }) => {
    const font = { name: 'NotoSerifTC-Regular', isEmbedded: true, isSubset: true };
    const place = { x: 0, y: 0, width: 10, size: 10, block: undefined, isCall: false };
    const glyph: Glyph = { text: '大', font, ...place, isMissing: false };
    const page = (glyphs: readonly Glyph[]) => [{ number: 1, width: 100, height: 100, glyphs, links: [] }];
    expect(fontBreaches(page([{ ...glyph, ...fault }]), 'zh-TW')).toMatchObject([{ code, page: 1 }]);
    expect(fontBreaches(page([glyph]), 'zh-TW')).toEqual([]);
  });
});

describe('the rules', () => {
  it('have each a control, so that none is without teeth', () => {
    const controlled = new Set([...CONTROLS, ...MUTANTS, ...GLYPHS].map(({ code }) => code));
    expect(Object.keys(RULES).filter((code) => !controlled.has(code as RuleCode))).toEqual([]);
  });
});
