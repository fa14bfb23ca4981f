// The overview itself, a page in a frame: slides that another script brings are made to be chosen like the first, and the
// keyboard is taken and given back (see overview.ts).

import type { Bespoke } from './bespoke.ts';
import { first, name } from './dom.ts';
import type { Editions } from './editions.ts';
import { type Hear, type Key, press } from './keys.ts';
import { receive, tell } from './messages.ts';

/** Milliseconds in which the message must have come that makes the keyboard the frame's. */
const A_WHILE = 50;

/** Hears each key first; those that are not for choosing and closing are for `others`. */
export function createOverviewFrame(deck: Bespoke, editions: Editions, others: Hear): Hear {
  const isAlone = window.parent === window;
  const closesOnSelect = new URLSearchParams(location.search).has('closeOnSelect');
  let isOurs = isAlone;
  let waiting: Key[] = [];

  const hear: Hear = (key, target) => {
    if (!isOurs) {
      waiting.push(key);
      setTimeout(sendBack, A_WHILE);
      return true;
    }
    if (key.key === 'Enter' || key.key === ' ') {
      const index = deck.slides.findIndex((slide) => slide.contains(target));
      choose(index < 0 ? deck.slide() : index);
      return true;
    }
    if (isAlone || (key.key !== 'o' && key.key !== 'Escape')) return others(key, target);
    leave();
    return true;
  };
  const choose = (index: number): void => {
    deck.slide(index);
    if (closesOnSelect && !isAlone) leave(index);
  };
  const leave = (index?: number): void => {
    isOurs = false;
    window.parent.focus();
    const { locale } = editions.current();
    tell(window.parent, { is: 'done', ...(index === undefined ? {} : { chosen: { locale, index } }) });
  };
  const sendBack = (): void => {
    if (isOurs || waiting.length === 0) return;
    tell(window.parent, { is: 'late', keys: waiting });
    waiting = [];
  };
  const focusCurrent = (): void => {
    const slide = deck.slides[deck.slide()];
    if (isOurs && slide instanceof SVGElement) slide.focus();
  };

  // The keyboard begins where the talk stands, and stays with it.
  window.addEventListener('focus', focusCurrent);
  deck.on('activate', focusCurrent);
  editions.watch(({ labels }) => {
    const close = first('.bespoke-marp-overview-close');
    if (close) name(close, labels.closeOverview, 'Esc');
    for (const slide of deck.slides) slide.setAttribute('tabindex', '0');
  });
  window.addEventListener(
    'click',
    (event) => {
      if (!(event.target instanceof Element)) return;
      const { target } = event;
      const index = deck.slides.findIndex((slide) => slide.contains(target));
      const isClose = target.closest('.bespoke-marp-overview-close') !== null;
      if (index < 0 && !isClose) return;
      event.stopImmediatePropagation();
      if (isClose) leave();
      else choose(index);
    },
    { capture: true },
  );
  if (isAlone) return hear;

  receive(
    () => window.parent,
    (message) => {
      if (message.is === 'asked' && isOurs) tell(window.parent, { is: 'ready' });
      if (message.is !== 'given') return;
      isOurs = true;
      focusCurrent();
      const keys = [...message.keys, ...waiting];
      waiting = [];
      for (const key of keys) press(key, hear);
    },
  );
  tell(window.parent, { is: 'ready' });
  return hear;
}
