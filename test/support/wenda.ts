// The program as a person starts it: in a process of its own, in a folder of its own.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function wenda(args: readonly string[], cwd: string): Run {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(ROOT, 'scripts/wenda.mjs'), ...args],
    { cwd, encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  return { code: status, stdout, stderr };
}

/** An empty folder that is gone after the tests of the file. */
export function scratch(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wenda-test-'));
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A scratch folder with the first interview as its content/, whatever else the project's own holds by now. */
export function workspace(): string {
  const folder = scratch();
  for (const name of ['glossary.yaml', 'wang-zhongyuan']) {
    fs.cpSync(path.join(ROOT, 'content', name), path.join(folder, 'content', name), { recursive: true });
  }
  fs.writeFileSync(path.join(folder, 'content/press.yaml'), 'locales: [zh-TW, zh-CN]\n');
  return folder;
}

/** Every file below `folder` by its path, in order. */
export function filesBelow(folder: string): ReadonlyMap<string, Buffer> {
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return new Map(
    names
      .filter((name) => fs.statSync(path.join(folder, name)).isFile())
      .map((name) => [name.split(path.sep).join('/'), fs.readFileSync(path.join(folder, name))]),
  );
}
