// A paragraph that the page-maker has ended with a page, and begun again on the next, is two for Typst. For whoever listens
// to the book it is one: here the second element of the structure is joined to the first (ISO 32000-1, 14.7.2 to 14.7.4).

import { type Edit, editPdf } from './pdf-text.ts';

/** On which pages a paragraph goes on, as the library of the theme left it in `metadata`. */
export function continuedPages(metadata: readonly unknown[]): readonly number[] {
  return metadata
    .filter(isContinued)
    .map(({ page }) => page)
    .sort((a, b) => a - b);
}

/** `pdf` with the paragraph at the head of each of `pages`, counted from 1, joined to the one before it. */
export function joinParagraphs(pdf: Uint8Array, pages: readonly number[]): Uint8Array {
  if (pages.length === 0) return pdf;
  return editPdf(pdf, (source) => {
    const tree = readTree(source);
    const moved = new Map<string, string>();
    for (const page of pages) {
      const pair = pairAt(tree, page);
      // A theme of one's own may put a paragraph into other elements: then two are read.
      if (!pair) continue;
      join(tree, pair);
      moved.set(pair.later, pair.earlier);
    }
    return [...tree.elements.values()].flatMap(editOf).concat(parentTreeEdits(source, moved));
  });
}

/** Content of a page (`mcid` on the page object `on`), or an element. */
type Kid = { readonly on: string; readonly mcid: string } | { readonly element: string };

/** A structure element with its place in the file; objects go by their number. */
interface Element {
  readonly start: number;
  readonly source: string;
  readonly type: string;
  parent: string;
  kids: readonly Kid[];
  state: 'kept' | 'changed' | 'joined';
}

interface Tree {
  readonly elements: ReadonlyMap<string, Element>;
  /** Page numbers from 1, by page object. */
  readonly pages: ReadonlyMap<string, number>;
}

const ELEMENT = /^(\d+) 0 obj\n(<<\n {2}\/Type \/StructElem\n[\s\S]*?\n>>)\nendobj$/gm;
const KIDS = /(?<=\n {2}\/K \[)[^\]]*(?=\])/;
const PARENT = /(?<=\n {2}\/P )\d+(?= 0 R)/;

function readTree(source: string): Tree {
  const elements = new Map<string, Element>();
  for (const { 0: found, 1: number = '', 2: body = '', index } of source.matchAll(ELEMENT)) {
    const own = /\n {2}\/Pg (\d+) 0 R/.exec(body)?.[1] ?? '';
    const type = /\n {2}\/S \/(\w+)/.exec(body)?.[1] ?? '';
    const start = index + found.indexOf('<<');
    const parent = PARENT.exec(body)?.[0] ?? '';
    const kids = kidsIn(KIDS.exec(body)?.[0] ?? '', own);
    elements.set(number, { start, source: body, type, parent, kids, state: 'kept' });
  }
  const [, leaves = ''] = /\/Type \/Pages\s[\s\S]*?\/Kids \[([^\]]*)\]/.exec(source) ?? [];
  const pages = Array.from(
    leaves.matchAll(/(\d+) 0 R/g),
    ([, object = ''], index) => [object, index + 1] as const,
  );
  return { elements, pages: new Map(pages) };
}

function kidsIn(list: string, ownPage: string): readonly Kid[] {
  return Array.from(list.matchAll(/<<[^>]*>>|(\d+)( 0 R)?/g), ([found, number = '', isReference]): Kid => {
    if (isReference) return { element: number };
    if (number !== '') return { on: ownPage, mcid: number };
    const [, on = ''] = /\/Pg (\d+) 0 R/.exec(found) ?? [];
    const [, mcid = ''] = /\/MCID (\d+)/.exec(found) ?? [];
    return { on: on === '' ? ownPage : on, mcid };
  });
}

interface Pair {
  readonly earlier: string;
  readonly later: string;
}

/** The paragraph that begins on `page`, where the one before it among the same element's kids ends before that page. */
function pairAt({ elements, pages }: Tree, page: number): Pair | undefined {
  const pagesOf = (number: string): readonly number[] => {
    const element = elements.get(number);
    if (!element) return [];
    return element.kids.flatMap((kid) => {
      if ('mcid' in kid) return [pages.get(kid.on) ?? 0];
      // A note may be long, and is read where it is called.
      return elements.get(kid.element)?.type === 'Note' ? [] : pagesOf(kid.element);
    });
  };
  for (const { kids, state } of elements.values()) {
    if (state === 'joined') continue;
    const numbers = kids.map((kid) => ('element' in kid ? kid.element : ''));
    const at = numbers.findIndex((later, index) => {
      const earlier = numbers[index - 1] ?? '';
      const areParagraphs = [earlier, later].every((one) => elements.get(one)?.type === 'P');
      return areParagraphs && Math.min(...pagesOf(later)) === page && Math.max(...pagesOf(earlier)) < page;
    });
    if (at > 0) return { earlier: numbers[at - 1] ?? '', later: numbers[at] ?? '' };
  }
  return undefined;
}

function join({ elements }: Tree, { earlier, later }: Pair): void {
  const [first, second] = [elements.get(earlier), elements.get(later)];
  const parent = elements.get(first?.parent ?? '');
  if (!first || !second || !parent) return;
  parent.kids = parent.kids.filter((kid) => !('element' in kid && kid.element === later));
  first.kids = [...first.kids, ...second.kids];
  for (const kid of second.kids) {
    const own = 'element' in kid ? elements.get(kid.element) : undefined;
    if (!own) continue;
    own.parent = earlier;
    own.state = 'changed';
  }
  for (const changed of [parent, first]) changed.state = 'changed';
  second.state = 'joined';
}

function editOf({ start, source, parent, kids, state }: Element): readonly Edit[] {
  if (state === 'kept') return [];
  const place = { start, end: start + source.length };
  if (state === 'joined') return [{ ...place, text: 'null' }];
  const list = kids.map((kid) =>
    'element' in kid
      ? `${kid.element} 0 R`
      : `<<\n    /Type /MCR\n    /MCID ${kid.mcid}\n    /Pg ${kid.on} 0 R\n  >>`,
  );
  const text = source.replace(KIDS, list.join(' ')).replace(PARENT, parent);
  return [{ ...place, text }];
}

/** The parent tree says for each content of a page which element it belongs to: there the joined one is the earlier. */
function parentTreeEdits(source: string, moved: ReadonlyMap<string, string>): readonly Edit[] {
  const lastOf = (number: string): string => {
    const to = moved.get(number);
    return to === undefined ? number : lastOf(to);
  };
  return Array.from(source.matchAll(/(?<=^\d+ 0 obj\n)\[[\d R\snul]*\](?=\nendobj$)/gm)).flatMap(
    ({ 0: list, index }) => {
      const text = list.replace(/\d+(?= 0 R)/g, lastOf);
      return text === list ? [] : [{ start: index, end: index + list.length, text }];
    },
  );
}

interface Continued {
  readonly part: 'continued';
  readonly page: number;
}

function isContinued(value: unknown): value is Continued {
  if (typeof value !== 'object' || value === null) return false;
  const { part, page } = value as Partial<Record<keyof Continued, unknown>>;
  return part === 'continued' && Number.isInteger(page);
}
