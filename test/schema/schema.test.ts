import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest } from '../../scripts/schema/nearest.ts';
import {
  choice,
  distinctList,
  list,
  matching,
  readYaml,
  record,
  text,
  textOr,
} from '../../scripts/schema/schema.ts';
import { parseYaml, writeYaml } from '../../scripts/schema/yaml.ts';
import { nastyText } from '../support/interviews.ts';

const SCHEMA = record(
  { title: text() },
  {
    who: textOr(record({ name: text() }, { role: text() })),
    quotes: list(text()),
    locales: distinctList(choice(['zh-TW', 'zh-CN'])),
    theme: matching(/^[a-z]+$/, 'a folder name'),
  },
);

/** Each fault as line:column, code and what of its message and hint matters. */
function faultsOf(source: string, firstLine?: number): readonly string[] {
  return readYaml(SCHEMA, source, 'f.yaml', firstLine).diagnostics.map(
    ({ place, code, message, hint }) => `${place?.line}:${place?.column} ${code} ${message} → ${hint}`,
  );
}

describe('a YAML file', () => {
  it('gives texts as they are written, each with its place', () => {
    const source = 'title: 9.10\nwho: {name: no, role: "0x1"}\nquotes: [a, ~b]\nlocales: [zh-CN]\n';
    expect(readYaml(SCHEMA, source, 'f.yaml', 2)).toEqual({
      ok: true,
      diagnostics: [],
      value: {
        title: { text: '9.10', at: { line: 2, column: 8 } },
        who: {
          name: { text: 'no', at: { line: 3, column: 13 } },
          role: { text: '0x1', at: { line: 3, column: 23 } },
        },
        quotes: [
          { text: 'a', at: { line: 4, column: 10 } },
          { text: '~b', at: { line: 4, column: 13 } },
        ],
        locales: ['zh-CN'],
      },
    });
  });

  it.each([
    ['title: a', 'a'],
    ['title: 甲\n  乙', '甲乙'],
    ['title: "甲\n  乙 to\n  B"', '甲乙to B'],
    ['title: |\n  甲\n  乙\n', '甲乙'],
    ['title: >\n  to\n  B\n', 'to B'],
    ['title: “甲”', '“甲”'],
    ['\ufefftitle: a\r\n', 'a'],
    ['title: a\nwho:\nquotes: ~\n', 'a'],
  ])('%j has the title %s', (source, title) => {
    expect(readYaml(SCHEMA, source, 'f.yaml')).toMatchObject({ ok: true, value: { title: { text: title } } });
  });

  it.each([
    ['', [/^1:1 schema\/missing-key .*title/]],
    ['# nothing', [/^1:1 schema\/missing-key .*title/]],
    ['title:', [/^1:1 schema\/missing-key .*title/]],
    ['title: ""', [/^1:8 schema\/empty/]],
    ['title: [a]', [/^1:8 schema\/wrong-type expected text/]],
    ['title: a\nquotes: b', [/^2:9 schema\/wrong-type expected a list/]],
    ['title: a\nquotes: [b, {c: d}]', [/^2:13 schema\/wrong-type expected text/]],
    ['- a', [/^1:1 schema\/wrong-type expected keys/]],
    ['title: a\nwho: [b]', [/^2:6 schema\/wrong-type expected keys.*name, role/]],
    [
      'title: a\nwho: {nam: b}',
      [/^2:6 schema\/missing-key .*name/, /^2:7 schema\/unknown-key .*is name → .*: name, role/],
    ],
    ['title: a\ntheme: ../b', [/^2:8 schema\/not-allowed expected a folder name/]],
    ['title: a\nlocales: [zh-tw]', [/^2:11 schema\/not-allowed zh-tw .* zh-TW → .*zh-TW, zh-CN/]],
    ['title: a\nlocales: []', [/^2:10 schema\/empty/]],
    ['title: a\nlocales: [zh-CN, zh-CN]', [/^2:18 schema\/repeated/]],
    [
      'title: a\nqoutes: [b]\nlocale: c\n__proto__: d\nconstructor: e\ntoString:',
      [/^2:1 .* quotes → /, /^3:1 .* locales → .*title, who, quotes, locales, theme/, /^4:1/, /^5:1/, /^6:1/],
    ],
  ])('%j is refused', (source, expected) => {
    expect(faultsOf(source)).toEqual(expected.map((pattern) => expect.stringMatching(pattern)));
  });

  it.each([
    ['title: a\ntitle: b', /^2:1 schema\/duplicate-key the key title/],
    ['title: a\nwho:\n\tname: b', /^3:1 schema\/syntax a tab/],
    ['title: "a\nwho: b', /^1:8 schema\/syntax a quotation mark/],
    ['title: "a\nwho: "b"', /^1:8 schema\/syntax a quotation mark/],
    ["title: 'a\nwho: b", /^1:8 schema\/syntax a quotation mark/],
    ['who: b\ntitle：a', /^2:1 schema\/syntax the key title/],
    ['title：a\nwho: b', /^1:1 schema\/syntax the key title/],
    ['title:甲', /^1:1 schema\/syntax the key title/],
    ['who: b\ntitle:甲\nquotes: [c]', /^2:1 schema\/syntax the key title/],
    ['title: 問: 答', /^1:8 schema\/syntax the value has a colon/],
    ['title: [a', /^1:10 schema\/syntax a bracket/],
    ['title: [專訪] a', /^1:13 schema\/syntax the value goes on/],
    ['title: *a', /^1:8 schema\/syntax \*a is an alias/],
    ['title: &a b', /^1:8 schema\/syntax &a is an anchor/],
    ['title: !a b', /^1:8 schema\/syntax !a is a tag/],
    ['title: !!int 1', /^1:8 schema\/syntax !!int is a tag/],
    ['title: @a', /^1:8 schema\/syntax a value cannot begin/],
    ['title: "\\q"', /^1:9 schema\/syntax the backslash/],
    ['title: a\nb', /^2:1 schema\/syntax this line has no key/],
    ['title: a\n---\ntitle: b', /^2:1 schema\/syntax a second document/],
    [`title: ${'['.repeat(5000)}`, /schema\/syntax .*too deeply/],
    ['? [a]\n: b', /^1:3 schema\/syntax a key must be a word/],
  ])('%j has one fault', (source, expected) => {
    expect(faultsOf(source)).toEqual([expect.stringMatching(expected)]);
  });

  it('never throws, and a fault always has a place in it', () => {
    const lines = fc.array(
      fc.oneof(nastyText, fc.constantFrom('title: a', 'who:', '  - b', '\tc', '"', '...')),
    );
    fc.assert(
      fc.property(lines, (source) => {
        for (const { place } of readYaml(SCHEMA, source.join('\n'), 'f.yaml').diagnostics) {
          expect(place?.line).toBeGreaterThanOrEqual(1);
          expect(place?.line).toBeLessThanOrEqual(source.length + 1);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('written is read as the same texts', () => {
    fc.assert(
      fc.property(nastyText, fc.array(nastyText, { minLength: 1 }), (title, quotes) => {
        const read = readYaml(SCHEMA, writeYaml({ title, quotes }), 'f.yaml');
        expect(read.ok && [read.value.title.text, read.value.quotes?.map((quote) => quote.text)]).toEqual([
          title,
          quotes,
        ]);
      }),
      { numRuns: 500 },
    );
  });
});

it('an empty document has no tree', () => {
  expect(parseYaml('# only a remark', 'f.yaml')).toEqual({ ok: true, value: undefined, diagnostics: [] });
});

describe('the nearest word', () => {
  it.each([
    ['tilte', 'title'],
    ['Subtitle', 'subtitle'],
    ['auotes', 'quotes'],
    ['xyz', 'title'],
    ['', 'title'],
  ])('to %j is %s', (word, expected) => {
    expect(nearest(word, ['title', 'subtitle', 'quotes'])).toBe(expected);
  });

  it('to a known word is itself', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1 }), {
          minLength: 1,
          comparator: (a, b) => a.toLowerCase() === b.toLowerCase(),
        }),
        (known) => {
          for (const word of known) expect(nearest(word, known)).toBe(word);
        },
      ),
    );
  });
});
