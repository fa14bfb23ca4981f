// The first interview made in one version after another: what an editor or a designer may change, and what comes of it.

import fs from 'node:fs';
import type { Locale } from '../../scripts/model/locale.ts';
import type { Artifact, Product } from '../../scripts/model/product.ts';
import type { World } from '../../scripts/model/world.ts';
import { makeProducts, readHouse, readInterview } from '../../scripts/pipeline.ts';
import { succeeded, world } from './world.ts';

export interface Version {
  readonly manuscript: string;
  readonly press: string;
  readonly glossary: string;
  /** Files of templates/ in another wording. */
  readonly templates: (file: string, text: string) => string;
}

const read = (file: string): string =>
  fs.readFileSync(new URL(`../../content/${file}`, import.meta.url), 'utf8');

export const ORIGINAL: Version = {
  manuscript: read('wang-zhongyuan/interview.md'),
  press: '',
  glossary: read('glossary.yaml'),
  templates: (_, text) => text,
};

/** What is made of a version, by file name. */
export async function makeVersion(
  { manuscript, press, glossary, templates }: Version,
  products: readonly Product[],
  locale: Locale = 'zh-TW',
): Promise<ReadonlyMap<string, Artifact>> {
  const house = succeeded(
    readHouse({ file: 'content/press.yaml', text: press }, { file: 'content/glossary.yaml', text: glossary }),
  );
  const file = 'content/wang-zhongyuan/interview.md';
  const made = new Map<string, Artifact>();
  const edited: World = {
    ...world,
    readTemplates: async (folder) =>
      new Map([...(await world.readTemplates(folder))].map(([name, text]) => [name, templates(name, text)])),
  };
  succeeded(
    await makeProducts({
      interview: succeeded(readInterview({ file, text: manuscript }, house.settings)),
      file,
      source: manuscript,
      house,
      locale,
      products,
      world: edited,
      onStart: () => undefined,
      onMade: (artifact) => made.set(artifact.file, artifact),
    }),
  );
  return made;
}

/** The text with one wording in place of another, which has to be there. */
export function put(text: string, from: string | RegExp, to: string): string {
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${from} is not there, or stays as it is`);
  return changed;
}
