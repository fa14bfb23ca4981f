// A page's picture is that of the page by itself, and is drawn again only where the page shows something else.

import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { TypesetJob } from '../../scripts/model/world.ts';
import { rasterize, rasterizePages } from '../../scripts/system/pictures.ts';
import { createTypst } from '../../scripts/system/typst.ts';
import { succeeded } from '../support/world.ts';

const { drawn } = createTypst(createRequire(import.meta.url).resolve);

const PAGES = [
  '你好，世界',
  '#block(clip: true, width: 20pt, height: 9pt)[再見，世界] #rect(width: 30pt)',
  '',
  "#image(bytes(\"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><circle r='9'/></svg>\"), alt: \"圓\")",
  '#scale(50%, text(20pt)[世界你好])',
];

function job(pages: readonly string[]): TypesetJob {
  const head =
    '#set page(width: 180pt, height: 120pt, margin: 5pt, fill: white)\n' +
    '#set text(font: "Noto Sans SC", fallback: false, lang: "zh", region: "CN")\n';
  return {
    main: 'main.typ',
    files: { 'main.typ': head + pages.join('\n#pagebreak()\n') },
    fonts: ['400Regular', '700Bold'].map(
      (face) => `@expo-google-fonts/noto-sans-sc/${face}/NotoSansSC_${face}.ttf`,
    ),
    query: '<it>',
  };
}

const svgOf = async (pages: readonly string[]): Promise<string> => succeeded(await drawn(job(pages)));
const sizeOf = (png: Uint8Array | undefined): number => Buffer.from(png ?? []).readUInt32BE(16);

describe('the pictures of pages', { timeout: 60_000 }, () => {
  let svg: string;
  let pictures: readonly Uint8Array[];

  beforeAll(async () => {
    svg = await svgOf(PAGES);
    pictures = await rasterizePages(svg, [180, 90]);
  }, 60_000);

  it('are one for each, as wide as is said, the last width for all others', () => {
    expect(pictures.map(sizeOf)).toEqual([180, 90, 90, 90, 90]);
  });

  it('are each the picture of a document that has no other page', async () => {
    for (const [index, page] of PAGES.entries()) {
      const alone = await rasterize(await svgOf([page]), index === 0 ? 180 : 90);
      expect(alone, page).toEqual(pictures[index]);
    }
  });

  it.each([
    ['one character', PAGES.with(0, '你好，世间'), [0]],
    ['the size of a text', PAGES.with(4, '#scale(50%, text(21pt)[世界你好])'), [4]],
    ['a typeface', PAGES.with(0, `#text(weight: 700)[${PAGES[0]}]`), [0]],
    ['a line', PAGES.with(1, `${PAGES[1]} #rect(width: 31pt)`), [1]],
    ['the order of pages', PAGES.toReversed(), [0, 4]],
    ['nothing', PAGES, []],
  ])('are drawn again where a page changes, and nowhere else: %s', async (_, pages, changed) => {
    const again = await rasterizePages(await svgOf(pages), [180, 90]);
    const known = new Set(pictures);
    expect([...again.keys()].filter((index) => !known.has(again[index] ?? new Uint8Array()))).toEqual(
      changed,
    );
    vi.resetModules();
    const { rasterizePages: anew } = await import('../../scripts/system/pictures.ts');
    expect(again).toEqual(await anew(await svgOf(pages), [180, 90]));
  });
});
