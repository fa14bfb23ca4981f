import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import type { Artifact } from '../../scripts/model/product.ts';
import { asFile } from '../press/samples.ts';
import { describeWith, run } from '../support/tools.ts';
import { makeVersion, ORIGINAL, put, type Version } from '../support/versions.ts';

const PRODUCTS = ['booklet', 'duplex', 'sheets'] as const;
const FILES = ['booklet.pdf', 'booklet-duplex.pdf', 'booklet-sheets.pdf'];

/** A digest of the dots of each page of a PDF. */
function pictures(pdf: Uint8Array): readonly string[] {
  return asFile(pdf, (file) => {
    run('pdftoppm', ['-r', '60', file, file]);
    const folder = path.dirname(file);
    const names = fs.readdirSync(folder).filter((name) => name.endsWith('.ppm'));
    return names.sort().map((name) =>
      createHash('sha256')
        .update(fs.readFileSync(path.join(folder, name)))
        .digest('hex'),
    );
  });
}

interface Seen {
  readonly faces: readonly string[];
  readonly pictures: readonly string[];
}

/** For each file, the fingerprints and the pictures of its pages or sheets; a sheet is seen on both sides. */
function seen(made: ReadonlyMap<string, Artifact>): ReadonlyMap<string, Seen> {
  return new Map(
    FILES.map((file) => {
      const { bytes, faces = [], extent } = made.get(file) ?? { bytes: new Uint8Array(), extent: undefined };
      const all = pictures(bytes);
      const sides = extent?.unit === 'sheets' ? 2 : 1;
      const shown = Array.from({ length: Math.ceil(all.length / sides) }, (_, index) =>
        all.slice(index * sides, (index + 1) * sides).join(),
      );
      expect([file, faces.length]).toEqual([file, shown.length]);
      return [file, { faces, pictures: shown }];
    }),
  );
}

const changed = (before: readonly string[] = [], after: readonly string[] = []): readonly number[] =>
  after.flatMap((value, index) => (value === before[index] ? [] : [index + 1]));

const inFile =
  (name: string, from: string, to: string): Version['templates'] =>
  (file, text) =>
    file === name ? put(text, from, to) : text;

type Edit = readonly [what: string, edit: Partial<Version>];

const { manuscript, glossary } = ORIGINAL;

const EDITS: readonly Edit[] = [
  ['nothing', {}],
  ['a word of an answer', { manuscript: put(manuscript, '我一點都不驚訝', '我半點都不驚訝') }],
  ['a character that no other page has', { manuscript: put(manuscript, '我一點都不驚訝', '我一點都不龘訝') }],
  [
    'a sentence that moves all behind it',
    { manuscript: put(manuscript, '我一點都不驚訝。', '我一點都不驚訝。'.repeat(40)) },
  ],
  ['a takeaway', { manuscript: put(manuscript, '> 遠沒有到泡沫臨界點', '> 離泡沫臨界點還遠') }],
  [
    'the title',
    { manuscript: put(manuscript, 'title: 大模型遠沒有到泡沫臨界點', 'title: 大模型離泡沫還遠') },
  ],
  ['a role', { manuscript: put(manuscript, '研究院院長', '研究院前院長') }],
  ['words set heavy', { manuscript: put(manuscript, '一點都不驚訝', '**一點**都不驚訝') }],
  ['a term of the index', { glossary: put(glossary, 'protect:\n', 'protect:\n  - 研究者\n') }],
  ['a term that leaves the index', { glossary: put(glossary, '  - 價格戰\n', '') }],
  [
    'a word that no line may break',
    { glossary: put(glossary, '  - 推動力\n', '  - 推動力\n  - 進化以及\n') },
  ],
  [
    'the back cover in the templates',
    { templates: inFile('magazine/booklet-covers.typ', 'set text(fill: paper)', 'set text(fill: ink)') },
  ],
  [
    'a comment in the templates',
    {
      templates: inFile(
        'magazine/booklet-covers.typ',
        'set text(fill: paper)',
        'set text(fill: paper) // as the paper',
      ),
    },
  ],
  ['an accent, which the booklet has not', { press: 'accent: "#1e3a64"\n' }],
  ['the format', { press: 'format: 25開\n' }],
  ['another format', { press: 'format: b5\n' }],
  ['the margin of the office printer', { press: 'printer: {margin: 5}\n' }],
  ['a calibration sheet', { press: 'printer: {calibration: true}\n' }],
  ['the bleed', { press: 'press: {bleed: 4}\n' }],
  ['creep', { press: 'press: {caliper: 0.3}\n' }],
  ['a cover apart', { press: 'press: {cover: separate}\n' }],
  ['signatures of 16', { press: 'press: {signature: 16}\n' }],
];

describeWith(['pdftoppm'], 'a fingerprint of a page or sheet', () => {
  let original: ReadonlyMap<string, Seen>;

  beforeAll(async () => {
    original = seen(await makeVersion(ORIGINAL, PRODUCTS));
  }, 120_000);

  it.each(EDITS)(
    'differs where the picture differs, and nowhere else: %s',
    async (_, edit) => {
      const after = seen(await makeVersion({ ...ORIGINAL, ...edit }, PRODUCTS));
      for (const file of FILES) {
        const [was, is] = [original.get(file), after.get(file)];
        expect([file, changed(was?.faces, is?.faces)]).toEqual([file, changed(was?.pictures, is?.pictures)]);
      }
    },
    120_000,
  );
});
