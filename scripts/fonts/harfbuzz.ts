// Font files opened, and text shaped with them. Owns harfbuzzjs.

import { Blob, Buffer, Direction, Face, Feature, Font, shape } from 'harfbuzzjs';

export interface OpenFont {
  /** Each mapped to a glyph. */
  readonly codePoints: ReadonlySet<number>;
  /** The features it can place glyphs by (OpenType GPOS), as tags. */
  readonly positioning: ReadonlySet<string>;
  /** `text` in one direction and script; `halved` are the UTF-16 units set at half width (OpenType halt). */
  readonly shape: (text: string, setting: Setting, halved?: readonly number[]) => readonly Glyph[];
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
  /** Where its ink begins and ends along the line, from the start of the glyph, in ems. */
  readonly ink: readonly [start: number, end: number];
}

/** The font in `bytes` (TrueType or OpenType). It is 15 MB and serves every interview, so it is opened once. */
export function openFont(bytes: Uint8Array): OpenFont {
  const font = opened.get(bytes) ?? open(bytes);
  opened.set(bytes, font);
  return font;
}

const opened = new WeakMap<Uint8Array, OpenFont>();

function open(bytes: Uint8Array): OpenFont {
  const face = new Face(new Blob(bytes), 0);
  const font = new Font(face);
  const buffer = new Buffer();
  let codePoints: ReadonlySet<number> | undefined;
  let positioning: ReadonlySet<string> | undefined;
  return {
    get codePoints() {
      codePoints ??= new Set(face.collectUnicodes());
      return codePoints;
    },
    get positioning() {
      positioning ??= new Set(face.getTableFeatureTags('GPOS'));
      return positioning;
    },
    shape: (text, { language, direction, script, isProportional }, halved = []) => {
      const isVertical = direction === 'vertical';
      const halves = halved.map((unit) => new Feature('halt', 1, unit, unit + 1));
      const widths = isProportional ? [new Feature('pwid')] : [new Feature('chws'), ...halves];
      const runs = script === undefined ? runsOf(text) : [{ start: 0, end: text.length, script }];
      return runs.flatMap((run) => {
        buffer.reset();
        buffer.addText(text, run.start, run.end - run.start);
        buffer.setScript(run.script);
        buffer.setDirection(isVertical ? Direction.TTB : Direction.LTR);
        buffer.setLanguage(language);
        shape(font, buffer, isVertical ? [] : widths);
        return glyphsIn(buffer, font, face.upem, isVertical);
      });
    },
  };
}

function glyphsIn(buffer: Buffer, font: Font, upem: number, isVertical: boolean): readonly Glyph[] {
  const positions = buffer.getGlyphPositions();
  return buffer.getGlyphInfos().map(({ cluster, codepoint: id }, index) => {
    const at = positions[index];
    const extents = font.glyphExtents(id);
    const start = isVertical
      ? EM_TOP * upem - (extents?.yBearing ?? 0)
      : (at?.xOffset ?? 0) + (extents?.xBearing ?? 0);
    const length = isVertical ? -(extents?.height ?? 0) : (extents?.width ?? 0);
    return {
      unit: cluster,
      id,
      advance: (isVertical ? -(at?.yAdvance ?? 0) : (at?.xAdvance ?? 0)) / upem,
      ink: [start / upem, (start + length) / upem],
    };
  });
}

interface Run {
  readonly start: number;
  readonly end: number;
  readonly script: 'Hani' | 'Latn';
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
