// Makes interviews and writes each as soon as it is made, then the page to open them all from.

import type { Diagnostic } from '../model/diagnostic.ts';
import { startStopwatch } from '../system/clock.ts';
import { isSystemError } from '../system/files.ts';
import { removeLeftovers } from '../system/leftovers.ts';
import { lockFolder } from '../system/lock.ts';
import type { Context } from './context.ts';
import { type Made, type MakeRequest, makeAll } from './make.ts';
import { removeOutlived, writtenParts } from './outlived.ts';
import type { WrittenArtifact } from './table-of-products.ts';
import type { BuildTimings, Timings } from './timings.ts';
import { cannotWrite, writeCatalogue, writeInterview } from './write.ts';

export interface Built extends Pick<Made, 'slugs' | 'diagnostics'> {
  readonly artifacts: readonly WrittenArtifact[];
  readonly timings?: BuildTimings;
  /** What the house has; undefined where nothing could be read. */
  readonly known?: Made['known'];
}

/**
 * An interview is written when all of its editions are made, or left as it was. One build at a time writes to a folder:
 * another waits until the first has ended, and reads the content only then. Errors: `build/locked`, those of making and
 * writing.
 */
export async function buildAll(context: Context, request: MakeRequest): Promise<Built> {
  const { outFolder, progress } = context;
  try {
    const lock = await lockFolder(outFolder, {
      onWait: (holder) => progress.step(`${holder} is building into ${outFolder}; waiting for it to end`),
      seconds: PATIENCE,
    });
    if ('holder' in lock) return { slugs: [], artifacts: [], diagnostics: [locked(outFolder, lock.holder)] };
    try {
      return await build(context, request);
    } finally {
      await lock.release();
    }
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { slugs: [], artifacts: [], diagnostics: [cannotWrite(outFolder, error)] };
  }
}

/** A build of a thousand interviews may take so long, in seconds. */
const PATIENCE = 1800;

async function build(context: Context, request: MakeRequest): Promise<Built> {
  await removeLeftovers(context.outFolder, false);
  const clock = startStopwatch();
  const parts: Timings[] = [];
  const artifacts: WrittenArtifact[] = [];
  const before = request.tidies ? await writtenParts(context) : undefined;
  const made = await makeAll(context, request, async (outcome) => {
    const stopwatch = startStopwatch();
    request.onOutcome?.(outcome);
    const written = await writeInterview(context, outcome);
    const [shared, ...others] = outcome.timings ?? [];
    if (shared) parts.push({ ...shared, phases: { ...shared.phases, write: stopwatch.lap() } }, ...others);
    artifacts.push(...written.artifacts);
    return written.diagnostics;
  });
  const stopwatch = startStopwatch();
  const removed = before ? await removeOutlived(context, made.known, before) : [];
  const page = await writeCatalogue(context, made);
  parts.push({ name: 'index.html', phases: { catalogue: stopwatch.lap() } });
  const timings = { parts, milliseconds: clock.lap(), jobs: made.jobs };
  const diagnostics: readonly Diagnostic[] = [...made.diagnostics, ...removed, ...page.diagnostics];
  const { slugs, known } = made;
  return { slugs, known, artifacts: [...artifacts, ...page.artifacts], diagnostics, timings };
}

function locked(folder: string, holder: string): Diagnostic {
  return {
    code: 'build/locked',
    severity: 'error',
    message: `${holder} has been building into this folder all the while`,
    hint: 'Wait until it has ended, or build into another folder: --out DIR.',
    place: { file: folder },
  };
}
