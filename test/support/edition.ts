// The real interview as an edition, for the tests of the rooms that start from one.

import fs from 'node:fs';
import { makeEdition } from '../../scripts/edition/edition.ts';
import type { Edition } from '../../scripts/model/edition.ts';
import type { Interview } from '../../scripts/model/interview.ts';
import type { Locale } from '../../scripts/model/locale.ts';
import type { Term } from '../../scripts/model/settings.ts';
import { type House, readHouse, readInterview, type SourceFile } from '../../scripts/pipeline.ts';
import { succeeded } from './world.ts';

export function realInterview(): Interview {
  return succeeded(readInterview(source('wang-zhongyuan/interview.md')));
}

export function realHouse(): House {
  return succeeded(readHouse(source('press.yaml'), source('glossary.yaml')));
}

export function realEdition(locale: Locale): Edition {
  return makeEdition(realInterview(), locale, { terms: houseTerms() }).edition;
}

export function houseTerms(): readonly Term[] {
  return realHouse().terms;
}

function source(name: string): SourceFile {
  const file = `content/${name}`;
  return { file, text: fs.readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8') };
}
