// Slides to Marp Markdown, by the theme's templates. The styles stand in it, so that any Marp tool shows the same.

import { type Result, resultOf, success } from '../model/diagnostic.ts';
import { compileTemplate, type TemplateSource } from '../render/template.ts';
import { pickTemplates, type Theme } from '../render/theme.ts';
import { overfull } from './overfull.ts';
import type { Slide } from './slides.ts';
import type { DeckView } from './view.ts';

export interface DeckTemplates {
  readonly main: TemplateSource;
  /** One for each kind of slide, the parts they share, and the style sheet. */
  readonly partials: Readonly<Record<string, TemplateSource>>;
}

/** The theme's files for the deck. */
export function deckTemplates(theme: Theme): Result<DeckTemplates> {
  const main = pickTemplates(theme, { main: DECK_TEMPLATE_FILES.main });
  const partials = pickTemplates(theme, DECK_TEMPLATE_FILES.partials);
  if (!main.ok || !partials.ok)
    return { ok: false, diagnostics: [...main.diagnostics, ...partials.diagnostics] };
  return success({ main: main.value.main, partials: partials.value });
}

/** The files of a theme's deck under templates/<theme>/, or templates/ where themes share them, by the name the templates call them. */
const DECK_TEMPLATE_FILES = {
  main: 'deck.md.hbs',
  partials: {
    cover: 'deck/cover.md.hbs',
    agenda: 'deck/agenda.md.hbs',
    divider: 'deck/divider.md.hbs',
    summary: 'deck/summary.md.hbs',
    question: 'deck/question.md.hbs',
    exchange: 'deck/exchange.md.hbs',
    quote: 'deck/quote.md.hbs',
    closing: 'deck/closing.md.hbs',
    logo: 'deck/logo.md.hbs',
    stage: 'deck/stage.hbs',
    person: 'deck/person.md.hbs',
    foot: 'deck/foot.md.hbs',
    notes: 'deck/notes.md.hbs',
    lines: 'deck/lines.hbs',
    style: 'deck/style.css.hbs',
  },
} as const satisfies {
  readonly main: string;
  readonly partials: Record<Slide['kind'], string> & Record<string, string>;
};

/** The deck as Marp Markdown. Error: `deck/overfull` for each text that no step of the theme has room for. */
export function deckMarkdown(view: DeckView, templates: DeckTemplates): Result<string> {
  const template = compileTemplate<DeckView>(templates.main, 'markdown', templates.partials);
  if (!template.ok) return template;
  const markdown = template.value(view);
  if (!markdown.ok) return markdown;
  return resultOf(markdown.value, overfull(view));
}
