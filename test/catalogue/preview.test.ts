import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findingView, partAtLine } from '../../scripts/catalogue/findings.ts';
import type { Manifest } from '../../scripts/catalogue/manifest.ts';
import { type PreviewPageView, type PreviewSource, previewView } from '../../scripts/catalogue/preview.ts';
import { PREVIEW_LABELS } from '../../scripts/catalogue/preview-labels.ts';
import { LABELS } from '../../scripts/edition/labels.ts';
import type { Diagnostic } from '../../scripts/model/diagnostic.ts';
import type { Interview } from '../../scripts/model/interview.ts';
import { LOCALES } from '../../scripts/model/locale.ts';
import { compileTemplate } from '../../scripts/render/template.ts';

const NASTY = `<b>&amp; "x" 'y' {{z}} <!-- --> </h2><script>1</script> \\ \` = /`;

const at = (text: string, line: number) => ({ text, at: { line, column: 1 } });

const interview: Interview = {
  title: at(NASTY, 2),
  quotes: [],
  lead: [at('導言', 7)],
  sections: [
    {
      kicker: at('一', 10),
      title: at('甲', 10),
      exchanges: [
        { question: at('問一', 12), points: [], answer: [] },
        { question: at('問二', 20), points: [], answer: [] },
      ],
    },
    { title: at('乙', 30), exchanges: [{ question: at('問三', 32), points: [], answer: [] }] },
  ],
};

const picture = (shows: readonly string[], sha256 = 'a'.repeat(64)) =>
  ({ product: 'pictures', count: 1, unit: 'pictures', bytes: 1, sha256, alternative: NASTY, shows }) as const;

const manifest: Manifest = {
  wenda: '0.0.0',
  interview: 'a"b <c>',
  title: NASTY,
  locale: 'zh-TW',
  inputs: {},
  tools: {},
  products: {},
  outputs: {
    'deck.html': { product: 'deck', count: 2, unit: 'slides', bytes: 1, sha256: 'd' },
    'pictures/slide-01.png': picture(['opening']),
    'pictures/slide-02.png': picture(['question-1']),
    'pictures/page-10.png': picture(['question-2', 'question-3']),
    'pictures/page-09.png': picture(['question-1', 'question-2']),
  },
};

const diagnostic = (more: Partial<Diagnostic>): Diagnostic => ({
  code: 'edition/doubtful',
  severity: 'warning',
  message: NASTY,
  hint: 'Look.',
  ...more,
});

function viewOf(findings: readonly Diagnostic[], source: Partial<PreviewSource> = {}): PreviewPageView {
  const edition = {
    locale: 'zh-TW' as const,
    manifest,
    changed: new Set(['pictures/page-09.png']),
    changedSlides: '',
    changedPages: '9',
    deck: 'd',
  };
  return previewView(
    {
      interviews: [
        {
          slug: 'a"b <c>',
          file: 'content/a/interview.md',
          interview,
          isCurrent: true,
          editions: [edition],
          whole: undefined,
        },
      ],
      findings: findings.map((found) => ({ diagnostic: found, line: NASTY })),
      state: 'current',
      locale: 'zh-TW',
      ...source,
    },
    PREVIEW_LABELS['zh-TW'],
    (locale) => LABELS[locale],
  );
}

describe('the place of a finding', () => {
  it.each([
    [1, 'opening'],
    [9, 'opening'],
    [10, 'section-1'],
    [11, 'section-1'],
    [12, 'question-1'],
    [19, 'question-1'],
    [20, 'question-2'],
    [31, 'section-2'],
    [99, 'question-3'],
  ])('line %d stands in %s', (line, part) => {
    expect(partAtLine(interview, line)).toBe(part);
  });

  it.each([
    [
      'beside its part',
      { file: 'content/a/interview.md', line: 21 },
      'warning',
      { top: 0, rows: ['question-2'] },
    ],
    [
      'at the top and beside its part, an error',
      { file: 'content/a/interview.md', line: 21 },
      'error',
      { top: 1, rows: ['question-2'] },
    ],
    ['at the top, of another file', { file: 'content/press.yaml', line: 2 }, 'warning', { top: 1, rows: [] }],
    ['at the top, without a line', { file: 'content/a/interview.md' }, 'note', { top: 1, rows: [] }],
  ] as const)('is %s', (_, place, severity, expected) => {
    const view = viewOf([diagnostic({ place, severity })]);
    const rows = view.interviews.flatMap((one) =>
      one.rows.flatMap((row) => row.findings.map(() => row.part)),
    );
    expect({ top: view.findings.length, rows }).toEqual(expected);
  });

  it('is found from the head of the page: an error at the top, anything else beside its part', () => {
    const place = { file: 'content/a/interview.md', line: 21 };
    const view = viewOf([
      diagnostic({ place }),
      diagnostic({ place, severity: 'error' }),
      diagnostic({ severity: 'note' }),
    ]);
    expect(view.counts.map(({ text, href }) => [text, href])).toEqual([
      ['1 個錯誤', '#findings'],
      ['1 個警告', `#${encodeURIComponent('a"b <c>')}/question-2`],
      ['1 則提示', '#findings'],
    ]);
  });

  it('is at the top where the manuscript could not be read', () => {
    const view = viewOf([diagnostic({ place: { file: 'content/a/interview.md', line: 21 } })], {
      interviews: [
        {
          slug: 'a',
          file: 'content/a/interview.md',
          interview: undefined,
          isCurrent: false,
          editions: [],
          whole: undefined,
        },
      ],
    });
    expect(view.findings.length).toBe(1);
  });

  it.each([
    [1, '', '一', '二三'],
    [3, '一二', '三', ''],
    [4, '一二三', '', ''],
    [99, '一二三', '', ''],
  ])('points to column %d of its line', (column, before, mark, after) => {
    const found = diagnostic({ place: { file: 'x', line: 7, column } });
    const view = findingView({ diagnostic: found, line: '一二三' }, PREVIEW_LABELS['zh-TW']);
    expect(view.excerpt).toEqual({ number: 7, before, mark, after });
    expect(view.where).toBe(`x:7:${column}`);
  });

  it('shows of a long line what stands about the place', () => {
    const line = '字'.repeat(500);
    const found = diagnostic({ place: { file: 'x', line: 1, column: 250 } });
    const { excerpt } = findingView({ diagnostic: found, line }, PREVIEW_LABELS['zh-TW']);
    expect(excerpt?.before).toMatch(/^…字{36}$/);
    expect(excerpt?.after).toMatch(/^字{36}…$/);
  });
});

describe('the rows of a preview', () => {
  it('are the parts in order, each picture in every part that it shows, in order of its number', () => {
    const [one] = viewOf([]).interviews;
    const rows = one?.rows.map(({ part, cells }) => [
      part,
      cells.flatMap(({ slides, pages }) => [...slides, ...pages].map(({ href }) => href.split('/').at(-1))),
    ]);
    expect(rows).toEqual([
      ['opening', ['slide-1']],
      ['section-1', []],
      ['question-1', ['slide-2', 'page-9']],
      ['question-2', ['page-9', 'page-10']],
      ['section-2', []],
      ['question-3', ['page-10']],
      ['closing', []],
    ]);
    const changed = one?.rows
      .flatMap(({ cells }) => cells.flatMap(({ pages }) => pages))
      .filter(({ isChanged }) => isChanged);
    expect(new Set(changed?.map(({ number }) => number))).toEqual(new Set([9]));
  });

  it('are what the pictures know of an interview that was never read', () => {
    const edition = {
      locale: 'zh-TW' as const,
      manifest,
      changed: new Set<string>(),
      changedSlides: '',
      changedPages: '',
      deck: '',
    };
    const view = viewOf([], {
      interviews: [
        {
          slug: 'a',
          file: 'f',
          interview: undefined,
          isCurrent: false,
          editions: [edition],
          whole: undefined,
        },
      ],
    });
    expect(view.interviews[0]?.rows.map(({ label }) => label)).toEqual(['卷首', '問 1']);
  });
});

describe('the page', () => {
  const file = path.resolve(import.meta.dirname, '../../templates/preview.html.hbs');

  it.each(LOCALES)('is written with every value as it is, in the words of %s', (locale) => {
    const template = compileTemplate<PreviewPageView>(
      { file: 'preview.html.hbs', source: fs.readFileSync(file, 'utf8') },
      'html',
    );
    if (!template.ok) throw new Error(JSON.stringify(template.diagnostics));
    const view = viewOf([diagnostic({ place: { file: NASTY, line: 1, column: 3 } })]);
    const page = template.value({ ...view, labels: PREVIEW_LABELS[locale] });
    if (!page.ok) throw new Error(JSON.stringify(page.diagnostics));
    expect(page.value).not.toContain('<b>');
    expect(page.value).not.toContain('<c>');
    expect(page.value.match(/<script/g)).toEqual(['<script']);
    // A word with a place for a value has that place in every locale.
    for (const [name, words] of Object.entries(PREVIEW_LABELS[locale]))
      expect([name, words.match(/\{\w+\}/g)]).toEqual([
        name,
        PREVIEW_LABELS['zh-TW'][name as keyof typeof view.labels].match(/\{\w+\}/g),
      ]);
  });
});
