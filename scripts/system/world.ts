// The World of this machine: templates and fonts from the disk, Typst and Marp in this process.

import path from 'node:path';
import type { Result } from '../model/diagnostic.ts';
import type { TypesetDocument, TypesetJob, World } from '../model/world.ts';
import { digestOf } from '../reuse/digest.ts';
import { lately } from '../reuse/lately.ts';
import { readBeside, readBytes, readLarge, readText, readTexts } from './files.ts';
import { makeRoomFor } from './garbage.ts';
import { createPresent, print } from './marp.ts';
import { createPackages } from './packages.ts';
import { rasterize, rasterizePages } from './pictures.ts';
import { createPageScript, createPlayerCode } from './player.ts';
import { runProgram } from './program.ts';
import { createTypst } from './typst.ts';
import { createTypstBeside } from './typst-beside.ts';

/** What can be kept from build to build: fonts and compilers. */
export interface Machine {
  /** A World that reads templates and content as they are now, and what it has read once not again. */
  readonly freshWorld: () => World;
}

/** Where the program is, and where what was made of its sources is kept. */
export interface Place {
  readonly root: string;
  readonly bundle?: string;
}

/** The World for one run of a command. It typesets in a thread beside, where the program runs from a bundle. */
export function createWorld(installation: Place): World {
  return createMachine(installation, true).freshWorld();
}

/** `isBeside` asks for Typst in a thread of its own: for who has something else to do meanwhile. */
export function createMachine({ root, bundle }: Place, isBeside = false): Machine {
  const packages = createPackages(root);
  const readFont = async (file: string): Promise<Uint8Array> => {
    const bytes = await readLarge(packages.resolve(file));
    if (!bytes) throw new Error(`the font ${file} is not installed: run npm ci`);
    return bytes;
  };
  const beside = isBeside && bundle !== undefined ? createTypstBeside(root, bundle) : undefined;
  const typst = beside ?? createTypst(packages.resolve);
  const playerScript = createPageScript(root, 'player', bundle);
  // The products for a print shop are all made of the same pages; most edits leave handout and slides as they were.
  const typesetLately = latelyOfAKind<Result<TypesetDocument>>();
  const drawnLately = latelyOfAKind<Result<readonly Uint8Array[]>>();
  const kept = {
    readFont: remember(readFont),
    typeset: (job) =>
      typesetLately(job, job, () => {
        makeRoomFor(job);
        return typst.typeset(job);
      }),
    layOut: (job) => {
      makeRoomFor(job);
      return typst.laid(job);
    },
    // What comes of it is nobody's: a fault shows again when there is something to typeset.
    ...(beside && { typesetAhead: (job) => void beside.typeset(job).catch(() => undefined) }),
    draw: (job, widths) =>
      drawnLately(job, [job, widths], async () => {
        const drawn = await typst.drawn(job);
        return drawn.ok ? { ...drawn, value: await rasterizePages(drawn.value, widths) } : drawn;
      }),
    present: createPresent(bundle),
    print,
    rasterize,
    run: runProgram,
  } satisfies Partial<World>;
  return {
    freshWorld: () => ({
      ...kept,
      readTemplate: remember((file: string) => readText(path.join(root, 'templates', file))),
      readTemplates: remember((folder: string) => readTexts(path.join(root, 'templates'), folder)),
      readNamed: async (file) => (await readBytes(file)) ?? (await readBytes(path.resolve(root, file))),
      readBeside,
      playerCode: createPlayerCode(root, playerScript),
    }),
  };
}

/** What came lately of jobs with the same main file, which is never pushed out by what came of others. */
function latelyOfAKind<T>(): (job: TypesetJob, from: unknown, make: () => Promise<T>) => Promise<T> {
  const kinds = lately<ReturnType<typeof lately<Promise<T>>>>(KINDS);
  return (job, from, make) => kinds(job.main, () => lately(OF_A_KIND))(digestOf(from), make);
}

/** Pages, covers, spines, sheets, handouts: of two themes. */
const KINDS = 12;
const OF_A_KIND = 4;

function remember<T>(read: (file: string) => Promise<T>): (file: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (file) => {
    const reading = known.get(file) ?? read(file);
    known.set(file, reading);
    return reading;
  };
}
