// The report of an import for a terminal: plain lines in English, the numbers first.

import { type Diagnostic, formatDiagnostic } from '../model/diagnostic.ts';
import type { Change, Count, ImportReport, NamedPerson, Speaker } from './account.ts';
import type { ChangeKind } from './edits.ts';

/** A dozen lines or so; every single change is in the report itself. */
export function formatReport(report: ImportReport): string {
  const { structure, people, characters, counts } = report;
  const lines = [
    `${report.file}: ${[...formatWords(report), `${report.script} Chinese`].join(', ')}`,
    `  ${[
      plural(structure.leadParagraphs, 'lead paragraph'),
      plural(structure.sections, 'section'),
      plural(structure.exchanges, 'exchange'),
      plural(structure.paragraphs, 'paragraph'),
    ].join(', ')} of answers`,
    ...headLines(report),
    `  questions told by ${report.questions}; ${spoken('asks', report.asking)}; ${spoken('answers', report.answering)}`,
    `  ${described('interviewer', people.interviewer)}; ${described('interviewee', people.interviewee)}`,
    '',
  ];
  for (const [kind, title] of Object.entries(TITLES) as [ChangeKind, string][]) {
    const found = counts[kind];
    if (!found) continue;
    const each = SHOWN[kind]?.(found.each);
    lines.push(`  ${String(found.total).padStart(6)}  ${title}${each ? `: ${each}` : ''}`);
  }
  for (const { kind, count, characters: left } of report.leavings) {
    lines.push(
      `  ${String(count).padStart(6)}  ${kind} left out${left > 0 ? `, with ${plural(left, 'character')}` : ''}`,
    );
  }
  const { input, kept, removed, added, output } = characters;
  lines.push(
    '',
    ...(report.account === 'extracted text' ? ['  of the text that was taken out of the document:'] : []),
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
  timestamp: 'times beside the labels',
  rule: 'lines of ornaments',
  markup: 'signs of bold and quoted words, tags',
  reference: 'characters written by their names',
  cue: 'times, numbers and breaks of captions',
  repeat: 'lines that captions show again',
  navigation: 'parts that a page has for itself',
  script: 'scripts',
  style: 'style sheets',
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

/** Every change with its place, and every doubt, as Markdown. */
export function formatAccount(report: ImportReport, diagnostics: readonly Diagnostic[]): string {
  const told = ['```text', formatReport(report), '```'];
  const doubts =
    diagnostics.length === 0 ? ['None.'] : ['```text', ...diagnostics.map(formatDiagnostic), '```'];
  const of =
    report.account === 'file' ? 'the file' : 'extracted.txt, the text that was taken out of the document';
  return [
    `# Import of ${report.file}`,
    told.join('\n'),
    '## To look at',
    doubts.join('\n'),
    '## Changes',
    `Line and column in ${of}; what stood there; what stands there now.`,
    ['| place | kind | before | after |', '| --- | --- | --- | --- |', ...report.changes.map(changeRow)].join(
      '\n',
    ),
    '',
  ].join('\n\n');
}

function changeRow({ line, column, kind, before, after }: Change): string {
  return `| ${line}:${column} | ${kind} | ${cell(before)} | ${cell(after)} |`;
}

/** As a string of JSON, in which every character shows, within code that no sign of the text can end. */
function cell(text: string): string {
  if (text === '') return '';
  const shown = JSON.stringify(text).replace(
    /[\u007f-\u00a0\u00ad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const fence = '`'.repeat(1 + Math.max(0, ...Array.from(shown.matchAll(/`+/g), ([run]) => run.length)));
  return `${fence}${shown.replaceAll('|', '\\|')}${fence}`;
}

const FORMATS: Readonly<Record<ImportReport['format'], string>> = {
  text: 'text',
  html: 'web page',
  subrip: 'SubRip captions',
  webvtt: 'WebVTT captions',
  docx: 'Word document',
};

function formatWords({ format, encoding, hasByteOrderMark }: ImportReport): readonly string[] {
  const mark = hasByteOrderMark ? ' with byte order mark' : '';
  return [
    ...(format === 'text' ? [] : [FORMATS[format]]),
    ...(encoding === undefined ? [] : [`${encoding.toUpperCase()}${mark}`]),
  ];
}

/** Where the parts stand that the transcript has above and below the conversation. */
function headLines({ head }: ImportReport): readonly string[] {
  const parts = head.filter(({ part }) => part !== 'lead').map(({ part, line }) => `${part} on line ${line}`);
  return parts.length === 0 ? [] : [`  ${parts.join(', ')}`];
}

function spoken(verb: string, speakers: readonly Speaker[]): string {
  const named = speakers.slice(0, MOST_SHOWN).map(({ name, turns }) => `${name} ×${turns}`);
  return speakers.length === 0 ? `who ${verb} is not labelled` : `${verb}: ${named.join(', ')}`;
}

function described(office: string, named: NamedPerson | undefined): string {
  if (!named) return `${office} not named`;
  const role = named.person.role === undefined ? '' : ` (${named.person.role})`;
  const place = named.line === undefined ? '' : ` on line ${named.line}`;
  return `${office} ${named.person.name}${role}, from “${named.evidence}”${place}`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
