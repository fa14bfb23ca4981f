// Interviews with the nastiest text that a manuscript can hold, and the same without positions for comparison.

import fc from 'fast-check';
import type { Exchange, Interview, Person, Section, Text, Turn } from '../../scripts/model/interview.ts';

const NASTY = [
  ...'*_`#>-+~|<&\\[](){}!:=^"\'@%$.,;/?',
  ...'，。、；：？！「」『』“”‘’（）《》｜　…—·',
  ...[
    '**',
    '__',
    '~~',
    '---',
    '- ',
    '+ ',
    '* ',
    '> ',
    '# ',
    '## ',
    '1. ',
    '2) ',
    '```',
    '~~~',
    '- - -',
    '***',
    '===',
  ],
  ...[
    '&amp;',
    '&#35;',
    '&lt',
    '<b>',
    '</b>',
    '<!--',
    '-->',
    '<https://a.b>',
    'https://a.b/c_d?e=f&g#h',
    'a@b.c',
  ],
  ...['[a](b)', '![a](b)', '[a]: b', '[^1]', '[^1]: b', '[ ] ', '\\*', '\\\\', '\t', ' ', '  ', '\u00a0'],
  ...[
    '**甲：**',
    '**甲**：',
    '答：',
    '問',
    '王仲遠',
    '大模型',
    '9.11',
    '3—5年',
    'to B',
    'snake_case',
    '𠮷',
    '👍🏽',
    'é',
  ],
  ...[
    'null',
    'true',
    '~',
    '0x1',
    '1e3',
    '2024-02-01',
    'key: value',
    ' #',
    '{a: b}',
    '!tag',
    '&anchor',
    '*alias',
    '%',
  ],
];

/** One line of text with something in it, of fragments that Markdown, YAML or the house's own marks could misread. */
export const nastyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...NASTY) },
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((fragments) => fragments.join('').replace(/[\0\n\r]/g, ''))
  // A manuscript refuses characters that nobody sees.
  .map((text) => text.replace(/[\ufeff\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Cc}/gu, ''))
  .filter((text) => text.trim() !== '');

const text: fc.Arbitrary<Text> = nastyText.map((words) => ({ text: words }));

const person: fc.Arbitrary<Person> = optional({ name: nastyText }, { role: nastyText });

/** Any interview that a manuscript can tell: with questions and answers, and no speaker named 答 or as the interviewee. */
export const anyInterview: fc.Arbitrary<Interview> = optional(
  { title: text, lead: fc.array(text, { maxLength: 2 }), quotes: fc.constant([]) },
  {
    subtitle: text,
    interviewer: person,
    interviewee: person,
    source: text,
    date: text,
    blurb: text,
    pullQuotes: fc.constantFrom('chosen' as const, 'own' as const),
    link: fc
      .webUrl()
      .map((address) => new URL(address).href)
      .filter(({ length }) => length <= 200),
    summary: fc.constantFrom('edited' as const, 'drafted' as const),
  },
).chain((head) => {
  const speaker = nastyText.filter((name) => name !== '答' && name !== head.interviewee?.name);
  const turn: fc.Arbitrary<Turn> = optional({ paragraphs: some(text) }, { speaker });
  const exchange: fc.Arbitrary<Exchange> = optional(
    { question: text, points: fc.array(text, { maxLength: 3 }), answer: some(turn) },
    { takeaway: text },
  );
  const section: fc.Arbitrary<Section> = optional(
    { title: text, exchanges: some(exchange) },
    { kicker: text },
  );
  return some(section).chain((sections) => withQuotes({ ...head, sections }));
});

/** Closing words and quotes taken from the answers. */
function withQuotes(interview: Interview): fc.Arbitrary<Interview> {
  const said = interview.sections
    .flatMap(({ exchanges }) => exchanges.flatMap(({ answer }) => answer))
    .flatMap(({ paragraphs }) => paragraphs)
    .filter((words) => /[^\s\p{P}]/u.test(words.text));
  if (said.length === 0) return fc.constant(interview);
  const quote = fc.constantFrom(...said);
  return optional({ quotes: fc.array(quote, { maxLength: 2 }) }, { closing: quote }).map((quoted) => ({
    ...interview,
    ...quoted,
  }));
}

function some<T>(item: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.array(item, { minLength: 1, maxLength: 2 });
}

/** A record of which the `rest` may be left out. */
function optional<R extends object, O extends object>(
  required: { [K in keyof R]: fc.Arbitrary<R[K]> },
  rest: { [K in keyof O]: fc.Arbitrary<O[K]> },
): fc.Arbitrary<R & Partial<O>> {
  return fc
    .tuple(fc.record<R>(required), fc.record<O, never>(rest, { requiredKeys: [] }))
    .map(([given, more]) => ({ ...given, ...more }) as R & Partial<O>);
}

/** The same value without the positions in it. */
export function withoutPositions<T>(value: T): T {
  return JSON.parse(JSON.stringify(value, (key, part: unknown) => (key === 'at' ? undefined : part))) as T;
}
