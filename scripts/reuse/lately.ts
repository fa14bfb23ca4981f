// What was made lately, to be given again for the same key.

/** Remembers what `make` gave for the last `most` keys that were asked for. A promise that fails is not remembered. */
export function lately<T>(most: number): (key: string, make: () => T) => T {
  const known = new Map<string, { readonly made: T }>();
  return (key, make) => {
    const entry = known.get(key) ?? { made: make() };
    known.delete(key);
    known.set(key, entry);
    if (entry.made instanceof Promise) entry.made.catch(() => known.delete(key));
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
    return entry.made;
  };
}
