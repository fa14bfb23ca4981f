import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, wenda, workspace } from '../support/wenda.ts';

const SLUG = 'wang-zhongyuan';

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
