// Font files opened, and text shaped with them. Owns harfbuzzjs.

import type * as HarfBuzz from 'harfbuzzjs';
import { readBoxes, withoutOutlines } from './outlines.ts';

// It is no declaration: a script, which the bundle of the program is, can wait for a module but not declare that it does.
const { Blob, Buffer, Direction, Face, Feature, Font, shape } = await import('harfbuzzjs');

export interface OpenFont {
  /** Whether a code point has a glyph of its own. */
  readonly has: (codePoint: number) => boolean;
  /** The features it can place glyphs by (OpenType GPOS), as tags. */
  readonly positioning: ReadonlySet<string>;
  /** `text` in one direction and script; `halved` are the UTF-16 units set at half width (OpenType halt). */
  readonly shape: (text: string, setting: Setting, halved?: readonly number[]) => readonly Glyph[];
  /** Where the ink of a single mark begins and ends along the line; undefined where there is none. */
  readonly inkOf: (mark: string, setting: Setting) => Ink | undefined;
}

/** In ems, from the start of the glyph. */
export interface Ink {
  readonly start: number;
  readonly end: number;
  readonly advance: number;
}

export interface Setting {
  /** BCP 47: a font may have glyphs of its own for a language. */
  readonly language: string;
  readonly direction: 'horizontal' | 'vertical';
  /** ISO 15924; as the characters tell where none is given. */
  readonly script?: string;
  /** Whether full-width marks take their proportional forms (OpenType pwid). */
  readonly isProportional?: boolean;
}

export interface Glyph {
  /** The UTF-16 unit of the text it stands for, or the first of several. */
  readonly unit: number;
  /** 0 where the font has none. */
  readonly id: number;
  /** How far the next glyph begins, along the line, in ems. */
  readonly advance: number;
}

/**
 * The font in `bytes` (TrueType). It serves every interview, so it is opened once, and without its outlines: no width
 * comes from them, and they are 14 of its 15 MB.
 */
export function openFont(bytes: Uint8Array): OpenFont {
  const font = opened.get(bytes) ?? open(bytes);
  opened.set(bytes, font);
  return font;
}

const opened = new WeakMap<Uint8Array, OpenFont>();

function open(bytes: Uint8Array): OpenFont {
  const face = new Face(new Blob(withoutOutlines(bytes)), 0);
  const font = new Font(face);
  const buffer = new Buffer();
  const boxOf = readBoxes(bytes);
  let positioning: ReadonlySet<string> | undefined;
  const shapeRun = (
    text: string,
    run: Run,
    { language, direction }: Setting,
    features: HarfBuzz.Feature[],
  ): void => {
    buffer.reset();
    buffer.addText(text, run.start, run.end - run.start);
    buffer.setScript(run.script);
    buffer.setDirection(direction === 'vertical' ? Direction.TTB : Direction.LTR);
    buffer.setLanguage(language);
    shape(font, buffer, features);
  };
  return {
    has: (codePoint) => font.nominalGlyph(codePoint) !== undefined,
    get positioning() {
      positioning ??= new Set(face.getTableFeatureTags('GPOS'));
      return positioning;
    },
    shape: (text, setting, halved = []) => {
      const isVertical = setting.direction === 'vertical';
      const halves = halved.map((unit) => new Feature('halt', 1, unit, unit + 1));
      return runsIn(text, setting).flatMap((run) => {
        shapeRun(
          text,
          run,
          setting,
          isVertical ? [] : setting.isProportional ? [new Feature('pwid')] : [new Feature('chws'), ...halves],
        );
        return glyphsIn(buffer, face.upem, isVertical);
      });
    },
    inkOf: (mark, setting) => {
      const isVertical = setting.direction === 'vertical';
      const [run] = runsIn(mark, setting);
      if (!run) return undefined;
      shapeRun(mark, run, setting, isVertical ? [] : [new Feature('chws')]);
      const [glyph] = glyphsIn(buffer, face.upem, isVertical);
      const box = glyph && glyph.id !== 0 ? boxOf(glyph.id) : undefined;
      if (!glyph || !box) return undefined;
      const moved = isVertical ? 0 : (buffer.getGlyphPositions()[0]?.xOffset ?? 0);
      const ends = isVertical
        ? [EM_TOP - box.top / face.upem, EM_TOP - box.bottom / face.upem]
        : [(moved + box.left) / face.upem, (moved + box.right) / face.upem];
      return { start: ends[0] ?? 0, end: ends[1] ?? 0, advance: glyph.advance };
    },
  };
}

function glyphsIn(buffer: HarfBuzz.Buffer, upem: number, isVertical: boolean): readonly Glyph[] {
  const positions = buffer.getGlyphPositions();
  return buffer.getGlyphInfos().map(({ cluster, codepoint: id }, index) => {
    const at = positions[index];
    const advance = isVertical ? -(at?.yAdvance ?? 0) : (at?.xAdvance ?? 0);
    return { unit: cluster, id, advance: advance / upem };
  });
}

const runsIn = (text: string, { script }: Setting): readonly Run[] =>
  script === undefined ? runsOf(text) : [{ start: 0, end: text.length, script }];

interface Run {
  readonly start: number;
  readonly end: number;
  /** ISO 15924. */
  readonly script: string;
}

/** Stretches of one script (UAX #24): what has none goes with what stands before it, or else with Chinese. */
function runsOf(text: string): readonly Run[] {
  const runs: Run[] = [];
  for (const { 0: part, index } of text.matchAll(/\p{L}[^\p{L}]*|^[^\p{L}]+/gu)) {
    const script = /^(?:\p{Script=Latin}|\p{Script=Greek}|\p{Script=Cyrillic})/u.test(part) ? 'Latn' : 'Hani';
    const last = runs.at(-1);
    const end = index + part.length;
    // A text that begins with marks has them in the script of its first letter.
    const joins = last && (last.script === script || !/\p{L}/u.test(text.slice(last.start, last.end)));
    if (joins) runs[runs.length - 1] = { start: last.start, end, script };
    else runs.push({ start: index, end, script });
  }
  return runs;
}

/** Where the em box of a Chinese face begins above its baseline, in ems. */
const EM_TOP = 0.88;
