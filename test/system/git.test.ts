import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openRevision, type Revision } from '../../scripts/system/git.ts';
import { scratch } from '../support/wenda.ts';
import { succeeded } from '../support/world.ts';

const folder = scratch();
const file = path.join(folder, 'content/one/interview.md');

function git(...args: readonly string[]): void {
  execFileSync(
    'git',
    ['-C', folder, '-c', 'user.name=Editor', '-c', 'user.email=editor@example.org', ...args],
    {
      stdio: 'ignore',
    },
  );
}

git('init');
fs.mkdirSync(path.dirname(file), { recursive: true });
fs.writeFileSync(file, '第一版\n');
git('add', '.');
git('commit', '-m', 'first');
fs.writeFileSync(file, '第二版\r\n');
fs.writeFileSync(path.join(folder, 'content/one/說明 1.txt'), '');
git('add', '.');
git('commit', '-m', 'second');
fs.writeFileSync(file, '還沒存進去\n');
fs.writeFileSync(path.join(folder, 'content/new.yaml'), '');

async function open(name: string): Promise<Revision> {
  return succeeded(await openRevision(path.join(folder, 'content'), name));
}

async function at(revision: string, name = 'one/interview.md'): Promise<string | undefined> {
  const bytes = await (await open(revision)).read(name);
  return bytes && new TextDecoder().decode(bytes);
}

describe('a file at a revision', () => {
  it('is what it was then, byte for byte', async () => {
    expect(await at('HEAD')).toBe('第二版\r\n');
    expect(await at('HEAD~1')).toBe('第一版\n');
  });

  it('is undefined where it did not exist then', async () => {
    expect(await at('HEAD', 'two/interview.md')).toBeUndefined();
    expect(await at('HEAD', 'one/other.md')).toBeUndefined();
  });

  it('is listed by its path from the folder, whatever characters that has', async () => {
    expect([...(await open('HEAD')).files].sort()).toEqual(['one/interview.md', 'one/說明 1.txt']);
    expect([...(await open('HEAD~1')).files]).toEqual(['one/interview.md']);
  });

  it('has changed where it is other, new or gone', async () => {
    expect([...(await open('HEAD')).changed].sort()).toEqual(['new.yaml', 'one/interview.md']);
    expect([...(await open('HEAD~1')).changed].sort()).toEqual([
      'new.yaml',
      'one/interview.md',
      'one/說明 1.txt',
    ]);
  });

  it.each(['HEAD~9', 'no-such-branch', '--help', '-p', ''])('knows no revision “%s”', async (revision) => {
    const result = await openRevision(path.join(folder, 'content'), revision);
    expect(result.diagnostics.map(({ code }) => code)).toEqual(['diff/no-revision']);
  });

  it('needs a repository', async () => {
    const result = await openRevision(scratch(), 'HEAD');
    expect(result.diagnostics.map(({ code }) => code)).toEqual(['diff/no-repository']);
  });

  it('is none in a folder that is not in the repository, or not there', async () => {
    fs.mkdirSync(path.join(folder, 'empty'), { recursive: true });
    const result = await openRevision(path.join(folder, 'empty'), 'HEAD');
    expect([...succeeded(result).files]).toEqual([]);
    const nowhere = await openRevision(path.join(folder, 'nowhere'), 'HEAD');
    expect(nowhere.diagnostics.map(({ code }) => code)).toEqual(['diff/no-repository']);
  });
});
