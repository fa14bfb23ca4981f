// The part of the pipeline that decides where pages end: it has them typeset, looks at what came of it, and again until all
// is well.

import type { LineSetting } from './booklet/lines.ts';
import { moreBreaks, NO_BREAKS, type PageBreaks } from './booklet/page-breaks.ts';
import { remade, type SectionEnd, sectionEnds, sparseEnds } from './booklet/page-maker.ts';
import { pageReferences } from './booklet/references.ts';
import type { BookletView } from './booklet/view.ts';
import { type Result, success } from './model/diagnostic.ts';
import type { TypesetDocument } from './model/world.ts';

export interface PagePlan {
  /** With paragraphs and pages as long as is best for all. */
  readonly view: BookletView;
  readonly breaks: PageBreaks;
}

export interface PlannedPages {
  readonly plan: PagePlan;
  /** Its pages. */
  readonly document: TypesetDocument;
}

/** Pages without sections that end on hardly anything, and without notes parted from their calls. Errors: those of `typeset`. */
export async function planPages(
  view: BookletView,
  setting: LineSetting,
  typeset: (plan: PagePlan) => Promise<Result<TypesetDocument>>,
): Promise<Result<PlannedPages>> {
  let plan: PagePlan = { view, breaks: NO_BREAKS };
  let made = await typeset(plan);
  if (!made.ok) return made;
  const { sparse, starts } = endsIn(made.value, view);
  if (sparse.length > 0) {
    const other = { ...plan, view: remade(view, sparse, starts, setting) };
    const again = await typeset(other);
    if (again.ok && endsIn(again.value, view).sparse.length < sparse.length) {
      plan = other;
      made = again;
    }
  }
  const sectionOf = sectionsByExchange(view);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const breaks = moreBreaks(made.value.metadata, sectionOf, plan.breaks);
    if (breaks === plan.breaks) break;
    plan = { ...plan, breaks };
    made = await typeset(plan);
    if (!made.ok) return made;
  }
  return success({ plan, document: made.value }, made.diagnostics);
}

/** Each mends one place in every section that has any. */
const MOST_ROUNDS = 40;

interface Ends {
  readonly sparse: readonly SectionEnd[];
  /** The pages that the text of each section begins on. */
  readonly starts: readonly number[];
}

function endsIn({ metadata }: TypesetDocument, { sections }: BookletView): Ends {
  const { exchanges } = pageReferences(metadata);
  const starts = sections.map((section) => exchanges[(section.exchanges[0]?.number ?? 1) - 1] ?? 0);
  return { sparse: sparseEnds(sectionEnds(metadata), starts), starts };
}

function sectionsByExchange({ sections }: BookletView): (exchange: number) => number {
  const known = new Map(
    sections.flatMap((section) => section.exchanges.map(({ number }) => [number, section.number] as const)),
  );
  return (exchange) => known.get(exchange) ?? 0;
}
