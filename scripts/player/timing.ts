// Planned against elapsed time, of the present section and of the whole. Nothing here knows a clock.

import type { PlayerSlide } from '../model/player.ts';

export interface Timing {
  /** Lets `seconds` pass in a section. */
  readonly pass: (section: number, seconds: number) => void;
  readonly elapsed: (section?: number) => number;
  readonly restart: () => void;
}

export function createTiming(): Timing {
  let spent = new Map<number, number>();
  return {
    pass: (section, seconds) => spent.set(section, (spent.get(section) ?? 0) + seconds),
    elapsed: (section) =>
      section === undefined
        ? [...spent.values()].reduce((sum, seconds) => sum + seconds, 0)
        : (spent.get(section) ?? 0),
    restart: () => {
      spent = new Map();
    },
  };
}

/** The seconds planned for a section or for all; undefined where none are planned. */
export function plannedFor(slides: readonly PlayerSlide[], section?: number): number | undefined {
  const planned = slides
    .filter((slide) => section === undefined || slide.section === section)
    .flatMap(({ seconds }) => seconds ?? []);
  return planned.length === 0 ? undefined : planned.reduce((sum, seconds) => sum + seconds, 0);
}

/** 0:05, 12:30, 1:02:30. */
export function clockOf(seconds: number): string {
  const whole = Math.floor(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (part: number): string => String(part).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
