// Takes out of the output folder what builds wrote there of editions and interviews that the house has no more. Only what
// a manifest lists goes, and of that only what still is as it was written: all else is somebody's.

import type { Diagnostic } from '../model/diagnostic.ts';
import { type Manifest, readManifest } from '../pipeline.ts';
import { sha256 } from '../reuse/digest.ts';
import { listFolders, readIfPossible, removeEmptyFolders, removeFiles } from '../system/files.ts';
import { readHouseFiles } from './content.ts';
import { type Context, shownPath } from './context.ts';
import type { Made } from './make.ts';

/**
 * `before` is what lay there before this build. An interview is gone only if it was made with the settings of one that is
 * there: else it is of another house, which builds into the same folder. A locale has been dropped only if press.yaml has
 * changed since: else it was asked for by name. Says what it removed.
 */
export async function removeOutlived(
  context: Context,
  known: Made['known'],
  before: readonly WrittenPart[],
): Promise<readonly Diagnostic[]> {
  const house = await readHouseFiles(context.contentFolder);
  const press = house.ok && house.value.press.text;
  if (press === false) return [];
  const digest = press === undefined ? undefined : sha256(press);
  const locales: readonly string[] = known.locales;
  const ours = new Set(before.filter(({ slug }) => known.slugs.includes(slug)).map(settingsOf));
  const diagnostics: Diagnostic[] = [];
  for (const part of await writtenParts(context)) {
    const { slug, locale, manifest } = part;
    const isGone = !known.slugs.includes(slug) && ours.has(settingsOf(part));
    const isUnnamed = locale === '' ? locales.length < 2 : !locales.includes(locale);
    const isDropped = known.slugs.includes(slug) && isUnnamed && manifest.inputs[PRESS] !== digest;
    if (!isGone && !isDropped) continue;
    const { removed, kept } = await removeUnchanged(shownPath(context.outFolder, slug, locale), part);
    await removeEmptyFolders(context.outFolder, slug);
    if (removed > 0) diagnostics.push(noteOf(context, part, isGone, removed, kept));
  }
  return diagnostics;
}

const PRESS = 'content/press.yaml';
const GLOSSARY = 'content/glossary.yaml';
const MANIFEST = 'manifest.json';

/** What its house had set when it was made. */
function settingsOf({ manifest: { inputs } }: WrittenPart): string {
  return `${inputs[PRESS]} ${inputs[GLOSSARY]}`;
}

export interface WrittenPart {
  readonly slug: string;
  /** Empty for what was made of all editions together. */
  readonly locale: string;
  readonly manifest: Manifest;
  readonly text: string;
}

/** What a build wrote, by its own account; a manifest that speaks of another place is no account. */
export async function writtenParts({ outFolder }: Context): Promise<readonly WrittenPart[]> {
  const parts: WrittenPart[] = [];
  for (const slug of await listFolders(outFolder)) {
    for (const locale of ['', ...(await listFolders(shownPath(outFolder, slug)))]) {
      const bytes = await readIfPossible(shownPath(outFolder, slug, locale, MANIFEST));
      const text = new TextDecoder().decode(bytes);
      const manifest = readManifest(text);
      if (manifest?.interview === slug && (manifest.locale ?? '') === locale)
        parts.push({ slug, locale, manifest, text });
    }
  }
  return parts;
}

async function removeUnchanged(
  folder: string,
  { manifest, text }: WrittenPart,
): Promise<{ readonly removed: number; readonly kept: readonly string[] }> {
  const own: string[] = [];
  const kept: string[] = [];
  for (const [name, output] of Object.entries(manifest.outputs)) {
    const bytes = await readIfPossible(shownPath(folder, name));
    if (bytes) (sha256(bytes) === output.sha256 ? own : kept).push(name);
  }
  const isUnchanged = text === `${JSON.stringify(JSON.parse(text), null, 2)}\n`;
  await removeFiles(folder, isUnchanged ? [...own, MANIFEST] : own);
  return { removed: own.length, kept };
}

function noteOf(
  { outFolder, contentFolder }: Context,
  { slug, locale }: WrittenPart,
  isGone: boolean,
  removed: number,
  kept: readonly string[],
): Diagnostic {
  const why = isGone
    ? `there is no ${shownPath(contentFolder, slug, 'interview.md')} any more`
    : `${shownPath(contentFolder, 'press.yaml')} does not name ${locale === '' ? 'several locales' : locale} any more`;
  const stays = kept.length > 0 ? `; ${kept.join(', ')} had been changed, and stayed` : '';
  return {
    code: 'build/removed',
    severity: 'note',
    message: `${removed} ${removed === 1 ? 'file' : 'files'} of earlier builds removed: ${why}${stays}`,
    hint: 'Nothing is to be done: what was wanted after all can be built again.',
    place: { file: shownPath(outFolder, slug, locale) },
  };
}
