// What a deck is set from: an edition, the theme it is shown in, and the widths of its typefaces.

import { type FontFace, familiesOf } from '../fonts/faces.ts';
import { type Metrics, metricsOf } from '../fonts/metrics.ts';
import type { Edition } from '../model/edition.ts';
import type { Locale } from '../model/locale.ts';
import type { Design, FaceName, Slot } from '../theme/design.ts';

export interface DeckSetting {
  readonly edition: Edition;
  /** The manuscript, as diagnostics name it. */
  readonly file: string;
  readonly design: Design;
  readonly metrics: (slot: Pick<Slot, 'face' | 'tracking'>, direction?: Direction) => Metrics;
}

type Direction = 'horizontal' | 'vertical';

/** The faces that the slots of a design are set in, by their names. */
export function facesFor(
  { slides }: Design,
  locale: Locale,
): readonly { readonly name: FaceName; readonly face: FontFace }[] {
  const slots = Object.values(slides).flatMap((slide) => Object.values<Slot>(slide.slots));
  const names = new Set(slots.map(({ face }) => face));
  return Object.values(familiesOf(locale)).flatMap(({ faces }) =>
    faces
      .map((face) => ({ name: `${face.genre}-${face.weight}` as const, face }))
      .filter(({ name }) => names.has(name)),
  );
}

/** Metrics of the faces whose files `fonts` has by name, for texts in `language`. */
export function metricsIn(fonts: ReadonlyMap<string, Uint8Array>, language: string): DeckSetting['metrics'] {
  return ({ face, tracking: letterSpacing }, direction = 'horizontal') => {
    const font = fonts.get(face);
    if (!font) throw new Error(`no slot of the theme is set in ${face}`);
    return metricsOf(font, { language, direction, letterSpacing });
  };
}
