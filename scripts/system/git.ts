// Files as they were in a revision of the git repository around them.

import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Diagnostic, failure, type Result, success } from '../model/diagnostic.ts';

const run = promisify(execFile);

/**
 * The text of each file at `revision`, undefined where it did not exist then. Errors: `diff/no-git`,
 * `diff/no-repository`, `diff/no-revision`.
 */
export async function readAtRevision(
  files: readonly string[],
  folder: string,
  revision: string,
): Promise<Result<ReadonlyMap<string, string | undefined>>> {
  try {
    await git(folder, ['rev-parse', '--git-dir']);
  } catch (error) {
    return failure(isMissingProgram(error) ? NO_GIT : noRepository(folder));
  }
  let commit: string;
  try {
    commit = (
      await git(folder, ['rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`])
    ).trim();
  } catch {
    return failure(noRevision(revision, folder));
  }
  const texts = new Map<string, string | undefined>();
  for (const file of files) texts.set(file, await textAt(file, commit));
  return success(texts);
}

async function textAt(file: string, commit: string): Promise<string | undefined> {
  try {
    const { dir, base } = path.parse(file);
    return await git(dir || '.', ['show', '--no-textconv', `${commit}:./${base}`]);
  } catch {
    return undefined;
  }
}

/** Standard output. The machine's own settings of pagers and colours play no part in it. */
async function git(folder: string, args: readonly string[]): Promise<string> {
  const { stdout } = await run('git', ['-C', folder, '--no-pager', ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 27,
  });
  return stdout;
}

function isMissingProgram(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

const NO_GIT: Diagnostic = {
  code: 'diff/no-git',
  severity: 'error',
  message: 'git is not installed, and it keeps the earlier versions',
  hint: 'Install git, and put the content under it.',
};

function noRepository(folder: string): Diagnostic {
  return {
    code: 'diff/no-repository',
    severity: 'error',
    message: 'the content is not in a git repository: there is no earlier version',
    hint: 'Say git init in it, and commit what you have now and then.',
    place: { file: folder },
  };
}

function noRevision(revision: string, folder: string): Diagnostic {
  return {
    code: 'diff/no-revision',
    severity: 'error',
    message: `git knows no revision ${revision}`,
    hint: 'Name a commit, a branch or a tag, such as HEAD~1; git log lists them.',
    place: { file: folder },
  };
}
