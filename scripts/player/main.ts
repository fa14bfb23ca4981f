// What Marp's player lacks, put into the page after it: names for screen readers, words of the place, help, planned time,
// and the change of script. Each window of a deck (slides, presenter, next slide, overview) runs this.

import type { PlayerEdition } from '../model/player.ts';
import { theDeck, theView } from './bespoke.ts';
import { setUpControls } from './controls.ts';
import { createEditions } from './editions.ts';
import { createHelp } from './help.ts';
import { nameSlides } from './naming.ts';
import { nameOverview, setUpOverview } from './overview.ts';
import { setUpPresenter } from './presenter.ts';

const deck = theDeck();
const [first, ...others] = JSON.parse(
  document.getElementById('wenda-deck')?.textContent ?? '[]',
) as readonly PlayerEdition[];

if (deck && first) {
  const view = theView();
  const editions = createEditions(deck, [first, ...others]);
  nameSlides(deck, editions, view);
  if (view !== 'next') {
    const showHelp = createHelp(editions);
    if (view === 'slides') setUpControls(deck, editions, { showHelp });
    if (view === 'presenter') setUpPresenter(deck, editions, { showHelp });
    if (view === 'overview') setUpOverview(deck, editions);
    else nameOverview(deck, editions);
    document.addEventListener('keydown', (event) => onKey(event, editions.advance, showHelp), {
      capture: true,
    });
  }
}

/** Heard before any element keeps a key to itself, so that it works wherever the focus is. */
function onKey(event: KeyboardEvent, advance: () => void, showHelp: () => void): void {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
  const act = { l: advance, L: advance, '?': showHelp }[event.key];
  if (!act) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}
