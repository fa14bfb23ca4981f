// The page that marp-cli puts around the slides of a deck: taken from one deck that it has made, and filled with others. It
// is the same for all, and to make it anew is to read a configuration, two files and 200 modules.

/** What differs from deck to deck. */
export interface Shown {
  /** The slides. */
  readonly html: string;
  readonly css: string;
  /** The notes of each slide, in parts. */
  readonly comments: readonly (readonly string[])[];
  /** BCP 47. */
  readonly language: string;
  readonly title: string;
}

type Slot = 'html' | 'css' | 'notes' | 'title' | 'language';

/** Texts, and the slots between them. Nothing but data: it can be kept in a file. */
export type Page = readonly (string | { readonly slot: Slot })[];

/** The page `made` of a deck, without what the deck shows. Undefined where that is not found in it as `fill` would put it. */
export function pageAround(made: string, shown: Shown): Page | undefined {
  const values = valuesOf(shown);
  let page: Page = [made];
  // The longest first: slides name the language too.
  for (const slot of ['html', 'css', 'notes', 'title', 'language'] as const) {
    page = page.flatMap((part) => (typeof part === 'string' ? cut(part, values[slot], slot) : [part]));
    const count = page.filter((part) => typeof part !== 'string' && part.slot === slot).length;
    if (count !== COUNTS[slot]) return undefined;
  }
  return fill(page, shown) === made ? page : undefined;
}

/** The title stands in the element and in what is shared of the page. */
const COUNTS: Readonly<Record<Slot, number>> = { html: 1, css: 1, notes: 1, title: 2, language: 1 };

function cut(text: string, value: string, slot: Slot): Page {
  return text.split(value).flatMap((part, index) => (index === 0 ? [part] : [{ slot }, part]));
}

export function fill(page: Page, shown: Shown): string {
  const values = valuesOf(shown);
  return page.map((part) => (typeof part === 'string' ? part : values[part.slot])).join('');
}

function valuesOf({ html, css, comments, title, language }: Shown): Readonly<Record<Slot, string>> {
  const notes = comments.map((parts, index) => {
    const paragraphs = parts.map((part) => `<p>${escaped(part)}</p>`).join('');
    return parts.length === 0
      ? ''
      : `<div class="bespoke-marp-note" data-index="${index}" tabindex="0">${paragraphs}</div>`;
  });
  return { html, css, notes: notes.join(''), title: escaped(title), language: escaped(language) };
}

const escaped = (text: string): string => text.replace(/["&<>]/g, (mark) => ESCAPES[mark] ?? mark);

const ESCAPES: Readonly<Record<string, string>> = { '"': '&quot;', '&': '&amp;', '<': '&lt;', '>': '&gt;' };
