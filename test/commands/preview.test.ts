import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, MANUSCRIPT, startBench } from '../support/preview.ts';
import { filesBelow, scratch, wenda } from '../support/wenda.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

const FILE = 'content/talk/interview.md';

/** Longer than a watcher waits for a save to be over, on a busy machine too. */
const quiet = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2000));

describe('the builds of a preview', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await startBench(scratch());
    await bench.built(1);
    await quiet();
  }, 300_000);
  afterAll(() => bench?.close());

  const deck = (): string => fs.readFileSync(path.join(bench.folder, 'dist/talk/zh-TW/deck.html'), 'utf8');

  it('are one for what the build itself has written beside the manuscript', () => {
    expect(fs.existsSync(path.join(bench.folder, 'content/talk/points.lock.json'))).toBe(true);
    expect(bench.builds.length).toBe(1);
  });

  it('are one for several fast saves, of the last of them', async () => {
    const count = bench.builds.length;
    for (const words of ['一', '二', '三', '四', '五'])
      bench.save(FILE, MANUSCRIPT.replace('> 比大小難倒', `> 第${words}次難倒`));
    await bench.built(count + 1);
    await quiet();
    expect(bench.builds.length).toBe(count + 1);
    expect(deck()).toContain('第五次難倒');
  });

  it('are one more for a save during a build, after it', async () => {
    const count = bench.builds.length;
    // The page listens before anything is said.
    const events = await fetch(new URL('events', bench.url));
    bench.save(FILE, MANUSCRIPT.replace('> 比大小難倒', '> 開始時難倒'));
    for await (const chunk of events.body ?? [])
      if (new TextDecoder().decode(chunk as Uint8Array).includes('building')) break;
    bench.save(FILE, MANUSCRIPT.replace('> 比大小難倒', '> 結束時難倒'));
    await bench.built(count + 2);
    await quiet();
    expect(bench.builds.length).toBe(count + 2);
    expect(deck()).toContain('結束時難倒');
  });

  it('are none for a theme that is not used, a backup, or what was built', async () => {
    const count = bench.builds.length;
    fs.appendFileSync(path.join(bench.templates, 'journal/theme.yaml'), '\n');
    bench.save('content/talk/interview.md~', 'scratch');
    bench.save('dist/talk/zh-TW/more.txt', 'more');
    await quiet();
    expect(bench.builds.length).toBe(count);
  });

  it('leave the output whole where one fails, and go on', async () => {
    const before = deck();
    const count = bench.builds.length;
    bench.save(FILE, MANUSCRIPT.replace('北京商報', '[北京商報'));
    await bench.built(count + 1);
    expect(bench.builds.slice(count)).toMatchObject([
      { hasFailed: true, diagnostics: [{ severity: 'error' }] },
    ]);
    expect(deck()).toBe(before);
    bench.save(FILE, MANUSCRIPT);
    await bench.built(count + 2);
    expect(bench.builds.at(-1)?.hasFailed).toBe(false);
    expect(deck()).toContain('比大小難倒');
  });

  it('leave what a clean build makes, byte for byte, though a new deck is as long as the one before', async () => {
    const count = bench.builds.length;
    bench.save(FILE, MANUSCRIPT.replace('> 比大小難倒', '> 比小大難倒'));
    await bench.built(count + 1);
    const { code } = wenda(['build', '--out', 'clean'], bench.folder);
    expect(code).toBe(0);
    const [kept, clean] = ['dist', 'clean'].map((name) => {
      const files = [...filesBelow(path.join(bench.folder, name))];
      return files.filter(([file]) => !/manifest\.json$|more\.txt$/.test(file));
    });
    expect(kept?.map(([file]) => file)).toEqual(clean?.map(([file]) => file));
    for (const [index, [file, bytes]] of (kept ?? []).entries())
      expect({ file, isSame: bytes.equals(clean?.[index]?.[1] ?? Buffer.alloc(0)) }).toEqual({
        file,
        isSame: true,
      });
  });
});

describe('wenda preview', () => {
  it('says that its port is in use, and ends', async () => {
    const taken = net.createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as net.AddressInfo;
    const { code, stdout, stderr } = wenda(['preview', '--port', String(port)], scratch());
    taken.close();
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toBe(
      `error preview/port-in-use: port ${port} is in use already\n` +
        '  → Name another with --port, or 0 for any that is free; perhaps a preview runs already.\n',
    );
  });

  it.each(['65536', 'x', '-1', ''])('takes no port called "%s"', (port) => {
    const { code, stderr } = wenda(['preview', `--port=${port}`], scratch());
    expect(code).toBe(2);
    expect(stderr).toContain('is not a port');
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'ends cleanly on %s, in the middle of a build or after it',
    { timeout: 300_000 },
    async (signal) => {
      const [folder, temporary] = [scratch(), scratch()];
      fs.mkdirSync(path.join(folder, 'content/talk'), { recursive: true });
      fs.writeFileSync(path.join(folder, 'content/press.yaml'), 'locales: [zh-TW]\n');
      fs.writeFileSync(path.join(folder, FILE), MANUSCRIPT);
      for (const until of ['Preview: ', 'Built in ']) {
        const child = spawn(
          process.execPath,
          [path.join(ROOT, 'scripts/wenda.mjs'), 'preview', '--port', '0'],
          {
            cwd: folder,
            env: { ...process.env, TMPDIR: temporary },
            stdio: ['ignore', 'pipe', 'inherit'],
          },
        );
        let said = '';
        await new Promise<void>((resolve) => {
          child.stdout.on('data', (chunk) => {
            said += String(chunk);
            if (said.includes(until)) resolve();
          });
        });
        const url = /http:\S+/.exec(said)?.[0] ?? '';
        // The script of the page is bundled by a process of its own.
        expect((await fetch(new URL('preview.js', url))).status).toBe(200);
        const children = childrenOf(child.pid ?? 0);
        child.kill(signal);
        const [code] = (await once(child, 'exit')) as [number | null];
        expect(code).toBe(0);
        await expect(fetch(url)).rejects.toThrow();
        for (let time = 0; time < 100 && children.some(isAlive); time++)
          await new Promise((resolve) => setTimeout(resolve, 100));
        expect(children.filter(isAlive)).toEqual([]);
        expect(fs.readdirSync(temporary).filter((name) => name.startsWith('wenda-'))).toEqual([]);
        const left = [...filesBelow(folder).keys()].filter((name) => /\.new$/.test(name));
        expect(left).toEqual([]);
      }
    },
  );
});

/** The processes that a process has started, where the system tells of them in /proc. */
function childrenOf(parent: number): readonly number[] {
  if (os.platform() !== 'linux') return [];
  return fs
    .readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8')
    .split(' ')
    .filter((id) => id !== '')
    .map(Number);
}

/** What has ended and was not waited for is no process any more. */
function isAlive(id: number): boolean {
  try {
    return !/^\d+ \(.*\) Z/.test(fs.readFileSync(`/proc/${id}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
