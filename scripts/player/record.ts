// Where the talk stands, as all windows of a deck know it: Marp's record in localStorage, with the edition beside the slide.
// The record itself is followed and not the news of it, which may be old when it is heard: no window goes back to where it
// has been.

import type { Bespoke } from './bespoke.ts';

type Values = Readonly<Record<string, unknown>>;

/** Begins where the talk stands, and follows it. Gives the function that puts values into the record. */
export function shareRecord(
  deck: Bespoke,
  follow: (locale: unknown, index: number) => void,
): (values: Values) => void {
  const key = `bespoke-marp-sync-${deck.syncKey}`;
  const put = (values: Values): void => write(key, { ...read(key), ...values });
  const known = read(key);
  const [, number = '1'] = /^#(\d+)/.exec(location.hash) ?? [];
  const start = Number(known['index'] ?? Number(number) - 1);
  follow(known['edition'], start);
  // A window takes a while to come up, and the talk goes on: Marp's player would begin at the slide that its address
  // names, and put that into the record.
  if (known['index'] !== undefined) {
    address(start);
    deck.slide(start);
  }
  // The preview of the next slide has no part in it.
  if (deck.syncKey === undefined) return put;

  let isFollowing = false;
  const catchUp = (): void => {
    const { edition, index, fragmentIndex } = read(key);
    if (typeof index !== 'number') return;
    address(index);
    follow(edition, index);
    const fragment = Number(fragmentIndex) || 0;
    if (index === deck.slide() && fragment === deck.fragmentIndex) return;
    // Marp's player goes there without writing the record again, which another window may have done by now.
    const newValue = JSON.stringify({ index, fragmentIndex: fragment });
    window.dispatchEvent(new StorageEvent('storage', { key, oldValue: '{}', newValue }));
  };
  // Before Marp's player, which takes what it hears for the last word.
  window.addEventListener(
    'storage',
    (event) => {
      if (event.key !== key || isFollowing) return;
      event.stopImmediatePropagation();
      isFollowing = true;
      try {
        catchUp();
      } finally {
        isFollowing = false;
      }
    },
    { capture: true },
  );
  return put;
}

/** Marp's player begins at the slide that the address names. */
function address(index: number): void {
  history.replaceState(history.state, '', `#${index + 1}`);
}

function read(key: string): Values {
  try {
    return (JSON.parse(localStorage.getItem(key) ?? '{}') ?? {}) as Values;
  } catch {
    return {};
  }
}

function write(key: string, values: Values): void {
  try {
    localStorage.setItem(key, JSON.stringify(values));
  } catch {
    // Without storage there is no other window.
  }
}
