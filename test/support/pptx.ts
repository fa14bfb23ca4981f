// Reads a PowerPoint file back, and says what PowerPoint would want repaired (ECMA-376, parts 1 and 2).

import path from 'node:path';
import { unpack } from '../../scripts/archive/zip.ts';
import { all, type Element, first, parseXml } from './xml.ts';

export interface PptxText {
  readonly name: string;
  /** Of a placeholder; undefined for a text box. */
  readonly holder: string | undefined;
  readonly paragraphs: readonly string[];
  readonly hasBullets: boolean;
  /** Pixels of 1280 by 720. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly isVertical: boolean;
  /** Sizes in points. */
  readonly sizes: readonly number[];
}

export interface PptxSlide {
  readonly layout: string;
  readonly texts: readonly PptxText[];
  readonly notes: readonly string[];
}

export interface Pptx {
  readonly parts: ReadonlyMap<string, Element>;
  readonly slides: readonly PptxSlide[];
  readonly sections: readonly { readonly name: string; readonly count: number }[];
}

export function partsOf(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const unpacked = unpack(bytes, 1 << 28);
  if (unpacked.kind !== 'files') throw new Error(unpacked.kind);
  return unpacked.files;
}

export function readPptx(bytes: Uint8Array): Pptx {
  const parts = new Map<string, Element>();
  for (const [name, content] of partsOf(bytes))
    if (/\.(?:xml|rels)$/.test(name))
      parts.set(name, parseXml(new TextDecoder('utf8', { fatal: true }).decode(content)));
  const count = [...parts.keys()].filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name)).length;
  const slides = Array.from({ length: count }, (_, index) => readSlide(parts, index + 1));
  const presentation = part(parts, 'ppt/presentation.xml');
  const sections = all(presentation, 'p14:section').map((section) => ({
    name: section.attributes.get('name') ?? '',
    count: all(section, 'p14:sldId').length,
  }));
  return { parts, slides, sections };
}

function part(parts: ReadonlyMap<string, Element>, name: string): Element {
  const found = parts.get(name);
  if (!found) throw new Error(`there is no ${name}`);
  return found;
}

function readSlide(parts: ReadonlyMap<string, Element>, number: number): PptxSlide {
  const notes = all(part(parts, `ppt/notesSlides/notesSlide${number}.xml`), 'p:sp').find(
    (shape) => first(shape, 'p:ph')?.attributes.get('type') === 'body',
  );
  const layout = all(part(parts, `ppt/slides/_rels/slide${number}.xml.rels`), 'Relationship')
    .map(({ attributes }) => attributes.get('Target') ?? '')
    .find((target) => target.includes('slideLayout'));
  const layoutPart = part(parts, path.posix.join('ppt/slides', layout ?? ''));
  return {
    layout: first(layoutPart, 'p:cSld')?.attributes.get('name') ?? '',
    texts: all(part(parts, `ppt/slides/slide${number}.xml`), 'p:sp').flatMap(readText),
    notes: notes ? paragraphsOf(notes).filter((text) => text !== '') : [],
  };
}

function readText(shape: Element): readonly PptxText[] {
  const name = first(shape, 'p:cNvPr')?.attributes.get('name') ?? '';
  const holder = first(shape, 'p:ph')?.attributes.get('type');
  if (!first(shape, 'p:txBody') || holder === 'sldNum') return [];
  const pixels = (tag: string, attribute: string): number =>
    Number(first(shape, tag)?.attributes.get(attribute) ?? Number.NaN) / 9525;
  return [
    {
      name,
      holder,
      paragraphs: paragraphsOf(shape),
      hasBullets: all(shape, 'a:buChar').length > 0,
      box: {
        x: pixels('a:off', 'x'),
        y: pixels('a:off', 'y'),
        width: pixels('a:ext', 'cx'),
        height: pixels('a:ext', 'cy'),
      },
      isVertical: first(shape, 'a:bodyPr')?.attributes.get('vert') === 'eaVert',
      sizes: all(shape, 'a:rPr').map(({ attributes }) => Number(attributes.get('sz')) / 100),
    },
  ];
}

/** The text of each paragraph; a break inside one joins. */
function paragraphsOf(shape: Element): readonly string[] {
  return all(shape, 'a:p').map((paragraph) =>
    all(paragraph, 'a:t')
      .map(({ text }) => text)
      .join(''),
  );
}

/** What PowerPoint would not open, or only after a repair. */
export function faultsOf(bytes: Uint8Array): readonly string[] {
  const { parts } = readPptx(bytes);
  const names = new Set(partsOf(bytes).keys());
  return [
    ...relationshipFaults(parts, names),
    ...contentTypeFaults(parts, names),
    ...[...parts].flatMap(([name, root]) => (name.startsWith('ppt/slide') ? shapeFaults(name, root) : [])),
    ...usedRelationships(parts),
  ];
}

function relationshipFaults(
  parts: ReadonlyMap<string, Element>,
  names: ReadonlySet<string>,
): readonly string[] {
  return [...parts].flatMap(([name, root]) => {
    if (!name.endsWith('.rels')) return [];
    const folder = path.posix.dirname(path.posix.dirname(name));
    const relationships = all(root, 'Relationship');
    const ids = relationships.map(({ attributes }) => attributes.get('Id'));
    return [
      ...(new Set(ids).size < ids.length ? [`${name} has an id twice`] : []),
      ...relationships
        .filter(({ attributes }) => attributes.get('TargetMode') !== 'External')
        .map(({ attributes }) => path.posix.join(folder, attributes.get('Target') ?? ''))
        .filter((target) => !names.has(target))
        .map((target) => `${name} leads to ${target}, which is not there`),
    ];
  });
}

function contentTypeFaults(
  parts: ReadonlyMap<string, Element>,
  names: ReadonlySet<string>,
): readonly string[] {
  const types = part(parts, '[Content_Types].xml');
  const defaults = new Set(all(types, 'Default').map(({ attributes }) => attributes.get('Extension')));
  const overrides = all(types, 'Override').map(({ attributes }) =>
    (attributes.get('PartName') ?? '').slice(1),
  );
  return [
    ...overrides.filter((name) => !names.has(name)).map((name) => `${name} is declared and not there`),
    ...(new Set(overrides).size < overrides.length ? ['a part is declared twice'] : []),
    ...[...names]
      .filter((name) => name !== '[Content_Types].xml')
      .filter((name) => !overrides.includes(name) && !defaults.has(name.replace(/^.*\./, '')))
      .map((name) => `${name} has no content type`),
    ...[...names]
      .filter((name) =>
        /^ppt\/(?:slides|slideLayouts|slideMasters|notesSlides|theme)\/[^/]*\.xml$/.test(name),
      )
      .filter((name) => !overrides.includes(name) && !name.includes('theme2'))
      .map((name) => `${name} is only some XML`),
  ];
}

function shapeFaults(name: string, root: Element): readonly string[] {
  if (!/^p:(?:sld|sldLayout|sldMaster)$/.test(root.name)) return [];
  const ids = all(root, 'p:cNvPr').map(({ attributes }) => attributes.get('id'));
  const holders = all(root, 'p:ph').map(
    ({ attributes }) => `${attributes.get('type')} ${attributes.get('idx')}`,
  );
  const empty = all(root, 'p:txBody').filter((body) => all(body, 'a:p').length === 0);
  const order = all(root, 'a:p').filter(
    ({ children }) => children.findIndex(({ name: tag }) => tag === 'a:pPr') > 0,
  );
  return [
    ...(new Set(ids).size < ids.length ? [`${name} has an id twice`] : []),
    ...(new Set(holders).size < holders.length ? [`${name} has a placeholder twice: ${holders}`] : []),
    ...(empty.length > 0 ? [`${name} has a text without a paragraph`] : []),
    ...(order.length > 0 ? [`${name} has properties of a paragraph behind its text`] : []),
  ];
}

/** Every r:id that a part uses is one of its relationships. */
function usedRelationships(parts: ReadonlyMap<string, Element>): readonly string[] {
  return [...parts].flatMap(([name, root]) => {
    const rels = parts.get(
      path.posix.join(path.posix.dirname(name), '_rels', `${path.posix.basename(name)}.rels`),
    );
    const known = new Set(
      rels ? all(rels, 'Relationship').map(({ attributes }) => attributes.get('Id')) : [],
    );
    return attributesBelow(root, /^r:(?:id|embed|link)$/)
      .filter((id) => !known.has(id))
      .map((id) => `${name} uses ${id}, which leads nowhere`);
  });
}

function attributesBelow(element: Element, name: RegExp): readonly string[] {
  const own = [...element.attributes].filter(([key]) => name.test(key)).map(([, value]) => value);
  return [...own, ...element.children.flatMap((child) => attributesBelow(child, name))];
}
