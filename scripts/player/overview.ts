// The overview is a page of all slides in a frame over the others. Marp's player brings the frame, the grid and its keys;
// here it is named, and slides that another script brings are made to be chosen like the first.

import { type Bespoke, TARGET } from './bespoke.ts';
import { first, name } from './dom.ts';
import type { Editions } from './editions.ts';

/** In a window that may open the overview. */
export function nameOverview(deck: Bespoke, editions: Editions): void {
  const update = (): void => {
    const overview = first('.bespoke-marp-overview');
    if (!overview) return;
    const { labels } = editions.current();
    overview.setAttribute('role', 'dialog');
    overview.setAttribute('aria-label', labels.overview);
    first('iframe', overview)?.setAttribute('title', labels.overview);
    const isOpen = overview.dataset['open'] === '1';
    deck.parent.inert = isOpen;
    // The next key is for the slides again.
    const { activeElement } = document;
    if (!isOpen && activeElement instanceof HTMLIFrameElement && overview.contains(activeElement))
      activeElement.blur();
  };
  editions.watch(update);
  const options = { childList: true, subtree: true, attributes: true, attributeFilter: ['data-open'] };
  new MutationObserver(update).observe(document.body, options);
}

/** In the overview itself. */
export function setUpOverview(deck: Bespoke, editions: Editions): void {
  const known = new Set(deck.slides);
  const choose = (index: number): void => {
    deck.slide(index);
    if (new URLSearchParams(location.search).has('closeOnSelect'))
      window.parent.postMessage('closeOverview', TARGET);
  };
  editions.watch(({ labels }) => {
    const close = first('.bespoke-marp-overview-close');
    if (close) name(close, labels.closeOverview, 'Esc');
    for (const [index, slide] of deck.slides.entries()) {
      if (known.has(slide)) continue;
      known.add(slide);
      slide.setAttribute('tabindex', '0');
      slide.addEventListener('click', () => choose(index));
      slide.addEventListener('keydown', (event) => {
        if (!(event instanceof KeyboardEvent) || (event.key !== 'Enter' && event.key !== ' ')) return;
        event.preventDefault();
        choose(index);
      });
    }
  });
  const focusCurrent = (): void => {
    const slide = deck.slides[deck.slide()];
    if (slide instanceof SVGElement && document.hasFocus()) slide.focus();
  };
  // The keyboard begins where the talk stands, and stays with it.
  for (const event of ['load', 'focus']) window.addEventListener(event, focusCurrent);
  deck.on('activate', focusCurrent);
}
