// Typst's SVG to small pictures in PNG, one a page. Glyphs are paths there, so that no font of the machine has a part in
// it. Owns @resvg/resvg-js.

import { sha256 } from '../reuse/digest.ts';
import { lately } from '../reuse/lately.ts';

/** PNG for each page of `svg`, as Typst writes it, as wide in pixels as `widths` says in their order; its last is for all others. */
export async function rasterizePages(svg: string, widths: readonly number[]): Promise<readonly Uint8Array[]> {
  const { pages, shared, glyphs } = readDrawing(svg);
  return Promise.all(
    pages.map((page, index) => {
      const width = widths[index] ?? widths.at(-1) ?? 0;
      // A glyph goes by a hash of its typeface, number and size: what names the same ones draws the same.
      const drawn = [...shared, page.paper, page.content].join('');
      return remember(sha256(`${width} ${drawn}`), () => render(alone(page, drawn, glyphs), width));
    }),
  );
}

/** An SVG as PNG, so many pixels wide. */
export function rasterize(svg: string, width: number): Promise<Uint8Array> {
  return remember(sha256(`${width} ${svg}`), () => render(svg, width));
}

/** The pictures of a long interview in three places: after an edit most of them are as before. */
const remember = lately<Promise<Uint8Array>>(600);

/** Beside this thread, so that several are drawn at once where the machine has cores for it. */
async function render(svg: string, width: number): Promise<Uint8Array> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const picture = await renderAsync(svg, {
    fitTo: { mode: 'width', value: width },
    font: { loadSystemFonts: false },
  });
  return new Uint8Array(picture.asPng());
}

interface Drawing {
  readonly pages: readonly Page[];
  /** What any page may name, such as outlines that parts of it are cut to. */
  readonly shared: readonly string[];
  /** The outline of a glyph by its name. */
  readonly glyphs: (name: string) => string;
}

interface Page {
  readonly paper: string;
  readonly content: string;
}

/** The parts of the drawing. They are found and not copied: it has megabytes, of which glyphs are most. */
function readDrawing(svg: string): Drawing {
  const parts = partsOf(svg);
  const definitions = parts.filter((part) => part.startsWith(`${INDENT}<defs`));
  const [glyphs = ''] = definitions.filter((part) => part.includes(SYMBOL));
  return {
    pages: parts.flatMap((paper, at) =>
      PAPER.test(paper) ? [{ paper, content: closed(parts[at + 1] ?? '').replace(MOVED, '$1') }] : [],
    ),
    shared: definitions.filter((part) => !part.includes(SYMBOL)).map(closed),
    glyphs: glyphsIn(glyphs),
  };
}

/** What stands side by side in the drawing, in its order: Typst begins it on a line of its own with four spaces. */
function partsOf(svg: string): readonly string[] {
  const parts: string[] = [];
  for (let at = beginning(svg, 0); at < svg.length; ) {
    const next = beginning(svg, at);
    parts.push(svg.slice(at, next));
    at = next;
  }
  return parts;
}

/** Where the next part after `at` begins, or else the end. */
function beginning(svg: string, at: number): number {
  const line = svg.indexOf(`\n${INDENT}<`, at);
  if (line === -1) return svg.length;
  return svg[line + INDENT.length + 2] === '/' ? beginning(svg, line + 1) : line + 1;
}

const INDENT = '    ';
const SYMBOL = '<symbol id="';

/** Looks through the outlines when one is first asked for: where no page has changed, nobody does. */
function glyphsIn(definitions: string): (name: string) => string {
  const glyphs = new Map<string, string>();
  const read = (): void => {
    for (let at = definitions.indexOf(SYMBOL); at !== -1; ) {
      const end = definitions.indexOf(SYMBOL_END, at) + SYMBOL_END.length;
      const name = at + SYMBOL.length;
      glyphs.set(definitions.slice(name, definitions.indexOf('"', name)), definitions.slice(at, end));
      at = definitions.indexOf(SYMBOL, end);
    }
  };
  return (name) => {
    if (glyphs.size === 0) read();
    return glyphs.get(name) ?? '';
  };
}

const SYMBOL_END = '</symbol>';

/** An SVG of one page, `drawn`, with the glyphs that stand on it. */
function alone({ paper, content }: Page, drawn: string, glyphs: Drawing['glyphs']): string {
  const [, height = '0', width = '0'] = PAPER.exec(paper) ?? [];
  const used = new Set(
    Array.from(content.matchAll(/xlink:href="#([^"]*)"/g), ([, name = '']) => glyphs(name)),
  );
  return (
    `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" ${NAMESPACES}>` +
    `<defs>${[...used].join('')}</defs>${drawn}</svg>`
  );
}

const NAMESPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';

/** The paper of a page, which Typst draws first: how high and how wide it is. */
const PAPER = /^ {4}<path class="typst-shape"[^>]* d="M 0 0v ([\d.]+) h ([\d.]+) /;

/** Pages stand under one another: each is moved back up. */
const MOVED = /^( {4}<g) transform="[^"]*"/;

/** A part without the end of the whole. */
const closed = (part: string): string => part.replace(/<\/svg>\s*$/, '');
