// What runs in the page of the preview: it follows the builds, and opens decks and pages beside the rows.

import { createPanel } from './panel.ts';
import { refreshPage } from './refresh.ts';

const panel = createPanel();
// The keys that scroll are for the rows, from the first.
if (document.activeElement === document.body) document.getElementById('rows')?.focus({ preventScroll: true });
const events = new EventSource('/events');
const state = document.getElementById('state');

/** What came while the page was away is made up for. */
events.addEventListener('open', follow);
events.addEventListener('building', () => say('building'));
events.addEventListener('decks', (event) =>
  panel.showDecks(JSON.parse(event.data) as Record<string, string>),
);
events.addEventListener('built', follow);
events.addEventListener('error', () => say('lost'));

async function follow(): Promise<void> {
  if (await refreshPage()) panel.follow();
}

/** Until the page is made anew, which says how it went. */
function say(name: 'building' | 'lost'): void {
  if (!state) return;
  document.body.dataset['state'] = name;
  state.textContent = state.dataset[name] ?? '';
}
