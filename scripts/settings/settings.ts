// content/press.yaml: what the house decides once for all interviews. Every key is optional.

import { type Result, success } from '../model/diagnostic.ts';
import { FORMAT_SPELLINGS, type Format, formatOf } from '../model/format.ts';
import { LOCALES } from '../model/locale.ts';
import {
  APPEARANCES,
  DEFAULT_SETTINGS,
  EMPHASES,
  FLIPS,
  HANDOUTS,
  KINSOKU,
  OPENING_MARKS,
  type Settings,
  VOCABULARIES,
} from '../model/settings.ts';
import {
  choice,
  converted,
  distinctList,
  matching,
  readYaml,
  record,
  type Schema,
  text,
} from '../schema/schema.ts';
import { pressSettings, printerSettings, shopSettings } from './print.ts';
import { summarySettings } from './summary.ts';

/** The settings that `source` gives, and the house's own for what it leaves out. No source: all of them. */
export function readSettings(source: string | undefined, file: string): Result<Settings> {
  const read = readYaml(SCHEMA, (source ?? '').replace(BARE_COLOUR, '$1"$2"'), file);
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
    format: format(),
    appearance: choice(APPEARANCES),
    accent: colour(),
    ink: colour(),
    logo: matching(
      /^[^\\/:]+\.(png|jpe?g|svg)$/i,
      'the name of a PNG, JPEG or SVG file beside press.yaml, such as logo.svg',
    ),
    flip: choice(FLIPS),
    handout: choice(HANDOUTS),
    kinsoku: choice(KINSOKU),
    'opening-mark': choice(OPENING_MARKS),
    emphasis: choice(EMPHASES),
    printer: printerSettings(),
    press: pressSettings(),
    shop: shopSettings(),
    summary: summarySettings(),
    vocabulary: record({}, { 'zh-TW': choice(VOCABULARIES), 'zh-HK': choice(VOCABULARIES) }),
  },
);

/** Whether a page of that size can be set is for the theme to say. */
function format(): Schema<Format> {
  const form = `a5, b5, 大32開, 25開, 16開, or a width and a height in millimetres, such as 150x220`;
  const names = FORMAT_SPELLINGS.join('|');
  const written = matching(new RegExp(`^(?:${names}|\\d+(?:\\.\\d+)?[x×]\\d+(?:\\.\\d+)?)$`, 'i'), form);
  return converted(written, (value) => formatOf(value) ?? DEFAULT_SETTINGS.format);
}

/** In YAML a # begins a comment: nobody who writes `accent: #1e3a64` means that. */
const BARE_COLOUR = /^((?:accent|ink):[ \t]+)(#[0-9a-f]{6})(?=\s|$)/gim;

/** The # may be left out. */
function colour(): Schema<string> {
  const form = matching(/^#?[0-9a-f]{6}$/i, 'a colour of six digits in quotation marks, such as "#d0392c"');
  return converted(form, (value) => `#${value.replace('#', '').toLowerCase()}`);
}
