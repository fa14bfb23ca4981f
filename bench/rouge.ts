// ROUGE-1, -2 and -L (Lin 2004) by character: F1 of what a summary and its reference share. Chinese has no spaces, so
// each ideograph is a token, as in the LCSTS evaluations; a run of Latin letters or figures is one too.

export interface Rouge {
  readonly one: number;
  readonly two: number;
  readonly longest: number;
}

/** F1 of each kind, from 0 to 1; punctuation and spaces count for nothing. */
export function rouge(summary: string, reference: string): Rouge {
  const said = tokensOf(summary);
  const wanted = tokensOf(reference);
  return {
    one: harmonic(sharedCount(said, wanted), said.length, wanted.length),
    two: harmonic(sharedCount(pairs(said), pairs(wanted)), said.length - 1, wanted.length - 1),
    longest: harmonic(longestShared(said, wanted), said.length, wanted.length),
  };
}

export function meanOf({ one, two, longest }: Rouge): number {
  return (one + two + longest) / 3;
}

function tokensOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{Script=Han}〇]|[\p{Script=Latin}]+|\p{N}+(?:\.\p{N}+)?/gu) ?? [];
}

function pairs(tokens: readonly string[]): readonly string[] {
  return tokens.slice(1).map((token, index) => `${tokens[index]} ${token}`);
}

function sharedCount(said: readonly string[], wanted: readonly string[]): number {
  const left = new Map<string, number>();
  for (const token of wanted) left.set(token, (left.get(token) ?? 0) + 1);
  let shared = 0;
  for (const token of said) {
    const count = left.get(token) ?? 0;
    if (count > 0) shared += 1;
    left.set(token, count - 1);
  }
  return shared;
}

function longestShared(said: readonly string[], wanted: readonly string[]): number {
  let row = new Array<number>(wanted.length + 1).fill(0);
  for (const token of said) {
    const next = [0];
    wanted.forEach((other, index) => {
      next.push(token === other ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0));
    });
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** Precision and recall in one; nothing shared, or nothing to share, is 0. */
function harmonic(shared: number, said: number, wanted: number): number {
  return shared <= 0 ? 0 : (2 * shared) / (said + wanted);
}
