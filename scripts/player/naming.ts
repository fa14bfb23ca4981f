// What a screen reader hears: each slide by number and title, and the slide that comes up. WAI-ARIA 1.2, and the carousel
// of the ARIA Authoring Practices.

import type { PlayerEdition } from '../model/player.ts';
import type { Bespoke, View } from './bespoke.ts';
import { create, filled } from './dom.ts';
import type { Editions } from './editions.ts';

export function nameSlides(deck: Bespoke, editions: Editions, view: View): void {
  const heading = create('h1', { class: 'wenda-unseen' });
  const status = create('div', { class: 'wenda-unseen', role: 'status', 'aria-live': 'polite' });
  deck.parent.setAttribute('role', 'main');
  deck.parent.prepend(heading);
  if (view !== 'overview') deck.parent.append(status);

  editions.watch((edition) => {
    const { title, labels } = edition;
    const { presenter, overview, nextSlide: next } = labels;
    document.title = view === 'slides' ? title : `${{ presenter, overview, next }[view]}：${title}`;
    heading.textContent = document.title;
    for (const [index, slide] of deck.slides.entries()) nameSlide(slide, index, edition, view);
  });
  const activate = (): void => {
    const index = deck.slide();
    const slide = deck.slides[index];
    // The cover brings its own.
    heading.hidden = view === 'slides' && slide?.querySelector('h1') !== null;
    status.textContent = labelOf(slide, index, editions.current());
    if (view !== 'overview') return;
    // Every slide is there to be chosen.
    for (const [place, one] of deck.slides.entries()) {
      one.removeAttribute('aria-hidden');
      if (place === index) one.setAttribute('aria-current', 'true');
      else one.removeAttribute('aria-current');
    }
  };
  deck.on('activate', activate);
  activate();
}

function nameSlide(slide: Element, index: number, edition: PlayerEdition, view: View): void {
  if (!edition.slides[index]) return;
  slide.setAttribute('lang', edition.language);
  slide.setAttribute('aria-label', labelOf(slide, index, edition));
  if (view === 'overview') {
    slide.setAttribute('role', 'button');
  } else {
    slide.setAttribute('role', 'group');
    slide.setAttribute('aria-roledescription', edition.labels.slide);
  }
}

function labelOf(slide: Element | undefined, index: number, { labels, slides }: PlayerEdition): string {
  const title = slide ? titleOf(slide) : '';
  const label = title === '' ? labels.position : labels.named;
  return filled(label, { n: index + 1, count: slides.length, title });
}

/** The heading of a slide, or its quotation. Lines of Chinese join; others keep a space between them. */
function titleOf(slide: Element): string {
  const heading = slide.querySelector('section :is(h1, h2, h3)') ?? slide.querySelector('section blockquote');
  const copy = heading?.cloneNode(true);
  if (!(copy instanceof Element)) return '';
  for (const line of copy.querySelectorAll('br')) line.replaceWith('\n');
  return (copy.textContent ?? '')
    .trim()
    .replace(/([\u0021-\u024f])\s*\n\s*(?=[\u0021-\u024f])/g, '$1 ')
    .replace(/\s*\n\s*/g, '');
}
