// What one build made for one edition, from what and with what: dist/<slug>/<locale>/manifest.json. What it made of all
// editions together stands in dist/<slug>/manifest.json.

import { createHash } from 'node:crypto';
import { isLocale, type Locale } from '../model/locale.ts';
import type { Artifact, Extent, Product } from '../model/product.ts';

export interface Manifest {
  readonly wenda: string;
  readonly interview: string;
  readonly title: string;
  /** None where it is of all editions. */
  readonly locale?: Locale;
  /** SHA-256 of everything that was read, by its path in content/ or templates/. */
  readonly inputs: Readonly<Record<string, string>>;
  /** The version of each tool and font that had a part in it. */
  readonly tools: Readonly<Record<string, string>>;
  readonly outputs: Readonly<Record<string, Output>>;
}

export interface Output extends Extent {
  readonly product: Product;
  readonly sha256: string;
  readonly bytes: number;
  /** Of a picture: the words that stand for it. */
  readonly alternative?: string;
  /** Of a picture: the parts of the interview on it, such as `question-3`. */
  readonly shows?: readonly string[];
}

export interface ManifestParts {
  readonly wenda: string;
  readonly interview: string;
  readonly title: string;
  readonly locale?: Locale;
  readonly inputs: ReadonlyMap<string, Uint8Array | string>;
  readonly tools: ReadonlyMap<string, string>;
  readonly artifacts: readonly Artifact[];
  /** The manifest of the build before: products that this build was not asked for keep their entry, and their inputs. */
  readonly earlier?: Manifest;
}

export function makeManifest(parts: ManifestParts): Manifest {
  const { wenda, interview, title, locale, inputs, tools, artifacts, earlier } = parts;
  const made = new Set(artifacts.map(({ product }) => product));
  const kept = Object.entries(earlier?.outputs ?? {}).filter(([, output]) => !made.has(output.product));
  return {
    wenda,
    interview,
    title,
    ...(locale && { locale }),
    inputs: sortedRecord([
      ...(kept.length > 0 ? Object.entries(earlier?.inputs ?? {}) : []),
      ...[...inputs].map(([name, content]) => [name, sha256(content)] as const),
    ]),
    tools: sortedRecord([...tools]),
    outputs: sortedRecord([
      ...kept,
      ...artifacts.map(({ file, product, bytes, extent, alternative, shows }) => {
        const size = { ...extent, bytes: bytes.length, sha256: sha256(bytes) };
        const words = { ...(alternative !== undefined && { alternative }), ...(shows && { shows }) };
        const output: Output = { product, ...size, ...words };
        return [file, output] as const;
      }),
    ]),
  };
}

/** One key a line, so that two manifests compare well. */
export function writeManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** A manifest as an earlier build wrote it; undefined where the text is none, as after an interrupted build. */
export function readManifest(text: string): Manifest | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isManifest(value) ? value : undefined;
}

function isManifest(value: unknown): value is Manifest {
  if (typeof value !== 'object' || value === null) return false;
  const { interview, title, locale, outputs } = value as Partial<Record<keyof Manifest, unknown>>;
  return (
    typeof interview === 'string' &&
    typeof title === 'string' &&
    (locale === undefined || (typeof locale === 'string' && isLocale(locale))) &&
    typeof outputs === 'object' &&
    outputs !== null
  );
}

function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

function sortedRecord<T>(entries: readonly (readonly [string, T])[]): Record<string, T> {
  return Object.fromEntries([...new Map(entries)].sort(([a], [b]) => (a < b ? -1 : 1)));
}
