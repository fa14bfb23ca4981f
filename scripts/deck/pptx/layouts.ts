// The slide layouts of a PowerPoint file: one for each kind of slide, with the ornaments that all its slides share.

import type { Rule, SlideFrames } from '../frames/frame.ts';

export interface Layout {
  readonly name: string;
  /** The slide it is modelled on. */
  readonly sample: SlideFrames;
  readonly rules: readonly Rule[];
  /** Whether its slides say which they are. */
  readonly isNumbered: boolean;
}

/** The layout of each slide. */
export function layoutsOf(slides: readonly SlideFrames[]): ReadonlyMap<SlideFrames, Layout> {
  const groups = new Map<string, SlideFrames[]>();
  for (const slide of slides) {
    const name = nameOf(slide);
    groups.set(name, [...(groups.get(name) ?? []), slide]);
  }
  const layouts = new Map<SlideFrames, Layout>();
  for (const [name, group] of groups) {
    const [sample] = group;
    if (!sample) continue;
    const rules = sample.rules.filter((rule) =>
      group.every((slide) => slide.rules.some((other) => isSame(rule, other))),
    );
    const layout = {
      name,
      sample,
      rules,
      isNumbered: sample.background === 'paper' && sample.kind !== 'cover',
    };
    for (const slide of group) layouts.set(slide, layout);
  }
  return layouts;
}

/** Slides of a kind whose title runs another way have a layout of their own. */
function nameOf({ kind, texts }: SlideFrames): string {
  const isVertical = texts.some(({ part, direction }) => part === 'title' && direction === 'vertical');
  const hasPoints = texts.some(({ part }) => part === 'points');
  return `${NAMES[kind]}${isVertical ? ', vertical' : ''}${kind === 'exchange' && !hasPoints ? ', no points' : ''}`;
}

const NAMES: Readonly<Record<SlideFrames['kind'], string>> = {
  cover: 'Cover',
  agenda: 'Agenda',
  divider: 'Divider',
  summary: 'Summary',
  question: 'Question',
  exchange: 'Exchange',
  quote: 'Quotation',
  closing: 'Closing',
};

const isSame = (a: Rule, b: Rule): boolean => JSON.stringify(a) === JSON.stringify(b);
