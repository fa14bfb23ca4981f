// The words of a dictionary that begin alike, found without taking it apart: it is a text of a megabyte, and sorted.

export type Word = readonly [from: string, to: string];

/** Pairs, or their text: `from to|from to`, in the order of the first UTF-16 unit. */
export type Dictionary = string | readonly Word[];

/** Those whose first UTF-16 unit is `unit`. */
export function wordsFrom(dictionary: Dictionary, unit: number): readonly Word[] {
  if (typeof dictionary !== 'string') return dictionary.filter(([from]) => from.charCodeAt(0) === unit);
  const start = firstFrom(dictionary, unit);
  const end = firstFrom(dictionary, unit + 1);
  if (start >= end) return [];
  return dictionary
    .slice(start, end)
    .split('|')
    .flatMap((entry) => {
      const space = entry.indexOf(' ');
      return space > 0 ? [[entry.slice(0, space), entry.slice(space + 1)] as const] : [];
    });
}

/** Where the first entry begins whose first unit is `unit` or a later one; the end where there is none. */
function firstFrom(dictionary: string, unit: number): number {
  let [low, high] = [0, dictionary.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = middle === 0 ? 0 : dictionary.lastIndexOf('|', middle - 1) + 1;
    if (dictionary.charCodeAt(start) >= unit) {
      high = start;
      continue;
    }
    const bar = dictionary.indexOf('|', middle);
    low = bar < 0 ? dictionary.length : bar + 1;
  }
  return low;
}
