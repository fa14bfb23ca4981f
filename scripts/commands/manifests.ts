// The manifests that lie in the output folder.

import type { Locale } from '../model/locale.ts';
import { readText } from '../system/files.ts';
import { type Context, shownPath } from './context.ts';

/** The texts of the manifests of an interview: of all editions together, then of each; none of what was not made. */
export async function readManifests(
  { outFolder }: Context,
  slug: string,
  locales: readonly Locale[],
): Promise<readonly string[]> {
  const texts: string[] = [];
  for (const folder of ['', ...locales]) {
    const text = await readText(shownPath(outFolder, slug, folder, 'manifest.json'));
    if (text !== undefined) texts.push(text);
  }
  return texts;
}
