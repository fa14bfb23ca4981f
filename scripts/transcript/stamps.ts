// Times that recorders and meeting programs put beside the speakers: [00:12:03] 王仲遠, 王仲遠 00:12:03,
// 王仲遠(00:12:03):. They go, and what is left is a label with a colon.

import { looksLikeName } from '../chinese/names.ts';
import type { Edit } from './edits.ts';
import { labelOf } from './labels.ts';
import { linesOf, type TextLine } from './lines.ts';
import { isRole } from './offices.ts';

const ONE = String.raw`(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日? )?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:[.,，]\d{1,3})?(?: ?[AaPp][Mm])?`;
const TIME = `${ONE}(?: ?(?:-->|[-–—~～]{1,2}) ?${ONE})?`;
const IN_BRACKETS = String.raw`[[(（【〔] ?${TIME} ?[\])）】〕]`;
const NAME = String.raw`[^\s\d:：,，。！？!?（([【][^:：,，。！？!?（([【]{0,15}?`;

type Form = 'leading' | 'bare' | 'trailing' | 'between';

const FORMS: readonly (readonly [Form, RegExp])[] = [
  ['leading', new RegExp(`^(?<time>${IN_BRACKETS}) ?(?<rest>.*)$`, 'u')],
  ['bare', new RegExp(`^(?<time>${TIME})(?: [|｜]? ?(?<rest>\\S.*)|)$`, 'u')],
  [
    'trailing',
    new RegExp(`^(?<name>${NAME})(?<time>[:：]? ?(?:${IN_BRACKETS}|(?<=\\s|\\D)${TIME})[:：]?)$`, 'u'),
  ],
  ['between', new RegExp(`^(?<name>${NAME})(?<time>[:：]? ?${IN_BRACKETS} ?[:：]? ?)(?<rest>\\S.*)$`, 'u')],
];

interface Stamp {
  readonly line: TextLine;
  readonly form: Form;
  /** The name before the time, or what stands alone behind it. */
  readonly name: string | undefined;
  readonly timeAt: number;
  readonly timeEnd: number;
}

/** Removes the times where the document has them as a habit. */
export function removeStamps(text: string): Edit[] {
  const stamps: Stamp[] = [];
  let lines = 0;
  for (const line of linesOf(text)) {
    if (line.text !== '') lines += 1;
    const stamp = /\d[:：]\d\d/.test(line.text) ? stampOf(line) : undefined;
    if (stamp) stamps.push(stamp);
  }
  const counts = new Map<string, number>();
  for (const { name = '' } of stamps) counts.set(name, (counts.get(name) ?? 0) + 1);
  const isSpeaker = (name: string): boolean =>
    name !== '' && (isRole(name) || looksLikeName(name) || (counts.get(name) ?? 0) > 1);
  const isHabit = (form: Form): boolean => {
    const ofForm = stamps.filter((stamp) => stamp.form === form);
    if (form === 'bare') return ofForm.length >= 3 && ofForm.length >= lines / 5;
    if (form === 'leading') return ofForm.length >= 2;
    return ofForm.length >= 2 && ofForm.filter(({ name = '' }) => isSpeaker(name)).length * 2 > ofForm.length;
  };
  const habits = new Set(FORMS.map(([form]) => form).filter(isHabit));
  return stamps.filter(({ form }) => habits.has(form)).flatMap((stamp) => editsOf(stamp, isSpeaker));
}

function stampOf(line: TextLine): Stamp | undefined {
  for (const [form, pattern] of FORMS) {
    const groups = pattern.exec(line.text)?.groups;
    if (!groups) continue;
    const { time = '', rest = '', name } = groups;
    const timeAt = name?.length ?? 0;
    const alone = rest.replace(/[:：]$/u, '');
    return {
      line,
      form,
      name: name?.trim() ?? (ALONE.test(alone) ? alone : undefined),
      timeAt,
      timeEnd: name === undefined ? line.text.length - rest.length : timeAt + time.length,
    };
  }
  return undefined;
}

const ALONE = new RegExp(`^${NAME}$`, 'u');

function editsOf({ line, form, name, timeAt, timeEnd }: Stamp, isSpeaker: (name: string) => boolean): Edit[] {
  const at = (offset: number): number => line.start + offset;
  if (form === 'trailing' || form === 'between') {
    if (form === 'between' && name !== undefined && !isSpeaker(name)) return [];
    return [{ start: at(timeAt), end: at(timeEnd), after: '：', kind: 'timestamp' }];
  }
  const removed: Edit = { start: at(0), end: at(timeEnd), after: '', kind: 'timestamp' };
  const rest = line.text.slice(timeEnd);
  if (name === undefined || !isSpeaker(name) || labelOf(rest)) return [removed];
  return [
    removed,
    { start: at(line.text.length), end: at(line.text.length), after: '：', kind: 'timestamp' },
  ];
}
