// How wide a text is set, from the font itself and with the spacing of a browser: kerning and ligatures,
// punctuation squeezed where marks meet and at the start of a line (CSS Text 4, text-spacing-trim: trim-start), an
// eighth of an em between Chinese and Latin (text-autospace: normal). Chromium sets lines to the same widths.

import { type Ink, openFont, type Setting } from './harfbuzz.ts';

export interface Metrics {
  /** The advance of each UTF-16 unit of `text` in ems, as the font has it: kerned, squeezed, without gaps for Latin. */
  readonly advances: (text: string) => readonly number[];
  /** The width in ems of `text` on one line by itself. */
  readonly width: (text: string) => number;
  /** The same for any stretch of `text`, from one UTF-16 unit up to another, at once: for trying where lines may break. */
  readonly lines: (text: string) => LineWidth;
}

export type LineWidth = (start: number, end: number) => number;

/**
 * The metrics of a face, the same for the same bytes: what is measured once is known to all that are set in it.
 * `letterSpacing` in ems stands behind every character; the text is of one language.
 */
export function metricsOf(
  font: Uint8Array,
  { language, direction = 'horizontal', letterSpacing = 0 }: Partial<Setting> & MetricsOptions,
): Metrics {
  const settings = made.get(font) ?? new Map<string, Metrics>();
  made.set(font, settings);
  const key = `${language} ${direction} ${letterSpacing}`;
  const metrics = settings.get(key) ?? makeMetrics(font, { language, direction }, letterSpacing);
  settings.set(key, metrics);
  return metrics;
}

const made = new WeakMap<Uint8Array, Map<string, Metrics>>();

function makeMetrics(font: Uint8Array, setting: Setting, letterSpacing: number): Metrics {
  const known = new Map<string, LineWidth>();
  const lines = (text: string): LineWidth => {
    const width = known.get(text) ?? lineWidth(measure(font, text, setting), text, letterSpacing);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(text, width);
    return width;
  };
  return {
    advances: (text) => measure(font, text, setting).advances,
    width: (text) => lines(text)(0, text.length),
    lines,
  };
}

interface MetricsOptions {
  /** BCP 47. */
  readonly language: string;
  readonly letterSpacing?: number;
}

const MOST_KNOWN = 5000;

interface Measured {
  readonly advances: readonly number[];
  /** What each character is narrower by where it begins a line, and where one ends behind it. */
  readonly trims: readonly number[];
  readonly releases: readonly number[];
}

/** `text` on an endless line. */
function measure(bytes: Uint8Array, text: string, setting: Setting): Measured {
  const font = openFont(bytes);
  const isVertical = setting.direction === 'vertical';
  const kinds = font.positioning.has(isVertical ? 'vhal' : 'halt') ? kindsOf(bytes, text, setting) : [];
  const squeezed = kinds.flatMap((kind, unit) => {
    const meetsNext = kind === 'close' && CLOSES_UP_BEFORE.has(kinds[unit + 1]);
    const meetsLast = kind === 'open' && OPENS_UP_AFTER.has(kinds[unit - 1]);
    return meetsNext || meetsLast ? [unit] : [];
  });
  const isContextual = font.positioning.has('chws');
  const glyphs = font.shape(text, setting, isVertical || isContextual ? [] : squeezed);
  const advances = Array.from({ length: text.length }, () => 0);
  for (const { unit, advance } of glyphs) advances[unit] = (advances[unit] ?? 0) + advance;
  // HarfBuzz moves the halves of vertical marks (vhal) without shortening them.
  if (isVertical) for (const unit of squeezed) advances[unit] = 0.5;
  return {
    advances,
    trims: advances.map((advance, unit) => (kinds[unit] === 'open' ? advance - 0.5 : 0)),
    releases: advances.map((advance, unit) => (kinds[unit] === 'close' ? 1 - advance : 0)),
  };
}

/** The width of any line of a text: sums from its start to each unit, and what the ends of a line change. */
function lineWidth({ advances, trims, releases }: Measured, text: string, letterSpacing: number): LineWidth {
  const sums = [0];
  const gaps = gapsIn(text);
  let sum = 0;
  advances.forEach((advance, unit) => {
    sum += (gaps[unit] ?? 0) + advance + (advance > 0 ? letterSpacing : 0);
    sums.push(sum);
  });
  return (start, end) => {
    if (end <= start) return 0;
    const last = end < text.length ? (releases[end - 1] ?? 0) : 0;
    return (sums[end] ?? 0) - (sums[start] ?? 0) - (gaps[start] ?? 0) - (trims[start] ?? 0) + last;
  };
}

/** The gap before each unit: between a character of East Asian width and a letter, figure or mark that is not (UAX #59). */
function gapsIn(text: string): readonly number[] {
  const gaps = Array.from({ length: text.length }, () => 0);
  for (const { index } of text.matchAll(WIDE_MEETS_NARROW)) gaps[index] = AUTOSPACE;
  return gaps;
}

const AUTOSPACE = 0.125;
const WIDE = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Bopomofo}]';
const NARROW =
  '(?:(?![\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Bopomofo}\\u3000-\\u30ff\\uff00-\\uffef"\'*/·…†‡])[\\p{L}\\p{M}\\p{Nd}\\p{Po}])';
const WIDE_MEETS_NARROW = new RegExp(`(?<=${WIDE}\\p{M}*)${NARROW}|(?<=${NARROW}\\p{M}*)${WIDE}`, 'gu');

/** What a full-width mark does where it meets another (CSS Text 4, 8.4: text spacing character classes). */
type Kind = 'open' | 'close' | 'middle' | 'narrow-open' | 'narrow-close';

const OPENS_UP_AFTER: ReadonlySet<Kind | undefined> = new Set(['open', 'middle', 'close', 'narrow-open']);
const CLOSES_UP_BEFORE: ReadonlySet<Kind | undefined> = new Set(['close', 'middle', 'narrow-close']);

function kindsOf(bytes: Uint8Array, text: string, setting: Setting): readonly (Kind | undefined)[] {
  if (!MARK.test(text)) return [];
  const drawn = drawnKinds(bytes, setting);
  return Array.from({ length: text.length }, (_, unit) => {
    const character = text.charAt(unit);
    return drawn.has(character) ? drawn.get(character) : kindOf(character);
  });
}

const MARK = /[\u2018-\u301f\uff01-\uff60·]/u;

function kindOf(character: string): Kind | undefined {
  if (/[\u3000·‧・]/u.test(character)) return 'middle';
  const isFull = /[\u3001-\u303f\uff01-\uff60]/u.test(character);
  if (/\p{Ps}/u.test(character)) return isFull ? 'open' : 'narrow-open';
  if (/\p{Pe}/u.test(character)) return isFull ? 'close' : 'narrow-close';
  return undefined;
}

/** Marks that stand left, right or in the middle of their em depending on the face: in each place otherwise. */
function drawnKinds(bytes: Uint8Array, setting: Setting): ReadonlyMap<string, Kind | undefined> {
  const known = drawn.get(bytes) ?? new Map<string, ReadonlyMap<string, Kind | undefined>>();
  drawn.set(bytes, known);
  const key = `${setting.direction} ${setting.language}`;
  const kinds = known.get(key) ?? readKinds(bytes, setting);
  known.set(key, kinds);
  return kinds;
}

const drawn = new WeakMap<Uint8Array, Map<string, ReadonlyMap<string, Kind | undefined>>>();

function readKinds(bytes: Uint8Array, setting: Setting): ReadonlyMap<string, Kind | undefined> {
  const font = openFont(bytes);
  const alike = (marks: string): Kind | undefined => {
    const kinds = new Set(
      [...marks].map((mark) => {
        const ink = font.inkOf(mark, setting);
        return ink && inkKind(ink);
      }),
    );
    return kinds.size === 1 ? [...kinds][0] : undefined;
  };
  const isFull = alike('“‘') === 'open' && alike('”’') === 'close';
  const groups: readonly (readonly [string, Kind | undefined])[] = [
    ['、。，．', alike('、。，．')],
    ['：', alike('：')],
    ['；', alike('；')],
    ['“‘', isFull ? 'open' : 'narrow-open'],
    ['”’', isFull ? 'close' : 'narrow-close'],
  ];
  return new Map(groups.flatMap(([marks, kind]) => [...marks].map((mark) => [mark, kind] as const)));
}

function inkKind({ start, end, advance }: Ink): Kind | undefined {
  const half = advance / 2;
  if (end <= half) return 'close';
  if (start >= half) return 'open';
  return end - start <= half && start >= half / 2 ? 'middle' : undefined;
}
