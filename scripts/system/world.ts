// The World of this machine: templates and fonts from the disk, Typst and Marp in this process.

import path from 'node:path';
import type { World } from '../model/world.ts';
import { readBeside, readBytes, readText, readTexts } from './files.ts';
import { present } from './marp.ts';
import { createPackages } from './packages.ts';
import { createPlayerCode } from './player.ts';
import { runProgram } from './program.ts';
import { createTypesetter } from './typst.ts';

/** The World for one run of a command: what it has read once it does not read again. */
export function createWorld({ root }: { readonly root: string }): World {
  const packages = createPackages(root);
  const readFont = async (file: string): Promise<Uint8Array> => {
    const bytes = await readBytes(packages.resolve(file));
    if (!bytes) throw new Error(`the font ${file} is not installed: run npm ci`);
    return bytes;
  };
  return {
    readTemplate: remember((file: string) => readText(path.join(root, 'templates', file))),
    readTemplates: remember((folder: string) => readTexts(path.join(root, 'templates'), folder)),
    readFont: remember(readFont),
    readNamed: async (file) => (await readBytes(file)) ?? (await readBytes(path.resolve(root, file))),
    readBeside,
    typeset: createTypesetter(packages.resolve),
    present,
    playerCode: createPlayerCode(root),
    run: runProgram,
  };
}

function remember<T>(read: (file: string) => Promise<T>): (file: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (file) => {
    const reading = known.get(file) ?? read(file);
    known.set(file, reading);
    return reading;
  };
}
