// The YAML between the two lines --- at the head of a manuscript: who spoke with whom, and what the products quote.

import { type Result, success } from '../model/diagnostic.ts';
import type { Interview, Person, Portrait, PullQuotes, SummaryState } from '../model/interview.ts';
import {
  choice,
  list,
  number,
  readYaml,
  record,
  type Schema,
  text,
  textOr,
  webAddress,
} from '../schema/schema.ts';
import type { Report } from './faults.ts';
import { isBeside } from './path.ts';

export type Head = Omit<Interview, 'lead' | 'sections'>;

export interface Parts {
  /** None where the manuscript has no front matter. */
  readonly yaml?: string;
  /** The text of the manuscript, after as many empty lines as the front matter has: its positions are the file's. */
  readonly body: string;
}

/** Parts a manuscript at its lines ---. Without front matter the whole of it is body; unclosed, there is no body. */
export function splitFrontMatter(source: string, report: Report): Parts | undefined {
  const lines = source.split('\n');
  if (!isFence(lines[0])) {
    report('no-front-matter', { line: 1, column: 1 });
    return { body: source };
  }
  const end = lines.findIndex((line, index) => index > 0 && isFence(line));
  if (end < 0) {
    report('unclosed-front-matter', { line: 1, column: 1 });
    return undefined;
  }
  return {
    yaml: lines.slice(1, end).join('\n'),
    body: '\n'.repeat(end + 1) + lines.slice(end + 1).join('\n'),
  };
}

/** The head of the interview as the front matter gives it. Without a title, which is reported, that is empty. */
export function readHead(yaml: string, file: string, report: Report): Result<Head> {
  const read = readYaml(SCHEMA, yaml, file, 2);
  if (!read.ok) return read;
  const { title, interviewer, interviewee, portrait, quotes = [], ...others } = read.value;
  const { 'pull-quotes': pullQuotes, ...rest } = others;
  if (!title) report('no-title', { line: 1, column: 1 });
  const head: Head = {
    title: title ?? { text: '' },
    ...rest,
    ...(interviewer && { interviewer: personOf(interviewer) }),
    ...(interviewee && { interviewee: personOf(interviewee) }),
    ...(portrait && { portrait: portraitOf(portrait, report) }),
    quotes,
    ...(pullQuotes && { pullQuotes }),
  };
  return success(head, read.diagnostics);
}

const SUMMARY_STATES = ['edited', 'drafted'] as const satisfies readonly SummaryState[];

const PULL_QUOTES = ['chosen', 'own'] as const satisfies readonly PullQuotes[];

/** What a QR code on a slide can hold and the last row still scan. */
const LONGEST_LINK = 200;

const PERSON = textOr(record({ name: text() }, { role: text() }));
const PORTRAIT = textOr(record({ file: text() }, { credit: text() }));

const SCHEMA = record(
  {},
  {
    title: text(),
    subtitle: text(),
    byline: text(),
    interviewer: PERSON,
    interviewee: PERSON,
    portrait: PORTRAIT,
    source: text(),
    date: text(),
    summary: choice(SUMMARY_STATES),
    minutes: number(1, 1440),
    blurb: text(),
    closing: text(),
    quotes: list(text()),
    'pull-quotes': choice(PULL_QUOTES),
    link: webAddress(LONGEST_LINK),
  },
);

type PersonEntry = typeof PERSON extends Schema<infer T> ? T : never;

function personOf(entry: PersonEntry): Person {
  const { name, role } = 'text' in entry ? { name: entry } : entry;
  const at = name.at && { name: name.at, ...(role?.at && { role: role.at }) };
  return { name: name.text, ...(role && { role: role.text }), ...(at && { at }) };
}

type PortraitEntry = typeof PORTRAIT extends Schema<infer T> ? T : never;

function portraitOf(entry: PortraitEntry, report: Report): Portrait {
  const file = 'text' in entry ? entry : entry.file;
  const at = file.at ?? { line: 1, column: 1 };
  if (!isBeside(file.text)) report('picture-place', at, file.text);
  return { file: file.text, at, ...('credit' in entry && entry.credit && { credit: entry.credit }) };
}

function isFence(line: string | undefined): boolean {
  return /^---[ \t]*$/.test(line ?? '');
}
