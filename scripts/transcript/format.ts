// The report of an import for a terminal: plain lines in English, the numbers first.

import type { Count, ImportReport, NamedPerson } from './account.ts';
import type { ChangeKind } from './edits.ts';

/** A dozen lines or so; every single change is in the report itself. */
export function formatReport(report: ImportReport): string {
  const { structure, people, characters, counts } = report;
  const mark = report.hasByteOrderMark ? ' with byte order mark' : '';
  const lines = [
    `${report.file}: ${report.encoding.toUpperCase()}${mark}, ${report.script} Chinese`,
    `  ${[
      plural(structure.leadParagraphs, 'lead paragraph'),
      plural(structure.sections, 'section'),
      plural(structure.exchanges, 'exchange'),
      plural(structure.paragraphs, 'paragraph'),
    ].join(', ')} of answers`,
    `  ${described('interviewer', people.interviewer)}; ${described('interviewee', people.interviewee)}`,
    '',
  ];
  for (const [kind, title] of Object.entries(TITLES) as [ChangeKind, string][]) {
    const found = counts[kind];
    if (!found) continue;
    const each = SHOWN[kind]?.(found.each);
    lines.push(`  ${String(found.total).padStart(6)}  ${title}${each ? `: ${each}` : ''}`);
  }
  const { input, kept, removed, added, output } = characters;
  lines.push(
    '',
    `  ${input} characters in = ${kept} kept + ${removed} removed; ${kept} kept + ${added} added = ${output} out`,
  );
  return lines.join('\n');
}

/** In the order they are told. */
const TITLES: Readonly<Record<ChangeKind, string>> = {
  pinyin: 'pinyin residues removed',
  character: 'characters put right',
  punctuation: 'marks in the width of Chinese',
  quotation: 'quotation marks in one form',
  compatibility: 'characters under their ordinary code',
  space: 'runs of white space removed or narrowed',
  invisible: 'runs of invisible characters removed',
  'line-ending': 'line ends of another system',
  label: 'speaker labels turned into structure',
  'heading-mark': 'heading marks turned into structure',
  'line-break': 'blank lines and surplus line breaks removed',
  addition: 'texts added that the transcript does not have',
};

const MOST_SHOWN = 40;

const SHOWN: Readonly<Partial<Record<ChangeKind, (each: readonly Count[]) => string>>> = {
  pinyin: list(({ from, to }) => `${to} ${from.slice(to.length)}`),
  character: list(({ from, to }) => `${from} → ${to}`),
  punctuation: list(({ from, to }) => `${from} → ${to}`),
  quotation: list(({ from, to }) => `${from} → ${to}`),
  compatibility: list(({ from, to }) => `${from} → ${to}`),
  label: list(({ from }) => from.trim()),
  addition: list(({ to }) => to.trim().replaceAll('\n', ', ')),
};

function list(show: (count: Count) => string): (each: readonly Count[]) => string {
  return (each) => {
    const shown = each.slice(0, MOST_SHOWN).map((count) => `${show(count)} ×${count.count}`);
    const more = each.length > MOST_SHOWN ? [`and ${each.length - MOST_SHOWN} more`] : [];
    return [...shown, ...more].join(', ');
  };
}

function described(office: string, named: NamedPerson | undefined): string {
  if (!named) return `${office} not named`;
  const role = named.person.role === undefined ? '' : ` (${named.person.role})`;
  return `${office} ${named.person.name}${role}, from “${named.evidence}” on line ${named.line}`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
