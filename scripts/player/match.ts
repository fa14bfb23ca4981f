// Which slide of one edition is shown for a slide of another: they may differ by slides that one of them had to split.

import type { PlayerSlide } from '../model/player.ts';

/** The index in `to` of the slide that `from[index]` is, of its first part, or of what stands last before it. */
export function sameSlide(from: readonly PlayerSlide[], index: number, to: readonly PlayerSlide[]): number {
  const slide = from[index];
  if (!slide) return 0;
  const same = to.findIndex(({ key }) => key === slide.key);
  if (same >= 0) return same;
  const kin = to.findIndex(({ group }) => group === slide.group);
  return kin >= 0 ? kin : sameSlide(from, index - 1, to);
}
