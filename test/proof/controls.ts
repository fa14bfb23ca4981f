// A page that breaks a rule, for each rule, and beside it the same page without the fault.

import type { RuleCode } from '../../scripts/proof/rules.ts';
import { type ControlPage, FILL, lines, text } from './control-pages.ts';

export interface Control {
  readonly code: RuleCode;
  readonly bad: ControlPage;
  readonly good: ControlPage;
}

const LINES: readonly Control[] = [
  ...['，', '」', '·', '～', '／', '℃', '%', '々'].map((mark) => ({
    code: 'line-start' as const,
    bad: { source: lines(FILL, `${mark}以後的事情就是`) },
    good: { source: lines(FILL, `以後${mark}的事情就是`) },
  })),
  {
    // The page ends in the middle of the paragraph.
    code: 'line-start',
    bad: {
      source: lines(FILL, FILL, FILL, '，以後', FILL),
      lead: [`${FILL.repeat(3)}，以後${FILL}`],
      height: '91pt',
    },
    good: {
      source: lines(FILL, FILL, FILL, '以後，', FILL),
      lead: [`${FILL.repeat(3)}以後，${FILL}`],
      height: '91pt',
    },
  },
  ...['「', '（', '$'].map((mark) => ({
    code: 'line-end' as const,
    bad: { source: lines(`模型的迭代需要持${mark}`, '以後的事情就是') },
    good: { source: lines(FILL, '以後的事情就是') },
  })),
  {
    code: 'line-end-gb',
    bad: { source: lines('模型的迭代需要持/', '以後的事情就是') },
    good: { source: lines('模型的迭代需/要持', '以後的事情就是') },
  },
  ...['——', '……'].map((mark) => ({
    code: 'line-start-strict' as const,
    bad: { source: lines(FILL, `${mark}以後的事情`) },
    good: { source: lines(FILL, `以後${mark}的事情`) },
  })),
  ...['—', '…'].map((mark) => ({
    code: 'split-mark' as const,
    bad: { source: lines(`模型的迭代需要持${mark}`, `${mark}以後的事情`) },
    good: { source: lines(`模型的迭代需要${mark}${mark}`, '以後的事情') },
  })),
  ...['—', '…'].map((mark) => ({
    code: 'torn-mark' as const,
    bad: { source: `${text(`模型${mark}`)}#h(0.2em)${text(`${mark}需要持續`)}` },
    good: { source: text(`模型${mark}${mark}需要持續`) },
  })),
  ...(
    [
      ['3—', '5年'],
      ['第', '3代'],
      ['−', '20度'],
      ['35', '歲'],
      ['35 ', 'kg'],
      ['35', '％'],
    ] as const
  ).map(([one, other]) => ({
    code: 'split-figure' as const,
    bad: { source: lines(`模型的迭代需要${one}`, `${other}以後的事情`) },
    good: { source: lines('模型的迭代需要', `${one}${other}以後的事情`) },
  })),
  {
    code: 'split-word',
    bad: { source: lines('模型的迭代要Trans', 'former以後的事'), lead: ['模型的迭代要Transformer以後的事'] },
    good: { source: lines('模型的迭代要。Trans ', 'former。以後的事') },
  },
  ...['」，', '），', '」「', '，「', '。」'].map((marks) => ({
    code: 'adjacent-marks' as const,
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
  ...['#"大模型AI"', '#"大模型"#h(0.5em)#"AI"'].map((source) => ({
    code: 'latin-gap' as const,
    bad: { source: `${source}#h(0.25em)#"的迭代"` },
    good: { source: '#"大模型"#h(0.25em)#"AI"#h(0.25em)#"的迭代"' },
  })),
  {
    code: 'gap-beside-mark',
    bad: { source: '#"大模型，"#h(0.25em)#"AI，迭代"' },
    good: { source: text('大模型，AI，迭代') },
  },
  {
    code: 'loose-line',
    bad: { source: lines('大模型的迭代需要', '以後的事情') },
    good: { source: lines(FILL, '以後的事情') },
  },
  {
    code: 'short-line',
    bad: {
      source: `${lines(FILL, FILL, FILL)}#linebreak()#"大模型的迭代"#linebreak()${lines(FILL, FILL, FILL)}`,
      lead: [`${FILL.repeat(3)}大模型的迭代${FILL.repeat(3)}`],
    },
    good: { source: lines(FILL, FILL, FILL, FILL, FILL, FILL, '以後'), lead: [`${FILL.repeat(6)}以後`] },
  },
  {
    code: 'overfull',
    bad: {
      source: `${lines(FILL, FILL, FILL)}#linebreak()#box(width: 110pt)[#"大模型的迭代需要持續性"]#linebreak()${lines(FILL, FILL, FILL)}`,
      lead: [`${FILL.repeat(3)}大模型的迭代需要持續性${FILL.repeat(3)}`],
    },
    good: { source: lines(FILL, FILL, FILL, FILL, FILL, FILL, '以後'), lead: [`${FILL.repeat(6)}以後`] },
  },
];

const PAGES: readonly Control[] = [
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
    // Two pages that each have a grid, and do not share it.
    code: 'grid',
    bad: {
      source: `${lines(FILL, FILL, FILL)}\n#pagebreak()\n#v(3pt)\n${lines(FILL, FILL)}`,
      lead: [FILL.repeat(3), FILL.repeat(2)],
    },
    good: {
      source: `${lines(FILL, FILL, FILL)}\n#pagebreak()\n${lines(FILL, FILL)}`,
      lead: [FILL.repeat(3), FILL.repeat(2)],
    },
  },
  ...(['half', 'full'] as const).map((openingMark) => {
    const page = (indent: string): ControlPage => ({
      source: `#h(${indent})#"「持續的事情」"#linebreak()${text('以後')}`,
      lead: ['「持續的事情」以後'],
      openingMark,
    });
    const [half, full] = [page('1.5em'), page('2em')];
    return {
      code: 'opening-mark',
      ...(openingMark === 'half' ? { bad: full, good: half } : { bad: half, good: full }),
    } as const;
  }),
  {
    code: 'overlap',
    bad: { source: `${text(FILL)}#place(dy: -12pt)[${text('以後的事情')}]` },
    good: { source: `${text(FILL)}#place(dy: 7pt)[${text('以後的事情')}]` },
  },
  {
    code: 'off-page',
    bad: { source: `#place(dx: 60pt)[#box(width: 110pt, ${text(FILL).slice(1)})]` },
    good: { source: `#place(dx: -5pt)[#box(width: 110pt, ${text(FILL).slice(1)})]` },
  },
  {
    code: 'note',
    bad: { source: `#set footnote(numbering: n => str(n + 1))\n${text(FILL)}#footnote[${text('註')}]` },
    good: { source: `${text(FILL)}#footnote[${text('註')}]` },
  },
  {
    code: 'note-call',
    bad: { source: `${lines(FILL)}#on#footnote[${text('註')}]${text('以後')}` },
    good: { source: `${lines('大模型的迭代需要')}#footnote[${text('註')}]#on${text('以後')}` },
  },
];

const FILE: readonly Control[] = [
  {
    code: 'text',
    bad: { source: text('大模型的遞代'), lead: ['大模型的迭代'] },
    good: { source: text('大模型的迭代'), lead: ['大模型的迭代'] },
  },
  {
    code: 'text',
    bad: { source: `${text('以後')}\n\n${text(FILL)}`, lead: [FILL, '以後'] },
    good: { source: `${text(FILL)}\n\n${text('以後')}`, lead: [FILL, '以後'] },
  },
  ...(['大模型', ''] as const).map((stray) => {
    const page = (between: string): ControlPage => ({
      source: `#heading(level: 2)[${text('何時？')}]\n${text('明年。')}\n#heading(level: 2)[${text('為何？')}]\n${between}\n${text('答不知。')}`,
      questions: [
        ['何時？', '明年。'],
        ['為何？', '不知。'],
      ],
    });
    // A label is no stray text; another word is.
    return { code: 'text', bad: page(text(stray || '雜')), good: page('') } as const;
  }),
  {
    code: 'text',
    bad: { source: `${text(FILL)}#footnote[${text('註記')}]`, lead: [FILL], marks: [note('註釋')] },
    good: { source: `${text(FILL)}#footnote[${text('註釋')}]`, lead: [FILL], marks: [note('註釋')] },
  },
  ...['⼈工智能', '〈︿〉', '\uf900'].map((looks) => ({
    code: 'lookalike' as const,
    bad: { source: text(looks) },
    good: { source: text('人工智能') },
  })),
  {
    code: 'foreign-font',
    bad: { source: text('大模型'), fonts: 'zh-CN' },
    good: { source: text('大模型') },
  },
  { code: 'title', bad: { source: text('大模型'), title: '另一題' }, good: { source: text('大模型') } },
  {
    code: 'folio',
    bad: { source: `${text('大模型')}\n#set page(footer: [7])\n${text('以後')}` },
    good: {
      source: `${text('大模型')}\n#set page(footer: context counter(page).display())\n${text('以後')}`,
    },
  },
  ...['', `#pagebreak()\n#place(hide(heading(level: 2, bookmarked: true)[${text('何時？')}]))`].map(
    (rest) => ({
      code: 'outline' as const,
      bad: {
        source: `#heading(level: 2, bookmarked: false)[${text('何時？')}]\n${text('明年。')}\n${rest}`,
        questions: [['何時？', '明年。']] as const,
      },
      good: {
        source: `#heading(level: 2)[${text('何時？')}]\n${text('明年。')}`,
        questions: [['何時？', '明年。']] as const,
      },
    }),
  ),
  ...['大模型的', '#link("https://example.org/b")[大模]型的'].map((words) => ({
    code: 'link' as const,
    bad: { source: words, lead: ['大模型的'], marks: [link('https://example.org/a')] },
    good: {
      source: '#link("https://example.org/a")[大模]型的',
      lead: ['大模型的'],
      marks: [link('https://example.org/a')],
    },
  })),
  {
    code: 'page-number',
    bad: { source: `${text('大模型')}<there> #link(<there>)[以後] #link(<there>)[9]` },
    good: { source: `${text('大模型')}<there> #link(<there>)[以後] #link(<there>)[1]` },
  },
];

export const CONTROLS: readonly Control[] = [...LINES, ...PAGES, ...FILE];

function note(words: string) {
  return { kind: 'note', start: FILL.length, end: FILL.length, note: { text: words } } as const;
}

function link(url: string) {
  return { kind: 'link', start: 0, end: 2, url } as const;
}
