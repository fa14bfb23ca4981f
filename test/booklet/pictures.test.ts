import { describe, expect, it } from 'vitest';
import { loadPictures, MOST_BYTES } from '../../scripts/booklet/pictures.ts';
import { pixelsOf } from '../../scripts/booklet/pixels.ts';
import type { Interview } from '../../scripts/model/interview.ts';
import type { NoFile } from '../../scripts/model/world.ts';
import { png } from '../support/png.ts';

const PNG = png(30, 20);
const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"></svg>');

/** The start and the end of a JPEG of 30 by 20: what a reader of sizes looks at (ITU-T T.81, B.2). */
function jpeg(orientation?: number): Uint8Array {
  const exif = Buffer.from([
    ...[0xff, 0xe1, 0x00, 0x22, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8],
    ...[0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation ?? 1, 0, 0, 0, 0, 0, 0],
  ]);
  const app0 = Buffer.from([0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
  const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 20, 0, 30, 1, 1, 0x11, 0]);
  const parts = [Buffer.from([0xff, 0xd8]), orientation ? exif : app0, frame, Buffer.from([0xff, 0xd9])];
  return Buffer.concat(parts);
}

describe('pixels', () => {
  it.each([
    ['a PNG', PNG, { format: 'png', width: 30, height: 20 }],
    ['a JPEG', jpeg(), { format: 'jpeg', width: 30, height: 20 }],
    ['a JPEG that lies on its side', jpeg(6), { format: 'jpeg', width: 20, height: 30 }],
    ['an SVG', SVG, { format: 'svg', width: 40, height: 20 }],
    ['a text', Buffer.from('答'), undefined],
    ['nothing', new Uint8Array(), undefined],
    ['half a PNG', PNG.slice(0, 40), undefined],
    ['half a JPEG', jpeg().slice(0, -2), undefined],
    ['a GIF', Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64'), undefined],
  ])('of %s', async (_, bytes, expected) => {
    expect(await pixelsOf(bytes)).toEqual(expected);
  });
});

describe('pictures', () => {
  const interview: Interview = {
    title: { text: '題' },
    portrait: { file: 'a.png', at: { line: 3, column: 11 } },
    quotes: [],
    lead: [],
    sections: [
      {
        title: { text: '節' },
        exchanges: [
          {
            question: { text: '問' },
            points: [],
            answer: [
              {
                paragraphs: [{ text: '答' }],
                inserts: [
                  {
                    kind: 'figure',
                    before: 1,
                    figure: { file: 'a.png', at: { line: 9, column: 1 }, description: { text: '圖' } },
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
  };

  it.each<[Uint8Array | NoFile, string]>([
    ['missing', 'i.md:3:11 error picture/missing'],
    ['too-large', 'i.md:3:11 error picture/too-large'],
    ['outside', 'i.md:3:11 error picture/outside'],
    [Buffer.from('答'), 'i.md:3:11 error picture/unknown'],
  ])('that are %s are told with their place', async (answer, expected) => {
    const { ok, diagnostics } = await loadPictures(interview, 'i.md', async () => answer);
    expect(ok).toBe(false);
    expect(diagnostics[0]?.message).toContain('a.png');
    expect(
      diagnostics.map(
        ({ place, severity, code }) => `${place?.file}:${place?.line}:${place?.column} ${severity} ${code}`,
      )[0],
    ).toBe(expected);
  });

  it('are read once each, with a limit', async () => {
    const asked: [string, number][] = [];
    const read = await loadPictures(interview, 'i.md', async (name, most) => {
      asked.push([name, most]);
      return PNG;
    });
    expect(read.ok && [...read.value]).toEqual([
      ['a.png', { format: 'png', width: 30, height: 20, bytes: PNG }],
    ]);
    expect(asked).toEqual([['a.png', MOST_BYTES]]);
  });
});
