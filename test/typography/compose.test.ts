import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Locale } from '../../scripts/model/locale.ts';
import { LOCALES } from '../../scripts/model/locale.ts';
import { KINSOKU, type Kinsoku } from '../../scripts/model/settings.ts';
import { endsLine, passes, startsLine } from '../../scripts/typography/breaks.ts';
import type { CellRules, TextRun } from '../../scripts/typography/cells.ts';
import { composeParagraph } from '../../scripts/typography/compose.ts';
import type { ParagraphStyle, Piece } from '../../scripts/typography/line.ts';

/** Every character of Chinese an em wide, every other half of one. */
function rulesFor(
  locale: Locale,
  kinsoku: Kinsoku = 'basic',
  unbreakable: readonly string[] = [],
): CellRules {
  const measure = (text: string) =>
    [...text].reduce((sum, each) => sum + (/[\p{ASCII}·]/u.test(each) ? 0.5 : 1), 0);
  return { locale, kinsoku, unbreakable, measure };
}

const STYLE: ParagraphStyle = { measure: 10, indent: 0, openingMark: 'half' };

const plain = (text: string): readonly TextRun[] => [{ text, mark: null }];

function compose(
  text: string,
  locale: Locale = 'zh-TW',
  style: Partial<ParagraphStyle> = {},
): readonly Piece[] {
  return composeParagraph(plain(text), { ...STYLE, ...style }, rulesFor(locale));
}

/** Texts of the lines. */
function linesOf(pieces: readonly Piece[]): readonly string[] {
  const lines = [''];
  for (const piece of pieces) {
    if (typeof piece === 'boolean') lines.push('');
    else if (typeof piece !== 'number')
      lines[lines.length - 1] += typeof piece === 'string' ? piece : 'text' in piece ? piece.text : '';
  }
  return lines;
}

/** Pieces as a reader of the test can follow them: white in brackets, lines apart. */
function show(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => {
      if (typeof piece === 'number') return `[${piece}]`;
      if (typeof piece === 'boolean') return piece ? '|' : '/';
      if (typeof piece === 'string') return piece;
      return 'text' in piece ? `<${piece.text}>` : '-';
    })
    .join('');
}

describe('white beside marks', () => {
  it.each<[string, Locale, string]>([
    ['他說，「好」。', 'zh-TW', '他說，[-500]「好」[-500]。'],
    ['他說，“好”。', 'zh-CN', '他說，[-500]“好”[-500]。'],
    ['他說「好。」了', 'zh-TW', '他說「好[-250]。[-250]」了'],
    ['他說“好。”了', 'zh-CN', '他說“好。[-500]”了'],
    ['「智源」）；是', 'zh-TW', '[-500]「智源」[-500]）[-500]；是'],
    ['嗎？！好', 'zh-TW', '嗎？！好'],
    ['吗？！好', 'zh-CN', '吗？[-500]！好'],
    ['用AI做', 'zh-TW', '用[250]AI[250]做'],
    ['占30%的', 'zh-TW', '占[250]30%[250]的'],
    ['好，AI。', 'zh-TW', '好，AI。'],
    ['約１００公尺', 'zh-TW', '約１００公尺'],
    ['約翰·史密斯', 'zh-TW', '約翰·史密斯'],
  ])('%s in %s', (text, locale, expected) => expect(show(compose(text, locale))).toBe(expected));

  it('before the first character is as the house has it', () => {
    expect(show(compose('「好」了', 'zh-TW', { openingMark: 'full' }))).toBe('[1]「好」了');
    expect(show(compose('「好」了', 'zh-TW', { openingMark: 'half' }))).toBe('[-500]「好」了');
  });
});

describe('words longer than a line', () => {
  it.each<[string, string]>([
    // Sixteen letters are eight ems, and the hyphen takes a third of one.
    ['pneumonoultramicroscopicsilico', 'pneumonoultramic-/roscopicsilico'],
    ['一二三pneumonoultramicroscopic', '一二三[250]pneumonoultr-/amicroscopic'],
    ['https://example.org/abcdefghijklm', 'https://example.org//abcdefghijklm'],
    ['state-of-the-art-of-everything-x', 'state-of-the-art-of-/everything-x'],
    ['1234567890123456789012345', '12345678901234567890|12345'],
  ])(
    '%s end a line with a hyphen that is not of the text, but for addresses and figures',
    (text, expected) => {
      expect(show(compose(text))).toBe(expected);
      expect(linesOf(compose(text)).join('')).toBe(text);
    },
  );

  it('are as they stand where they are code', () => {
    const code = { strong: false, emphasis: false, code: true };
    const pieces = composeParagraph(
      [{ text: 'pneumonoultramicroscopicsilico', mark: code }],
      STYLE,
      rulesFor('zh-TW'),
    );
    expect(pieces.some((piece) => typeof piece === 'object' && 'hyphen' in piece)).toBe(false);
  });
});

describe('marks of English words', () => {
  const english = { strong: false, emphasis: false, code: false, english: true };
  /** Each that stands between bars is one. */
  const runs = (text: string): readonly TextRun[] =>
    text.split('|').map((part, index) => ({ text: part, mark: index % 2 === 1 ? english : null }));
  const measure: CellRules['measure'] = (text, _, __, isProportional = false) =>
    isProportional ? 0.4 * text.length : rulesFor('zh-TW').measure(text, 'Latn', 'regular');
  const composed = (text: string, locale: Locale = 'zh-CN') =>
    composeParagraph(runs(text), { ...STYLE, measure: 12 }, { ...rulesFor(locale), measure });

  it('have the width of Latin ones, and no white that could be cut', () => {
    expect(show(composed('好 said, |“|I don|’|t|”| and'))).toBe('好 said, <“>I don<’>t<”> and');
    expect(show(composed('“好”。|“‘|I|’”| said'))).toBe('[-500]“好”[-500]。<“‘>I<’”> said');
    expect(linesOf(composed('一二三四五六七八九|“|abc|”'))).toHaveLength(1);
    expect(linesOf(composed('一二三四五六七八九十|“|abc|”'))).toHaveLength(2);
  });

  it('stay on the line of the words that they are put to', () => {
    for (let length = 1; length < 12; length++) {
      const lines = linesOf(composed(`${'甲'.repeat(length)} |“|yes|’|s|”| ok 乙丙丁戊`));
      expect(lines.some((line) => line.includes('“yes’s”'))).toBe(true);
    }
  });
});

describe('lines', () => {
  it.each<[string, readonly string[]]>([
    // Eleven characters and a mark: the mark is drawn in, or a character goes with it.
    ['一二三四五六七八九十，甲乙', ['一二三四五六七八九', '十，甲乙']],
    ['一二三四五六七八九，甲乙丙', ['一二三四五六七八九，', '甲乙丙']],
    ['一二三四五六七八九「甲乙」丙', ['一二三四五六七八九', '「甲乙」丙']],
    ['一二三四五六七八九——甲乙丙', ['一二三四五六七八九', '——甲乙丙']],
    ['一二三四五六七八——甲乙丙', ['一二三四五六七八——', '甲乙丙']],
    ['一二三四五六七八3—5年甲乙', ['一二三四五六七八', '3—5年甲乙']],
    ['一二三四五六886-2-2345-6789', ['一二三四五六', '886-2-2345-6789']],
    ['一二三四五六七八九·甲乙丙', ['一二三四五六七八九·', '甲乙丙']],
    ['一二三四五六七八九十·甲乙', ['一二三四五六七八九', '十·甲乙']],
    ['一二三四五六七八九十甲。', ['一二三四五六七八九', '十甲。']],
    ['一二三四五六七Transform的', ['一二三四五六七', 'Transform的']],
  ])('%s', (text, expected) => expect(linesOf(compose(text))).toEqual(expected));

  it('keep a term whole where they can', () => {
    const rules = rulesFor('zh-TW', 'basic', ['王仲遠']);
    const text = plain('一二三四五六七八九十一二三四五六七八王仲遠說了很多的話');
    expect(linesOf(composeParagraph(text, { ...STYLE, measure: 20 }, rules))[0]).toMatch(/八$/u);
    expect(linesOf(composeParagraph(text, { ...STYLE, measure: 20 }, rulesFor('zh-TW')))[0]).toMatch(/仲$/u);
  });

  it('are ragged where most is Latin', () => {
    const pieces = compose('Common Crawl has no clearance, and all of that is grey, 大家 say so and go.');
    expect(pieces.filter((piece) => typeof piece === 'boolean').every((fills) => !fills)).toBe(true);
  });

  it('have room for the call of a note of three figures', () => {
    const note = { strong: false, emphasis: false, code: false, english: false };
    const runs = (text: string): readonly TextRun[] => [
      { text, mark: null },
      { text: '', mark: note },
      { text: '丙丁', mark: null },
    ];
    const lines = (text: string) => linesOf(composeParagraph(runs(text), STYLE, rulesFor('zh-TW')));
    // A figure at six tenths of the size is a third of an em wide.
    expect(lines('一二三四五六')).toEqual(['一二三四五六丙丁']);
    expect(lines('一二三四五六七')).toHaveLength(2);
  });

  it('carry marks of runs, each piece that of its own', () => {
    const plainMark = { strong: false, emphasis: false, code: false, english: false };
    const strong = { ...plainMark, strong: true };
    const pieces = composeParagraph(
      [
        { text: '一二三四五六', mark: null },
        { text: '七八九十甲乙', mark: strong },
        { text: '', mark: plainMark },
        { text: '丙丁', mark: null },
      ],
      STYLE,
      rulesFor('zh-TW'),
    );
    expect(pieces.filter((piece) => typeof piece === 'object')).toEqual([
      { text: '七八九十', mark: strong },
      { text: '甲乙', mark: strong },
      { text: '', mark: plainMark },
    ]);
  });
});

describe('any paragraph', () => {
  const character = fc.constantFrom(
    ...'大模型的迭代需要，。、：；！？「」『』（）《》“”—…·3510年月%abXY -/~～',
  );
  const text = fc.string({ unit: character, minLength: 1, maxLength: 150 }).map((value) => value.trim());
  const settings = fc.record({
    locale: fc.constantFrom(...LOCALES),
    kinsoku: fc.constantFrom(...KINSOKU),
    openingMark: fc.constantFrom('half' as const, 'full' as const),
  });

  it('loses nothing', () => {
    fc.assert(
      fc.property(text, settings, (value, { locale, kinsoku, openingMark }) => {
        const pieces = composeParagraph(plain(value), { ...STYLE, openingMark }, rulesFor(locale, kinsoku));
        expect(linesOf(pieces).join('')).toBe(value);
      }),
    );
  });

  it('has no line that begins or ends as it must not', () => {
    fc.assert(
      fc.property(text, settings, (value, { locale, kinsoku, openingMark }) => {
        const pieces = composeParagraph(plain(value), { ...STYLE, openingMark }, rulesFor(locale, kinsoku));
        const lines = linesOf(pieces);
        for (const line of lines.slice(1))
          expect(passes(startsLine([...line][0] ?? '', locale), kinsoku)).toBe(true);
        for (const line of lines.slice(0, -1))
          expect(passes(endsLine([...line.trimEnd()].at(-1) ?? '', locale), kinsoku)).toBe(true);
      }),
    );
  });

  it('of Chinese fills its lines and no more', () => {
    const chinese = fc.string({
      unit: fc.constantFrom(...'大模型的迭代需要，。「」'),
      minLength: 1,
      maxLength: 120,
    });
    fc.assert(
      fc.property(chinese, settings, (value, { locale }) => {
        const usual = value.replace(/[，。「」]{2,}/gu, '，');
        const pieces = composeParagraph(plain(usual), STYLE, rulesFor(locale));
        const lines: Piece[][] = [[]];
        for (const piece of pieces) {
          lines.at(-1)?.push(piece);
          if (typeof piece === 'boolean') lines.push([]);
        }
        for (const line of lines) {
          const opens =
            /^[「]/u.test(String(line.find((piece) => typeof piece === 'string') ?? '')) && line !== lines[0];
          const width = line.reduce<number>(
            (sum, piece) => {
              if (typeof piece === 'number') return sum + piece / 1000;
              return sum + (typeof piece === 'string' ? [...piece].length : 0);
            },
            opens ? -0.5 : 0,
          );
          expect(width).toBeLessThanOrEqual(10.0001);
        }
      }),
    );
  });
});

describe('a paragraph that is to have a line more or less', () => {
  const sentence = '大模型的迭代需要持續性投入，百模大戰顯然不利於基礎大模型發展，會造成資源分散。';
  const list = '甲、乙丙，丁、戊己、庚，';
  const texts = Array.from({ length: 60 }, (_, index) => {
    return (index % 2 ? sentence.repeat(4 + (index % 5)) : list.repeat(30)).slice(index);
  });
  const set = (text: string, more?: number) =>
    linesOf(compose(text, 'zh-TW', { measure: 28, ...(more !== undefined && { more }) }));

  it.each([1, -1])('has it, %i, where its lines hardly show it, and else stays as it is', (more) => {
    const changes = texts.map((text) => {
      const best = set(text);
      const changed = set(text, more);
      expect(changed.join('')).toBe(text);
      if (changed.length === best.length) expect(changed).toEqual(best);
      return changed.length - best.length;
    });
    expect(new Set(changes)).toEqual(new Set([0, more]));
  });

  it('stays as it is where it would have to have three', () => {
    for (const text of texts.slice(0, 5)) expect(set(text, 3)).toEqual(set(text));
  });
});
