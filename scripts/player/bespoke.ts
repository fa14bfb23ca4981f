// Marp's player as far as this code touches it: an instance of Bespoke.js with the plugins of marp-cli, which
// scripts/deck/html.ts leaves where it can be found.

export interface Bespoke {
  readonly parent: HTMLElement;
  /** Its own array: what is put into it is what it shows. */
  readonly slides: Element[];
  readonly fragments: (Element | null)[][];
  readonly fragmentIndex: number;
  /** Names the record in localStorage by which its windows follow each other; none in the preview of the next slide. */
  readonly syncKey?: string;
  /** Transitions would look for the slide that is left, which may be gone. */
  skipTransition?: boolean;
  readonly slide: {
    (): number;
    (index: number): void;
  };
  /** Brings the frame of the overview where there is none yet, and shows or hides it in a task of its own. */
  readonly toggleOverviewView: (isOpen: boolean) => void;
  readonly on: (event: 'activate' | 'marp-inactive', handler: () => void) => void;
}

/** What a window is for, by the address it was opened with. */
export type View = 'slides' | 'presenter' | 'next' | 'overview';

/** Calls `handler` as soon as Marp's player has begun, in the same task. */
export function onceThereIsADeck(handler: (deck: Bespoke) => void): void {
  Object.defineProperty(globalThis, 'wendaBespoke', { set: handler });
}

export function theView(): View {
  const view = document.body.dataset['bespokeView'];
  return view === 'presenter' || view === 'next' || view === 'overview' ? view : 'slides';
}

/** Where a browser forbids it, Marp's player has one window alone. */
export function hasStorage(): boolean {
  try {
    return localStorage !== null;
  } catch {
    return false;
  }
}

/** Pages opened from a file have no origin to name. */
export const TARGET = window.origin === 'null' ? '*' : window.origin;
