// The controls of Marp's player in the words of the edition, reachable by keyboard, with two of our own: script and help.

import type { Bespoke } from './bespoke.ts';
import { all, create, filled, first, name } from './dom.ts';
import type { Editions } from './editions.ts';

export interface Actions {
  readonly showHelp: () => void;
}

/** The bar under the slides. */
export function setUpControls(deck: Bespoke, editions: Editions, { showHelp }: Actions): void {
  const bar = first('.bespoke-marp-osc', deck.parent);
  if (!bar) return;
  const script = scriptButton(editions);
  const help = create('button', { type: 'button', class: 'wenda-text-button' }, '?');
  help.addEventListener('click', showHelp);
  bar.append(...(script ? [script] : []), help);
  bar.setAttribute('role', 'toolbar');
  for (const button of all('button', bar)) button.removeAttribute('tabindex');
  // The bar fades away from the eye only, and Marp's player takes the focus from a button that a key pressed.
  deck.on('marp-inactive', () => bar.removeAttribute('aria-hidden'));
  keepFocus(bar);
  bar.addEventListener('click', ({ target, detail }) => {
    if (detail === 0 && target instanceof HTMLElement && !document.querySelector('dialog[open]'))
      target.focus();
  });

  const page = first('[data-bespoke-marp-osc="page"]', bar);
  const showPage = (): void => {
    const { labels, slides } = editions.current();
    if (page) page.textContent = filled(labels.position, { n: deck.slide() + 1, count: slides.length });
  };
  deck.on('activate', showPage);
  editions.watch(({ labels }) => {
    bar.setAttribute('aria-label', labels.controls);
    const named = {
      prev: labels.previous,
      next: labels.next,
      fullscreen: labels.fullscreen,
      overview: labels.overview,
      presenter: labels.presenter,
    };
    for (const [key, label] of Object.entries(named)) {
      for (const button of all(`[data-bespoke-marp-osc="${key}"]`, bar)) name(button, label, KEYS[key]);
    }
    help.title = `${labels.help} (?)`;
    help.setAttribute('aria-label', labels.help);
    showPage();
  });
}

/** A mouse leaves the focus where it was: the next key, space too, is for the slides. */
export function keepFocus(controls: HTMLElement): void {
  controls.addEventListener('mousedown', (event) => event.preventDefault());
}

const KEYS: Readonly<Record<string, string>> = {
  prev: '←',
  next: '→',
  fullscreen: 'F',
  overview: 'O',
  presenter: 'P',
};

/** Says which script comes next; none where there is one edition. */
export function scriptButton(editions: Editions): HTMLButtonElement | undefined {
  if (!editions.following()) return undefined;
  const button = create('button', { type: 'button', class: 'wenda-text-button wenda-script' });
  button.addEventListener('click', editions.advance);
  editions.watch(({ labels }) => {
    const next = editions.following();
    if (!next) return;
    button.textContent = next.labels.script;
    button.lang = next.language;
    const label = filled(labels.switchTo, { name: next.name });
    button.setAttribute('aria-label', label);
    button.title = `${label} (L)`;
  });
  return button;
}
