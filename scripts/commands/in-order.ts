// Things that go on beside one another, told in the order in which they were begun.

/** One of several who speak: it is heard at once where it is its turn, else when the others before it have ended. */
export interface Voice {
  readonly say: (line: string) => void;
  readonly end: () => void;
}

/** Voices in the order in which they are asked for. */
export function createVoices(hear: (line: string) => void): () => Voice {
  const queue: { lines: string[]; hasEnded: boolean }[] = [];
  const proceed = (): void => {
    for (let front = queue[0]; front; front = queue[0]) {
      for (const line of front.lines.splice(0)) hear(line);
      if (!front.hasEnded) return;
      queue.shift();
    }
  };
  return () => {
    const own = { lines: [] as string[], hasEnded: false };
    queue.push(own);
    return {
      say: (line) => {
        own.lines.push(line);
        if (queue[0] === own) proceed();
      },
      end: () => {
        own.hasEnded = true;
        proceed();
      },
    };
  };
}

/**
 * Begins each of `items` with at most `most` under way, and hands what comes of them to `take` in their order, one at a
 * time. No result is kept after that. What `take` throws ends it.
 */
export async function eachInOrder<Item, Value>(
  items: Iterable<Item>,
  most: number,
  begin: (item: Item) => Promise<Value>,
  take: (value: Value) => Promise<void>,
): Promise<void> {
  const underWay: Promise<Value>[] = [];
  const takeFirst = async (): Promise<void> => {
    const first = underWay.shift();
    if (first) await take(await first);
  };
  for (const item of items) {
    if (underWay.length >= most) await takeFirst();
    const value = begin(item);
    // It is awaited when its turn comes; until then nobody would hear of it.
    value.catch(() => undefined);
    underWay.push(value);
  }
  while (underWay.length > 0) await takeFirst();
}
