// The deck itself in the panel. A newer one is made ready behind the one that is seen, and takes its place on the same
// slide, wherever it stands by then.

export interface DeckView {
  readonly show: (address: string, hash: string, number: number, name: string) => void;
  readonly refresh: (hash: string) => void;
  /** The slide that is seen. */
  readonly number: () => number | undefined;
  readonly clear: () => void;
}

interface Shown {
  readonly frame: HTMLIFrameElement;
  readonly address: string;
  readonly hash: string;
}

export function createDeck(stage: HTMLElement, position: HTMLElement): DeckView {
  let shown: Shown | undefined;
  let coming: Shown | undefined;

  function open(address: string, hash: string, number: number, title: string): Shown {
    const frame = document.createElement('iframe');
    frame.title = title;
    frame.allow = 'fullscreen';
    frame.src = `${address}?v=${hash.slice(0, 12)}#${number}`;
    stage.append(frame);
    return { frame, address, hash };
  }

  function refresh(hash: string): void {
    if (!shown || (coming ?? shown).hash === hash) return;
    const before = shown;
    coming?.frame.remove();
    const number = numberIn(before.frame) ?? 1;
    const next = open(before.address, hash, number, before.frame.title);
    coming = next;
    next.frame.className = 'coming';
    next.frame.addEventListener('load', async () => {
      if (coming !== next) return;
      const goal = sameSlide(before.frame, next.frame);
      const inside = next.frame.contentWindow;
      if (inside && goal !== undefined && goal !== numberIn(next.frame)) inside.location.hash = `#${goal}`;
      await inside?.document.fonts.ready;
      if (coming !== next) return;
      const hadFocus = document.activeElement === before.frame;
      next.frame.className = '';
      before.frame.remove();
      shown = next;
      coming = undefined;
      if (hadFocus) next.frame.focus();
    });
  }

  return {
    show: (address, hash, number, name) => {
      position.textContent = '';
      if (shown?.address === address) {
        const inside = shown.frame.contentWindow;
        if (inside && numberIn(shown.frame) !== number) inside.location.hash = `#${number}`;
        refresh(hash);
        return;
      }
      stage.replaceChildren();
      coming = undefined;
      shown = open(address, hash, number, name);
    },
    refresh,
    number: () => shown && numberIn(shown.frame),
    clear: () => {
      stage.replaceChildren();
      shown = undefined;
      coming = undefined;
    },
  };
}

/** The player keeps its slide in the address. */
function numberIn(frame: HTMLIFrameElement): number | undefined {
  const number = Number.parseInt(frame.contentWindow?.location.hash.slice(1) ?? '', 10);
  return Number.isNaN(number) ? undefined : number;
}

/**
 * Where the slide of one deck stands in another: the nearest with its name, for numbers move when something comes before
 * it; else the one with its key, whose name was edited; else the one in its place.
 */
function sameSlide(from: HTMLIFrameElement, to: HTMLIFrameElement): number | undefined {
  const number = numberIn(from);
  if (number === undefined) return undefined;
  const name = namesIn(from)[number - 1];
  const named = namesIn(to).flatMap((other, index) => (other === name ? [index + 1] : []));
  const nearest = named.sort((one, other) => Math.abs(one - number) - Math.abs(other - number))[0];
  if (nearest !== undefined) return nearest;
  const key = keysIn(from)[number - 1];
  const at = key === undefined ? -1 : keysIn(to).indexOf(key);
  return at < 0 ? number : at + 1;
}

/** What the player calls the slides, less their numbers. */
function namesIn({ contentDocument }: HTMLIFrameElement): readonly string[] {
  const slides = contentDocument?.querySelectorAll('svg.bespoke-marp-slide') ?? [];
  return [...slides].map((slide) => (slide.getAttribute('aria-label') ?? '').replace(/^[\d /]*/, ''));
}

function keysIn({ contentDocument }: HTMLIFrameElement): readonly string[] {
  const data = contentDocument?.getElementById('wenda-deck')?.textContent;
  if (!data) return [];
  const [edition] = JSON.parse(data) as readonly { readonly slides: readonly { readonly key: string }[] }[];
  return (edition?.slides ?? []).map(({ key }) => key);
}
