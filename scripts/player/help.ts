// The help: which keys there are, in the words of the edition. A modal dialog of HTML, so focus stays in it and Esc
// closes it.

import type { PlayerLabels } from '../model/player.ts';
import { create } from './dom.ts';
import type { Editions } from './editions.ts';

/** Gives the function that shows it. */
export function createHelp(editions: Editions): () => void {
  const dialog = create('dialog', { class: 'wenda-help', 'aria-labelledby': 'wenda-help-title' });
  document.body.append(dialog);
  // Keys are the dialog's while it is open: Esc would open the overview too. Once it is closed it keeps the focus until
  // the browser draws again, and the keys are for the slides.
  dialog.addEventListener('keydown', (event) => {
    if (!dialog.open) return;
    event.stopPropagation();
    if (event.key === '?') dialog.close();
  });
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  editions.watch(({ labels }) => {
    const close = create('button', { type: 'button' }, labels.close);
    close.addEventListener('click', () => dialog.close());
    const rows = keysOf(labels, editions.following() !== undefined).map(([keys, does]) =>
      create(
        'div',
        {},
        create('dt', {}, ...keys.map((key) => create('kbd', {}, key))),
        create('dd', {}, does),
      ),
    );
    dialog.replaceChildren(
      create(
        'div',
        { class: 'wenda-help-page' },
        create('h2', { id: 'wenda-help-title' }, labels.help),
        create('dl', {}, ...rows),
        create('p', {}, labels.touch),
        create('p', {}, labels.link),
        close,
      ),
    );
  });
  return () => {
    if (!dialog.open) dialog.showModal();
  };
}

function keysOf(
  labels: PlayerLabels,
  hasScripts: boolean,
): readonly (readonly [readonly string[], string])[] {
  return [
    [['→', '↓', 'Page Down', labels.space], labels.next],
    [['←', '↑', 'Page Up'], labels.previous],
    [['Home', 'End'], labels.firstAndLast],
    [['F'], labels.fullscreen],
    [['O', 'Esc'], labels.overview],
    [['P'], labels.presenter],
    [['+', '−'], labels.notesSize],
    ...(hasScripts ? [[['L'], labels.switchScript] as const] : []),
    [['?'], labels.help],
  ];
}
