// Makes interviews and writes each as soon as it is made, then the page to open them all from.

import type { Diagnostic } from '../model/diagnostic.ts';
import type { Context } from './context.ts';
import { type Made, type MakeRequest, makeAll } from './make.ts';
import type { WrittenArtifact } from './table-of-products.ts';
import { writeCatalogue, writeInterview } from './write.ts';

export interface Built extends Made {
  readonly artifacts: readonly WrittenArtifact[];
}

/** An interview is written when all of its editions are made, or left as it was. */
export async function buildAll(context: Context, request: MakeRequest): Promise<Built> {
  const artifacts: WrittenArtifact[] = [];
  const made = await makeAll(context, request, async (outcome) => {
    const written = await writeInterview(context, outcome);
    artifacts.push(...written.artifacts);
    return written.diagnostics;
  });
  const page = await writeCatalogue(context, made);
  const diagnostics: readonly Diagnostic[] = [...made.diagnostics, ...page.diagnostics];
  return { ...made, artifacts: [...artifacts, ...page.artifacts], diagnostics };
}
