// Emphasis as dots (着重號): one below each character of Chinese, none below marks, letters and figures (CLREQ, Emphasis dots).

import type { MarkedRun, RunMark } from './marked.ts';

/** `run` with its emphasis parted: characters that bear a dot, and letters and figures, which take another face. */
export function dotted(run: MarkedRun): readonly MarkedRun[] {
  const { text, mark } = run;
  if (!mark?.emphasis) return [run];
  return Array.from(text.matchAll(PARTS), ({ 0: words, groups }) => ({
    text: words,
    mark: lookOf(mark, groups?.['dotted'] !== undefined, groups?.['western'] !== undefined),
  }));
}

/** Ideographs, kana and bopomofo; letters and figures with what stands inside of them; marks. */
const PARTS =
  /(?<dotted>[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}〇々]+)|(?<western>[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}](?:[ -~]*[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}])?)|[^\p{L}\p{N}々]+|[\s\S]/gu;

function lookOf(mark: RunMark, dots: boolean, isWestern: boolean): RunMark {
  return { ...mark, emphasis: isWestern, dots };
}
