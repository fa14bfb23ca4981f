// A booklet made as the program makes it, for the tests that read one back.

import { finishPdf } from '../../scripts/booklet/language.ts';
import { pageReferences } from '../../scripts/booklet/references.ts';
import type { Result } from '../../scripts/model/diagnostic.ts';
import type { Edition } from '../../scripts/model/edition.ts';
import type { Exchange, Interview } from '../../scripts/model/interview.ts';
import type { PageReferences } from '../../scripts/model/page-references.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../scripts/model/settings.ts';
import type { TypesetDocument } from '../../scripts/model/world.ts';
import type { Theme } from '../../scripts/render/theme.ts';
import { typesetEdition } from '../../scripts/typeset.ts';
import { type Pdf, readPdf } from '../support/pdf.ts';
import { loadTheme, world } from '../support/world.ts';

export const { typeset } = world;

export const THEMES = ['magazine', 'journal'] as const;

export type ThemeName = (typeof THEMES)[number];

export const THEME_OF = Object.fromEntries(
  await Promise.all(THEMES.map(async (name) => [name, await loadTheme(name)] as const)),
) as Readonly<Record<ThemeName, Theme>>;

export interface Making {
  readonly theme?: ThemeName;
  readonly settings?: Settings;
}

export interface Booklet {
  readonly bytes: Uint8Array;
  readonly pdf: Pdf;
  readonly references: PageReferences;
}

export async function typesetBooklet(
  edition: Edition,
  { theme = 'magazine', settings = DEFAULT_SETTINGS }: Making = {},
): Promise<Result<TypesetDocument>> {
  const result = await typesetEdition(edition, { settings, theme: THEME_OF[theme], world });
  if (!result.ok) return result;
  const pdf = finishPdf(result.value.pdf, edition.language, settings.press.binding);
  return { ...result, value: { ...result.value, pdf } };
}

/** Throws where the booklet cannot be made. */
export async function makeBooklet(edition: Edition, making: Making = {}): Promise<Booklet> {
  const result = await typesetBooklet(edition, making);
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  const { pdf: bytes, metadata } = result.value;
  return { bytes, pdf: await readPdf(bytes), references: pageReferences(metadata) };
}

export function exchangesOf(interview: Interview): readonly Exchange[] {
  return interview.sections.flatMap(({ exchanges }) => exchanges);
}

export const plain = (text: string): string => text.replace(/\s/g, '');
