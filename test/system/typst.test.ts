import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import type { TypesetJob } from '../../scripts/model/world.ts';
import { createTypst } from '../../scripts/system/typst.ts';
import { readPdf } from '../support/pdf.ts';

const resolve = createRequire(import.meta.url).resolve;
const { typeset } = createTypst(resolve);
const FONT = '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf';
const HEAD =
  '#set document(title: "題", date: none)\n#set text(font: "Noto Sans SC", fallback: false, lang: "zh", region: "CN")\n';

function job(body: string, files: Readonly<Record<string, string>> = {}): TypesetJob {
  return {
    main: 'folder/main.typ',
    files: { 'folder/main.typ': HEAD + body, ...files },
    fonts: [FONT],
    query: '<it>',
  };
}

describe('typesetting', () => {
  it('gives pages, their number and the metadata asked for, in order', async () => {
    const body =
      '你好 #metadata((n: 1)) <it> #pagebreak() #metadata((n: 2)) <it> #metadata((n: 3)) <other> 再見';
    const result = await typeset(job(body));
    expect(result.ok && result.value).toMatchObject({ pageCount: 2, metadata: [{ n: 1 }, { n: 2 }] });
    const { pages } = await readPdf(result.ok ? result.value.pdf : new Uint8Array());
    expect(pages.map(({ plain }) => plain)).toEqual(['你好', '再見']);
  });

  it('lays pages out without a PDF, and makes it of these pages where the same job comes next', async () => {
    const { laid, typeset: make } = createTypst(resolve);
    const [one, other] = [job('你好 #metadata(1) <it>'), job('再見 #pagebreak() #metadata(2) <it>')];
    const pages = await laid(one);
    expect(pages).toEqual({ ok: true, value: { pageCount: 1, metadata: [1] }, diagnostics: [] });
    expect(await make({ ...one, files: { ...one.files } })).toEqual(await typeset(one));
    await laid(one);
    expect(await make(other)).toEqual(await typeset(other));
    await laid(one);
    expect(await make({ ...one, query: '<other>' })).toMatchObject({ value: { metadata: [] } });
  });

  it('tells the faults of pages that are laid out, and those of their PDF when it is made', async () => {
    const { laid, typeset: make } = createTypst(resolve);
    expect(await laid(job('#nope'))).toEqual(await typeset(job('#nope')));
    const rare = job('\u{E000}');
    expect((await laid(rare)).ok).toBe(true);
    expect(await make(rare)).toEqual(await typeset(rare));
    expect((await make(rare)).ok).toBe(false);
  });

  it('makes the same bytes again, in another compiler too', async () => {
    const pdfs = await Promise.all(
      [typeset, typeset, createTypst(resolve).typeset].map(async (make) => {
        const result = await make(job('你好'));
        return result.ok ? Buffer.from(result.value.pdf).toString('latin1') : '';
      }),
    );
    expect(pdfs[0]).toMatch(/^%PDF-1\.7/);
    expect(pdfs[0]).not.toMatch(/CreationDate|ModDate|CreateDate|ModifyDate/);
    expect(new Set(pdfs).size).toBe(1);
  });

  it('sees the files of this job and no others', async () => {
    const one = await typeset(job('#include "part.typ"', { 'folder/part.typ': '部分' }));
    expect(one.ok).toBe(true);
    const other = await typeset(job('#include "part.typ"'));
    expect(other).toMatchObject({ ok: false, diagnostics: [{ code: 'typeset/source' }] });
  });

  it.each<[string, string, Readonly<Record<string, string>>, object]>([
    [
      'a fault in the main file',
      '#let x = (1\n#nope',
      {},
      { code: 'typeset/source', place: { file: 'folder/main.typ', line: 3, column: 10 } },
    ],
    [
      'a fault in a library, with the call that led there',
      '#import "lib.typ": f\n#f(1)',
      { 'folder/lib.typ': '#let f(x) = {\n  x + "一"\n}' },
      {
        code: 'typeset/source',
        place: { file: 'folder/lib.typ', line: 2, column: 3 },
        message: expect.stringContaining('while calling f, folder/main.typ:4'),
      },
    ],
    ['broken data', '#json("a.json")', { 'folder/a.json': '{' }, { place: { file: 'folder/a.json' } }],
    ['a file of the disk', '#read("/etc/hostname")', {}, { code: 'typeset/source' }],
    [
      'a family that is not there',
      '#text(font: "Nope")[a]',
      {},
      { code: 'typeset/missing-font', place: { file: 'folder/main.typ', line: 3, column: 13 } },
    ],
    [
      'a character without a glyph',
      '好😀"\\u{2}"',
      {},
      { code: 'typeset/missing-glyph', message: expect.stringMatching(/"😀.*U\+1F600/) },
    ],
    ['a picture without a text', '#image("a.svg")', { 'folder/a.svg': SVG() }, { code: 'typeset/standard' }],
    [
      'a package of the network',
      '一\n  #import "@preview/cetz:0.4.0": x',
      {},
      { code: 'typeset/package', place: { file: 'folder/main.typ', line: 4, column: 4 } },
    ],
  ])('names %s', async (_, body, files, expected) => {
    const result = await typeset(job(body, files));
    expect(result.ok).toBe(false);
    expect(result.diagnostics[0]).toMatchObject({ severity: 'error', ...expected });
    expect(result.diagnostics[0]?.hint).not.toBe('');
    expect(new Set(result.diagnostics.map((it) => JSON.stringify(it))).size).toBe(result.diagnostics.length);
    expect((await typeset(job('又好了'))).ok).toBe(true);
  });

  it('refuses a font of the machine', async () => {
    // New Computer Modern comes inside Typst itself, so it is on every machine.
    const result = await typeset(job('#text(font: "New Computer Modern")[abc]'));
    expect(result).toMatchObject({ ok: false, diagnostics: [{ code: 'typeset/foreign-font' }] });
    expect(result.diagnostics[0]?.message).toContain('NewCM10-Regular');
  });

  it('names a font file that is not installed', async () => {
    const { typeset: make } = createTypst((file) => `/nowhere/${file}`);
    expect(await make(job('好'))).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'typeset/missing-font', place: { file: `/nowhere/${FONT}` } }],
    });
  });
});

describe('a source that changes in one process', () => {
  // A letter for another of which UTF-8 shares the beginning or the end, longer and shorter, there and back.
  const TEXTS = [
    '荒昃日寒',
    '荒昃日荒',
    '荒',
    '黃荒往荒',
    '黃荒往寒',
    '天地玄黃宇宙洪荒日月盈昃',
    '天地玄荒',
    '地天玄荒',
    '荒昃日寒',
  ];
  const WAYS: readonly [string, (text: string) => TypesetJob][] = [
    ['a template', (text) => job('#import "lib.typ": f\n#f()', { 'folder/lib.typ': `#let f() = [${text}]` })],
    [
      'a template that a template imports',
      (text) =>
        job('#import "lib.typ": f\n#f(1)', {
          'folder/lib.typ': '#import "deep.typ": words\n#let f(x) = context words',
          'folder/deep.typ': `// ${text}\n#let words = "${text}"`,
        }),
    ],
    ['the main file', (text) => job(text)],
    ['data', (text) => job('#json("a.json")', { 'folder/a.json': JSON.stringify(text) })],
  ];

  it.each(WAYS)(
    'is set as a clean compiler sets it: %s',
    async (_, jobOf) => {
      for (const text of [...TEXTS, ...TEXTS.toReversed()]) {
        const [running, clean] = await Promise.all(
          [typeset, createTypst(resolve).typeset].map((make) => make(jobOf(text))),
        );
        expect(running).toEqual(clean);
        const { pages } = await readPdf(running?.ok ? running.value.pdf : new Uint8Array());
        expect(pages.map(({ plain }) => plain)).toEqual([text]);
      }
    },
    120_000,
  );

  it('keeps its name in what is wrong with it', async () => {
    for (const body of ['#nope', '好', '#nope'])
      expect((await typeset(job(body))).diagnostics.map(({ place }) => place?.file)).toEqual(
        body === '好' ? [] : ['folder/main.typ'],
      );
  });
});

function SVG(): string {
  return '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="5" height="5"/></svg>';
}
