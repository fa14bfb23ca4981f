// The real interview as an edition, for the tests of the rooms that start from one.

import fs from 'node:fs';
import { makeEdition } from '../../scripts/edition/edition.ts';
import type { Edition } from '../../scripts/model/edition.ts';
import type { Locale } from '../../scripts/model/locale.ts';
import { readHouse, readInterview, type SourceFile } from '../../scripts/pipeline.ts';
import { succeeded } from './world.ts';

export function realEdition(locale: Locale): Edition {
  const interview = succeeded(readInterview(source('wang-zhongyuan/interview.md')));
  const { terms } = succeeded(readHouse(source('press.yaml'), source('glossary.yaml')));
  return makeEdition(interview, locale, { terms });
}

function source(name: string): SourceFile {
  const file = `content/${name}`;
  return { file, text: fs.readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8') };
}
