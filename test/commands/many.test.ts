import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { houseOf, smallInterview, writeInterview } from '../support/house.ts';
import { comparable } from '../support/manifest.ts';
import { filesBelow, type Run, scratch, wenda } from '../support/wenda.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const ONLY = ['--only', 'booklet,duplex'];
const HANGING =
  '/* hangs */ #for i in range(0, 1000000000) { for j in range(0, 1000000000) { let x = i } }\n';

/** Without what differs from run to run: the times of the table. */
const withoutTimes = ({ code, stdout, stderr }: Run) => ({
  code,
  stdout: stdout.replace(/ +\d+\.\d\d s$/gm, ''),
  stderr,
});

describe('many interviews', () => {
  it('come out the same beside one another as one after the other: files, messages and their order', () => {
    const house = houseOf({
      a: smallInterview('甲', ['開源是長期的投入。', '價格戰會傷研發。']),
      b: smallInterview('乙', ['\u{1F600}。']),
      c: 'no front matter\n',
      d: smallInterview('丁', ['人才比算力重要。']),
      e: smallInterview('戊', ['他說，计划 發(fā)展。']),
    });
    const dist = path.join(house, 'dist');
    const builds = ['1', '3'].map((jobs) => {
      fs.rmSync(dist, { recursive: true, force: true });
      const run = wenda(['build', ...ONLY, '--jobs', jobs], house);
      return { run, files: filesBelow(dist) };
    });
    const [one, two] = builds.map(({ run }) => run);
    const [first, second] = builds.map(({ files }) => files);
    expect(withoutTimes(two ?? nothing)).toEqual(withoutTimes(one ?? nothing));
    expect(one?.code).toBe(1);
    expect(one?.stderr).toMatch(/^content\/b\/interview\.md.*error/m);
    expect(one?.stderr).toMatch(/^content\/c\/interview\.md.*error/m);
    expect([...(second?.keys() ?? [])]).toEqual([...(first?.keys() ?? [])]);
    for (const [name, bytes] of first ?? []) expect(second?.get(name)?.equals(bytes), name).toBe(true);
    const made = new Set([...(first?.keys() ?? [])].map((name) => name.split('/')[0]));
    expect([...made].sort()).toEqual(['a', 'd', 'e', 'index.html']);
  });

  it('lose none but the one whose theme never ends, and say which', async () => {
    const root = programWith({ 'templates/magazine/booklet-text.typ': (text) => `${HANGING}${text}` });
    const house = houseOf({ a: smallInterview('甲', ['答案。']), b: 'no front matter\n' }, [
      'zh-TW',
      'zh-CN',
    ]);
    const run = await start(['build', ...ONLY, '--jobs', '2', '--time-limit', '20'], house, root);
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(
      /^content\/a\/interview\.md: error build\/too-slow: zh-TW, booklet: not done after 20 seconds, and given up$/m,
    );
    expect(run.stderr).toMatch(/build\/too-slow: zh-CN/);
    expect(run.stderr).toMatch(/^content\/b\/interview\.md:1:1: error/m);
    expect([...filesBelow(path.join(house, 'dist')).keys()]).toEqual(['index.html']);
  });

  it('lose none but the one at which the program fails, beside one another or not', async () => {
    const root = programWith({
      'scripts/products.ts': (text) =>
        text.replace(
          '  const theme = await loadTheme(house, world);',
          "  if (request.interview.title.text === '乙' && request.locale === 'zh-CN') throw new Error('a fault');\n$&",
        ),
    });
    const house = houseOf({ a: smallInterview('甲', ['答。']), b: smallInterview('乙', ['答。']) });
    for (const jobs of ['1', '2']) {
      const out = `out-${jobs}`;
      const run = await start(['build', ...ONLY, '--jobs', jobs, '--out', out], house, root);
      expect(run.code).toBe(1);
      expect(run.stderr).toMatch(
        /^content\/b\/interview\.md: error build\/fault: the program failed: Error: a fault/m,
      );
      const made = [...filesBelow(path.join(house, out)).keys()].map((name) => name.split('/')[0]);
      expect([...new Set(made)].sort()).toEqual(['a', 'index.html']);
    }
  });

  it.each([['0'], ['x'], ['1.5']])('--jobs %s is not understood', (jobs) => {
    expect(wenda(['build', '--jobs', jobs], scratch())).toMatchObject({ code: 2 });
  });
});

describe('two builds at once', () => {
  it('do not mix: the second waits for the first, says so, and makes what stands there then', async () => {
    const root = programWith({
      'scripts/products.ts': (text) =>
        text.replace(
          '  const theme = await loadTheme(house, world);',
          `  const { existsSync } = await import('node:fs');
  while (!existsSync('go')) await new Promise((resolve) => setTimeout(resolve, 10));
$&`,
        ),
    });
    const house = houseOf({ a: smallInterview('甲', ['第一版。']) }, ['zh-TW']);
    const first = start(['build', ...ONLY], house, root);
    const lock = path.join(house, 'dist/.wenda.lock');
    await expect.poll(() => fs.existsSync(lock), { timeout: 60_000, interval: 5 }).toBe(true);
    const waiting = 'is building into dist; waiting for it to end';
    let isWaiting = false;
    const second = start(['build', ...ONLY], house, root, (text) => {
      isWaiting ||= text.includes(waiting);
    });
    await expect.poll(() => isWaiting, { timeout: 60_000, interval: 20 }).toBe(true);
    writeInterview(house, 'a', smallInterview('甲', ['第二版，與第一版不同。']));
    fs.writeFileSync(path.join(house, 'go'), '');
    const ended = await Promise.all([first, second]);
    expect(ended.map(({ code }) => code)).toEqual([0, 0]);
    expect(ended.map(({ stderr }) => stderr.includes(waiting))).toEqual([false, true]);
    const there = filesBelow(path.join(house, 'dist'));
    expect((await start(['build', ...ONLY, '--out', 'clean'], house, root)).code).toBe(0);
    const clean = filesBelow(path.join(house, 'clean'));
    expect([...there.keys()]).toEqual([...clean.keys()]);
    for (const [name, bytes] of clean)
      expect(comparable(name, there.get(name) ?? Buffer.alloc(0)).equals(comparable(name, bytes)), name).toBe(
        true,
      );
  });
});

describe('the deck of all locales', () => {
  it('goes where a deck beside it says something else, and stays where it says the same', () => {
    const house = houseOf({ a: smallInterview('甲', ['第一版。']) });
    const build = (...args: string[]) =>
      expect(wenda(['build', '--only', 'deck', ...args], house).code).toBe(0);
    const whole = (): readonly string[] =>
      [...filesBelow(path.join(house, 'dist/a')).keys()].filter((name) => !name.includes('/'));
    build();
    expect(whole()).toEqual(['deck-all.html', 'manifest.json']);
    build('--locale', 'zh-TW');
    expect(whole()).toEqual(['deck-all.html', 'manifest.json']);
    writeInterview(house, 'a', smallInterview('甲', ['第二版，與第一版不同。']));
    build('--locale', 'zh-TW');
    expect(whole()).toEqual([]);
    expect(fs.readFileSync(path.join(house, 'dist/index.html'), 'utf8')).not.toContain('deck-all.html');
  });
});

describe('--timings', () => {
  it('says where the time went, as a table and as data', () => {
    const house = houseOf({ a: smallInterview('甲', ['答案。']) });
    const { stderr, stdout } = wenda(['build', ...ONLY, '--timings', '--json'], house);
    for (const phase of ['read', 'summaries', 'edition', 'compose', 'typeset', 'duplex', 'write', 'in all'])
      expect(stderr).toMatch(new RegExp(`^${phase} +\\d`, 'm'));
    const { timings } = JSON.parse(stdout) as {
      timings: { parts: { name: string; phases: Record<string, number> }[]; milliseconds: number };
    };
    expect(timings.parts.map(({ name }) => name)).toEqual(['a', 'a zh-TW', 'a zh-CN', 'index.html']);
    const spent = timings.parts.flatMap(({ phases }) => Object.values(phases));
    expect(Math.min(...spent)).toBeGreaterThanOrEqual(0);
    expect(spent.reduce((sum, value) => sum + value, 0)).toBeLessThan(3 * timings.milliseconds);
  });
});

const nothing: Run = { code: null, stdout: '', stderr: '' };

/** A copy of the program in which some files are others. */
function programWith(changes: Readonly<Record<string, (text: string) => string>>): string {
  const root = scratch();
  for (const name of ['scripts', 'templates', 'package.json', 'profiles']) {
    if (fs.existsSync(path.join(ROOT, name)))
      fs.cpSync(path.join(ROOT, name), path.join(root, name), { recursive: true });
  }
  fs.symlinkSync(fs.realpathSync(path.join(ROOT, 'node_modules')), path.join(root, 'node_modules'));
  for (const [name, change] of Object.entries(changes)) {
    const file = path.join(root, name);
    const before = fs.readFileSync(file, 'utf8');
    const after = change(before);
    expect(after).not.toBe(before);
    fs.writeFileSync(file, after);
  }
  return root;
}

function start(
  args: readonly string[],
  cwd: string,
  root = ROOT,
  onError: (text: string) => void = () => {},
): Promise<Run> {
  const child = spawn(process.execPath, [path.join(root, 'scripts/wenda.mjs'), ...args], { cwd });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => {
      said[name] += text;
      if (name === 'stderr') onError(text);
    });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...said })));
}
