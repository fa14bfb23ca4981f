// The publisher's logo: a picture file beside press.yaml, as a data URI that slides can carry in themselves.

import { type Diagnostic, failure, type Result, success } from '../model/diagnostic.ts';

/**
 * The data URI of the picture whose bytes `file` has. Errors `settings/logo`, at press.yaml: there is no such file, it
 * is no PNG, JPEG or SVG, it is too large for a deck in one file, or it is an SVG that runs or fetches something.
 */
export function readLogo(bytes: Uint8Array | undefined, file: string, pressFile: string): Result<string> {
  const fault = (message: string, hint: string): Result<never> =>
    failure({ ...FAULT, message: `the logo ${file} ${message}`, hint, place: { file: pressFile } });
  if (!bytes) return fault('is not there', 'Put the file beside press.yaml, or take out the key logo.');
  if (bytes.length > MOST_BYTES)
    return fault(
      `has ${Math.ceil(bytes.length / 1000)} KB`,
      `Make it smaller: ${MOST_BYTES / 1000} KB at most.`,
    );
  const type = typeOf(bytes);
  if (!type) return fault('is no PNG, JPEG or SVG', 'Save it in one of these formats.');
  const active = type === 'image/svg+xml' ? ACTIVE.exec(text(bytes))?.[0] : undefined;
  if (active) {
    const hint = 'Save it as a plain SVG, with everything in it and without scripts.';
    return fault(`runs or fetches something: ${active.trim()}`, hint);
  }
  return success(`data:${type};base64,${Buffer.from(bytes).toString('base64')}`);
}

const FAULT = { code: 'settings/logo', severity: 'error' } as const satisfies Partial<Diagnostic>;

const MOST_BYTES = 300_000;

/** By what stands in the file, whatever it is called. */
function typeOf(bytes: Uint8Array): string | undefined {
  const begins = (...signature: readonly number[]): boolean =>
    signature.every((byte, index) => bytes[index] === byte);
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (begins(0xff, 0xd8, 0xff)) return 'image/jpeg';
  return SVG.test(text(bytes)) ? 'image/svg+xml' : undefined;
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** The root element, behind a declaration, comments and a document type. */
const SVG = /^\s*(?:<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE svg[^>[]*>\s*)*<(?:\w+:)?svg[\s>]/;

/** Scripts, handlers, pages inside, entities, and whatever would be fetched: only #parts and data URIs stay in the file. */
const ACTIVE =
  /<(?:[\w-]+:)?(?:script|foreignObject|iframe|handler)\b|\son\w+\s*=|javascript:|<!ENTITY|<\?xml-stylesheet|@import|\b(?:href|src)\s*=\s*["'](?!#|data:image\/)[^"']*|url\(\s*["']?(?!#|data:image\/|["'\s])[^)]*/i;
