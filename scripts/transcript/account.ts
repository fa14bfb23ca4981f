// What an import did, as a value: every change with its place in the input, counts of each kind, and sums that add up.

import type { Script } from '../chinese/script.ts';
import type { Position } from '../model/diagnostic.ts';
import type { Interview, Person } from '../model/interview.ts';
import type { ChangeKind, Edit } from './edits.ts';
import type { Encoding } from './encoding.ts';
import type { QuestionForm } from './forms.ts';
import type { HeadPart } from './head.ts';
import type { HeadOrder } from './interview.ts';
import type { Source, SourceFormat } from './source.ts';

/** Replacing `before` at `offset` by `after`, for all changes, makes the texts of the interview of the input. */
export interface Change extends Position {
  readonly kind: ChangeKind;
  /** In UTF-16 units of the input, without the byte order mark. */
  readonly offset: number;
  readonly before: string;
  readonly after: string;
  /** The character that a pinyin residue stood behind. */
  readonly subject?: string;
}

/** How often one thing became another; `from` alone where it was removed. */
export interface Count {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/** The place is none where a person has settled it. */
export interface NamedPerson extends Partial<Position> {
  readonly person: Person;
  /** The words of the transcript that say so, or the option that does. */
  readonly evidence: string;
}

export interface Speaker {
  readonly name: string;
  readonly turns: number;
}

/** What a Word document has beside its text, and how many characters stand in it. */
export interface Leaving {
  readonly kind: 'comments' | 'deleted text' | 'headers and footers' | 'pictures';
  readonly count: number;
  readonly characters: number;
}

/** What stands above or below the conversation, and where. */
export interface HeadPlace extends Position {
  readonly part: HeadPart;
}

export interface ImportReport {
  readonly file: string;
  readonly format: SourceFormat;
  /** What the account is of: the file as decoded, or the text that was taken out of a Word document. */
  readonly account: 'file' | 'extracted text';
  readonly encoding?: Encoding;
  readonly hasByteOrderMark: boolean;
  readonly leavings: readonly Leaving[];
  readonly script: Script;
  readonly structure: {
    readonly leadParagraphs: number;
    readonly sections: number;
    readonly exchanges: number;
    /** Of the answers. */
    readonly paragraphs: number;
  };
  readonly head: readonly HeadPlace[];
  /** How the questions were told. */
  readonly questions: QuestionForm;
  readonly asking: readonly Speaker[];
  readonly answering: readonly Speaker[];
  readonly people: { readonly interviewer?: NamedPerson; readonly interviewee?: NamedPerson };
  /** In UTF-16 units: input = kept + removed, output = kept + added. */
  readonly characters: {
    readonly input: number;
    readonly kept: number;
    readonly removed: number;
    readonly added: number;
    readonly output: number;
  };
  /** In order of their number; a residue counts under the character it stood behind. */
  readonly counts: Readonly<
    Partial<Record<ChangeKind, { readonly total: number; readonly each: readonly Count[] }>>
  >;
  /** The texts outside the sections in the order that the output has them in. */
  readonly order: HeadOrder;
  /** In order of the input. */
  readonly changes: readonly Change[];
}

export type AccountParts = Pick<
  ImportReport,
  'file' | 'script' | 'people' | 'head' | 'questions' | 'asking' | 'answering' | 'order'
> & {
  readonly source: Source;
  readonly interview: Interview;
  /** From the input to the texts of the interview. */
  readonly edits: readonly Edit[];
  readonly positionOf: (offset: number) => Position;
};

export function makeReport({
  file,
  source,
  interview,
  edits,
  positionOf,
  ...told
}: AccountParts): ImportReport {
  const { input } = source;
  const changes = edits.flatMap(({ start, end, after, kind, subject }): Change[] => {
    const before = input.slice(start, end);
    if (before === after) return [];
    return [
      { kind, offset: start, ...positionOf(start), before, after, ...(subject !== undefined && { subject }) },
    ];
  });
  const removed = changes.reduce((sum, { before }) => sum + before.length, 0);
  const added = changes.reduce((sum, { after }) => sum + after.length, 0);
  const kept = input.length - removed;
  const exchanges = interview.sections.flatMap((section) => section.exchanges);
  const paragraphs = exchanges.flatMap(({ answer }) => answer.flatMap((turn) => turn.paragraphs));
  return {
    file,
    format: source.format,
    account: source.format === 'docx' ? 'extracted text' : 'file',
    ...(source.encoding !== undefined && { encoding: source.encoding }),
    hasByteOrderMark: source.hasByteOrderMark,
    leavings: source.leavings,
    script: told.script,
    structure: {
      leadParagraphs: interview.lead.length,
      sections: interview.sections.length,
      exchanges: exchanges.length,
      paragraphs: paragraphs.length,
    },
    head: told.head,
    questions: told.questions,
    asking: told.asking,
    answering: told.answering,
    people: told.people,
    characters: { input: input.length, kept, removed, added, output: kept + added },
    counts: countsOf(changes),
    order: told.order,
    changes,
  };
}

function countsOf(changes: readonly Change[]): ImportReport['counts'] {
  const kinds = new Map<ChangeKind, Map<string, { from: string; to: string; count: number }>>();
  for (const { kind, before, after, subject } of changes) {
    const each = kinds.get(kind) ?? new Map<string, { from: string; to: string; count: number }>();
    kinds.set(kind, each);
    const from = subject === undefined ? before : subject + before;
    const to = subject === undefined ? after : subject + after;
    const key = `${from}\0${to}`;
    const count = each.get(key) ?? { from, to, count: 0 };
    count.count += 1;
    each.set(key, count);
  }
  return Object.fromEntries(
    Array.from(kinds, ([kind, each]) => {
      const sorted = [...each.values()].sort((left, right) => right.count - left.count);
      return [kind, { total: sorted.reduce((sum, { count }) => sum + count, 0), each: sorted }];
    }),
  );
}
