// The pages of an edition as the program makes them, without reading them back.

import { withLanguage } from '../../scripts/booklet/language.ts';
import type { Edition } from '../../scripts/model/edition.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../scripts/model/settings.ts';
import { typesetEdition } from '../../scripts/typeset.ts';
import { loadTheme, succeeded, world } from '../support/world.ts';

const theme = await loadTheme();

export async function makePages(edition: Edition, settings: Partial<Settings> = {}): Promise<Uint8Array> {
  const request = { settings: { ...DEFAULT_SETTINGS, ...settings }, theme, world };
  return withLanguage(succeeded(await typesetEdition(edition, request)).pdf, edition.language);
}
