// Changes the script in place: the slides of another edition take the places of those shown, in every window.

import type { PlayerEdition } from '../model/player.ts';
import { type Bespoke, TARGET } from './bespoke.ts';
import { all, first } from './dom.ts';
import { sameSlide } from './match.ts';
import type { Place } from './messages.ts';
import { shareRecord } from './record.ts';

export interface Editions {
  readonly current: () => PlayerEdition;
  /** The one that comes after the present one; none where there is only one. */
  readonly following: () => PlayerEdition | undefined;
  readonly advance: () => void;
  readonly show: (place: Place) => void;
  /** Calls `handler` now and after each change. */
  readonly watch: (handler: (edition: PlayerEdition) => void) => void;
}

export function createEditions(
  deck: Bespoke,
  editions: readonly [PlayerEdition, ...PlayerEdition[]],
): Editions {
  let [current] = editions;
  const handlers: ((edition: PlayerEdition) => void)[] = [];
  const slides = new Map([[current.locale, [...deck.slides]]]);
  // The preview of the next slide has an empty one after the last.
  const end = deck.slides.filter(({ localName }) => localName === 'span');
  const slidesOf = (edition: PlayerEdition): Element[] => {
    const known = slides.get(edition.locale) ?? [...unpack(edition, deck), ...end];
    slides.set(edition.locale, known);
    return known;
  };

  const change = (edition: PlayerEdition, index: number): void => {
    replaceSlides(deck, slidesOf(edition));
    current = edition;
    showNotes(edition);
    for (const style of all('style[data-edition]'))
      style.setAttribute('media', style.dataset['edition'] === edition.locale ? 'all' : 'not all');
    document.documentElement.lang = edition.language;
    for (const handler of handlers) handler(edition);
    const { skipTransition = false } = deck;
    deck.skipTransition = true;
    deck.slide(index);
    deck.skipTransition = skipTransition;
  };
  /** Another window changed the script: `index` counts in the new one. */
  const follow = (locale: unknown, index: number): void => {
    const edition = editions.find((candidate) => candidate.locale === locale);
    if (edition && edition !== current) change(edition, index);
  };
  const following = (): PlayerEdition | undefined =>
    editions.length > 1 ? editions[(editions.indexOf(current) + 1) % editions.length] : undefined;

  const record = shareRecord(deck, follow);
  if (editions.length > 1) {
    followParent(deck, follow);
    leadNext(() => current.locale, handlers);
  }
  return {
    current: () => current,
    following,
    advance: () => {
      const edition = following();
      if (!edition) return;
      const index = sameSlide(current.slides, deck.slide(), edition.slides);
      record({ edition: edition.locale, index, fragmentIndex: 0 });
      change(edition, index);
    },
    show: ({ locale, index }) => {
      follow(locale, index);
      deck.slide(index);
    },
    watch: (handler) => {
      handlers.push(handler);
      handler(current);
    },
  };
}

/** The slides of an edition that waits in a template, with the marks that Marp's player gives its slides. */
function unpack(edition: PlayerEdition, deck: Bespoke): Element[] {
  const template = document.querySelector<HTMLTemplateElement>(`template[data-edition="${edition.locale}"]`);
  const slides = [...(template ? document.importNode(template.content, true).children : [])];
  for (const slide of slides) {
    slide.classList.add('bespoke-marp-slide');
    const fits = slide.querySelector('marp-auto-scaling, [data-auto-scaling], [data-marp-fitting]');
    slide.setAttribute('data-bespoke-marp-load', fits ? '' : 'hideable');
  }
  return slides.length > 0 ? slides : [...deck.slides];
}

function replaceSlides(deck: Bespoke, slides: readonly Element[]): void {
  const shown = [...deck.slides];
  shown[0]?.before(...slides);
  for (const slide of shown) {
    slide.classList.remove('bespoke-marp-active');
    if (!slides.includes(slide)) slide.remove();
  }
  deck.slides.splice(0, deck.slides.length, ...slides);
  const fragments = slides.map((slide) => [null, ...slide.querySelectorAll('[data-marpit-fragment]')]);
  deck.fragments.splice(0, deck.fragments.length, ...fragments);
}

/** Marp's player shows the note whose index is that of the slide. */
function showNotes({ locale }: PlayerEdition): void {
  for (const note of all('.bespoke-marp-note')) {
    const { edition, at } = note.dataset;
    if (at !== undefined) note.dataset['index'] = edition === locale ? at : '-';
  }
}

type Follow = (locale: unknown, index: number) => void;

const MESSAGE = 'edition:';

/** The preview of the next slide has no part in the record: the presenter's window tells it. */
function leadNext(locale: () => string, handlers: ((edition: PlayerEdition) => void)[]): void {
  const tell = (): void => {
    const frame = first('iframe.bespoke-marp-presenter-next');
    if (frame instanceof HTMLIFrameElement) frame.contentWindow?.postMessage(`${MESSAGE}${locale()}`, TARGET);
  };
  handlers.push(tell);
  // While the event goes down, so that it is told before Marp's player names a slide.
  document.addEventListener('load', tell, { capture: true });
}

function followParent(deck: Bespoke, follow: Follow): void {
  if (window.parent === window) return;
  window.addEventListener('message', ({ data, source }) => {
    if (source !== window.parent || typeof data !== 'string' || !data.startsWith(MESSAGE)) return;
    follow(data.slice(MESSAGE.length), deck.slide());
  });
}
