// A folder as it was in a revision of the git repository around it.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type Diagnostic, failure, type Result, success } from '../model/diagnostic.ts';

const run = promisify(execFile);

export interface Revision {
  /** As it was asked for, such as HEAD~1. */
  readonly name: string;
  readonly commit: string;
  /** Every file of then below the folder, by its path from there with forward slashes. */
  readonly files: ReadonlySet<string>;
  /** Those of then or now that differ, or are there only then or now. */
  readonly changed: ReadonlySet<string>;
  /** The bytes of a file, undefined where it did not exist then. */
  readonly read: (file: string) => Promise<Uint8Array | undefined>;
}

/** Errors: `diff/no-git`, `diff/no-repository`, `diff/no-revision`, `diff/unreadable`. */
export async function openRevision(folder: string, name: string): Promise<Result<Revision>> {
  try {
    await git(folder, ['rev-parse', '--git-dir']);
  } catch (error) {
    return failure(isMissingProgram(error) ? NO_GIT : noRepository(folder));
  }
  let commit: string;
  try {
    commit = (await git(folder, ['rev-parse', '--verify', '--end-of-options', `${name}^{commit}`]))
      .toString('utf8')
      .trim();
  } catch {
    return failure(noRevision(name, folder));
  }
  try {
    const files = await listed(folder, ['ls-tree', '-r', '--name-only', '-z', commit]);
    const differing = [
      'diff',
      '--no-ext-diff',
      '--no-renames',
      '--name-only',
      '--relative',
      '-z',
      commit,
      '--',
      '.',
    ];
    const changed = [
      ...(await listed(folder, differing)),
      ...(await listed(folder, ['ls-files', '--others', '-z', '--', '.'])),
    ];
    const known = new Set(files);
    return success({
      name,
      commit,
      files: known,
      changed: new Set(changed),
      read: async (file) =>
        known.has(file)
          ? new Uint8Array(await git(folder, ['show', '--no-textconv', `${commit}:./${file}`]))
          : undefined,
    });
  } catch (error) {
    return failure(unreadable(name, folder, error));
  }
}

async function listed(folder: string, args: readonly string[]): Promise<readonly string[]> {
  const names = (await git(folder, args)).toString('utf8').split('\0');
  return names.filter((name) => name !== '');
}

/** Standard output. The machine's own settings of pagers and colours play no part in it. */
async function git(folder: string, args: readonly string[]): Promise<Buffer> {
  const { stdout } = await run('git', ['-C', folder, '--no-pager', '--no-optional-locks', ...args], {
    encoding: 'buffer',
    maxBuffer: 1 << 28,
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

function unreadable(revision: string, folder: string, error: unknown): Diagnostic {
  const reason = error instanceof Error ? error.message.split('\n').at(-1) : String(error);
  return {
    code: 'diff/unreadable',
    severity: 'error',
    message: `git cannot read what ${revision} has: ${reason}`,
    hint: 'See what git fsck says of the repository.',
    place: { file: folder },
  };
}
