// Marp's player as far as this code touches it: an instance of Bespoke.js with the plugins of marp-cli, which
// scripts/deck/html.ts leaves where it can be found.

export interface Bespoke {
  readonly parent: HTMLElement;
  /** Its own array: what is put into it is what it shows. */
  readonly slides: Element[];
  readonly fragments: (Element | null)[][];
  /** Names the record in localStorage by which its windows follow each other; none in the preview of the next slide. */
  readonly syncKey?: string;
  /** Transitions would look for the slide that is left, which may be gone. */
  skipTransition?: boolean;
  readonly slide: {
    (): number;
    (index: number): void;
  };
  readonly on: (event: 'activate' | 'marp-inactive', handler: () => void) => void;
}

/** What a window is for, by the address it was opened with. */
export type View = 'slides' | 'presenter' | 'next' | 'overview';

export function theDeck(): Bespoke | undefined {
  return (globalThis as { readonly wendaBespoke?: Bespoke }).wendaBespoke;
}

export function theView(): View {
  const view = document.body.dataset['bespokeView'];
  return view === 'presenter' || view === 'next' || view === 'overview' ? view : 'slides';
}

/** Pages opened from a file have no origin to name. */
export const TARGET = window.origin === 'null' ? '*' : window.origin;
