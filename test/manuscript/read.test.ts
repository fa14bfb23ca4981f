import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readManuscript } from '../../scripts/manuscript/read.ts';
import { writeManuscript } from '../../scripts/manuscript/write.ts';
import type { Mark } from '../../scripts/model/interview.ts';
import { nastyText, withoutPositions } from '../support/interviews.ts';

const HEAD = '---\ntitle: 題\ninterviewee: 王仲遠\n---\n';
const ASKED = '## 節\n\n### 問？\n\n';

/** Each fault as line:column, code and what it is about. */
function faultsOf(source: string): readonly string[] {
  return readManuscript(source, 'i.md').diagnostics.map(
    ({ place, severity, code, message }) =>
      `${place?.line}:${place?.column} ${severity} ${code.replace('manuscript/', '')} ${message}`,
  );
}

function interviewOf(source: string) {
  const read = readManuscript(source, 'i.md');
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
  return read.value;
}

describe('a manuscript', () => {
  it('is read with the place of every text', () => {
    const source = `${HEAD}
導言
續行

## 上｜下

### 問？

> 要旨

- 甲
- 乙

答一

**記者：** 追問
**王仲遠**：答二
`;
    expect(interviewOf(source)).toEqual({
      title: { text: '題', at: { line: 2, column: 8 } },
      interviewee: { name: '王仲遠', at: { name: { line: 3, column: 14 } } },
      quotes: [],
      lead: [{ text: '導言續行', at: { line: 6, column: 1 } }],
      sections: [
        {
          kicker: { text: '上', at: { line: 9, column: 4 } },
          title: { text: '下', at: { line: 9, column: 6 } },
          exchanges: [
            {
              question: { text: '問？', at: { line: 11, column: 5 } },
              takeaway: { text: '要旨', at: { line: 13, column: 3 } },
              points: [
                { text: '甲', at: { line: 15, column: 3 } },
                { text: '乙', at: { line: 16, column: 3 } },
              ],
              answer: [
                { paragraphs: [{ text: '答一', at: { line: 18, column: 1 } }] },
                { speaker: '記者', paragraphs: [{ text: '追問', at: { line: 20, column: 9 } }] },
                { paragraphs: [{ text: '答二', at: { line: 21, column: 9 } }] },
              ],
            },
          ],
        },
      ],
    });
  });

  it.each([
    ['答', [[undefined, '答']]],
    ['**記者：**真的？', [['記者', '真的？']]],
    ['**記者：**\n\n真的？\n\n是嗎？', [['記者', '真的？', '是嗎？']]],
    ['**記者**：他說**：甲', [['記者', '他說**：甲']]],
    [
      '答\n\n**記者:** 真的？\n\n**答：**真的。',
      [
        [undefined, '答'],
        ['記者', '真的？'],
        [undefined, '真的。'],
      ],
    ],
    ['**A\\*：**甲', [['A*', '甲']]],
    ['　　全形空格開頭　\n　　續行', [[undefined, '全形空格開頭續行']]],
    ['&#12288;甲', [[undefined, '　甲']]],
    ['\\#甲 \\*乙\\* &amp; https://a.b/c_d_e', [[undefined, '#甲 *乙* & https://a.b/c_d_e']]],
  ])('whose answer is %j has the turns %j', (answer, turns) => {
    const [exchange] = interviewOf(`${HEAD}${ASKED}${answer}`).sections[0]?.exchanges ?? [];
    expect(
      exchange?.answer.map(({ speaker, paragraphs }) => [speaker, ...paragraphs.map(({ text }) => text)]),
    ).toEqual(turns);
  });

  it.each<[string, string, readonly Mark[]]>([
    ['答**要**點', '答要點', [{ kind: 'strong', start: 1, end: 2 }]],
    ['答*要*點', '答要點', [{ kind: 'emphasis', start: 1, end: 2 }]],
    ['答**“要”**點', '答“要”點', [{ kind: 'strong', start: 1, end: 4 }]],
    [
      '答**（要）**，**[點](https://a.b)**答',
      '答（要），點答',
      [
        { kind: 'strong', start: 1, end: 4 },
        { kind: 'link', start: 5, end: 6, url: 'https://a.b' },
        { kind: 'strong', start: 5, end: 6 },
      ],
    ],
    [
      '***要*點**',
      '要點',
      [
        { kind: 'strong', start: 0, end: 2 },
        { kind: 'emphasis', start: 0, end: 1 },
      ],
    ],
    ['用`code`做', '用code做', [{ kind: 'code', start: 1, end: 5 }]],
    ['用`[^1]`做', '用[^1]做', [{ kind: 'code', start: 1, end: 5 }]],
    [
      '見[網頁](https://a.b/c?d=e "題")',
      '見網頁',
      [{ kind: 'link', start: 1, end: 3, url: 'https://a.b/c?d=e' }],
    ],
    ['見<https://a.b>。', '見https://a.b。', [{ kind: 'link', start: 1, end: 12, url: 'https://a.b' }]],
    ['信<a@b.c>', '信a@b.c', [{ kind: 'link', start: 1, end: 6, url: 'mailto:a@b.c' }]],
    ['[詞][註]\n\n[註]: https://a.b', '詞', [{ kind: 'link', start: 0, end: 1, url: 'https://a.b' }]],
    ['一**二\n三**四', '一二三四', [{ kind: 'strong', start: 1, end: 3 }]],
    ['a **b\nc** d', 'a b c d', [{ kind: 'strong', start: 2, end: 5 }]],
    ['甲 [^1] 乙\n\n[^1]: 註', '甲 乙', [{ kind: 'note', start: 1, end: 1, note: { text: '註' } }]],
    [
      '甲[^1]乙[^二]\n\n[^二]: **註**釋\n[^1]: 又\n  一行',
      '甲乙',
      [
        { kind: 'note', start: 1, end: 1, note: { text: '又一行' } },
        {
          kind: 'note',
          start: 2,
          end: 2,
          note: { text: '註釋', marks: [{ kind: 'strong', start: 0, end: 1 }] },
        },
      ],
    ],
    ['甲\\[^1]', '甲[^1]', []],
    ['**記者：** 甲**乙**', '甲乙', [{ kind: 'strong', start: 1, end: 2 }]],
  ])('whose answer is %j reads %j with the marks %j', (answer, text, marks) => {
    const read = withoutPositions(interviewOf(`${HEAD}${ASKED}${answer}`));
    expect(read.sections[0]?.exchanges[0]?.answer[0]?.paragraphs).toEqual([
      { text, ...(marks.length > 0 && { marks }) },
    ]);
    expect(faultsOf(`${HEAD}${ASKED}${answer}`)).toEqual([]);
  });

  it('may set words of its headings and takeaways apart, and have notes in questions and side heads', () => {
    const source = `${HEAD}## *引*題｜**標**題\n\n### [問](https://a.b)？[^1]\n\n> *要*旨\n\n答\n\n#### \`小\`題[^2]\n\n又答\n\n[^1]: 註\n[^2]: 又`;
    const [section] = withoutPositions(interviewOf(source)).sections;
    const { kicker, title, exchanges } = section ?? {};
    expect(kicker).toEqual({ text: '引題', marks: [{ kind: 'emphasis', start: 0, end: 1 }] });
    expect(title).toEqual({ text: '標題', marks: [{ kind: 'strong', start: 0, end: 1 }] });
    expect(exchanges?.[0]?.question).toEqual({
      text: '問？',
      marks: [
        { kind: 'link', url: 'https://a.b', start: 0, end: 1 },
        { kind: 'note', start: 2, end: 2, note: { text: '註' } },
      ],
    });
    expect(exchanges?.[0]?.takeaway?.marks).toEqual([{ kind: 'emphasis', start: 0, end: 1 }]);
    expect(exchanges?.[0]?.answer[0]?.inserts?.[0]).toMatchObject({
      text: {
        text: '小題',
        marks: [
          { kind: 'code', start: 0, end: 1 },
          { kind: 'note', start: 2, end: 2, note: { text: '又' } },
        ],
      },
    });
    expect(faultsOf(source)).toEqual([]);
  });

  it('may set words of its introduction apart', () => {
    const [lead] = interviewOf(`${HEAD}**編者：** 按[^1]\n\n${ASKED}答\n\n[^1]: 註`).lead;
    expect(withoutPositions(lead)).toEqual({
      text: '編者：按',
      marks: [
        { kind: 'strong', start: 0, end: 3 },
        { kind: 'note', start: 4, end: 4, note: { text: '註' } },
      ],
    });
  });

  it('has side heads and figures between the paragraphs of an answer', () => {
    const answer = '![甲](a.jpg)\n\n一\n\n#### 小題\n\n二\n\n**記者：** 三\n\n![乙](figures/b%20c.png "丙")';
    const turns = interviewOf(`${HEAD}${ASKED}${answer}`).sections[0]?.exchanges[0]?.answer;
    expect(withoutPositions(turns)).toEqual([
      {
        paragraphs: [{ text: '一' }, { text: '二' }],
        inserts: [
          { kind: 'figure', before: 0, figure: { file: 'a.jpg', description: { text: '甲' } } },
          { kind: 'side-head', before: 1, text: { text: '小題' } },
        ],
      },
      {
        speaker: '記者',
        paragraphs: [{ text: '三' }],
        inserts: [
          {
            kind: 'figure',
            before: 1,
            figure: { file: 'figures/b c.png', description: { text: '乙' }, caption: { text: '丙' } },
          },
        ],
      },
    ]);
  });

  it.each([
    ['portrait: a.jpg', { file: 'a.jpg' }],
    ['portrait:\n  file: a.jpg\n  credit: 攝影／張三', { file: 'a.jpg', credit: { text: '攝影／張三' } }],
  ])('with %j has a portrait', (line, portrait) => {
    const read = interviewOf(`---\ntitle: 題\n${line}\n---\n${ASKED}答`);
    expect(withoutPositions(read.portrait)).toEqual(portrait);
  });

  it.each([
    ['https://example.org', 'https://example.org/'],
    ['http://例子.測試/頁?a=b#c', 'http://xn--fsqu00a.xn--g6w251d/%E9%A0%81?a=b#c'],
  ])('whose link is %s links to %s', (link, address) => {
    expect(interviewOf(`---\ntitle: 題\nlink: ${link}\n---\n${ASKED}答`).link).toBe(address);
  });

  it('without section headings is one section under its own title', () => {
    const interview = interviewOf(`${HEAD}導言\n\n### 問？\n\n答\n\n### 又問？\n\n又答`);
    expect(withoutPositions(interview)).toMatchObject({
      lead: [{ text: '導言' }],
      sections: [{ title: { text: '題' }, exchanges: [{}, {}] }],
    });
  });

  it('may have Windows line ends and a byte order mark', () => {
    const source = `${HEAD}導言\n\n${ASKED}答\n`;
    expect(interviewOf(`\ufeff${source.replaceAll('\n', '\r\n')}`)).toEqual(interviewOf(source));
  });

  it('may have points without a takeaway', () => {
    const [section] = interviewOf(`${HEAD}${ASKED}- 甲\n\n答`).sections;
    expect(section?.exchanges[0]).toMatchObject({ points: [{ text: '甲' }], answer: [{}] });
    expect(section?.exchanges[0]).not.toHaveProperty('takeaway');
  });
});

describe('what is wrong with a manuscript', () => {
  it.each([
    ['', [/^1:1 error no-front-matter/, /^1:1 error no-question/]],
    ['大模型\n\n### 問？', [/^1:1 error no-front-matter/, /^3:5 error question-without-answer .*問？/]],
    ['---\ntitle: 題\n\n### 問？\n\n答', [/^1:1 error unclosed-front-matter/]],
    [`---\n---\n${ASKED}答`, [/^1:1 error no-title/]],
    [`---\ntitle:\n---\n${ASKED}答`, [/^1:1 error no-title/]],
    [
      `---\ntilte: 題\n---\n${ASKED}`,
      [/^2:1 error schema\/unknown-key .*title/, /^6:5 error question-without-answer/],
    ],
    [`---\ntitle: "題\n---\n${ASKED}答`, [/^2:8 error schema\/syntax/]],
    [`---\ntitle: 題\nsummary: edit\n---\n${ASKED}答`, [/^3:10 error schema\/not-allowed .*edited/]],
    [HEAD, [/^1:1 error no-question/]],
    [`${HEAD}## 節`, [/^1:1 error no-question/, /^5:4 error section-without-question .*節/]],
    [`${HEAD}## 節\n\n## 又節\n### 問？\n答`, [/^5:4 error section-without-question .*節/]],
    [`${HEAD}### 問？\n答\n\n## 節\n### 問？\n答`, [/^5:5 error question-outside-section .*問？/]],
    [`${HEAD}## 節\n甲\n\n乙\n### 問？\n答`, [/^6:1 error text-before-question .*甲/]],
    [`${HEAD}## 節\n### \n答`, [/^6:1 error empty-question/]],
    [`${HEAD}## 節｜\n### 問？\n答`, [/^5:4 error empty-heading/]],
    [`${HEAD}##\n### 問？\n答`, [/^5:1 error empty-heading/]],
    [`${HEAD}# 題\n${ASKED}答`, [/^5:1 error heading-level .*題/]],
    [`${HEAD}#### 小題\n\n${ASKED}答`, [/^5:1 error side-head-here .*小題/]],
    [`${HEAD}## 節\n\n#### 小題\n\n### 問？\n\n答`, [/^7:1 error side-head-here .*小題/]],
    [`${HEAD}${ASKED}答\n\n####\n\n答`, [/^11:1 error empty-side-head/]],
    [`${HEAD}${ASKED}答\n\n#### 小題`, [/^11:6 error side-head-alone .*小題/]],
    [`${HEAD}${ASKED}#### 小題`, [/^7:5 error question-without-answer/]],
    [`${HEAD}${ASKED}![圖](a.jpg)`, [/^7:5 error question-without-answer/]],
    [`${HEAD}![圖](a.jpg)\n\n${ASKED}答`, [/^5:1 error figure-here .*a\.jpg/]],
    [`${HEAD}${ASKED}答\n\n![](a.jpg)`, [/^11:1 warning picture-undescribed .*a\.jpg/]],
    [`${HEAD}${ASKED}答\n\n![圖](../a.jpg)`, [/^11:1 error picture-place .*\.\.\/a\.jpg/]],
    [`${HEAD}${ASKED}答\n\n![圖](https://a.b/a.jpg)`, [/^11:1 error picture-place .*a\.jpg/]],
    [`${HEAD}${ASKED}答\n\n![圖](C:\\a.jpg)`, [/^11:1 error picture-place/]],
    [
      `${HEAD}${ASKED}答\n\n![圖[^1]](a.jpg)\n\n[^1]: 註`,
      [/^11:4 error note-here/, /^13:7 warning note-unused/],
    ],
    [`---\ntitle: 題\nportrait: /a.jpg\n---\n${ASKED}答`, [/^3:11 error picture-place .*a\.jpg/]],
    [`${HEAD}##節\n### 問？\n答`, [/^5:1 error heading-space .*##節/]],
    [`${HEAD}${ASKED}答\n###又問？\n答`, [/^10:1 error heading-space .*###又問？/]],
    [`${HEAD}${ASKED}答\n---\n`, [/^9:1 error underlined-heading .*答/]],
    [`${HEAD}${ASKED}> 要旨`, [/^7:5 error question-without-answer/]],
    [`${HEAD}${ASKED}- 點`, [/^7:5 error question-without-answer/]],
    [`${HEAD}${ASKED}> 要\n>\n> 旨\n\n答`, [/^9:1 error takeaway-shape/]],
    [`${HEAD}${ASKED}>\n\n答`, [/^9:1 error takeaway-shape/]],
    [`${HEAD}${ASKED}> - 點\n\n答`, [/^9:1 error takeaway-shape/]],
    [`${HEAD}${ASKED}> 要旨\n答\n\n答`, [/^10:1 error run-on .*答/]],
    [`${HEAD}${ASKED}- 點\n答\n\n答`, [/^10:1 error run-on .*答/]],
    [`${HEAD}${ASKED}- 點\n  - 小點\n\n答`, [/^9:1 error point-shape/]],
    [`${HEAD}${ASKED}- 點\n\n  又\n\n答`, [/^9:1 error point-shape/]],
    [`${HEAD}${ASKED}-\n\n答`, [/^9:1 error point-shape/]],
    [`${HEAD}${ASKED}答\n\n- 點`, [/^11:1 error list-here/]],
    [`${HEAD}${ASKED}1. 點\n\n答`, [/^9:1 error numbered-list/]],
    [`${HEAD}${ASKED}答\n\n> 話`, [/^11:1 error quote-here/]],
    [`${HEAD}${ASKED}> 要旨\n\n- 點\n\n> 話\n\n答`, [/^13:1 error quote-here/]],
    [`${HEAD}> 話\n\n- 點\n\n${ASKED}答`, [/^5:1 error quote-here/, /^7:1 error list-here/]],
    [`${HEAD}${ASKED}答\n\n**記者：**`, [/^11:8 error empty-turn 記者/]],
    [`${HEAD}${ASKED}答![圖](a.png)`, [/^9:2 error image .*圖/]],
    [`${HEAD}${ASKED}<b>答</b>`, [/^9:1 error html .*<b>/, /^9:5 error html .*<\/b>/]],
    [`${HEAD}${ASKED}<div>\n答\n</div>`, [/^9:1 error html .*<div>/]],
    [`${HEAD}<!-- 註 -->\n\n${ASKED}答`, [/^5:1 error html .*註/]],
    [`${HEAD}${ASKED}| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |`, [/^9:1 error table .*甲/]],
    [`${HEAD}${ASKED}    答`, [/^9:1 error code-block .*答/]],
    [`${HEAD}${ASKED}\`\`\`\n答\n\`\`\``, [/^9:1 error code-block/]],
    [`${HEAD}${ASKED}答[^1]`, [/^9:2 error note-missing .*\[\^1\]/]],
    [`${HEAD}${ASKED}答[^a]\n\n[^A]: 註`, []],
    [`${HEAD}${ASKED}答\n\n[^1]: 註`, [/^11:7 warning note-unused .*\[\^1\]/]],
    [`${HEAD}${ASKED}答[^1]\n\n[^1]: 註\n[^1]: 又`, [/^12:7 error note-twice .*\[\^1\]/]],
    [`${HEAD}${ASKED}答[^1]話[^1]\n\n[^1]: 註`, [/^9:7 warning note-again .*\[\^1\]/]],
    [`${HEAD}${ASKED}答[^1]\n\n[^1]:`, [/^11:6 error note-empty/]],
    [`${HEAD}${ASKED}答[^1]\n\n[^1]: 註[^2]`, [/^11:8 error note-here .*\[\^2\]/]],
    [`${HEAD}## 節[^1]\n\n### 問？\n\n答\n\n[^1]: 註`, [/^5:5 error note-here/, /^11:7 warning note-unused/]],
    [`${HEAD}## 節\n\n### 問![圖](a.jpg)？\n\n答`, [/^7:6 error image .*圖/]],
    [`${HEAD}## 節![圖](a.jpg)\n\n### 問？\n\n答`, [/^5:5 error image .*圖/]],
    [`${HEAD}${ASKED}> 要旨[^1]\n\n答\n\n[^1]: 註`, [/^9:5 error note-here/, /^13:7 warning note-unused/]],
    [`${HEAD}${ASKED}- 點\n  [^1]: 註\n\n答`, [/^9:3 error note-place/]],
    [`${HEAD}${ASKED}- **要**點\n\n答`, [/^9:3 warning emphasis .*要/]],
    [`${HEAD}${ASKED}- [點](https://a.b)\n\n答`, [/^9:3 warning link .*點/]],
    [`${HEAD}${ASKED}- \`點\`\n\n答`, [/^9:3 warning inline-code .*點/]],
    [`${HEAD}${ASKED}答[詞](a.html)`, [/^9:2 warning link-address .*詞/]],
    [`${HEAD}${ASKED}答[詞](javascript:alert)`, [/^9:2 warning link-address .*詞/]],
    [`${HEAD}${ASKED}答\n\n[註]: https://a.b`, [/^11:1 warning link-definition .*a\.b/]],
    [`${HEAD}${ASKED}<https://a.b>`, []],
    [`${HEAD}${ASKED}答  \n答`, [/^9:2 warning line-break/]],
    [`${HEAD}${ASKED}答\n\n---\n\n答`, [/^11:1 warning rule/]],
    [`${HEAD}${ASKED}~~答~~`, [/^9:1 warning literal-marks/, /^9:4 warning literal-marks/]],
    [
      `---\ntitle: 題\nclosing: 沒說\nquotes: [說, 沒說, 說了。]\n---\n${ASKED}我說了，真的`,
      [/^3:10 error not-said .*沒說/, /^4:13 error not-said/],
    ],
    ...[
      'example.org',
      'ftp://example.org/a',
      'javascript:alert(1)',
      'https://',
      'https://a b.org',
      'https://user:secret@example.org/',
      `https://example.org/${'a'.repeat(200)}`,
    ].map((link): [string, RegExp[]] => [
      `---\ntitle: 題\nlink: "${link}"\n---\n${ASKED}答`,
      [/^3:7 error schema\/not-allowed .*address/],
    ]),
    [`---\ntitle: 題\npull-quotes: none\n---\n${ASKED}答`, [/^3:14 error schema\/not-allowed/]],
    [`---\ntitle: 題\nclosing: 。\n---\n${ASKED}我說了。`, [/^3:10 error not-said/]],
  ])('%j', (source, expected) => {
    expect(faultsOf(source)).toEqual(expected.map((pattern) => expect.stringMatching(pattern)));
  });

  it('is told even where the parser gives up', () => {
    expect(faultsOf(`${HEAD}${ASKED}${'> '.repeat(20_000)}`)).toContainEqual(
      expect.stringMatching(/error nesting/),
    );
  });

  it('is told in the order of the lines, with a hint each', () => {
    const { diagnostics } = readManuscript(`${HEAD}## 節\n\n## 節\n\n${ASKED}~~答 ![圖](a)\n\n- 點`, 'i.md');
    const lines = diagnostics.map(({ place }) => place?.line ?? 0);
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
    expect(lines).toHaveLength(5);
    for (const { hint } of diagnostics) expect(hint).toMatch(/\.$/);
  });
});

describe('any text at all', () => {
  const block = fc.constantFrom('## ', '### ', '> ', '- ', '**甲：**', '---', '', '', '答');
  const line = fc.oneof(
    nastyText,
    fc.tuple(block, nastyText).map(([mark, words]) => mark + words),
    block,
  );
  const lines = fc.array(line, { maxLength: 12 }).map((all) => all.join('\n'));
  const source = fc.oneof(
    lines,
    lines.map((body) => `${HEAD}${body}`),
    lines.map((body) => `${HEAD}${ASKED}答\n\n${body}`),
  );

  it('is read without throwing, every fault inside the file', () => {
    fc.assert(
      fc.property(source, (text) => {
        const count = text.split('\n').length;
        for (const { place } of readManuscript(text, 'i.md').diagnostics) {
          expect(place?.line).toBeGreaterThanOrEqual(1);
          expect(place?.line).toBeLessThanOrEqual(count);
          expect(place?.column).toBeGreaterThanOrEqual(1);
        }
      }),
      { numRuns: 1000 },
    );
  });

  const plausible = fc
    .array(
      fc.oneof(
        nastyText,
        fc.tuple(nastyText, nastyText).map(([one, other]) => `${one}\n${other}`),
      ),
      {
        maxLength: 3,
      },
    )
    .map((paragraphs) => `${HEAD}${ASKED}${['答', ...paragraphs].join('\n\n')}`);

  it('once read and written is written the same ever after', () => {
    fc.assert(
      fc.property(plausible, (text) => {
        const read = readManuscript(text, 'i.md');
        if (!read.ok) return;
        const written = writeManuscript(read.value);
        expect(withoutPositions(interviewOf(written))).toEqual(withoutPositions(read.value));
        expect(writeManuscript(interviewOf(written))).toBe(written);
      }),
      { numRuns: 1000 },
    );
  });
});
