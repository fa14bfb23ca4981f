// The overview is a page of all slides in a frame over the others. Marp's player brings the frame and shows it; here it is
// named, and the keyboard goes to it and back in such a way that no key is lost while it comes up or leaves.

import { type Bespoke, hasStorage } from './bespoke.ts';
import { all, first } from './dom.ts';
import type { Editions } from './editions.ts';
import { type Hear, type Key, press } from './keys.ts';
import { receive, tell } from './messages.ts';

/** In a window that may open the overview. Hears each key first; those that the overview leaves are for `others`. */
export function createOverview(deck: Bespoke, editions: Editions, others: Hear): Hear {
  // Marp's player has none then.
  if (!hasStorage()) return others;
  let keyboard: 'slides' | 'coming' | 'overview' = 'slides';
  let isReady = false;
  let waiting: Key[] = [];
  let toggles = 0;
  let isAsked = false;

  const hear: Hear = (key, target) => {
    const opensOrCloses = key.key === 'o' || key.key === 'Escape';
    if (keyboard === 'slides') {
      if (opensOrCloses) open();
      return opensOrCloses || others(key, target);
    }
    if (opensOrCloses && !isReady) close();
    else waiting.push(key);
    // Only the overview knows whether it is done already.
    if (keyboard === 'overview' && !isAsked) {
      isAsked = true;
      tell(frameOf()?.contentWindow, { is: 'asked' });
    }
    return true;
  };
  const open = (): void => {
    keyboard = 'coming';
    toggle(true);
  };
  const close = (): void => {
    if (keyboard !== 'slides') toggle(false);
    keyboard = 'slides';
    isAsked = false;
    deck.parent.inert = false;
    takeFocus();
    const keys = waiting;
    waiting = [];
    for (const key of keys) press(key, hear);
  };
  /** Marp's player shows or hides it in a task of its own; the next comes after that. */
  const toggle = (isOpen: boolean): void => {
    toggles++;
    deck.toggleOverviewView(isOpen);
    setTimeout(() => {
      toggles--;
      if (keyboard === 'slides') takeFocus();
      else if (isReady) give();
    });
  };
  const give = (): void => {
    if (toggles > 0) return;
    keyboard = 'overview';
    isAsked = false;
    deck.parent.inert = true;
    frameOf()?.contentWindow?.focus();
    tell(frameOf()?.contentWindow, { is: 'given', keys: waiting });
    waiting = [];
  };

  receive(
    () => frameOf()?.contentWindow,
    (message) => {
      if (message.is === 'ready') {
        isReady = true;
        if (keyboard === 'coming' || isAsked) give();
      } else if (message.is === 'done') {
        if (message.chosen) editions.show(message.chosen);
        close();
      } else if (message.is === 'late') {
        for (const key of message.keys) press(key, hear);
      }
    },
  );
  for (const button of all('[data-bespoke-marp-osc="overview"], .bespoke-marp-presenter-info-page')) {
    button.addEventListener(
      'click',
      (event) => {
        event.stopImmediatePropagation();
        open();
      },
      { capture: true },
    );
  }
  watchFrame(deck, editions, () => {
    // A page that is still to come would hear the keys and lose them.
    if (!isReady) takeFocus();
  });
  return hear;
}

function frameOf(): HTMLIFrameElement | undefined {
  const frame = first('.bespoke-marp-overview iframe');
  return frame instanceof HTMLIFrameElement ? frame : undefined;
}

function takeFocus(): void {
  window.focus();
  const { activeElement } = document;
  if (activeElement instanceof HTMLIFrameElement) activeElement.blur();
}

/** Names the frame, and says when it has come or is shown or hidden. */
function watchFrame(deck: Bespoke, editions: Editions, handler: () => void): void {
  const update = (): void => {
    const overview = first('.bespoke-marp-overview');
    if (!overview) return;
    const { labels } = editions.current();
    overview.setAttribute('role', 'dialog');
    overview.setAttribute('aria-label', labels.overview);
    frameOf()?.setAttribute('title', labels.overview);
    deck.parent.inert = overview.dataset['open'] === '1';
    handler();
  };
  editions.watch(update);
  const options = { childList: true, subtree: true, attributes: true, attributeFilter: ['data-open'] };
  new MutationObserver(update).observe(document.body, options);
}
