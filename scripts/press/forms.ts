// Source pages as forms of another file (form XObjects, ISO 32000-1, 8.10). Fonts and images shared by pages stay
// shared; annotations, tags and outline stay behind. So does the page's transparency group: its blending space would
// decide the plates, and on blank paper it changes nothing else.

import { type Mm, mm } from '../model/length.ts';
import { type TrimmedPage, withBleed } from './page.ts';
import {
  PDFArray,
  type PDFContext,
  type PDFDocument,
  PDFName,
  type PDFObject,
  PDFObjectCopier,
  type PDFPageLeaf,
  PDFRawStream,
  PDFRef,
  type PdfFile,
  partsOf,
} from './pdf.ts';
import { joined, unpacked } from './unpack.ts';

/**
 * Adds each page to `target` as a form, with so much of its bleed, and the layers of the source, so that what is hidden stays hidden. Throws
 * where something that a page draws is missing from the file or cannot be unpacked.
 */
export function embedPages(
  pages: readonly TrimmedPage[],
  source: PdfFile,
  target: PDFDocument,
  bleed: Mm = mm(0),
): ReadonlyMap<TrimmedPage, PDFRef> {
  const { context, catalog } = target;
  const copier = PDFObjectCopier.for(source.context, context);
  const resourcesOf = copyResources(copier, context);
  const forms = new Map<TrimmedPage, PDFRef>();
  for (const page of pages) {
    const { leaf, toTrimmed } = page;
    const seen = withBleed(page, bleed);
    const { contents, dict } = contentOf(leaf, copier, context);
    const form = context.stream(contents, {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [seen.left, seen.bottom, seen.right, seen.top],
      Matrix: [...toTrimmed],
      Resources: resourcesOf(leaf),
      ...dict,
    });
    forms.set(page, context.register(form));
  }
  const layers = source.catalog.get(LAYERS);
  if (layers) catalog.set(LAYERS, copier.copy(layers));
  requireWhole(context);
  return forms;
}

const CONTENTS = PDFName.of('Contents');
const DECODE_PARMS = PDFName.of('DecodeParms');
const FILTER = PDFName.of('Filter');
const LAYERS = PDFName.of('OCProperties');
const RESOURCES = PDFName.of('Resources');

/** Many pages may inherit one dictionary, which is then written once. */
function copyResources(copier: PDFObjectCopier, context: PDFContext): (leaf: PDFPageLeaf) => PDFObject {
  const copies = new Map<PDFObject, PDFRef>();
  return (leaf) => {
    const resources = leaf.getInheritableAttribute(RESOURCES) ?? context.obj({});
    if (resources instanceof PDFRef) return copier.copy(resources);
    const copy = copies.get(resources) ?? context.register(copier.copy(resources));
    copies.set(resources, copy);
    return copy;
  };
}

interface Content {
  readonly contents: Uint8Array;
  readonly dict: { readonly [entry: string]: PDFObject };
}

/** A lone stream keeps its bytes as they are packed; the parts of a page in several can only be joined unpacked. */
function contentOf(leaf: PDFPageLeaf, copier: PDFObjectCopier, context: PDFContext): Content {
  const streams = streamsOf(leaf);
  // Unpacked in any case: what cannot be unpacked would print as an empty page.
  const parts = streams.map(unpacked);
  const [lone] = streams;
  if (lone && streams.length === 1) {
    const entries = [FILTER, DECODE_PARMS].flatMap((name) => {
      const value = lone.dict.get(name);
      return value ? [[name.decodeText(), copier.copy(value)] as const] : [];
    });
    return { contents: lone.contents, dict: Object.fromEntries(entries) };
  }
  if (streams.some(({ dict }) => dict.has(DECODE_PARMS)))
    throw new Error('the parts of a page are packed in a way that cannot be joined');
  const { contents, dict } = context.flateStream(joined(parts));
  return { contents, dict: { Filter: dict.lookup(FILTER) ?? context.obj(null) } };
}

function streamsOf(leaf: PDFPageLeaf): readonly PDFRawStream[] {
  const entry = leaf.get(CONTENTS);
  if (entry === undefined) return [];
  const contents = leaf.context.lookup(entry);
  const parts = contents instanceof PDFArray ? contents.asArray() : [entry];
  return parts.map((part) => {
    const stream = leaf.context.lookup(part);
    if (!(stream instanceof PDFRawStream)) throw new Error('the content of a page is missing');
    return stream;
  });
}

/** A font or an image that is referred to but not there would be left out in print without a word. */
function requireWhole(context: PDFContext): void {
  for (const [, object] of context.enumerateIndirectObjects())
    for (const part of partsOf(object))
      if (part instanceof PDFRef && context.lookup(part) === undefined)
        throw new Error('something that a page draws is missing');
}
