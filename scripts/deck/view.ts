// Edition to slides: which slides there are, in what order, and what stands on each.

import type { Edition } from '../model/edition.ts';
import type { Exchange } from '../model/interview.ts';
import type { PageReferences } from '../model/page-references.ts';
import { exchangeSlides } from './exchange.ts';
import { closingSlide, coverSlide, quoteSlide } from './ornaments.ts';
import { agendaSlides, dividerSlide, type NumberedSection } from './sections.ts';
import type { DeckSetting } from './setting.ts';
import type { Slide } from './slides.ts';
import { type StyleView, styleView } from './style.ts';
import { summarySlides } from './takeaways.ts';

/** Everything the deck's template needs. */
export interface DeckView {
  /** BCP 47. */
  readonly language: string;
  readonly title: string;
  /** The manuscript, as diagnostics name it. */
  readonly manuscript: string;
  readonly slides: readonly Slide[];
  readonly style: StyleView;
}

/**
 * The slides of an edition in order: cover, agenda, then per section a divider, its takeaways and its exchanges, each
 * followed by the quotations found in it, and a closing slide. A quotation found in none comes before the last. `pages`
 * may lack entries: nothing refers to the booklet then. The same setting and pages have the same view.
 */
export function deckView(setting: DeckSetting, pages: PageReferences): DeckView {
  const known = views.get(setting);
  if (known?.pages === pages) return known.view;
  const view = makeView(setting, pages);
  views.set(setting, { pages, view });
  return view;
}

const views = new WeakMap<DeckSetting, { readonly pages: PageReferences; readonly view: DeckView }>();

function makeView(setting: DeckSetting, pages: PageReferences): DeckView {
  const { edition, design } = setting;
  const { interview } = edition;
  const sections = numbered(edition, pages);
  const spoken = sections.flatMap(({ exchanges }) => exchanges.map(({ exchange }) => exchange));
  const quotes = interview.quotes.map((quote) => ({
    quote,
    from: spoken.find((exchange) => speaks(exchange, quote.text)),
  }));
  return {
    language: edition.language,
    title: interview.title.text,
    manuscript: setting.file,
    slides: [
      coverSlide(setting),
      ...agendaSlides(setting, sections),
      ...sections.flatMap((section) => [
        dividerSlide(setting, section, sections),
        ...summarySlides(setting, section),
        ...section.exchanges.flatMap((numberedExchange) => [
          ...exchangeSlides(setting, section, numberedExchange),
          ...quotes
            .filter(({ from }) => from === numberedExchange.exchange)
            .map(({ quote }) => quoteSlide(setting, quote, numberedExchange)),
        ]),
      ]),
      ...quotes.filter(({ from }) => !from).map(({ quote }) => quoteSlide(setting, quote)),
      closingSlide(setting),
    ],
    style: styleView(design, edition.locale),
  };
}

function numbered({ interview }: Edition, pages: PageReferences): readonly NumberedSection[] {
  let number = 0;
  return interview.sections.map((section, index) => ({
    section,
    number: index + 1,
    page: pages.sections[index],
    exchanges: section.exchanges.map((exchange) => {
      number += 1;
      return { exchange, number, page: pages.exchanges[number - 1] };
    }),
  }));
}

function speaks(exchange: Exchange, quote: string): boolean {
  return exchange.answer.some((turn) => turn.paragraphs.some(({ text }) => text.includes(quote)));
}
