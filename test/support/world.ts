// The World of this repository, and what the tests ask of it most.

import path from 'node:path';
import type { Result } from '../../scripts/model/diagnostic.ts';
import type { World } from '../../scripts/model/world.ts';
import { withShared } from '../../scripts/products.ts';
import type { Theme } from '../../scripts/render/theme.ts';
import { createWorld } from '../../scripts/system/world.ts';

export const world: World = createWorld({ root: path.resolve(import.meta.dirname, '../..') });

export async function loadTheme(name = 'magazine'): Promise<Theme> {
  return withShared({ name, files: await world.readTemplates(name) }, world);
}

export function succeeded<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics, null, 2));
  return result.value;
}
