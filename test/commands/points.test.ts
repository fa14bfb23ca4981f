import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fullWidthUnits } from '../../scripts/chinese/characters.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../scripts/model/settings.ts';
import { draftPoints } from '../../scripts/summaries.ts';
import { readDeck, textOf } from '../support/deck.ts';
import { filesBelow, scratch, wenda, workspace } from '../support/wenda.ts';
import { succeeded, world } from '../support/world.ts';

const SLUG = 'wang-zhongyuan';
const PROGRAM = path.resolve('test/fixtures/programs/summarize.mjs');
const MANUSCRIPT = fs.readFileSync(`content/${SLUG}/interview.md`, 'utf8');
const scratchFolder = scratch();

/** A workspace, its manuscript, and how to edit that. */
function start() {
  const cwd = workspace();
  const file = path.join(cwd, 'content', SLUG, 'interview.md');
  const lock = path.join(cwd, 'content', SLUG, 'points.lock.json');
  const edit = (change: (text: string) => string): string => {
    const text = change(fs.readFileSync(file, 'utf8'));
    fs.writeFileSync(file, text);
    return text;
  };
  return { cwd, file, lock, edit };
}

const withoutSummaries = (text: string): string => text.replace(/^> .*\n\n|^- .*\n(?:\n(?!- ))?/gm, '');

/** The slide of the deck that bears `takeaway`, counted from 1, and the last slide. */
function slidesOf(cwd: string, takeaway: string): { readonly number: number; readonly last: string } {
  const deck = fs.readFileSync(path.join(cwd, 'dist', SLUG, 'zh-TW/deck.md'), 'utf8');
  const slides = deck.replace(/^---\n[\s\S]*?\n---\n/, '').split(/^---$/m);
  const plain = (text: string): string => text.replace(/<[^>]*>|\s/g, '');
  const isTitle = (slide: string): boolean =>
    slide.includes('_class: exchange') && plain(slide).includes(takeaway);
  return { number: slides.findIndex(isTitle) + 1, last: plain(slides.at(-1) ?? '') };
}

describe('wenda points', () => {
  it('has nothing to draft where an editor has been', () => {
    const { cwd } = start();
    const before = filesBelow(cwd);
    expect(wenda(['points', '--write'], cwd)).toEqual({ code: 0, stdout: 'nothing to draft\n', stderr: '' });
    expect(filesBelow(cwd)).toEqual(before);
  });

  it('shows the drafts and writes nothing, or writes them and touches nothing else', () => {
    const { cwd, file, edit } = start();
    const bare = edit(withoutSummaries);
    expect(bare).not.toMatch(/^[->] /m);
    const before = filesBelow(cwd);
    const shown = wenda(['points', SLUG], cwd);
    expect(shown.code).toBe(0);
    expect(shown.stdout.match(/^wang-zhongyuan \d+: /gm)).toHaveLength(11);
    expect(filesBelow(cwd)).toEqual(before);

    expect(wenda(['points', SLUG, '--write'], cwd)).toMatchObject({
      code: 0,
      stdout: `wrote content/${SLUG}/interview.md\n`,
    });
    const written = fs.readFileSync(file, 'utf8');
    for (const line of shown.stdout.match(/^[->] .*$/gm) ?? []) expect(written).toContain(`\n${line}\n`);
    expect(withoutSummaries(written).replace('summary: drafted', 'summary: edited')).toBe(bare);
    expect(wenda(['points', '--write'], cwd).stdout).toBe('nothing to draft\n');
  });

  it('gives each draft with the passages of the answer it is drawn from', () => {
    const { cwd, edit } = start();
    edit(withoutSummaries);
    const { report } = JSON.parse(wenda(['points', '--json'], cwd).stdout) as {
      report: { slug: string; questions: { takeaway?: { drawnFrom: unknown[] } }[] }[];
    };
    expect(report[0]?.questions[0]?.takeaway?.drawnFrom).toEqual([
      { turn: 0, paragraph: 0, start: expect.any(Number), end: expect.any(Number) },
    ]);
  });

  it('leaves alone what is not UTF-8', () => {
    const { cwd, file } = start();
    const bytes = Buffer.concat([fs.readFileSync(file), Buffer.from([0xff])]);
    fs.writeFileSync(file, bytes);
    const { code, stderr } = wenda(['points', '--write'], cwd);
    expect(code).toBe(1);
    expect(stderr).toContain('content/not-utf-8');
    expect(fs.readFileSync(file)).toEqual(bytes);
  });
});

describe('the lengths of press.yaml', () => {
  it('hold for drafts, for warnings of check, and for the slides of a build', () => {
    const { cwd, file, edit } = start();
    const settings = (text: string): void => fs.writeFileSync(path.join(cwd, 'content/press.yaml'), text);
    settings('locales: [zh-TW]\nsummary: {takeaway: 10, point: 16, points: 2}\n');
    const { stderr } = wenda(['check'], cwd);
    expect(stderr).toMatch(/summary\/too-long: the takeaway is 11 .*, and 10 fit: 比大小難倒大模型不奇怪/);
    expect(stderr).toMatch(/summary\/too-long: the point is 1[89]\S* .*, and 16 fit/);

    edit(withoutSummaries);
    const drafts = wenda(['points', '--write'], cwd);
    expect(drafts.code).toBe(0);
    const takeaways = lengthsOf(/^> (.*)$/gm, fs.readFileSync(file, 'utf8'));
    const points = lengthsOf(/^- (.*)$/gm, fs.readFileSync(file, 'utf8'));
    expect(Math.max(...takeaways)).toBeLessThanOrEqual(10);
    expect(Math.max(...points)).toBeLessThanOrEqual(16);
    expect(points.length).toBeLessThanOrEqual(2 * 11);

    edit(withoutSummaries);
    expect(wenda(['build', '--only', 'deck'], cwd).code).toBe(0);
    const short = titlesOf(cwd);
    settings('locales: [zh-TW]\nsummary: {takeaway: 24}\n');
    expect(wenda(['build', '--only', 'deck'], cwd).code).toBe(0);
    const long = titlesOf(cwd);
    expect(Math.max(...short)).toBeLessThanOrEqual(10);
    expect(Math.max(...long)).toBeGreaterThan(16);
  }, 120_000);
});

function lengthsOf(pattern: RegExp, text: string): readonly number[] {
  const lengths = [...text.matchAll(pattern)].map(([, words = '']) => fullWidthUnits(words));
  expect(lengths.length).toBeGreaterThan(5);
  return lengths;
}

/** How long the takeaways are that title slides; where an answer has none, its question is the title. */
function titlesOf(cwd: string): readonly number[] {
  const html = fs.readFileSync(path.join(cwd, 'dist', SLUG, 'zh-TW/deck.html'), 'utf8');
  const titles = readDeck(html)
    .filter(({ classes }) => classes.includes('exchange'))
    .map((slide) => textOf(/<h2[^>]*>[\s\S]*?<\/h2>/.exec(slide.html)?.[0] ?? ''));
  expect(titles.filter((title) => title !== '').length).toBeGreaterThan(8);
  return titles
    .map((title) => title.replaceAll('\n', ''))
    .filter((title) => !title.endsWith('？'))
    .map(fullWidthUnits);
}

describe('a program that press.yaml names', () => {
  /** A workspace whose manuscript lacks the summaries of all questions, or of those `of` the first so many. */
  function startWith(way: string, ...args: readonly string[]) {
    const workspace = start();
    const command = JSON.stringify([process.execPath, PROGRAM, way, ...args]);
    fs.writeFileSync(
      path.join(workspace.cwd, 'content/press.yaml'),
      `locales: [zh-TW]\nsummary: {command: ${command}, seconds: 20}\n`,
    );
    return workspace;
  }
  const withoutFirst = (text: string): string => text.replace(/^> .*\n\n(?:- .*\n)+\n/m, '');

  it('is asked once for each question that lacks something, and its answers are written', () => {
    const told = path.join(scratchFolder, 'told');
    const { cwd, file, edit } = startWith('record', told);
    edit(withoutFirst);
    const before = edit((text) => text.replace(/^> .*\n\n(?=- )/m, ''));
    expect(wenda(['points', '--write'], cwd)).toMatchObject({ code: 0 });
    const asked = fs
      .readFileSync(told, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(asked).toHaveLength(2);
    expect(asked[0]).toEqual({
      title: expect.any(String),
      question: expect.stringContaining('9.11'),
      answer: [{ paragraphs: [expect.any(String)] }],
      limits: { takeaway: 16, point: 28, points: 3 },
    });
    expect(asked[1].points.length).toBeGreaterThan(1);
    const written = fs.readFileSync(file, 'utf8');
    expect(written.match(/^> 外部結論\d+$/gm)).toHaveLength(2);
    expect(written.match(/^- 甲說得最要緊的一句話$/gm)).toHaveLength(1);
    expect(written).toContain('summary: drafted');
    const added = /^> 外部結論\d+\n\n|^- (?:甲說得最要緊的一句話|乙補上的另外一個方面)\n(?:\n(?!- ))?/gm;
    expect(written.replace(added, '').replace('summary: drafted', 'summary: edited')).toBe(before);
  });

  it('is never asked by a build or a check, which draft by themselves', () => {
    const told = path.join(scratchFolder, 'never');
    const { cwd, edit } = startWith('record', told);
    edit(withoutSummaries);
    expect(wenda(['check'], cwd).code).toBe(0);
    expect(wenda(['build', '--only', 'duplex'], cwd).code).toBe(0);
    expect(fs.existsSync(told)).toBe(false);
  }, 120_000);

  it('that fails at one question leaves that one to the draft', () => {
    const { cwd, edit } = startWith('unless', '9.11');
    edit(withoutSummaries);
    const { code, stdout, stderr } = wenda(['points'], cwd);
    expect(code).toBe(0);
    expect(stdout.match(/^> 外部結論/gm)).toHaveLength(10);
    expect(stdout.match(/^> /gm)).toHaveLength(11);
    expect(stderr.match(/summary\/command/g)).toHaveLength(1);
    expect(stderr).toMatch(/interview\.md:\d+:\d+: warning summary\/command: .*question 1 .*9\.11.*code 4/);
  });

  it.each([
    ['exit-code', 'it ended with code 3: [31mthe model is not there[0m'],
    ['killed', 'it was ended by SIGKILL'],
    ['too-much', 'it wrote more than 64 KB'],
    ['prose', 'not JSON'],
    ['latin1', 'not JSON in UTF-8'],
    ['nothing', 'not JSON'],
    ['list', 'not an object'],
    ['unknown-key', 'a key that is not known: reason'],
    ['no-takeaway', 'takeaway is not a text'],
    ['number-takeaway', 'takeaway is not a text'],
    ['text-points', 'points is not a list'],
    ['no-points', 'there is no point'],
    ['four-points', '4 points, at most 3 fit'],
    ['empty-point', 'point 2 is empty'],
    ['line-break', 'point 1 has line breaks'],
    ['control-character', 'takeaway has line breaks or control characters'],
    ['long-takeaway', 'takeaway is 17 full-width characters long, and 16 fit'],
    ['long-point', 'point 1 is 29 full-width characters long, and 28 fit'],
    ['same-points', 'point 1 and point 2 say the same'],
  ])('that fails falls back to the draft, with a warning: %s', async (way, why) => {
    await expectFallback([process.execPath, PROGRAM, way], why);
  });

  it('that is not there or takes too long falls back too', async () => {
    await expectFallback(['no-such-program-anywhere'], 'could not be started');
    await expectFallback([process.execPath, PROGRAM, 'hang', path.join(scratchFolder, 'pid')], 'too long', 2);
  }, 60_000);
});

/** The first question's draft is what it is without a program, and one warning names it and says why. */
async function expectFallback(command: readonly string[], why: string, seconds = 60): Promise<void> {
  const text = MANUSCRIPT.replace(/^> .*\n\n(?:- .*\n)+\n/m, '');
  const draft = (settings: Settings) =>
    draftPoints({ file: 'interview.md', text, settings, world, onAsk: () => undefined });
  const summary = { ...DEFAULT_SETTINGS.summary, command, seconds };
  const fallen = await draft({ ...DEFAULT_SETTINGS, summary });
  const plain = await draft(DEFAULT_SETTINGS);
  expect(succeeded(fallen)).toEqual(succeeded(plain));
  const { question } = succeeded(plain).drafts[0] ?? {};
  expect(fallen.diagnostics).toMatchObject([
    {
      code: 'summary/command',
      severity: 'warning',
      place: { file: 'interview.md', line: expect.any(Number) },
    },
  ]);
  expect(fallen.diagnostics[0]?.message).toContain(`question 1 (${question})`);
  expect(fallen.diagnostics[0]?.message).toContain(why);
}

describe('a summary whose answer has changed', () => {
  const { cwd, lock, edit } = start();

  it('is warned of by build, with what changed and the slide', () => {
    edit((text) =>
      text.replace('並不妨礙大模型', '也許妨礙大模型').replace('十年，較難有組織', '十年，很難有組織'),
    );
    const locked = fs.readFileSync(lock, 'utf8');
    const built = wenda(['build', '--only', 'deck', '--locale', 'zh-TW'], cwd);
    expect(built.code).toBe(0);
    const { number, last } = slidesOf(cwd, '比大小難倒大模型不奇怪');
    expect(number).toBeGreaterThan(1);
    expect(built.stderr).toContain(`slide ${number} `);
    expect(built.stderr).toMatch(/:21:5: warning summary\/stale: .*question 1 .*「並不妨礙.*」 → 「也許妨礙/);
    expect(built.stderr).toMatch(/:27:3: warning summary\/no-longer-said: .*不妨礙/);
    expect(built.stderr).toMatch(
      new RegExp(`question 7 .*slide ${slidesOf(cwd, '做高校做不了、企業不願做的研發').number} `),
    );
    expect(last).toContain('提要：編輯撰寫');
    expect(fs.readFileSync(lock, 'utf8')).toBe(locked);
  });

  it('is refused by check until it is approved', () => {
    const checked = wenda(['check'], cwd);
    expect(checked.code).toBe(1);
    expect(checked.stdout).toContain('3 errors');
    expect(checked.stderr).toMatch(/error summary\/stale: .*question 7 /);

    expect(wenda(['approve', SLUG, '1'], cwd).code).toBe(0);
    expect(wenda(['check'], cwd).stdout).toContain('1 error,');
  });

  it('is settled when it is changed too', () => {
    edit((text) => text.replace('- 高校較難有組織、', '- 高校很難有組織、'));
    expect(wenda(['check'], cwd).code).toBe(0);
    expect(wenda(['build', '--only', 'deck', '--locale', 'zh-TW'], cwd).stderr).not.toContain('warning');
    expect(fs.readFileSync(lock, 'utf8')).toContain('很難有組織');
  });

  it('is known from the first build on', () => {
    fs.rmSync(lock);
    expect(wenda(['check'], cwd).code).toBe(0);
    expect(fs.existsSync(lock)).toBe(false);
    expect(wenda(['build', '--only', 'duplex', '--locale', 'zh-TW'], cwd).code).toBe(0);
    expect(wenda(['approve', SLUG], cwd).stdout).toContain('holds already');
  });

  it('says in the deck that it was drafted where it was', () => {
    edit(withoutSummaries);
    expect(wenda(['build', '--only', 'deck', '--locale', 'zh-TW'], cwd).code).toBe(0);
    expect(slidesOf(cwd, '').last).toContain('提要：自動摘錄，未經編輯');
  });

  it.each([
    [['approve'], 2, 'SLUG [N…] is missing'],
    [['approve', SLUG, 'x'], 2, 'x is not the number of a question'],
    [['approve', SLUG, '99'], 1, 'there is no question 99'],
    [['approve', 'nobody'], 1, 'there is no interview nobody'],
  ])('%j is told apart', (args, code, message) => {
    const run = wenda(args, cwd);
    expect(run.code).toBe(code);
    expect(run.stderr).toContain(message);
  });
});
