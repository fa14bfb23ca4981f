import { describe, expect, it } from 'vitest';
import { read } from '../support/transcripts.ts';

describe('people', () => {
  it.each([
    ['記者：好嗎？\n王仲遠：好。', undefined, { name: '王仲遠' }],
    ['記者：好嗎？\n王仲遠院長：好。\n記者：真？\n王仲遠：真。', undefined, { name: '王仲遠', role: '院長' }],
    ['北京商報記者：好嗎？\n嘉賓：好。', { name: '北京商報' }, undefined],
    [
      'Lex Fridman: Good?\nSam Altman: Good.\nLex Fridman: Why?\nSam Altman: So.',
      { name: 'Lex Fridman' },
      { name: 'Sam Altman' },
    ],
    ['主持人：好嗎？\n王芳：好。\n李明：好。\n主持人：真？\n李明：真。', undefined, undefined],
    ['李強接受北京商報記者專訪。李強很忙。\n問：好嗎？\n答：好。', { name: '北京商報' }, { name: '李強' }],
    ['李強與北京商報記者交流。\n問：好嗎？\n答：好。', undefined, undefined],
    ['方法與北京商報記者交流，方法很好。\n問：好嗎？\n答：好。', undefined, undefined],
    ['問：好嗎？\n答：好。', undefined, undefined],
  ])('are only whom the transcript names: %s', async (text, interviewer, interviewee) => {
    const { interview } = await read(`標題\n${text}`);
    expect(interview.interviewer).toEqual(interviewer);
    expect(interview.interviewee).toEqual(interviewee);
  });
});
