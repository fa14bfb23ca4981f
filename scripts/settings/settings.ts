// content/press.yaml: what the house decides once for all interviews. Every key is optional.

import { type Result, success } from '../model/diagnostic.ts';
import { LOCALES } from '../model/locale.ts';
import {
  DEFAULT_SETTINGS,
  FLIPS,
  KINSOKU,
  OPENING_MARKS,
  type Settings,
  VOCABULARIES,
} from '../model/settings.ts';
import { choice, distinctList, matching, readYaml, record, text } from '../schema/schema.ts';
import { pressSettings, printerSettings, shopSettings } from './print.ts';

/** The settings that `source` gives, and the house's own for what it leaves out. No source: all of them. */
export function readSettings(source: string | undefined, file: string): Result<Settings> {
  const read = readYaml(SCHEMA, source ?? '', file);
  if (!read.ok) return read;
  const { publisher, vocabulary, 'opening-mark': openingMark, ...given } = read.value;
  return success(
    {
      ...DEFAULT_SETTINGS,
      ...given,
      vocabulary: { ...DEFAULT_SETTINGS.vocabulary, ...vocabulary },
      ...(openingMark && { openingMark }),
      ...(publisher && { publisher: publisher.text }),
    },
    read.diagnostics,
  );
}

const SCHEMA = record(
  {},
  {
    publisher: text(),
    locales: distinctList(choice(LOCALES)),
    theme: matching(/^[a-z0-9][a-z0-9-]*$/, 'the name of a folder under templates, such as magazine'),
    flip: choice(FLIPS),
    kinsoku: choice(KINSOKU),
    'opening-mark': choice(OPENING_MARKS),
    printer: printerSettings(),
    press: pressSettings(),
    shop: shopSettings(),
    vocabulary: record({}, { 'zh-TW': choice(VOCABULARIES), 'zh-HK': choice(VOCABULARIES) }),
  },
);
