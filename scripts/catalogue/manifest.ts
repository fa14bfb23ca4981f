// What one build made for one edition, from what and with what: dist/<slug>/<locale>/manifest.json. What it made of all
// editions together stands in dist/<slug>/manifest.json.

import type { Diagnostic } from '../model/diagnostic.ts';
import { isLocale, type Locale } from '../model/locale.ts';
import type { PageReferences } from '../model/page-references.ts';
import type { Artifact, Extent, Product, ProductChange } from '../model/product.ts';
import { sha256 } from '../reuse/digest.ts';
import type { Trace } from '../reuse/sources.ts';

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
  /** What each product was made from, and all that need be known to use it again. */
  readonly products: Readonly<Record<string, ProductRecord>>;
  /** What there was to say before any product was begun, and under which `inputs` of a record it was said. */
  readonly findings?: Findings;
  /** What the last build after which anything showed otherwise changed; none before there was one. */
  readonly changes?: readonly ProductChange[];
}

export interface ProductRecord {
  readonly from: Trace;
  /** Digest of everything that the build read which last made or confirmed it. */
  readonly inputs: string;
  /** Its files, in order. */
  readonly files: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** Of the booklet: where its parts stand. */
  readonly pages?: PageReferences;
}

export interface Findings {
  readonly inputs: string;
  readonly diagnostics: readonly Diagnostic[];
}

export interface Output extends Extent {
  readonly product: Product;
  readonly sha256: string;
  readonly bytes: number;
  /** Of a picture: the words that stand for it. */
  readonly alternative?: string;
  /** Of a picture: the parts of the interview on it, such as `question-3`. */
  readonly shows?: readonly string[];
  /** As of an artifact: what shows on each slide, page or sheet, and what the speaker has beside each slide. */
  readonly faces?: readonly string[];
  readonly notes?: readonly string[];
}

export interface ManifestParts {
  readonly wenda: string;
  readonly interview: string;
  readonly title: string;
  readonly locale?: Locale;
  readonly inputs: ReadonlyMap<string, Uint8Array | string>;
  readonly tools: ReadonlyMap<string, string>;
  readonly artifacts: readonly Artifact[];
  readonly products?: Readonly<Record<string, ProductRecord>>;
  readonly findings?: Findings;
  /** The manifest of the build before: products that this build was not asked for keep their entry, and their inputs. */
  readonly earlier?: Manifest;
  /** Files that are not as that manifest says: they keep no entry. */
  readonly untrue?: ReadonlySet<string>;
}

export function makeManifest(parts: ManifestParts): Manifest {
  const { wenda, interview, title, locale, inputs, tools, artifacts, products, findings, earlier, untrue } =
    parts;
  const made = new Set(artifacts.map(({ product }) => product));
  const kept = Object.entries(earlier?.outputs ?? {}).filter(
    ([file, output]) => !made.has(output.product) && !untrue?.has(file),
  );
  const names = new Set<string>(kept.map(([, { product }]) => product));
  const records = Object.entries(earlier?.products ?? {}).filter(([name]) => names.has(name));
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
      ...artifacts.map(({ file, product, bytes, extent, alternative, shows, faces, notes }) => {
        const size = { ...extent, bytes: bytes.length, sha256: sha256(bytes) };
        const output: Output = {
          product,
          ...size,
          ...(alternative !== undefined && { alternative }),
          ...(shows && { shows }),
          ...(faces && { faces }),
          ...(notes && { notes }),
        };
        return [file, output] as const;
      }),
    ]),
    products: sortedRecord([...records, ...Object.entries(products ?? {})]),
    ...(findings && { findings }),
  };
}

/** Whether what both read was the same, and whoever read it. */
export function areOfTheSame(one: Manifest, other: Manifest): boolean {
  const agree = (mine: Readonly<Record<string, string>>, others: Readonly<Record<string, string>>): boolean =>
    Object.entries(mine).every(([name, value]) => (others[name] ?? value) === value);
  return one.wenda === other.wenda && agree(one.inputs, other.inputs) && agree(one.tools, other.tools);
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
  return isManifest(value)
    ? { ...value, products: isRecords(value.products) ? value.products : {} }
    : undefined;
}

/** Manifests of earlier versions have none: what they name is made again. */
function isRecords(value: unknown): value is Manifest['products'] {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every(
      (record: Partial<ProductRecord> | null) =>
        typeof record?.from === 'object' &&
        record.from !== null &&
        Array.isArray(record.files) &&
        Array.isArray(record.diagnostics),
    )
  );
}

function isManifest(value: unknown): value is Manifest {
  if (typeof value !== 'object' || value === null) return false;
  const { interview, title, locale, ...records } = value as Partial<Record<keyof Manifest, unknown>>;
  return (
    typeof interview === 'string' &&
    typeof title === 'string' &&
    (locale === undefined || (typeof locale === 'string' && isLocale(locale))) &&
    [records.inputs, records.tools, records.outputs].every(
      (record) => typeof record === 'object' && record !== null,
    )
  );
}

function sortedRecord<T>(entries: readonly (readonly [string, T])[]): Record<string, T> {
  return Object.fromEntries([...new Map(entries)].sort(([a], [b]) => (a < b ? -1 : 1)));
}
