import { describe, expect, it } from 'vitest';
import type { Interview } from '../../scripts/model/interview.ts';
import { read } from '../support/transcripts.ts';

describe('structure', () => {
  it.each([
    ['no headings: one section', '標題\n問：好嗎？\n答：好。', '標題 | 訪談 [好嗎？ > 好。]', ['no-heading']],
    ['no title', '問：好嗎？\n答：好。', 'a | 訪談 [好嗎？ > 好。]', ['no-title', 'no-heading']],
    ['simplified', '标题\n问：怎么样？\n答：还好。', '标题 | 访谈 [怎么样？ > 还好。]', ['no-heading']],
    [
      'Markdown headings',
      '# 標題\n\n## 一\n\n問：好嗎？\n\n答：好\n\n## 二\n\n問：真？\n\n答：真',
      '標題 | 一 [好嗎？ > 好] | 二 [真？ > 真]',
      [],
    ],
    [
      'a heading that is no paragraph, and a paragraph that is no heading',
      '標題\n首節\n問：好嗎？\n答：好。\n還可以。\n次節\n問：真？\n答：真。',
      '標題 | 首節 [好嗎？ > 好。/還可以。] | 次節 [真？ > 真。]',
      [],
    ],
    [
      'answers without stops have no headings',
      '標題\n問：好嗎\n答：好\n還可以\n問：真\n答：真',
      '標題 | 訪談 [好嗎 > 好/還可以] [真 > 真]',
      ['no-heading'],
    ],
    [
      'a question of two paragraphs',
      '標題\n首節\n問：先說背景。\n\n您怎麼看？\n答：好。',
      '標題 | 首節 [先說背景。您怎麼看？ > 好。]',
      [],
    ],
    [
      'a question in Latin of two lines',
      'Title\nOne\nQ: First this.\nWhy?\nA: Because.',
      'Title | One [First this. Why? > Because.]',
      [],
    ],
    [
      'one answer in two turns',
      '標題\n首節\n問：好嗎？\n答：好。\n答：很好。',
      '標題 | 首節 [好嗎？ > 好。/很好。]',
      [],
    ],
    [
      'a panel',
      '標題\n首節\n主持人：好嗎？\n王芳：好。\n李明：我也好。\n主持人：真的？\n李明：真。',
      '標題 | 首節 [好嗎？ > 王芳:好。 李明:我也好。] [真的？ > 李明:真。]',
      [],
    ],
    [
      'two who ask',
      '標題\n首節\n主持人：好嗎？\n王芳：好。\n觀眾：真的？\n王芳：真。',
      '標題 | 首節 [主持人：好嗎？ > 好。] [觀眾：真的？ > 真。]',
      [],
    ],
    [
      'a question without answer',
      '標題\n首節\n問：好嗎？\n答：好。\n問：真？',
      '標題 | 首節 [好嗎？ > 好。] [真？ > ]',
      ['no-answer'],
    ],
    [
      'words before the first question',
      '標題\n答：大家好。\n問：好嗎？\n答：好。',
      '標題 大家好。 | 訪談 [好嗎？ > 好。]',
      ['spoken-before-question', 'no-heading'],
    ],
    [
      'words before the first question, under a heading',
      '標題\n首節\n答：大家好。\n問：好嗎？\n答：好。',
      '標題 首節 大家好。 | 訪談 [好嗎？ > 好。]',
      ['spoken-before-question', 'no-heading'],
    ],
    ['one exchange by office', '標題\n首節\n記者：好嗎？\n王仲遠：好。', '標題 | 首節 [好嗎？ > 好。]', []],
    ['one exchange by name', '標題\n首節\n張三豐：好嗎？\n李四光：好。', '標題 | 首節 [好嗎？ > 好。]', []],
    [
      'sentences that end in a colon',
      '標題\n首節\n問：好嗎？\n答：他說：好。\n我說：不好。\n王仲遠：這是名字。\n我說：好。',
      '標題 | 首節 [好嗎？ > 他說：好。/我說：不好。/王仲遠：這是名字。/我說：好。]',
      [],
    ],
    [
      'phrases that recur',
      '標題\n首節\n記者：好嗎？\n王芳：好。\n方法：好。\n例子：好。\n記者：真？\n王芳：真。\n方法：好。\n例子：好。',
      '標題 | 首節 [好嗎？ > 好。/方法：好。/例子：好。] [真？ > 真。/方法：好。/例子：好。]',
      [],
    ],
    [
      'names that no list knows',
      '標題\n首節\n甲方代表：好嗎？\n乙方代表：好。\n甲方代表：真？\n乙方代表：真。',
      '標題 | 首節 [好嗎？ > 好。] [真？ > 真。]',
      [],
    ],
  ])('%s', async (_, text, expected, codes) => {
    const { interview, codes: found } = await read(text);
    expect(summary(interview)).toBe(expected);
    expect(found).toEqual(codes);
  });
});

/** Title lead | kicker／heading [question > speaker:paragraph/paragraph]. */
function summary({ title, lead, sections }: Interview): string {
  const parts = sections.map(({ kicker, title: heading, exchanges }) => {
    const told = exchanges.map(({ question, answer }) => {
      const turns = answer.map(({ speaker, paragraphs }) => {
        const said = paragraphs.map(({ text }) => text).join('/');
        return speaker === undefined ? said : `${speaker}:${said}`;
      });
      return `[${question.text} > ${turns.join(' ')}]`;
    });
    return [`${kicker ? `${kicker.text}／` : ''}${heading.text}`, ...told].join(' ');
  });
  return [[title.text, ...lead.map(({ text }) => text)].join(' '), ...parts].join(' | ');
}
