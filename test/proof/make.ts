// The pages of an edition as the program makes them, without reading them back.

import { finishPdf } from '../../scripts/booklet/language.ts';
import type { Edition } from '../../scripts/model/edition.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../scripts/model/settings.ts';
import type { Theme } from '../../scripts/render/theme.ts';
import { typesetEdition } from '../../scripts/typeset.ts';
import { loadTheme, succeeded, world } from '../support/world.ts';

export const THEMES = ['magazine', 'journal'] as const;

const themes = new Map<string, Promise<Theme>>();

export async function makePages(
  edition: Edition,
  chosen: Partial<Settings> = {},
  pictures: Readonly<Record<string, Uint8Array>> = {},
): Promise<Uint8Array> {
  const settings = { ...DEFAULT_SETTINGS, ...chosen };
  const theme = themes.get(settings.theme) ?? loadTheme(settings.theme);
  themes.set(settings.theme, theme);
  const made = succeeded(await typesetEdition(edition, { settings, theme: await theme, world, pictures }));
  return finishPdf(made.pdf, edition.language, settings.press.binding);
}
