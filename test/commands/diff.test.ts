import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { put } from '../support/versions.ts';
import { filesBelow, type Run, scratch, wenda, workspace } from '../support/wenda.ts';

const cwd = workspace();
const MANUSCRIPT = 'content/wang-zhongyuan/interview.md';

function git(...args: readonly string[]): void {
  const identity = ['-c', 'user.name=Editor', '-c', 'user.email=editor@example.org'];
  execFileSync('git', ['-C', cwd, ...identity, ...args], { stdio: 'ignore' });
}

const read = (file: string): string => fs.readFileSync(path.join(cwd, file), 'utf8');
const write = (file: string, text: string): void => fs.writeFileSync(path.join(cwd, file), text);

function commit(message: string): void {
  git('add', '.');
  git('commit', '-m', message);
}

interface Report {
  readonly diagnostics: readonly { readonly code: string }[];
  readonly report: {
    readonly from: { readonly revision: string; readonly commit?: string };
    readonly interviews: readonly {
      readonly slug: string;
      readonly kind: string;
      readonly changes: readonly { readonly number?: number; readonly kind: string }[];
      readonly editions: readonly {
        readonly locale: string;
        readonly changes: readonly { readonly file: string; readonly changed: readonly number[] }[];
      }[];
    }[];
  };
}

const reportOf = ({ stdout }: Run): Report => JSON.parse(stdout) as Report;

describe('wenda diff', () => {
  let original: string;

  beforeAll(() => {
    git('init');
    original = read(MANUSCRIPT);
    write(MANUSCRIPT, put(original, '我一點都不驚訝', '我並不驚訝'));
    commit('first');
    write(MANUSCRIPT, original);
    commit('second');
  });

  it('finds nothing where nothing has changed, at once', () => {
    expect(wenda(['diff'], cwd)).toEqual({ code: 0, stdout: 'nothing has changed since HEAD\n', stderr: '' });
  });

  it('tells what was written otherwise, and what of the products shows it; writes nothing', () => {
    write(
      MANUSCRIPT,
      put(put(original, '我一點都不驚訝', '我半點都不驚訝'), '> 遠沒有到泡沫臨界點', '> 離泡沫臨界點還遠'),
    );
    const before = [...filesBelow(cwd).keys()];
    const { code, stdout, stderr } = wenda(['diff', '--locale', 'zh-TW'], cwd);
    write(MANUSCRIPT, original);
    expect(code).toBe(0);
    expect(stdout).toBe(
      'wang-zhongyuan, since HEAD\n' +
        '  question 1, changed: “9.11和9.8哪個大”的問題最近難倒了一眾大模型，您怎麼看這個結果？\n' +
        '      answer      我[-一點-]{+半點+}都不驚訝。從研究者的…\n' +
        '  question 2, changed: 大模型火爆一年半，業界的判斷更加理性，您認為人工智能是否達到了泡沫臨界點？\n' +
        '      takeaway    [-遠沒有到-]{+離+}泡沫臨界點{+還遠+}\n' +
        '  zh-TW: slides 4, 6 of 24; notes of slide 5; pages 4, 6–7, 19 of 20\n' +
        '    print again: sheets 1–4 of 5 (booklet-duplex.pdf), sheets 1–2 of 3 (booklet-sheets.pdf)\n',
    );
    expect(stderr).toContain('wang-zhongyuan zh-TW booklet, HEAD\n');
    expect([...filesBelow(cwd).keys()].filter((file) => !file.startsWith('.git/'))).toEqual(
      before.filter((file) => !file.startsWith('.git/')),
    );
  }, 240_000);

  it('goes back to any revision, as data too', () => {
    const run = wenda(['diff', 'wang-zhongyuan', '--from', 'HEAD~1', '--locale', 'zh-CN', '--json'], cwd);
    const { report, diagnostics } = reportOf(run);
    expect({ code: run.code, diagnostics }).toEqual({ code: 0, diagnostics: [] });
    expect(report.from.revision).toBe('HEAD~1');
    expect(report.from.commit).toMatch(/^[0-9a-f]{40}$/);
    expect(report.interviews).toMatchObject([
      {
        slug: 'wang-zhongyuan',
        kind: 'changed',
        changes: [{ number: 1, kind: 'changed' }],
        editions: [
          {
            locale: 'zh-CN',
            changes: [
              { file: 'booklet.pdf', changed: [7, 19] },
              { file: 'booklet-duplex.pdf', changed: [1, 4] },
              { file: 'booklet-sheets.pdf', changed: [1, 2] },
              { file: 'deck.html', changed: [], notes: [5] },
            ],
          },
        ],
      },
    ]);
  }, 240_000);

  it('takes settings, glossary and logo as they were, too', () => {
    const logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><path d="M0 0h2v1z"/></svg>';
    write('content/press.yaml', 'locales: [zh-TW]\nlogo: logo.svg\n');
    write('content/logo.svg', logo);
    commit('logo');
    write('content/logo.svg', logo.replace('h2v1z', 'h1v1z'));
    const drawn = reportOf(wenda(['diff', '--json'], cwd)).report.interviews;
    write('content/logo.svg', logo);
    write('content/press.yaml', 'locales: [zh-TW]\nlogo: logo.svg\nformat: b5\n');
    const { stdout } = wenda(['diff'], cwd);
    git('checkout', 'HEAD~1', '--', 'content/press.yaml');
    git('rm', '-f', '--', 'content/logo.svg');
    commit('no logo');
    expect(drawn[0]?.changes).toEqual([]);
    expect(drawn[0]?.editions[0]?.changes).toMatchObject([{ file: 'deck.html', changed: [1, 24] }]);
    expect(stdout).toMatch(
      /^content\/press\.yaml\n {2}\+ format: b5\nwang-zhongyuan, since HEAD\n {2}zh-TW: .*all 20 pages\n/,
    );
  }, 480_000);

  it('says of an interview that is new, or gone, no more than that', () => {
    fs.mkdirSync(path.join(cwd, 'content/other'));
    write('content/other/interview.md', original);
    expect(wenda(['diff'], cwd).stdout).toBe('other: all of it is new since HEAD\n');
    commit('other');
    fs.rmSync(path.join(cwd, 'content/other'), { recursive: true });
    const gone = 'other: not there any more, as it was in HEAD\n';
    expect(wenda(['diff'], cwd).stdout).toBe(gone);
    expect(wenda(['diff', 'other'], cwd)).toEqual({ code: 0, stdout: gone, stderr: '' });
    commit('no other');
  });

  it.each([
    [['--from', 'nowhere'], 'diff/no-revision'],
    [['nobody'], 'content/no-such-interview'],
    [['--content', 'nowhere'], 'diff/no-repository'],
  ])('exits 1 with one diagnostic: %j', (args, code) => {
    const run = wenda(['diff', ...args, '--json'], cwd);
    expect(run.code).toBe(1);
    expect(reportOf(run).diagnostics.map((found) => found.code)).toEqual([code]);
  });

  it('needs a repository', () => {
    const outside = scratch();
    fs.cpSync(path.join(cwd, 'content'), path.join(outside, 'content'), { recursive: true });
    const { code, stdout, stderr } = wenda(['diff'], outside);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^content: error diff\/no-repository: /);
  });

  it('names the revision whose manuscript is broken', () => {
    write(MANUSCRIPT, put(original, /^title:/m, 'tilte:'));
    commit('broken');
    write(MANUSCRIPT, original);
    const { code, stderr } = wenda(['diff'], cwd);
    commit('mended');
    expect(code).toBe(1);
    expect(stderr).toMatch(/^HEAD:content\/wang-zhongyuan\/interview\.md:2:1: error /m);
  });
});
