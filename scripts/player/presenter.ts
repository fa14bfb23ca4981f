// The presenter view: Marp's own, in the words of the edition, with the time that is planned and gone.

import type { PlayerEdition } from '../model/player.ts';
import type { Bespoke } from './bespoke.ts';
import { type Actions, keepFocus, scriptButton } from './controls.ts';
import { all, create, filled, first, name } from './dom.ts';
import type { Editions } from './editions.ts';
import { clockOf, createTiming, plannedFor, type Timing } from './timing.ts';

export function setUpPresenter(deck: Bespoke, editions: Editions, { showHelp }: Actions): void {
  const part = (of: string): HTMLElement | undefined => first(`.bespoke-marp-presenter-${of}`);
  const info = part('info-container');
  if (!info) return;
  for (const button of all('.bespoke-marp-presenter-container button')) button.removeAttribute('tabindex');
  partNotes();
  part('dragbar-container')?.setAttribute('aria-hidden', 'true');
  for (const of of ['next-container', 'note-container', 'info-container'])
    part(of)?.setAttribute('role', 'region');
  const help = create('button', { type: 'button', class: 'wenda-text-button' }, '?');
  help.addEventListener('click', showHelp);
  const script = scriptButton(editions);
  keepFocus(info);
  part('info-page-area')?.append(...(script ? [script] : []), help);
  const show = createTimePanel(deck, editions, info);

  editions.watch(({ labels, language }) => {
    const label = (of: string, text: string): void => part(of)?.setAttribute('aria-label', text);
    label('next-container', labels.nextSlide);
    label('note-container', labels.notes);
    label('info-container', labels.time);
    part('next')?.setAttribute('title', labels.nextSlide);
    part('note-wrapper')?.setAttribute('data-empty', labels.noNotes);
    part('note-wrapper')?.setAttribute('lang', language);
    const named = {
      'note-bigger': labels.bigger,
      'note-smaller': labels.smaller,
      'info-page-prev': labels.previous,
      'info-page-next': labels.next,
    };
    for (const [of, text] of Object.entries(named)) {
      const button = part(of);
      if (button) name(button, text);
    }
    const page = part('info-page');
    if (page) page.title = labels.overview;
    const clock = part('info-time');
    if (clock) clock.title = labels.clock;
    help.title = `${labels.help} (?)`;
    help.setAttribute('aria-label', labels.help);
    show();
  });
}

/** Notes come as one paragraph with empty lines in it. */
function partNotes(): void {
  for (const note of all('.bespoke-marp-note')) {
    const paragraphs = (note.textContent ?? '').trim().split(/\n{2,}/);
    note.replaceChildren(...paragraphs.map((text) => create('p', {}, text)));
  }
}

interface Row {
  readonly element: HTMLElement;
  readonly show: (name: string, elapsed: number, planned: number | undefined, edition: PlayerEdition) => void;
}

/** Counts from when the view is opened. Gives the function that draws it anew. */
function createTimePanel(deck: Bespoke, editions: Editions, info: HTMLElement): () => void {
  const timing = createTiming();
  const [section, whole] = [createRow(), createRow()];
  const restart = create('button', { type: 'button', class: 'wenda-restart' });
  restart.addEventListener('click', () => {
    timing.restart();
    show();
  });
  info.append(create('div', { class: 'wenda-time' }, section.element, whole.element, restart));
  const show = (): void => {
    showTimes(deck, editions.current(), timing, section, whole);
    const { restart: label } = editions.current().labels;
    set(restart, label);
  };

  let last = performance.now();
  setInterval(() => {
    const now = performance.now();
    timing.pass(sectionOf(deck, editions.current()), (now - last) / 1000);
    last = now;
    show();
  }, 250);
  deck.on('activate', show);
  return show;
}

function showTimes(deck: Bespoke, edition: PlayerEdition, timing: Timing, section: Row, whole: Row): void {
  const number = sectionOf(deck, edition);
  const { labels, sections, slides } = edition;
  section.show(
    sections[number - 1] ?? labels.opening,
    timing.elapsed(number),
    plannedFor(slides, number),
    edition,
  );
  whole.show(labels.whole, timing.elapsed(), plannedFor(slides), edition);
}

const sectionOf = (deck: Bespoke, { slides }: PlayerEdition): number => slides[deck.slide()]?.section ?? 0;

/** A name, what has gone and what was planned; said to be over only once it is. */
function createRow(): Row {
  const title = create('span', { class: 'wenda-time-name' });
  const gone = create('span', { class: 'wenda-time-elapsed' });
  const plan = create('span', { class: 'wenda-time-planned' });
  const bar = create('span', { class: 'wenda-time-bar', 'aria-hidden': 'true' });
  return {
    element: create('div', { class: 'wenda-time-row' }, title, gone, plan, bar),
    show: (text, elapsed, planned, { labels }) => {
      const over = planned === undefined ? 0 : Math.floor(elapsed) - Math.round(planned);
      const isOver = over > 0;
      set(title, text);
      set(gone, filled(isOver ? labels.over : labels.elapsed, { time: clockOf(isOver ? over : elapsed) }));
      set(plan, planned === undefined ? '' : filled(labels.planned, { time: clockOf(Math.round(planned)) }));
      gone.classList.toggle('wenda-over', isOver);
      bar.hidden = planned === undefined;
      bar.style.setProperty('--part', String(planned ? Math.min(1, elapsed / planned) : isOver ? 1 : 0));
    },
  };
}

/** A text that stays the same is left alone, so that no screen reader is told of it. */
function set(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
