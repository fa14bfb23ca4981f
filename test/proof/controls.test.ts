// Negative controls: for every rule pages that break it, which the proof must catch. Beside each stands the same page
// without the fault, which must pass, so that a rule that always cries is found out too.

import { describe, expect, it } from 'vitest';
import { withLanguage } from '../../scripts/booklet/language.ts';
import { familiesOf } from '../../scripts/fonts/faces.ts';
import type { Edition } from '../../scripts/model/edition.ts';
import type { Locale } from '../../scripts/model/locale.ts';
import { type Breach, proofPages } from '../../scripts/proof/proof.ts';
import { LINE_RULES } from '../../scripts/proof/rules.ts';
import { realEdition } from '../support/edition.ts';
import { succeeded, world } from '../support/world.ts';

interface Page {
  /** Typst, in lines of ten characters. */
  readonly source: string;
  readonly locale?: Locale;
  /** What the edition says, where that is not the point. */
  readonly lead?: readonly string[];
  readonly questions?: readonly (readonly [question: string, answer: string])[];
  readonly fonts?: Locale;
  readonly title?: string;
  readonly height?: string;
  readonly openingMark?: 'half' | 'full';
}

async function codesOf(page: Page): Promise<readonly string[]> {
  return [...new Set((await breachesOf(page)).map(({ code }) => code))];
}

let count = 0;

async function breachesOf(page: Page): Promise<readonly Breach[]> {
  const { locale = 'zh-TW', lead = [], questions = [], height = '300pt', title = '題' } = page;
  const { serif, sans } = familiesOf(page.fonts ?? locale);
  const [lang, region] = locale.split('-');
  // A name of its own: Typst 0.14 reads a source wrongly that it has seen in another wording.
  count += 1;
  const main = `control-${count}.typ`;
  const source = `
#set document(title: ${JSON.stringify(title)}, date: none)
#set page(width: 140pt, height: ${height}, margin: 20pt, numbering: "1", footer: none)
#set text(font: ${JSON.stringify(serif.name)}, fallback: false, size: 10pt, lang: "${lang}", region: "${region}", top-edge: 0.88em, bottom-edge: -0.12em, cjk-latin-spacing: none, overhang: false, costs: (widow: 0%, orphan: 0%))
#set smartquote(enabled: false)
#set par(leading: 7pt, spacing: 7pt, justify: false, linebreaks: "simple")
#show heading: set text(size: 10pt, weight: 400)
#show heading: set block(above: 7pt, below: 7pt, sticky: false)
#let on = linebreak(justify: true)
#heading(outlined: true, bookmarked: true)[#"題"]
${page.source}
`;
  const made = succeeded(
    await world.typeset({
      main,
      files: { [main]: source },
      fonts: [...serif.faces, ...sans.faces].map(({ file }) => file),
      query: '<none>',
    }),
  );
  const whole = realEdition(locale);
  const edition: Edition = {
    ...whole,
    interview: {
      title: { text: '題' },
      quotes: [],
      lead: lead.map((text) => ({ text })),
      sections:
        questions.length === 0
          ? []
          : [
              {
                title: { text: '題' },
                exchanges: questions.map(([question, answer]) => ({
                  question: { text: question },
                  points: [],
                  answer: [{ paragraphs: [{ text: answer }] }],
                })),
              },
            ],
    },
  };
  const pdf = withLanguage(made.pdf, whole.language);
  return proofPages(pdf, edition, { openingMark: page.openingMark ?? 'half' });
}

const FILL = '大模型的迭代需要持續';
const text = (value: string): string => `#${JSON.stringify(value)}`;
const lines = (...each: readonly string[]): string => each.map(text).join('#on');

interface Control {
  readonly code: string;
  readonly bad: Page;
  readonly good: Page;
}

const CONTROLS: readonly Control[] = [
  ...['，', '」', '·', '～', '／'].map((mark) => ({
    code: 'line-start',
    bad: { source: lines(FILL, `${mark}以後的事情就是`) },
    good: { source: lines(FILL, `以後${mark}的事情就是`) },
  })),
  ...['「', '（'].map((mark) => ({
    code: 'line-end',
    bad: { source: lines(`模型的迭代需要持${mark}`, '以後的事情就是') },
    good: { source: lines(FILL, '以後的事情就是') },
  })),
  {
    code: 'line-end-gb',
    bad: { source: lines('模型的迭代需要持/', '以後的事情就是') },
    good: { source: lines('模型的迭代需/要持', '以後的事情就是') },
  },
  ...['——', '……'].map((mark) => ({
    code: 'line-start-strict',
    bad: { source: lines(FILL, `${mark}以後的事情`) },
    good: { source: lines(FILL, `以後${mark}的事情`) },
  })),
  ...['—', '…'].map((mark) => ({
    code: 'split-mark',
    bad: { source: lines(`模型的迭代需要持${mark}`, `${mark}以後的事情`) },
    good: { source: lines(`模型的迭代需要${mark}${mark}`, '以後的事情') },
  })),
  {
    code: 'split-figure',
    bad: { source: lines('模型的迭代需要3—', '5年以後的事情') },
    good: { source: lines('模型的迭代需要', '5年以後的事情') },
  },
  {
    code: 'split-figure',
    bad: { source: lines('模型的迭代需要35', '歲以後的事情') },
    good: {
      source: lines('模型的迭代需要', '35歲以後的事情').replace(
        '35歲',
        '35#h(0.25em)歲'.replace('#h(0.25em)', '"+h(0.25em)+"'),
      ),
    },
  },
  {
    code: 'split-word',
    bad: { source: lines('模型的迭代要Trans', 'former以後的事') },
    good: { source: lines('模型的迭代要。Trans ', 'former。以後的事') },
  },
  ...['」，', '），', '」「', '，「', '。」'].map((marks) => ({
    code: 'adjacent-marks',
    bad: { source: text(`大模${marks}型的迭代`) },
    good: {
      source:
        marks === '。」'
          ? '#"大模"#h(-0.25em)#"。"#h(-0.25em)#"」型的迭代"'
          : `#"大模${marks.charAt(0)}"#h(-0.5em)#"${marks.charAt(1)}型的迭代"`,
    },
  })),
  {
    code: 'uneven-squeeze',
    bad: { source: '#"大模型"#h(-0.2em)#"，的迭代"' },
    good: { source: '#"大模型"#h(-0.2em)#"，"#h(-0.2em)#"的迭代"' },
  },
  {
    code: 'mark-at-line-end',
    bad: { source: lines(FILL, '模型的迭代需要持續，', FILL, '以後') },
    good: {
      source: `${lines(FILL)}#on#"大模型的迭代需要持"#h(-0.25em)#"，"#h(-0.3em)#on${lines(FILL, '以後')}`,
    },
  },
  {
    code: 'mark-at-line-start',
    bad: { source: `${lines(FILL, FILL)}#on#h(0.001pt)#"「持續」的事情"` },
    good: { source: `${lines(FILL, FILL)}#on#h(-0.5em)#"「持續」的事情"` },
  },
  {
    code: 'latin-gap',
    bad: { source: text('大模型AI的迭代') },
    good: { source: '#"大模型"#h(0.25em)#"AI"#h(0.25em)#"的迭代"' },
  },
  {
    code: 'latin-gap',
    bad: { source: '#"大模型"#h(0.5em)#"AI"#h(0.25em)#"的迭代"' },
    good: { source: '#"大模型"#h(0.25em)#"AI"#h(0.25em)#"的迭代"' },
  },
  {
    code: 'gap-beside-mark',
    bad: { source: '#"大模型，"#h(0.25em)#"AI，迭代"' },
    good: { source: text('大模型，AI，迭代') },
  },
  {
    code: 'loose-line',
    bad: { source: lines('大模型的迭代', '以後的事情') },
    good: { source: lines(FILL, '以後的事情') },
  },
  {
    code: 'single-character',
    bad: { source: lines(FILL, '續。'), lead: [`${FILL}續。`] },
    good: { source: lines(FILL, '持續。'), lead: [`${FILL}持續。`] },
  },
  {
    code: 'line-alone',
    bad: {
      source: `#block(height: 23pt)\n${lines(FILL, FILL, FILL)}`,
      lead: [FILL.repeat(3)],
      height: '100pt',
    },
    good: { source: lines(FILL, FILL, FILL), lead: [FILL.repeat(3)] },
  },
  {
    code: 'line-alone',
    bad: { source: lines(FILL, FILL, FILL, FILL), lead: [FILL.repeat(4)], height: '108pt' },
    good: { source: lines(FILL, FILL, FILL, FILL), lead: [FILL.repeat(4)] },
  },
  {
    code: 'heading-at-foot',
    bad: {
      source: `#heading(level: 2)[${text('何時？')}]\n#pagebreak()\n${text('明年。')}`,
      questions: [['何時？', '明年。']],
    },
    good: {
      source: `#heading(level: 2)[${text('何時？')}]\n\n${text('明年。')}`,
      questions: [['何時？', '明年。']],
    },
  },
  {
    code: 'grid',
    bad: { source: `${lines(FILL, FILL, FILL)}\n#v(3pt)\n${text(FILL)}`, lead: [FILL.repeat(3), FILL] },
    good: { source: `${lines(FILL, FILL, FILL)}\n\n${text(FILL)}`, lead: [FILL.repeat(3), FILL] },
  },
  {
    code: 'opening-mark',
    bad: { source: `#h(2em)#"「持續的事情」"#linebreak()${text('以後')}`, lead: ['「持續的事情」以後'] },
    good: { source: `#h(1.5em)#"「持續的事情」"#linebreak()${text('以後')}`, lead: ['「持續的事情」以後'] },
  },
  {
    code: 'opening-mark',
    bad: {
      source: `#h(1.5em)#"「持續的事情」"#linebreak()${text('以後')}`,
      lead: ['「持續的事情」以後'],
      openingMark: 'full',
    },
    good: {
      source: `#h(2em)#"「持續的事情」"#linebreak()${text('以後')}`,
      lead: ['「持續的事情」以後'],
      openingMark: 'full',
    },
  },
  {
    code: 'text',
    bad: { source: text('大模型的遞代'), lead: ['大模型的迭代'] },
    good: { source: text('大模型的迭代'), lead: ['大模型的迭代'] },
  },
  {
    code: 'lookalike',
    bad: { source: text('⼈工智能') },
    good: { source: text('人工智能') },
  },
  {
    code: 'font',
    bad: { source: text('大模型'), fonts: 'zh-CN' },
    good: { source: text('大模型') },
  },
  {
    code: 'document',
    bad: { source: text('大模型'), title: '另一題' },
    good: { source: text('大模型') },
  },
];

describe('the proof', () => {
  it.each(CONTROLS.map((control, index) => ({ ...control, index })))(
    'catches $code ($index) and nothing where it is put right',
    async ({ code, bad, good }) => {
      expect(await codesOf(bad)).toContain(code);
      expect((await breachesOf(good)).filter((breach) => breach.code === code)).toEqual([]);
    },
  );

  it('has a control for every rule of a line', () => {
    const controlled = new Set(CONTROLS.map(({ code }) => code));
    // Nothing is let pass at the basic level alone that begins a line, and only a solidus that ends one.
    const never = ['line-start-gb', 'line-end-strict'];
    expect(
      LINE_RULES.map(({ code }) => code).filter((code) => !controlled.has(code) && !never.includes(code)),
    ).toEqual([]);
  });

  it('says page, line and clause', async () => {
    const [breach] = await breachesOf({ source: lines(FILL, '，以後的事情就是') });
    expect(breach).toMatchObject({
      code: 'line-start',
      level: 'basic',
      page: 1,
      line: '，以後的事情就是',
      clause: expect.stringContaining('CLREQ'),
    });
  });
});
