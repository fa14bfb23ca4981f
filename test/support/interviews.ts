// Interviews with the nastiest text that a manuscript can hold, and the same without positions for comparison.

import fc from 'fast-check';
import { mergeMarks } from '../../scripts/manuscript/words.ts';
import type {
  Exchange,
  Figure,
  Insert,
  Interview,
  Mark,
  Person,
  Portrait,
  Section,
  Text,
  Turn,
} from '../../scripts/model/interview.ts';

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

type RoughMark =
  | { readonly kind: 'strong' | 'emphasis' | 'code' }
  | { readonly kind: 'link'; readonly url: string }
  | { readonly kind: 'note'; readonly note: Text };

const looks: fc.Arbitrary<RoughMark> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('strong', 'emphasis', 'code').map((kind) => ({ kind }) as const) },
  fc
    .webUrl({ withFragments: true, withQueryParameters: true })
    .map((url) => ({ kind: 'link', url }) as const),
  fc
    .constantFrom('mailto:a@b.c', 'https://a.b/<c>(d)&amp;[^1]')
    .map((url) => ({ kind: 'link', url }) as const),
);

/** Text with any marks that a manuscript can give it. */
export const markedText: fc.Arbitrary<Text> = withMarks(looks);

const noted: fc.Arbitrary<Text> = withMarks(
  fc.oneof(
    { weight: 3, arbitrary: looks },
    markedText.map((note) => ({ kind: 'note', note }) as const),
  ),
);

function withMarks(rough: fc.Arbitrary<RoughMark>): fc.Arbitrary<Text> {
  const stretch = fc.tuple(fc.nat(20), fc.nat(20), rough);
  const marked = fc.tuple(nastyText, fc.array(stretch, { maxLength: 3 })).map(([words, stretches]): Text => {
    const marks = stretches.flatMap(([one, other, mark]) =>
      fitted(words, Math.min(one, other), Math.max(one, other), mark),
    );
    const links = marks.filter(({ kind }) => kind === 'link');
    const apart = marks.filter((mark) => mark.kind !== 'link' || mark === links[0]);
    const merged = mergeMarks(apart, words).filter(isUncut);
    return { text: words, ...(merged.length > 0 && { marks: merged }) };
  });
  return fc.oneof({ weight: 2, arbitrary: text }, { weight: 1, arbitrary: marked });
}

/** Bold and emphasis that begin inside one another and end outside cannot be told in Markdown side by side. */
function isUncut(mark: Mark, _: number, marks: readonly Mark[]): boolean {
  const cuts = (one: Mark, other: Mark): boolean =>
    one.start < other.start && other.start < one.end && one.end < other.end;
  const others = marks.filter(({ kind }) => kind === 'strong');
  return mark.kind !== 'emphasis' || !others.some((other) => cuts(mark, other) || cuts(other, mark));
}

/** The mark where it can stand: around words, not white space, and not through a character. */
function fitted(words: string, from: number, to: number, mark: RoughMark): readonly Mark[] {
  const edge = (at: number): number => [...words].slice(0, at).join('').length;
  let [start, end] = [edge(from), edge(to)];
  while (end > 0 && /\s/u.test(words[end - 1] ?? '')) end -= 1;
  if (mark.kind === 'note') return [{ ...mark, start: end, end }];
  while (start < end && /\s/u.test(words[start] ?? '')) start += 1;
  return start < end ? [{ ...mark, start, end }] : [];
}

const person: fc.Arbitrary<Person> = optional({ name: nastyText }, { role: nastyText });

const file = fc
  .array(fc.constantFrom('a', 'b c', '圖', '%41', '(1)', '<', '"', '&amp;', '#', '[^1]'), {
    minLength: 1,
    maxLength: 3,
  })
  .map((parts) => `${parts.join('')}.jpg`);

const portrait: fc.Arbitrary<Portrait> = optional({ file }, { credit: text });

const plainWords: fc.Arbitrary<Text> = nastyText.map((words) => ({ text: words.trim() }));

const figure: fc.Arbitrary<Figure> = optional(
  {
    file: fc.oneof(
      file,
      file.map((name) => `figures/${name}`),
    ),
    description: plainWords,
  },
  { caption: plainWords },
);

const insert: fc.Arbitrary<Insert> = fc.oneof(
  fc.record({ kind: fc.constant('figure' as const), before: fc.nat(2), figure }),
  fc.record({ kind: fc.constant('side-head' as const), before: fc.nat(1), text: noted }),
);

/** A turn with figures anywhere and side heads above paragraphs. */
function withInserts(turn: Turn): fc.Arbitrary<Turn> {
  const { length } = turn.paragraphs;
  return fc.array(insert, { maxLength: 2 }).map((some) => {
    const inserts = some
      .filter(({ kind, before }) => before < length || (kind === 'figure' && before === length))
      .sort((one, other) => one.before - other.before);
    return { ...turn, ...(inserts.length > 0 && { inserts }) };
  });
}

/** Any interview that a manuscript can tell: with questions and answers, and no speaker named 答 or as the interviewee. */
export const anyInterview: fc.Arbitrary<Interview> = optional(
  { title: text, lead: fc.array(noted, { maxLength: 2 }), quotes: fc.constant([]) },
  {
    subtitle: text,
    interviewer: person,
    interviewee: person,
    portrait,
    source: text,
    date: text,
    blurb: text,
    pullQuotes: fc.constantFrom('chosen' as const, 'own' as const),
    link: fc
      .webUrl()
      .map((address) => new URL(address).href)
      .filter(({ length }) => length <= 200),
    summary: fc.constantFrom('edited' as const, 'drafted' as const),
    minutes: fc.oneof(
      fc.integer({ min: 1, max: 1440 }),
      fc.integer({ min: 4, max: 5760 }).map((n) => n / 4),
    ),
  },
).chain((head) => {
  const speaker = nastyText.filter((name) => name !== '答' && name !== head.interviewee?.name);
  const turn: fc.Arbitrary<Turn> = optional({ paragraphs: some(noted) }, { speaker }).chain(withInserts);
  const exchange: fc.Arbitrary<Exchange> = optional(
    { question: noted, points: fc.array(text, { maxLength: 3 }), answer: some(turn) },
    { takeaway: markedText },
  );
  const section: fc.Arbitrary<Section> = optional(
    { title: markedText, exchanges: some(exchange) },
    { kicker: markedText },
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
  const quote = fc.constantFrom(...said.map(({ text: words }): Text => ({ text: words })));
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
