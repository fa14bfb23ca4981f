// The keys that the player answers to, from a keyboard or a clicker. Each is heard wherever the focus is: Marp's player
// hears none from a button, and none while a dialog that has closed still has the focus.

export interface Key {
  /** As in KeyboardEvent; letters small, though they come as capitals with Caps Lock. */
  readonly key: string;
  readonly shiftKey: boolean;
}

/** True where it has taken the key; what nobody takes is for Marp's player. */
export type Hear = (key: Key, target: Element) => boolean;

const PRESSING = ['Enter', ' '];
const SCROLLING = ['ArrowUp', 'ArrowDown'];
const KEYS: ReadonlySet<string> = new Set([
  ...['ArrowRight', 'ArrowDown', 'PageDown', 'ArrowLeft', 'ArrowUp', 'PageUp', 'Home', 'End'],
  ...PRESSING,
  ...['Escape', 'o', 'p', 'f', 'l', '?', '+', '-'],
]);

/**
 * Listens from now on, before any element can keep a key to itself. What comes before the page is ready waits: give the
 * function that it gives who is to hear the keys, nobody for a page that has none.
 */
export function listen(): (hear: Hear | undefined) => void {
  let heardBy: Hear | undefined;
  const waiting: Key[] = [];
  const handler = (event: KeyboardEvent): void => {
    const key = keyOf(event);
    const target = event.target instanceof Element ? event.target : document.body;
    if (!key || sent.has(event) || document.querySelector('dialog[open]')) return;
    if (!heardBy) {
      waiting.push(key);
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    if (isOfTarget(key, target)) return;
    const isTaken = heardBy(key, target);
    if (!isTaken && target === document.body && key.key === event.key) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!isTaken) send(key);
  };
  window.addEventListener('keydown', handler, { capture: true });
  return (hear) => {
    if (!hear) return window.removeEventListener('keydown', handler, { capture: true });
    // Marp's player notes for its other windows where it is only from the next task on.
    setTimeout(() => {
      heardBy = hear;
      for (const key of waiting.splice(0)) press(key, hear);
    });
  };
}

/** As if it were pressed now. */
export function press(key: Key, hear: Hear): void {
  if (!hear(key, document.activeElement ?? document.body)) send(key);
}

function keyOf({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): Key | undefined {
  const name = /^[A-Z]$/.test(key) ? key.toLowerCase() : key;
  return KEYS.has(name) && !ctrlKey && !metaKey && !altKey ? { key: name, shiftKey } : undefined;
}

/** A button is pressed, and notes too long for their place are scrolled. */
function isOfTarget({ key }: Key, target: Element): boolean {
  const notes = target.closest('.bespoke-marp-note');
  if (notes) return SCROLLING.includes(key) && notes.scrollHeight > notes.clientHeight;
  return target.localName === 'button' && PRESSING.includes(key);
}

const sent = new WeakSet<Event>();

/** To the body: no element stands between it and Marp's player. */
function send({ key, shiftKey }: Key): void {
  const event = new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true });
  sent.add(event);
  document.body.dispatchEvent(event);
}
