// What Marp's player lacks, put into the page beside it: names for screen readers, words of the place, help, planned time,
// and the change of script. Each window of a deck (slides, presenter, next slide, overview) runs this.

import type { PlayerEdition } from '../model/player.ts';
import { onceThereIsADeck, theView } from './bespoke.ts';
import { setUpControls } from './controls.ts';
import { createEditions } from './editions.ts';
import { createHelp } from './help.ts';
import { type Hear, listen } from './keys.ts';
import { nameSlides } from './naming.ts';
import { createOverview } from './overview.ts';
import { createOverviewFrame } from './overview-frame.ts';
import { setUpPresenter } from './presenter.ts';

const hearKeys = listen();

onceThereIsADeck((deck) => {
  const [first, ...others] = JSON.parse(
    document.getElementById('wenda-deck')?.textContent ?? '[]',
  ) as readonly PlayerEdition[];
  if (!first) return;
  const view = theView();
  const editions = createEditions(deck, [first, ...others]);
  nameSlides(deck, editions, view);
  if (view === 'next') hearKeys(undefined);
  else {
    const showHelp = createHelp(editions);
    if (view === 'slides') setUpControls(deck, editions, { showHelp });
    if (view === 'presenter') setUpPresenter(deck, editions, { showHelp });
    const act: Hear = ({ key }) => {
      if (key === 'l') editions.advance();
      if (key === '?') showHelp();
      return key === 'l' || key === '?';
    };
    const create = view === 'overview' ? createOverviewFrame : createOverview;
    hearKeys(create(deck, editions, act));
  }
});
