// Quotation marks and apostrophes of English words, as runs of their own: a Chinese face has them an em wide, and in
// another form for these.

import { englishMarks } from '../chinese/quotation.ts';
import type { Locale } from '../model/locale.ts';
import { type MarkedRun, PLAIN } from './marked.ts';

/** `runs` of one paragraph, with the marks of its English words parted from the rest. */
export function withEnglishMarks(runs: readonly MarkedRun[], locale: Locale): readonly MarkedRun[] {
  if (!runs.some(({ text }) => CURLY.test(text))) return runs;
  const text = runs.map((run) => run.text).join('');
  // Chinese has no curly mark in Taiwan and Hong Kong, and the theme sets none as one.
  const english = locale === 'zh-CN' ? englishMarks(text) : curlyMarks(text);
  let offset = 0;
  return runs.flatMap((run) => {
    const start = offset;
    offset += run.text.length;
    const parts: MarkedRun[] = [];
    let wasEnglish: boolean | undefined;
    for (const [at, unit] of run.text.split('').entries()) {
      const isEnglish = english.has(start + at);
      const last = parts.at(-1);
      if (last && isEnglish === wasEnglish) parts[parts.length - 1] = { ...last, text: last.text + unit };
      else parts.push({ text: unit, mark: isEnglish ? { ...(run.mark ?? PLAIN), english: true } : run.mark });
      wasEnglish = isEnglish;
    }
    return parts.length > 0 ? parts : [run];
  });
}

const CURLY = /[“”‘’]/u;

function curlyMarks(text: string): ReadonlySet<number> {
  return new Set(Array.from(text.matchAll(/[“”‘’]/gu), ({ index }) => index));
}
