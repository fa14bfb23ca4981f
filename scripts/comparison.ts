// The part of the pipeline that holds one version of an interview against another: what was written otherwise, exchange
// by exchange, and what of the deck, the booklet and its sheets shows otherwise for it.

import { type Change, compareInterviews } from './changes/interviews.ts';
import { changedProducts, type SeenProduct } from './changes/products.ts';
import { readManuscript } from './manuscript/read.ts';
import { type Diagnostic, type Result, resultOf, success } from './model/diagnostic.ts';
import type { Interview } from './model/interview.ts';
import type { Locale } from './model/locale.ts';
import type { Product, ProductChange } from './model/product.ts';
import type { World } from './model/world.ts';
import { type House, makeProducts, readInterview, type SourceFile } from './pipeline.ts';
import { matchExchanges } from './summary/match.ts';
import { locked } from './summary/staleness.ts';

/** What changed from one manuscript to the other; drafts are not in it. Errors: those of the manuscripts. */
export function compareManuscripts(before: SourceFile, after: SourceFile): Result<readonly Change[]> {
  const was = readManuscript(before.text ?? '', before.file);
  const is = readManuscript(after.text ?? '', after.file);
  if (!was.ok || !is.ok)
    return { ok: false, diagnostics: [was, is].flatMap(({ ok, diagnostics }) => (ok ? [] : diagnostics)) };
  return success(compareInterviews(was.value, is.value, pairsOf(was.value, is.value)));
}

/** Which exchange is which, by what they say. */
function pairsOf(before: Interview, after: Interview): readonly (number | undefined)[] {
  const [earlier, later] = [before, after].map(({ sections }) =>
    sections.flatMap(({ exchanges }) => exchanges.map(locked)),
  );
  const indices = new Map(earlier?.map((exchange, index) => [exchange, index]));
  return matchExchanges(later ?? [], earlier ?? []).map((partner) => partner && indices.get(partner));
}

/** One of two versions, and the World that it is made in. */
export interface Version {
  readonly manuscript: SourceFile;
  readonly house: House;
  readonly world: World;
  readonly onStart: (locale: Locale, product: Product) => void;
}

/**
 * What shows otherwise in the edition of `locale`; both are made, and nothing is written. Errors: those of a build, those of
 * the earlier version where `placeBefore` puts them.
 */
export async function compareEditions(
  before: Version,
  after: Version,
  locale: Locale,
  placeBefore: (found: Diagnostic) => Diagnostic,
): Promise<Result<readonly ProductChange[]>> {
  const was = await seenIn(before, locale);
  const is = await seenIn(after, locale);
  if (!was.ok || !is.ok) {
    const earlier = was.ok ? [] : was.diagnostics.map(placeBefore);
    return { ok: false, diagnostics: [...earlier, ...(is.ok ? [] : is.diagnostics)] };
  }
  return success(changedProducts(was.value, is.value));
}

/** The products of which it is known what shows on them. */
const SEEN: readonly Product[] = ['booklet', 'duplex', 'sheets', 'deck'];

async function seenIn(
  { manuscript, house, world, onStart }: Version,
  locale: Locale,
): Promise<Result<Readonly<Record<string, SeenProduct>>>> {
  const interview = readInterview(manuscript, house.settings);
  if (!interview.ok) return interview;
  const seen: Record<string, SeenProduct> = {};
  const made = await makeProducts({
    interview: interview.value,
    file: manuscript.file,
    ...(manuscript.text !== undefined && { source: manuscript.text }),
    house,
    locale,
    products: SEEN,
    world,
    onStart: (product) => onStart(locale, product),
    onMade: ({ file, extent, faces, notes }) => {
      seen[file] = { ...extent, ...(faces && { faces }), ...(notes && { notes }) };
    },
  });
  return made.ok ? resultOf(seen, made.diagnostics) : made;
}

export { type Change, formatChanges } from './changes/interviews.ts';
export { formatProductChanges } from './changes/products.ts';
export { changedLines } from './changes/words.ts';
