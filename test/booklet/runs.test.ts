import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsOf } from '../../scripts/booklet/runs.ts';
import { LOCALES } from '../../scripts/model/locale.ts';

/** Runs that stay together in brackets, spaces before a run as they are. */
function show(text: string, locale: 'zh-TW' | 'zh-CN' = 'zh-TW'): string {
  return runsOf(text, locale)
    .map(({ text, together, before }) => `${before ? `|${before}|` : ''}${together ? `[${text}]` : text}`)
    .join('');
}

describe('runs of a paragraph', () => {
  it.each([
    ['我覺得不錯。', '我覺得[不錯。]'],
    ['做3—5年的事', '做|0.25|[3—5年][的事]'],
    ['占3.5%—5%，很多', '占|0.25|[3.5%—5%]，[很多]'],
    ['約翰·史密斯說過', '約[翰·]史密斯[說過]'],
    ['對大模型to B有建議', '對大模型|0.25|[to B]|0.25|有[建議]'],
    ['實現AGI。', '實現AGI。'],
    ['「智源」）宣佈', '「智源」|-0.5|）[宣佈]'],
    ['（現Meta）、美團', '（現Meta）|-0.5|、[美團]'],
    ['榮獲「《科技》獎」', '榮獲「|-0.5|《科[技》獎」]'],
    ['用AI做。', '用|0.25|[AI做。]'],
    ['說，「好」。', '說，|-0.5|「好」|-0.5|。'],
    ['用Transformerizations做。', '用Transformerizations做。'],
    ['字', '字'],
    ['', ''],
  ])('%s', (text, expected) => expect(show(text)).toBe(expected));

  it('leaves adjacent marks of the mainland to Typst', () => {
    expect(show('「智源」）宣佈', 'zh-CN')).toBe('「智源」）[宣佈]');
  });

  it('give the text again', () => {
    const character = fc.constantFrom(...'中文字3—5·.,%「」（），。！？to B😀𠮷…');
    fc.assert(
      fc.property(fc.array(character), fc.constantFrom(...LOCALES), (characters, locale) => {
        const text = characters.join('');
        const runs = runsOf(text, locale);
        expect(runs.map((run) => run.text).join('')).toBe(text);
        expect(runs.every((run) => run.text !== '')).toBe(true);
      }),
    );
  });
});
