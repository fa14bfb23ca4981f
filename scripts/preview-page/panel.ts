// The panel beside the rows: a deck at a slide or a booklet at a page, as the address says: #slug/zh-TW/slide-5. It goes
// on when a build is done, on the slide or page where it was.

import { createBooklet } from './booklet.ts';
import { createDeck } from './deck.ts';

export interface Panel {
  /** Shows decks that have changed, by `slug/locale`. */
  readonly showDecks: (hashes: Readonly<Record<string, string>>) => void;
  /** Shows what the page, made anew, says there is. */
  readonly follow: () => void;
}

interface Place {
  /** slug/locale, as addresses have it. */
  readonly edition: string;
  readonly kind: 'slide' | 'page';
  readonly number: number;
}

export function createPanel(): Panel {
  const desk = byId('desk');
  const panel = byId('panel');
  const rows = byId('rows');
  const file = byId('panel-file') as HTMLAnchorElement;
  const enlarge = byId('panel-enlarge');
  const narrow = matchMedia('(max-width: 60rem)');
  const deck = createDeck(byId('deck'), byId('panel-position'));
  const booklet = createBooklet(byId('booklet'), byId('panel-position'), (number) => {
    if (place) go({ ...place, number });
  });
  let place: Place | undefined;
  let opener: HTMLElement | undefined;

  function show(): void {
    const wanted = placeIn(location.hash);
    if (!wanted) {
      if (location.hash.length < 2) close();
      return;
    }
    const edition = document.querySelector<HTMLElement>(`[data-edition="${CSS.escape(wanted.edition)}"]`);
    if (!edition) return;
    const wasOpen = place !== undefined;
    place = wanted;
    const { name = '', deck: deckHash = '', booklet: bookletHash = '' } = edition.dataset;
    panel.hidden = false;
    panel.lang = edition.lang;
    byId('panel-edition').textContent = name;
    byId('panel-title').textContent = edition.dataset['title'] ?? '';
    const isDeck = wanted.kind === 'slide';
    panel.dataset['kind'] = wanted.kind;
    byId('deck').hidden = !isDeck;
    byId('booklet').hidden = isDeck;
    for (const id of ['panel-previous', 'panel-next']) byId(id).hidden = isDeck;
    const address = `/dist/${wanted.edition}/${isDeck ? 'deck.html' : 'booklet.pdf'}`;
    file.href = `${address}#${isDeck ? '' : 'page='}${wanted.number}`;
    if (isDeck) deck.show(address, deckHash, wanted.number, name);
    else booklet.show(address, bookletHash, wanted.number);
    desk.classList.add('viewing');
    mark(wanted);
    arrange();
    if (wasOpen) return;
    panel.focus();
    document.querySelector('a[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }

  function close(): void {
    if (!place) return;
    place = undefined;
    deck.clear();
    panel.hidden = true;
    desk.classList.remove('viewing', 'full');
    mark(undefined);
    arrange();
    opener?.focus();
  }

  /** The rows lie under the panel where it fills the window. */
  function arrange(): void {
    const isFull = desk.classList.contains('full');
    enlarge.setAttribute('aria-pressed', String(isFull));
    rows.inert = place !== undefined && (isFull || narrow.matches);
  }

  function go(next: Place): void {
    history.replaceState(null, '', `#${next.edition}/${next.kind}-${next.number}`);
    show();
  }

  function step(by: number): void {
    if (place?.kind === 'page') booklet.step(by);
  }

  document.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest<HTMLElement>('a[data-view]') : null;
    if (link) opener = link;
  });
  byId('panel-close').addEventListener('click', () => {
    history.pushState(null, '', '#');
    close();
  });
  byId('panel-previous').addEventListener('click', () => step(-1));
  byId('panel-next').addEventListener('click', () => step(1));
  enlarge.addEventListener('click', () => {
    desk.classList.toggle('full');
    arrange();
    booklet.redraw();
  });
  panel.addEventListener('keydown', (event) => {
    const act = KEYS[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') byId('panel-close').click();
    else if (act && place?.kind === 'page') step(act);
    else return;
    event.preventDefault();
  });
  addEventListener('hashchange', show);
  addEventListener('pagehide', () => {
    const number = place?.kind === 'slide' ? deck.number() : undefined;
    if (place && number !== undefined) history.replaceState(null, '', `#${place.edition}/slide-${number}`);
  });
  narrow.addEventListener('change', arrange);
  show();

  return {
    showDecks: (hashes) => {
      const hash = place && hashes[place.edition];
      if (hash !== undefined && place?.kind === 'slide') deck.refresh(hash);
    },
    follow: () => {
      if (!place) return;
      const edition = document.querySelector<HTMLElement>(`[data-edition="${CSS.escape(place.edition)}"]`);
      if (!edition) return;
      mark(place);
      if (place.kind === 'slide') deck.refresh(edition.dataset['deck'] ?? '');
      else booklet.refresh(edition.dataset['booklet'] ?? '');
    },
  };
}

const KEYS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  PageDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  PageUp: -1,
};

function placeIn(hash: string): Place | undefined {
  const found = /^#([^/]+\/[^/]+)\/(slide|page)-(\d+)$/.exec(hash);
  if (!found) return undefined;
  return { edition: found[1] ?? '', kind: found[2] === 'page' ? 'page' : 'slide', number: Number(found[3]) };
}

/** Says in the rows what the panel shows. */
function mark(place: Place | undefined): void {
  const address = place && `#${place.edition}/${place.kind}-${place.number}`;
  for (const link of document.querySelectorAll('a[data-view]')) {
    if (link.getAttribute('href') === address) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}

function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no #${id}`);
  return element;
}
