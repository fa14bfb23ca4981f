// What Typst cannot say of the booklet's PDF, put right in the finished file (ISO 32000-1, 7.5.4, 12.2 and 14.9.2): the
// language tag with its script (BCP 47: zh-Hant-TW), in the catalog and in the metadata; and the way the pages turn.

import { type Edit, editPdf } from './pdf-text.ts';

/**
 * `pdf` as Typst writes it, in the language `tag`. A book whose spine is on the right is laid out by viewers from right
 * to left, cover and all, whatever the direction of its lines.
 */
export function finishPdf(pdf: Uint8Array, tag: string, binding: 'left' | 'right'): Uint8Array {
  const tagged = withLanguage(pdf, tag);
  if (binding === 'left') return tagged;
  const source = Buffer.from(tagged.buffer, tagged.byteOffset, tagged.byteLength).toString('latin1');
  return new Uint8Array(Buffer.from(source.replace(/(?<=\/Direction \/)L2R/, 'R2L'), 'latin1'));
}

/** `pdf` as Typst writes it, with a plain cross-reference table, in the language `tag`. Another file stays as it is. */
export function withLanguage(pdf: Uint8Array, tag: string): Uint8Array {
  return editPdf(pdf, (source) => [
    ...Array.from(source.matchAll(CATALOG), replaceBy(tag)),
    ...metadataEdits(source, tag),
  ]);
}

/** What stands before the tag is matched too: a search for fixed letters is over at once. */
const CATALOG = /(\/Lang \()([\w-]+)(?=\))/g;
const METADATA = /(<dc:language><rdf:Bag><rdf:li>)([\w-]+)(?=<)/;

function replaceBy(text: string): (match: RegExpExecArray) => Edit {
  return ({ 0: found, 1: before = '', index }) => ({
    start: index + before.length,
    end: index + found.length,
    text,
  });
}

/** The metadata stream says how long it is. */
function metadataEdits(source: string, tag: string): readonly Edit[] {
  const language = METADATA.exec(source);
  if (!language) return [];
  const object = source.lastIndexOf(' obj', language.index);
  const length = /(?<=\/Length )\d+/.exec(source.slice(object));
  if (!length || object + length.index > language.index) return [];
  const grown = Number(length[0]) + tag.length - (language[2] ?? '').length;
  const start = object + length.index;
  return [{ start, end: start + length[0].length, text: String(grown) }, replaceBy(tag)(language)];
}
