import { expect, it } from 'vitest';
import { looksLikeName } from '../../scripts/chinese/names.ts';

it.each(['王仲遠', '王仲远', '李強', '歐陽修', '诸葛亮', '馬克·吐溫', 'Sam Altman', 'Meta'])(
  '%s may name a person',
  (text) => {
    expect(looksLikeName(text)).toBe(true);
  },
);

it.each(['方法', '時間', '高度', '我們', '他說', '王', '舉個例子', 'the end', '9.11', ''])(
  '%j names nobody',
  (text) => {
    expect(looksLikeName(text)).toBe(false);
  },
);
