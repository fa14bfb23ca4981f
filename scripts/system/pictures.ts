// Typst's SVG to small pictures in PNG, one a page. Glyphs are paths there, so that no font of the machine has a part in
// it. Owns @resvg/resvg-js.

import { createHash } from 'node:crypto';
import { lately } from '../reuse/lately.ts';

/** PNG for each page of `svg`, as Typst writes it, so many pixels wide as `widthOf` says; pages count from 0. */
export async function rasterizePages(
  svg: string,
  widthOf: (page: number) => number,
): Promise<readonly Uint8Array[]> {
  const pages = pagesOf(svg);
  return Promise.all(pages.map((page, index) => rasterize(page, widthOf(index))));
}

/** An SVG as PNG, so many pixels wide. */
export function rasterize(svg: string, width: number): Promise<Uint8Array> {
  const key = createHash('sha256').update(`${width} ${svg}`).digest('hex');
  return remember(key, () => render(svg, width));
}

/** The pictures of a long interview in three places: after an edit most of them are as before. */
const remember = lately<Promise<Uint8Array>>(600);

async function render(svg: string, width: number): Promise<Uint8Array> {
  const { Resvg } = await import('@resvg/resvg-js');
  const picture = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: { loadSystemFonts: false },
  });
  return new Uint8Array(picture.render().asPng());
}

/** An SVG for each page: its part of the drawing, with the glyphs that stand on it. */
function pagesOf(svg: string): readonly string[] {
  const parts = svg.split(/\n(?= {4}<\w)/);
  const papers = [...parts.keys()].filter((at) => PAGE.test(parts[at] ?? ''));
  const glyphs = new Map(
    Array.from(svg.matchAll(/<symbol id="([^"]*)"[\s\S]*?<\/symbol>/g), ([whole, id]) => [id, whole]),
  );
  const shared = parts.filter((part) => /^ {4}<defs/.test(part) && !part.includes('<symbol')).map(closed);
  return papers.map((at) => {
    const background = parts[at] ?? '';
    const [, height = '0', width = '0'] = PAGE.exec(background) ?? [];
    const drawing = (parts[at + 1] ?? '').replace(MOVED, '$1');
    const used = new Set(
      Array.from(drawing.matchAll(/xlink:href="#([^"]*)"/g), ([, id]) => glyphs.get(id) ?? ''),
    );
    return (
      `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" ${NAMESPACES}>` +
      `<defs>${[...used].join('')}</defs>${shared.join('')}${background}${closed(drawing)}</svg>`
    );
  });
}

const NAMESPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';

/** The paper of a page, which Typst draws first: how high and how wide it is. */
const PAGE = /^ {4}<path class="typst-shape"[^>]* d="M 0 0v ([\d.]+) h ([\d.]+) /;

/** Pages stand under one another: each is moved back up. */
const MOVED = /^( {4}<g) transform="[^"]*"/;

/** A part without the end of the whole. */
const closed = (part: string): string => part.replace(/<\/svg>\s*$/, '');
