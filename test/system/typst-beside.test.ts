// Typst in a thread gives what Typst here gives, and the fault of a thread is told.

import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TypesetJob } from '../../scripts/model/world.ts';
import { createPackages } from '../../scripts/system/packages.ts';
import { createTypst } from '../../scripts/system/typst.ts';
import { createTypstBeside } from '../../scripts/system/typst-beside.ts';
import { scratch } from '../support/wenda.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const CACHE = path.join(ROOT, 'node_modules/.cache');
let bundle = '';

beforeAll(async () => {
  fs.mkdirSync(CACHE, { recursive: true });
  // From there it finds the packages.
  bundle = fs.mkdtempSync(path.join(CACHE, 'beside-'));
  await build({
    entryPoints: { typesetter: path.join(ROOT, 'scripts/system/typst-thread.ts') },
    outdir: bundle,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    outExtension: { '.js': '.mjs' },
  });
});

afterAll(() => fs.rmSync(bundle, { recursive: true, force: true }));

function job(body: string): TypesetJob {
  const head =
    '#set document(title: "題", date: none)\n#set text(font: "Noto Sans SC", lang: "zh", region: "CN")\n';
  return {
    main: 'main.typ',
    files: { 'main.typ': head + body },
    fonts: ['@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'],
    query: '<it>',
  };
}

const JOBS = ['你好 #metadata((n: 1)) <it>', '#nope', '再見 #pagebreak() 三頁 #pagebreak()', '你好'].map(job);

describe('Typst in a thread', () => {
  it('gives what it gives here, of several jobs at once too', async () => {
    const beside = createTypstBeside(ROOT, bundle);
    const here = createTypst(createPackages(ROOT).resolve);
    const made = await Promise.all(JOBS.map((each) => beside.typeset(each)));
    for (const [index, each] of JOBS.entries()) {
      expect(made[index]).toEqual(await here.typeset(each));
      expect(await beside.drawn(each)).toEqual(await here.drawn(each));
    }
    expect(made.map(({ ok }) => ok)).toEqual([true, false, true, true]);
  }, 60_000);

  it('is missed by every job under way where it ends, and begun again for the next', async () => {
    const folder = scratch();
    fs.writeFileSync(
      path.join(folder, 'typesetter.mjs'),
      `import { parentPort } from 'node:worker_threads';
       parentPort.on('message', ({ id, job }) => {
         if (job.main === 'throws') throw new Error('out of memory');
         if (job.main === 'ends') process.exit(3);
         if (job.main !== 'waits') parentPort.postMessage({ id, result: { ok: true, value: job.main, diagnostics: [] } });
       });`,
    );
    const { typeset } = createTypstBeside(ROOT, folder);
    const named = (main: string) => typeset({ ...job(''), main });
    const lost = await Promise.allSettled([named('waits'), named('throws')]);
    expect(lost.map((each) => each.status === 'rejected' && String(each.reason))).toEqual([
      'Error: out of memory',
      'Error: out of memory',
    ]);
    expect(await named('one')).toMatchObject({ value: 'one' });
    await expect(named('ends')).rejects.toThrow(/has ended/);
    expect(await named('two')).toMatchObject({ value: 'two' });
  }, 60_000);
});
