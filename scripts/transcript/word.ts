// A Word document to HTML, and what of the document is not in it (ECMA-376). Owns mammoth, which is loaded when the
// first document comes.

import { pack, type Unpacked, unpack, utf8 } from '../archive/zip.ts';
import type { Leaving } from './account.ts';

/** In bytes, of all that the archive holds. */
export const MAX_UNPACKED = 64 * 1024 * 1024;

export type WordDocument =
  | { readonly kind: 'html'; readonly html: string; readonly leavings: readonly Leaving[] }
  | Exclude<Unpacked, { readonly kind: 'files' }>;

export async function readWord(bytes: Uint8Array): Promise<WordDocument> {
  const unpacked = unpack(bytes, MAX_UNPACKED);
  if (unpacked.kind !== 'files') return unpacked;
  const { files } = unpacked;
  if (!files.has('[Content_Types].xml')) return { kind: 'damaged', reason: 'it has no list of its contents' };
  const { default: mammoth } = await import('mammoth');
  try {
    // Packed again, so that nothing is read but what was counted; pictures are not looked at.
    const bare = new Map(
      Array.from(files, ([name, content]) => [name, isPicture(name) ? utf8('') : content]),
    );
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(pack(bare)) },
      {
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
        styleMap: ["p[style-name='Title'] => h1:fresh"],
      },
    );
    return { kind: 'html', html: value, leavings: leavingsOf(files) };
  } catch (error) {
    return { kind: 'damaged', reason: error instanceof Error ? error.message : String(error) };
  }
}

function isPicture(name: string): boolean {
  return /^word\/media\//.test(name);
}

/** What a Word document has beside its text, in the order of their names. */
function leavingsOf(files: ReadonlyMap<string, Uint8Array>): readonly Leaving[] {
  const words = (pattern: RegExp, element: string): number => {
    const run = new RegExp(`<w:${element}(?: [^>]*)?>([^<]*)</w:${element}>`, 'g');
    return [...files]
      .filter(([name]) => pattern.test(name))
      .flatMap(([, content]) => [...new TextDecoder().decode(content).matchAll(run)])
      .reduce((sum, [, text = '']) => sum + text.length, 0);
  };
  const count = (pattern: RegExp): number => [...files.keys()].filter((name) => pattern.test(name)).length;
  const found: readonly Leaving[] = [
    {
      kind: 'comments',
      count: count(/^word\/comments\.xml$/),
      characters: words(/^word\/comments\.xml$/, 't'),
    },
    { kind: 'deleted text', count: 1, characters: words(/^word\/document\.xml$/, 'delText') },
    {
      kind: 'headers and footers',
      count: count(/^word\/(?:header|footer)\d*\.xml$/),
      characters: words(/^word\/(?:header|footer)\d*\.xml$/, 't'),
    },
    { kind: 'pictures', count: count(/^word\/media\//), characters: 0 },
  ];
  return found.filter(({ kind, count: number, characters }) =>
    kind === 'pictures' ? number > 0 : number > 0 && characters > 0,
  );
}
