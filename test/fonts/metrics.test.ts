// Widths as Chromium sets them: every face of every place, lines of all kinds of characters, each measured both ways.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FontFace, familiesOf } from '../../scripts/fonts/faces.ts';
import { metricsOf } from '../../scripts/fonts/metrics.ts';
import { textsOf } from '../../scripts/model/interview.ts';
import { LANGUAGE_TAG, LOCALES, type Locale } from '../../scripts/model/locale.ts';
import { openPage } from '../support/browser.ts';
import { realEdition } from '../support/edition.ts';
import { describeWith } from '../support/tools.ts';
import { world } from '../support/world.ts';

const MARKS = '，。、．：；？！“”‘’「」『』（）《》〈〉【】〔〕…—·～　/・';

const LINES = [
  ...[...MARKS].flatMap((mark) => [`中${mark}文`, `${mark}文`, `中${mark}`, `A${mark}B`]),
  ...[...MARKS].flatMap((mark) => [...MARKS].map((next) => `中${mark}${next}文`)),
  ...[
    'AVATAR To Wa fi ffi fl',
    'GPT-4o與Llama 3.1 405B',
    '85後、9.11和9.8',
    'to B',
    '3—5年',
    'A&B是C',
    '50%的',
  ],
  ...[
    '“‘引’”',
    '「『引』」（一）',
    '（a）',
    '(中)',
    '[中]',
    'é與ü',
    '中!文',
    '中"文"',
    'naïve中',
    '〇一',
    '看C++、C#',
    '100℃',
  ],
];

function linesOf(locale: Locale): readonly string[] {
  const { interview } = realEdition(locale);
  const texts = textsOf(interview).map(({ text }) => text.replace(/\s+/g, ' ').trim());
  return [...LINES, ...texts.map((text) => text.slice(0, 60).trim())];
}

/** Runs in the page. */
const MEASURE = `(lines => {
  const spans = lines.map((line) => {
    const span = document.createElement('span');
    span.textContent = line;
    document.body.append(span, document.createElement('br'));
    return span;
  });
  const widths = spans.map((span) => span.getBoundingClientRect());
  document.body.textContent = '';
  return widths.map(({ width, height }) => DIRECTION === 'vertical' ? height : width);
})`;

async function inChromium(
  faces: readonly FontFace[],
  language: string,
  lines: readonly string[],
  vertical = false,
): Promise<readonly (readonly number[])[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wenda-widths-'));
  const sources = await Promise.all(
    faces.map(async ({ file }, index) => {
      fs.writeFileSync(path.join(folder, `${index}.ttf`), await world.readFont(file));
      return `@font-face{font-family:f${index};src:url(${index}.ttf)}`;
    }),
  );
  const file = path.join(folder, 'widths.html');
  fs.writeFileSync(
    file,
    `<!doctype html><html lang="${language}"><meta charset="utf-8"><style>${sources.join('')}` +
      `span{white-space:pre;font-size:100px;text-autospace:normal;text-spacing-trim:trim-start}` +
      `body{width:100000px;height:100000px;${vertical ? 'writing-mode:vertical-rl' : ''}}</style><body>`,
  );
  const { page, evaluate, close } = await openPage(pathToFileURL(file).href);
  const widths: (readonly number[])[] = [];
  for (const index of faces.keys()) {
    await evaluate(`document.fonts.load('100px f${index}', '中A').then(() => {
      document.body.style.fontFamily = 'f${index}';
    })`);
    const measure = MEASURE.replace('DIRECTION', vertical ? "'vertical'" : "'horizontal'");
    widths.push((await evaluate(`${measure}(${JSON.stringify(lines)})`)) as number[]);
  }
  await page.close();
  await close();
  fs.rmSync(folder, { recursive: true });
  return widths;
}

describeWith(['chromium'], 'widths in Chromium', () => {
  it.each(LOCALES)('%s: are those of the font by our reckoning', { timeout: 300_000 }, async (locale) => {
    const { serif, sans } = familiesOf(locale);
    const weights = [400, 500, 700, 900];
    const faces = [...serif.faces, ...sans.faces].filter(({ weight }) => weights.includes(weight));
    const lines = linesOf(locale);
    const measured = await inChromium(faces, LANGUAGE_TAG[locale], lines);
    for (const [index, face] of faces.entries()) {
      const metrics = metricsOf(await world.readFont(face.file), { language: LANGUAGE_TAG[locale] });
      const wrong = lines.flatMap((line, at) => {
        const [ours, theirs] = [metrics.width(line), (measured[index]?.[at] ?? 0) / 100];
        return Math.abs(ours - theirs) > 0.002 * Math.max(1, line.length / 4)
          ? [`${line}: ${ours} ${theirs}`]
          : [];
      });
      expect({ face: face.file, wrong }).toEqual({ face: face.file, wrong: [] });
    }
  });
});

describeWith(['chromium'], 'heights of vertical lines in Chromium', () => {
  it('are those of the font by our reckoning', { timeout: 300_000 }, async () => {
    const face = familiesOf('zh-TW').serif.faces.find(({ weight }) => weight === 700);
    if (!face) throw new Error('no such face');
    const lines = linesOf('zh-TW').filter((line) =>
      /^[\p{Script=Han}\u3000-\u303f\uff01-\uff1f]+$/u.test(line),
    );
    const language = LANGUAGE_TAG['zh-TW'];
    const [measured] = await inChromium([face], language, lines, true);
    const metrics = metricsOf(await world.readFont(face.file), { language, direction: 'vertical' });
    expect(lines.length).toBeGreaterThan(60);
    expect(lines.map((line) => [line, metrics.width(line).toFixed(2)])).toEqual(
      lines.map((line, at) => [line, ((measured?.[at] ?? 0) / 100).toFixed(2)]),
    );
  });
});

describe('a stretch of a text', async () => {
  const faces = await Promise.all(
    LOCALES.map(async (locale) => ({
      locale,
      font: await world.readFont(familiesOf(locale).serif.faces[0]?.file ?? ''),
    })),
  );
  const words = fc.array(fc.constantFrom(...MARKS, '中', '文', 'A', 'to ', '9', 'fi', '.'), {
    maxLength: 20,
  });

  it.each(faces)('is as wide as it would be by itself, $locale', ({ locale, font }) => {
    const metrics = metricsOf(font, { language: LANGUAGE_TAG[locale], letterSpacing: 0.08 });
    fc.assert(
      fc.property(words, words, words, (before, middle, after) => {
        // No line ends inside a Latin word, where letters kern.
        const parts = [before, middle, after].map((part) => `文${part.join('')}中`);
        const [start, line] = [parts[0]?.length ?? 0, parts[1] ?? ''];
        const within = metrics.lines(parts.join(''))(start, start + line.length);
        expect(within).toBeCloseTo(metrics.width(line), 9);
      }),
    );
  });

  it('is squeezed at its ends as a line by itself is', () => {
    const { font = new Uint8Array() } = faces.find(({ locale }) => locale === 'zh-CN') ?? {};
    const metrics = metricsOf(font, { language: 'zh-Hans-CN' });
    const width = metrics.lines('他说：“好。”（笑）A');
    expect(width(0, 3)).toBe(3);
    expect(width(0, 5)).toBe(4.5);
    expect(width(3, 5)).toBe(1.5);
    expect(width(3, 7)).toBe(3);
    expect(width(7, 10)).toBe(2.5);
  });

  it('has an advance for each unit, none for the second half of a pair', () => {
    const { font = new Uint8Array() } = faces[0] ?? {};
    expect(metricsOf(font, { language: 'zh-Hant-TW' }).advances('中𠮷A')).toMatchObject([1, 1, 0, {}]);
  });
});
