import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAtRevision } from '../../scripts/system/git.ts';
import { scratch } from '../support/wenda.ts';

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
git('commit', '-am', 'second');
fs.writeFileSync(file, '還沒存進去\n');

async function at(revision: string, name = file): Promise<string | undefined> {
  const result = await readAtRevision([name], path.join(folder, 'content'), revision);
  if (!result.ok) return result.diagnostics.map(({ code }) => code).join();
  return result.value.get(name);
}

describe('a file at a revision', () => {
  it('is what it was then, byte for byte', async () => {
    expect(await at('HEAD')).toBe('第二版\r\n');
    expect(await at('HEAD~1')).toBe('第一版\n');
  });

  it('is undefined where it did not exist then', async () => {
    expect(await at('HEAD', path.join(folder, 'content/two/interview.md'))).toBeUndefined();
    expect(await at('HEAD', path.join(folder, 'content/one/other.md'))).toBeUndefined();
  });

  it.each(['HEAD~9', 'no-such-branch', '--help', '-p', ''])('knows no revision “%s”', async (revision) => {
    expect(await at(revision)).toBe('diff/no-revision');
  });

  it('needs a repository', async () => {
    const outside = scratch();
    const result = await readAtRevision([], outside, 'HEAD');
    expect(result.diagnostics.map(({ code }) => code)).toEqual(['diff/no-repository']);
  });
});
