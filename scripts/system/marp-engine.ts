// Marp's engine, kept from deck to deck: an edit changes some words, and neither the style sheet nor most of the markup.
// Same Markdown, same HTML as by an engine of its own. Owns @marp-team/marp-core.

import { Marp } from '@marp-team/marp-core';
import { lately } from '../reuse/lately.ts';

/** How marp-cli makes an engine: of the options of a conversion. */
type EngineOptions = NonNullable<ConstructorParameters<typeof Marp>[0]>;

/**
 * Where marp-cli imports the engine from. It takes a path and no value; a class whose instances are ours needs no file.
 */
export const ENGINE = `data:text/javascript,export default class{constructor(options){return globalThis[Symbol.for('wenda.marp')](options)}}`;

Object.assign(globalThis, {
  [Symbol.for('wenda.marp')]: (options: EngineOptions) =>
    kept(JSON.stringify(options), () => engine(options)),
});

/** For the page of a deck, and for its PDF. */
const kept = lately<Marp>(2);

function engine(options: EngineOptions): Marp {
  const marp = new Marp(options);
  const { themeSet, use } = marp;
  const { pack } = themeSet;
  const packed = new WeakMap<object, ReturnType<typeof lately<string>>>();
  let isExtended = false;
  // marp-cli extends the engine for each deck, always by the same: what it asks for before the first is enough.
  marp.use = (...extension) => (isExtended ? marp : use.apply(marp, extension));
  // PostCSS goes through the style sheet a score of times.
  themeSet.pack = (name, style) => {
    isExtended = true;
    const make = (): string => pack.call(themeSet, name, style);
    const theme = themeSet.get(name ?? '', true);
    if (!theme) return make();
    const remembered = packed.get(theme) ?? lately<string>(STYLES);
    packed.set(theme, remembered);
    return remembered(JSON.stringify([name, style]), make);
  };
  sanitizeOnce(marp.markdown.renderer.rules);
  return marp;
}

/** Two themes in three places. */
const STYLES = 6;

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
