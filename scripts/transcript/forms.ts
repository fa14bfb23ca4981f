// The many forms in which a transcript tells who speaks, brought to one: a label with a colon. Where the questions
// carry no label but are set off otherwise (bold, headings, dashes, numbers), they get one, which the structure takes
// away again.

import { looksLikeName } from '../chinese/names.ts';
import type { Doubt } from './doubt.ts';
import type { Edit } from './edits.ts';
import { labelOf } from './labels.ts';
import { linesOf, type TextLine } from './lines.ts';
import type { LineStyle } from './markup.ts';
import { isRole, partsOf } from './offices.ts';
import { findSpeakers, isQuestion, type Settled } from './speakers.ts';

/** How questions can be told. */
export type QuestionForm = 'labels' | 'headings' | 'bold' | 'dashes' | 'numbers' | 'question marks';

export interface Forms {
  readonly edits: readonly Edit[];
  readonly form: QuestionForm;
  readonly doubts: readonly Doubt[];
}

/** Labels in brackets and without colon, for every text. */
export function labelEdits(text: string): Edit[] {
  const lines = [...linesOf(text)].filter(({ text: line }) => line !== '');
  return [...bracketLabels(lines), ...bareMarks(lines)].sort((one, other) => one.start - other.start);
}

/** Labels for questions that have none; nothing where labels tell already who asks. */
export function questionEdits(text: string, styles: readonly LineStyle[], settled: Settled): Forms {
  if (findSpeakers(text, settled)) return { edits: [], form: 'labels', doubts: [] };
  const lines = styledLines(text, styles);
  const level = (line: StyledLine): string => `heading ${line.style.headingLevel}`;
  const finders: readonly (readonly [QuestionForm, () => readonly Asked[]])[] = [
    [
      'headings',
      () =>
        setOff(
          lines.filter(({ style }) => style.headingLevel > 0),
          level,
        ),
    ],
    [
      'bold',
      () =>
        setOff(
          lines.filter(({ style }) => style.isBold && style.headingLevel === 0),
          () => 'bold',
        ),
    ],
    ['dashes', () => dashed(lines)],
    ['numbers', () => numbered(lines)],
    ['question marks', () => bare(lines)],
  ];
  for (const [form, find] of finders) {
    const asked = find();
    const [first] = asked;
    if (!first) continue;
    const doubts = form === 'question marks' ? [guessed(first, asked.length)] : [];
    return { edits: asked.map(labelled), form, doubts };
  }
  return { edits: [], form: 'labels', doubts: [] };
}

interface StyledLine extends TextLine {
  readonly style: LineStyle;
  readonly isFirst: boolean;
}

function styledLines(text: string, styles: readonly LineStyle[]): readonly StyledLine[] {
  const plain: LineStyle = { headingLevel: 0, isBold: false };
  return [...linesOf(text)]
    .map((line, index) => ({ ...line, style: styles[index] ?? plain, isFirst: false }))
    .filter(({ text: line }) => line !== '')
    .map((line, index) => ({ ...line, isFirst: index === 0 }));
}

/** A line that is to have a label in the place of its first `length` characters. */
interface Asked {
  readonly line: TextLine;
  readonly length: number;
  readonly label: 'Q：' | 'A：';
}

function labelled({ line, length, label }: Asked): Edit {
  return { start: line.start, end: line.start + length, after: label, kind: 'label' };
}

const BRACKETED =
  /^(?:[【[〔](?<name>[^】\]〕:：，。！？!?\n]{1,16})[】\]〕]|[（(](?<role>[^）)]{1,8})[）)]) ?[:：]? ?/u;

/** 【記者】好嗎？ */
function bracketLabels(lines: readonly TextLine[]): Edit[] {
  const found = lines.flatMap((line) => {
    const match = BRACKETED.exec(line.text);
    const name = match?.groups?.['name'];
    const role = match?.groups?.['role'];
    const speaker = (name ?? role ?? '').trim();
    const isAlone = line.text.length === match?.[0].length;
    return match && speaker !== '' && (name !== undefined || isRole(speaker)) && !/^[（(]/.test(speaker)
      ? [{ line, length: match[0].length, speaker, isAlone }]
      : [];
  });
  const counts = new Map<string, number>();
  for (const { speaker } of found) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  const isSpeaker = ({ speaker, isAlone }: (typeof found)[number]): boolean => {
    if (isRole(speaker) || MARK.test(speaker)) return true;
    const isName = looksLikeName(partsOf(speaker).name);
    return (isName || !isAlone) && (counts.get(speaker) ?? 0) > 1 && /\p{L}/u.test(speaker);
  };
  const speakers = found.filter(isSpeaker);
  if (speakers.length < 2) return [];
  return speakers.flatMap(({ line, length, speaker }): Edit[] => {
    const at = line.text.indexOf(speaker, 1);
    return [
      { start: line.start, end: line.start + at, after: '', kind: 'label' },
      { start: line.start + at + speaker.length, end: line.start + length, after: '：', kind: 'label' },
    ];
  });
}

const MARK = /^(?:Q|A|[問问]|答) ?\d{0,3}$/iu;
/** Q 好嗎, 問 好嗎, Q好嗎, Q｜好嗎, or Q alone on its line. */
const BARE_MARK =
  /^(?:(?<mark>[QA]|[問问]|答)(?<number> ?\d{0,3})(?<end> ?[|｜丨/] ?| (?=\S)|$)|(?<latin>[QA]\d{0,3})(?=[\p{Script=Han}“‘《]))/u;
/** 記者｜好嗎？ */
const BARRED = /^(?<name>[^\s:：,，。！？!?|｜丨][^:：,，。！？!?|｜丨]{0,15}?) ?[|｜丨] ?(?=\S)/u;

function bareMarks(lines: readonly TextLine[]): Edit[] {
  const edits: Edit[] = [];
  let questions = 0;
  for (const { start, text } of lines) {
    const groups = BARE_MARK.exec(text)?.groups;
    if (!groups || labelOf(text)?.isMark) continue;
    const { mark = '', number = '', end = '', latin = '' } = groups;
    const length = mark.length + number.length + latin.length;
    if (/^[Q問问]/.test(text)) questions += 1;
    edits.push({ start: start + length, end: start + length + end.length, after: '：', kind: 'label' });
  }
  if (questions > 0 && edits.length > 1) return edits;
  const barred = lines.flatMap(({ start, text }) => {
    const match = BARRED.exec(text);
    const name = match?.groups?.['name'];
    return match && name !== undefined
      ? [{ start: start + name.length, end: start + match[0].length, name }]
      : [];
  });
  const names = new Set(barred.map(({ name }) => name));
  const isHabit = barred.length >= 4 && names.size * 2 <= barred.length;
  return isHabit ? barred.map(({ start, end }) => ({ start, end, after: '：', kind: 'label' })) : [];
}

/** Lines of one style that ask, most of them; a title on the first line is none of them. */
function setOff(lines: readonly StyledLine[], styleOf: (line: StyledLine) => string): readonly Asked[] {
  const groups = new Map<string, StyledLine[]>();
  for (const line of lines) {
    if (line.isFirst) continue;
    const group = groups.get(styleOf(line)) ?? [];
    groups.set(styleOf(line), group);
    group.push(line);
  }
  for (const group of groups.values()) {
    const asking = group.filter(({ text }) => isQuestion(text));
    const stated = group.filter(({ text }) => !isQuestion(text) && /[。！!…][”’）)]*$/u.test(text));
    const isHabit = asking.length >= (group.length - stated.length) * 0.6;
    if (asking.length > 0 && isHabit && asking.length >= stated.length) {
      return [...asking, ...stated]
        .sort((one, other) => one.start - other.start)
        .map((line) => ({ line, length: NUMBER.exec(line.text)?.[0].length ?? 0, label: 'Q：' }));
    }
  }
  return [];
}

const NUMBER =
  /^(?:Q?\d{1,3} ?[.．、)）] ?|[一二三四五六七八九十]{1,3}、 ?|[（(](?:\d{1,3}|[一二三四五六七八九十]{1,3})[）)] ?|[①-⑳] ?)(?=\S)/u;
const DASH = /^(?:——|[-–—] )(?=\S)/u;

/** ——好嗎？ with the answer below, or with an answer that has its dash too. */
function dashed(lines: readonly StyledLine[]): readonly Asked[] {
  const withDash = lines.filter(({ text, isFirst }) => !isFirst && DASH.test(text));
  const length = ({ text }: TextLine): number => DASH.exec(text)?.[0].length ?? 0;
  const asking = withDash.filter(({ text }) => isQuestion(text));
  if (asking.length < 2) return [];
  if (asking.length >= withDash.length * 0.6)
    return asking.map((line) => ({ line, length: length(line), label: 'Q：' }));
  const isAsking = new Set(asking);
  const from = withDash.findIndex((line) => isAsking.has(line));
  const talk = withDash.slice(from);
  const alternates = talk.filter(
    (line, index) => isAsking.has(line) !== isAsking.has(talk[index - 1] ?? line),
  ).length;
  if (alternates < (talk.length - 1) * 0.8) return [];
  return talk.map((line) => ({ line, length: length(line), label: isAsking.has(line) ? 'Q：' : 'A：' }));
}

/** 1. 好嗎？ */
function numbered(lines: readonly StyledLine[]): readonly Asked[] {
  const styleOf = ({ text }: TextLine): string =>
    (NUMBER.exec(text)?.[0] ?? '').replace(/\d+|[一二三四五六七八九十]+/gu, '1').replaceAll(' ', '');
  const withNumber = lines.filter(({ text }) => NUMBER.test(text));
  const styles = [...new Set(withNumber.map(styleOf))];
  for (const style of styles) {
    const group = withNumber.filter((line) => styleOf(line) === style);
    const asking = group.filter(({ text }) => isQuestion(text));
    if (asking.length >= 2 && asking.length >= group.length * 0.6)
      return group.map((line) => ({ line, length: NUMBER.exec(line.text)?.[0].length ?? 0, label: 'Q：' }));
  }
  return [];
}

/** Short lines that end in a question mark, each with paragraphs below that do not: all that is left of bold type. */
function bare(lines: readonly StyledLine[]): readonly Asked[] {
  const talk = lines.slice(1);
  const asking = talk.filter(({ text }) => /[?？]$/.test(text) && text.length <= LONGEST_QUESTION);
  const isAsking = new Set(asking);
  const answered = talk.filter(
    (line, index) => isAsking.has(line) && talk[index + 1] && !isAsking.has(talk[index + 1] ?? line),
  );
  const paragraphs = talk.length - asking.length;
  if (asking.length < 3 || answered.length < asking.length * 0.8 || paragraphs > asking.length * 6) return [];
  return answered.map((line) => ({ line, length: 0, label: 'Q：' }));
}

const LONGEST_QUESTION = 120;

function guessed({ line }: Asked, count: number): Doubt {
  return {
    code: 'questions-guessed',
    offset: line.start,
    message: `no label tells who asks; the ${count} lines that end in a question mark were taken for the questions`,
    hint: 'Compare the questions of the manuscript with the transcript.',
  };
}
