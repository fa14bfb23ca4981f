// Marp's engine, kept from deck to deck: an edit changes some words, and neither the style sheet nor most of the markup.
// Same Markdown, same HTML as by an engine of its own. Owns @marp-team/marp-core.

import { Marp } from '@marp-team/marp-core';
import { digestOf } from '../reuse/digest.ts';
import type { Shown } from './marp-page.ts';
import type { Styles } from './marp-styles.ts';

/** Emoji pictures and formulas would be fetched from the network, and heading ids would carry our line breaks. */
export const OPTIONS = { emoji: { shortcode: false, unicode: false }, math: false, slug: false } as const;

/** Where the Markdown says none. */
export const LANGUAGE = 'zh';

/**
 * Slides, style sheet and notes of a deck, as marp-cli's page has them. Undefined where the Markdown asks for what only
 * marp-cli knows (a description, transitions, a title that is looked for in the headings).
 */
export type Engine = (markdown: string) => Shown | undefined;

export function createEngine(styles: Styles): Engine {
  const marp = new Marp({
    lang: LANGUAGE,
    ...OPTIONS,
    container: { tag: 'div', id: ':$p' },
    inlineSVG: true,
    slideContainer: [],
  } as EngineOptions);
  packOnce(marp, styles);
  sanitizeOnce(marp.markdown.renderer.rules);
  const heard = hearDirectives(marp);
  return (markdown) => {
    heard.foreign = false;
    const { html, css, comments } = marp.render(markdown.replace(/^\ufeff/, ''));
    const { title, language } = heard;
    if (heard.foreign || !title || !language) return undefined;
    return { html, css, comments, title, language };
  };
}

type EngineOptions = NonNullable<ConstructorParameters<typeof Marp>[0]>;

interface Heard {
  title: string | undefined;
  language: string | undefined;
  foreign: boolean;
}

/** The directives that marp-cli adds to Marp's own: of these a page is filled with the title alone. */
const FOREIGN = ['author', 'description', 'image', 'keywords', 'url'];

function hearDirectives(marp: Marp): Heard {
  const heard: Heard = { title: undefined, language: undefined, foreign: false };
  const { global, local } = marp.customDirectives;
  const isForeign = (): object => {
    heard.foreign = true;
    return {};
  };
  for (const name of FOREIGN) global[name] = isForeign;
  local['transition'] = isForeign;
  global['title'] = (title) => (typeof title === 'string' ? { wendaTitle: title } : {});
  marp.use((markdown: MarkdownIt) => {
    markdown.core.ruler.push('wenda_directives', ({ inlineMode }) => {
      if (inlineMode) return;
      const { wendaTitle, lang } = markdown.marpit.lastGlobalDirectives ?? {};
      heard.title = wendaTitle;
      heard.language = lang ?? LANGUAGE;
    });
  });
  return heard;
}

/** What is used here of markdown-it, as Marpit extends it. */
interface MarkdownIt {
  readonly core: {
    readonly ruler: {
      readonly push: (name: string, rule: (state: { readonly inlineMode: boolean }) => void) => void;
    };
  };
  readonly marpit: {
    readonly lastGlobalDirectives?: { readonly wendaTitle?: string; readonly lang?: string };
  };
}

/** PostCSS goes through the style sheet a score of times. */
function packOnce({ themeSet }: Marp, styles: Styles): void {
  const { pack } = themeSet;
  themeSet.pack = (name, style) => {
    const digest = digestOf([themeSet.get(name ?? '', true)?.css, name, style]);
    const known = styles.get(digest);
    if (known !== undefined) return known;
    const css = pack.call(themeSet, name, style);
    styles.set(digest, css);
    return css;
  };
}

/** How markdown-it writes a token. */
type Rule = (tokens: readonly { readonly content: string }[], index: number, ...more: unknown[]) => string;

/** Each tag by itself is held against the list of what is allowed: a deck has a thousand, and some dozens of kinds. */
function sanitizeOnce(rules: Record<string, Rule | undefined>): void {
  for (const kind of ['html_inline', 'html_block']) {
    const write = rules[kind];
    if (!write) continue;
    const known = new Map<string, string>();
    rules[kind] = (tokens, index, ...more) => {
      const content = tokens[index]?.content ?? '';
      const clean = known.get(content) ?? write(tokens, index, ...more);
      if (known.size >= MOST_TAGS) known.clear();
      known.set(content, clean);
      return clean;
    };
  }
}

const MOST_TAGS = 5000;
