// The part of the pipeline that decides where pages end: it has them laid out, looks at what came of it, and again until all
// is well.

import type { LineSetting } from './booklet/lines.ts';
import { moreBreaks, NO_BREAKS, type PageBreaks } from './booklet/page-breaks.ts';
import { remade, type SectionEnd, sectionEnds, sparseEnds } from './booklet/page-maker.ts';
import type { BookletView } from './booklet/view.ts';
import { type Result, success } from './model/diagnostic.ts';
import type { LaidPages } from './model/world.ts';

export interface PagePlan {
  /** With paragraphs and pages as long as is best for all. */
  readonly view: BookletView;
  readonly breaks: PageBreaks;
}

/** Pages without sections that end on hardly anything, and without notes parted from their calls. Errors: those of `layOut`. */
export async function planPages(
  view: BookletView,
  setting: LineSetting,
  layOut: (plan: PagePlan) => Promise<Result<LaidPages>>,
): Promise<Result<PagePlan>> {
  let plan: PagePlan = { view, breaks: NO_BREAKS };
  let made = await layOut(plan);
  if (!made.ok) return made;
  const sparse = sparseIn(made.value);
  if (sparse.length > 0) {
    const other = { ...plan, view: remade(view, sparse, setting) };
    const again = await layOut(other);
    if (again.ok && sparseIn(again.value).length < sparse.length) {
      plan = other;
      made = again;
    }
  }
  const sectionOf = sectionsByExchange(view);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const breaks = moreBreaks(made.value.metadata, sectionOf, plan.breaks);
    if (breaks === plan.breaks) break;
    plan = { ...plan, breaks };
    made = await layOut(plan);
    if (!made.ok) return made;
  }
  return success(plan);
}

/** Each mends one place in every section that has any. */
const MOST_ROUNDS = 40;

function sparseIn({ metadata }: LaidPages): readonly SectionEnd[] {
  return sparseEnds(sectionEnds(metadata));
}

function sectionsByExchange({ sections }: BookletView): (exchange: number) => number {
  const known = new Map(
    sections.flatMap((section) => section.exchanges.map(({ number }) => [number, section.number] as const)),
  );
  return (exchange) => known.get(exchange) ?? 0;
}
