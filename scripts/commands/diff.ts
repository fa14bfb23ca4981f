// wenda diff: what has changed since a revision of git, in the manuscripts and in what is made of them.

import { type Change, changedLines, formatChanges, formatProductChanges } from '../comparison.ts';
import { type Diagnostic, isError } from '../model/diagnostic.ts';
import { isLocale, LOCALES, type Locale } from '../model/locale.ts';
import type { ProductChange } from '../model/product.ts';
import { openRevision, type Revision } from '../system/git.ts';
import { createWorld } from '../system/world.ts';
import { type InterviewFile, MANUSCRIPT, readContentFiles } from './content.ts';
import { type CommandFunction, type Context, reportDiagnostics, reportResult, shownPath } from './context.ts';
import { type Comparer, compareInterview, houseNow, houseThen } from './diff-versions.ts';

export const diffCommand: CommandFunction = async (options, context) => {
  const locales = options.values('locale');
  const wrong = locales.find((value) => !isLocale(value));
  if (wrong !== undefined)
    return { kind: 'misuse', message: `there is no locale ${wrong}, only ${LOCALES.join(', ')}` };
  const name = options.value('from') ?? 'HEAD';
  const revision = await openRevision(context.contentFolder, name);
  const found = revision.ok
    ? await compareAll(context, revision.value, options.positionals, locales.filter(isLocale))
    : { diagnostics: revision.diagnostics, houseFiles: [], interviews: [] };
  context.progress.end();
  reportDiagnostics(found.diagnostics);
  const { diagnostics, houseFiles: files, interviews } = found;
  const hasFailed = diagnostics.some(isError);
  const from = { revision: name, ...(revision.ok && { commit: revision.value.commit }) };
  const text = [
    ...files.map(showFile),
    ...interviews.map((interview) => showInterview(interview, name)),
  ].join('');
  reportResult(
    context,
    { diagnostics, report: { from, files, interviews } },
    text === '' && !hasFailed ? `nothing has changed since ${name}\n` : text,
  );
  return { kind: hasFailed ? 'failed' : 'done' };
};

interface Found {
  readonly diagnostics: readonly Diagnostic[];
  readonly houseFiles: readonly FileChange[];
  readonly interviews: readonly InterviewChange[];
}

/** What differs in press.yaml or glossary.yaml, line by line. */
interface FileChange {
  readonly file: string;
  readonly lines: readonly string[];
}

interface InterviewChange {
  readonly slug: string;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly changes: readonly Change[];
  readonly editions: readonly EditionChange[];
}

interface EditionChange {
  readonly locale: Locale;
  readonly changes: readonly ProductChange[];
}

async function compareAll(
  context: Context,
  revision: Revision,
  slugs: readonly string[],
  locales: readonly Locale[],
): Promise<Found> {
  const { contentFolder } = context;
  const wasThere = (slug: string): boolean => revision.files.has(`${slug}/${MANUSCRIPT}`);
  const content = await readContentFiles(contentFolder, slugs);
  const gone = (slugs.length > 0 ? slugs : slugsIn(revision)).filter(
    (slug) => wasThere(slug) && !content.known.includes(slug),
  );
  // An interview that was there then is not unknown.
  const places = gone.map((slug) => shownPath(contentFolder, slug, MANUSCRIPT));
  const isUnknown = ({ code, place }: Diagnostic): boolean =>
    code !== 'content/no-such-interview' || !places.includes(place?.file ?? '');
  const diagnostics = content.diagnostics.filter(
    (found) => isUnknown(found) && !(found.code === 'content/no-interviews' && gone.length > 0),
  );
  const now = houseNow(content);
  const then = await houseThen(contentFolder, revision);
  diagnostics.push(...[now, then].flatMap((house) => house.diagnostics.filter(isError)));
  const removed = gone.map((slug): InterviewChange => ({ slug, kind: 'removed', changes: [], editions: [] }));
  if (!now.ok || !then.ok) return { diagnostics, houseFiles: [], interviews: removed };
  const houseFiles = (['press', 'glossary'] as const).flatMap((name): readonly FileChange[] => {
    const { file, text = '' } = now.value.files[name];
    const lines = changedLines(then.value.files[name].text ?? '', text);
    return lines.length > 0 ? [{ file, lines }] : [];
  });
  const comparer: Comparer = {
    folder: contentFolder,
    revision,
    slugs: new Set([...content.known, ...slugsIn(revision)]),
    present: now.value.house,
    past: then.value.house,
    locales: locales.length > 0 ? locales : now.value.house.settings.locales,
    world: createWorld(context.installation),
    onStart: context.progress.step,
  };
  const interviews: InterviewChange[] = [];
  for (const interview of content.interviews) {
    const compared = await changeOf(interview, comparer, wasThere(interview.slug));
    diagnostics.push(...compared.diagnostics);
    if (compared.change) interviews.push(compared.change);
  }
  return { diagnostics, houseFiles, interviews: [...interviews, ...removed] };
}

async function changeOf(
  file: InterviewFile,
  comparer: Comparer,
  wasThere: boolean,
): Promise<{ readonly change?: InterviewChange; readonly diagnostics: readonly Diagnostic[] }> {
  const { slug } = file;
  if (!wasThere) return { change: { slug, kind: 'added', changes: [], editions: [] }, diagnostics: [] };
  const { changes, editions, diagnostics } = await compareInterview(file, comparer);
  const isSame = changes.length === 0 && editions.every((edition) => edition.changes.length === 0);
  return { diagnostics, ...(!isSame && { change: { slug, kind: 'changed', changes, editions } }) };
}

function slugsIn({ files }: Revision): readonly string[] {
  return [...files].flatMap((file) => (file.split('/')[1] === MANUSCRIPT ? (file.split('/')[0] ?? []) : []));
}

function showFile({ file, lines }: FileChange): string {
  return [file, ...lines.map((line) => `  ${line}`)].map((line) => `${line}\n`).join('');
}

function showInterview({ slug, kind, changes, editions }: InterviewChange, since: string): string {
  if (kind === 'added') return `${slug}: all of it is new since ${since}\n`;
  if (kind === 'removed') return `${slug}: not there any more, as it was in ${since}\n`;
  const products = editions
    .filter((edition) => edition.changes.length > 0)
    .map((edition) => `  ${edition.locale}: ${formatProductChanges(edition.changes).join('\n    ')}\n`);
  return [`${slug}, since ${since}\n`, formatChanges(changes), ...products].join('');
}
