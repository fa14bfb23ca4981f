// The World as it was in a revision: the content of then, with the templates, fonts and tools of now.

import path from 'node:path';
import type { World } from '../model/world.ts';
import type { Revision } from './git.ts';

/** `folder` is the one that the revision was opened for; paths are seen from where the program runs, as always. */
export function worldOf(revision: Revision, folder: string, world: World): World {
  const within = (file: string): string => path.relative(folder, file).split(path.sep).join('/');
  return {
    ...world,
    readNamed: async (file) => {
      const own = within(file);
      if (revision.files.has(own)) return revision.read(own);
      // What is there only now was not there then; what is not of the content is as it is.
      return revision.changed.has(own) ? undefined : world.readNamed(file);
    },
    readBeside: async (file, name, most) => {
      const beside = path.normalize(name);
      if (beside.startsWith('..') || path.isAbsolute(beside)) return 'outside';
      const bytes = await revision.read(within(path.join(path.dirname(file), beside)));
      return bytes === undefined ? 'missing' : bytes.length > most ? 'too-large' : bytes;
    },
  };
}
