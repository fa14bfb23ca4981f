// What stands above the conversation, and below it, by what it is: title, subtitle, by-line, source, date, editor's
// note, who takes part, lead. Each is recognised where it stands; what is not there is not made up.

import { isOutlet } from './offices.ts';
import type { Line, Mark } from './turns.ts';

export type HeadPart = 'title' | 'subtitle' | 'byline' | 'source' | 'date' | 'note' | 'credits' | 'lead';

export interface HeadPiece {
  readonly part: HeadPart;
  readonly line: Line;
}

export interface Head {
  /** In order of the text. */
  readonly pieces: readonly HeadPiece[];
  readonly marks: readonly Mark[];
}

/** What the lines above the conversation are. */
export function readHead(lines: readonly Line[], credits: ReadonlySet<number>): Head {
  const pieces: HeadPiece[] = [];
  const marks: Mark[] = [];
  const has = (part: HeadPart): boolean => pieces.some((piece) => piece.part === part);
  const add = (found: Found): void => {
    pieces.push(...found.pieces);
    marks.push(...found.marks);
  };
  lines.forEach((line, index) => {
    const isLead = has('lead') || has('note') || has('credits');
    const meta = metaIn(line, has);
    const titled = labelled(line, TITLE_LABEL, 'title');
    const subtitled =
      labelled(line, SUBTITLE_LABEL, 'subtitle') ?? (isLead ? undefined : labelled(line, DASH, 'subtitle'));
    if (credits.has(line.start)) pieces.push({ part: 'credits', line });
    else if (!has('title') && !isLead && titled) add(titled);
    else if (has('title') && !has('subtitle') && subtitled) add(subtitled);
    else if (meta) add(meta);
    else if (NOTE.test(line.text)) pieces.push({ part: 'note', line });
    else if (!has('title') && !isLead && isTitle(line)) pieces.push({ part: 'title', line });
    else if (has('title') && !isLead && !has('subtitle') && isSubtitle(line, lines[index + 1]))
      pieces.push({ part: 'subtitle', line });
    else pieces.push({ part: 'lead', line });
  });
  return { pieces, marks };
}

/** Source, date and by-line below the conversation: how many of the last lines they are, and what. */
export function readTail(lines: readonly Line[], head: Head): Head & { readonly count: number } {
  const found: Found[] = [];
  const taken = new Set(head.pieces.map(({ part }) => part));
  for (let index = lines.length - 1; index > 0; index--) {
    const line = lines[index];
    const meta = line && metaIn(line, (part) => taken.has(part));
    if (!meta?.isLabelled) break;
    for (const { part } of meta.pieces) taken.add(part);
    found.unshift(meta);
  }
  return {
    pieces: found.flatMap(({ pieces }) => pieces),
    marks: found.flatMap(({ marks }) => marks),
    count: found.length,
  };
}

interface Found extends Head {
  /** Says by a word what it is. */
  readonly isLabelled: boolean;
}

const TITLE_LABEL = /^(?:大?[標标][題题]|[題题]目|[題题]名|篇名|主[題题]) ?[:：] ?/u;
const SUBTITLE_LABEL = /^(?:副[標标]?[題题]|小[標标][題题]) ?[:：] ?/u;
const DASH = /^——(?=\S)/u;
const NOTE = /^[（(【[]?(?:[編编]者?[按註注]|按語|按语|[編编]前|導讀|导读)[】\]]? ?[:：】\]]/u;

function labelled(line: Line, pattern: RegExp, part: HeadPart): Found | undefined {
  const length = pattern.exec(line.text)?.[0].length ?? 0;
  if (length === 0 || length === line.text.length || STOP.test(line.text)) return undefined;
  return {
    pieces: [{ part, line: within(line, length, line.text.length) }],
    marks: [
      { start: line.start, end: line.start + length, kind: pattern === DASH ? 'heading-mark' : 'label' },
    ],
    isLabelled: true,
  };
}

const DATE =
  /(?:\d{4} ?年 ?\d{1,2} ?月(?: ?\d{1,2} ?日)?|\d{4}([-/.])\d{1,2}\1\d{1,2}|[一二][〇○零\d一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?)(?: \d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?/u;
const DATE_LABEL =
  /(?:(?:[發发][佈布表]|更新|出版|刊登|[採采][訪访]|[訪访][談谈])?(?:[時时][間间]|日期)|[發发][佈布表][於于]|[發发][佈布]) ?[:：]? ?$/u;
const SOURCE =
  /(?:(?:文章|本文|稿件)?(?:[來来]源|出[處处]|原[載载]|摘自|[轉转][載载]自?|刊[於于])[於于]? ?[:：]? ?)(《[^《》]{1,24}》[^ |｜丨]{0,12}|[^ |｜丨，。；（）()《》]{2,24})/u;
const ROLES =
  '(?:文字?|撰[文稿]|作者|[記记]者|[採采][訪访寫写編编]|[編编][輯辑譯译]|[責责]任?[編编](?:[輯辑])?|整理|[攝摄]影|[圖图]片?|口述|[翻]?[譯译]者?|校[對对]|[監监][製制]|[執执][筆笔])';
const BYLINES: readonly RegExp[] = [
  new RegExp(
    `^(?:[\\p{Script=Han}]{0,6})?${ROLES}(?: ?[、／/＆&與与和・·] ?${ROLES})* ?[:：／/|｜] ?(?=[\\p{L}])[^。！？!?；]{1,60}$`,
    'u',
  ),
  /^[\p{Script=Han}]{0,8}(?:[記记]者|通[訊讯][員员]|特派[員员]) ?[\p{Script=Han}]{2,4}(?:[、 ／/][\p{Script=Han}]{2,4}){0,4}(?: ?(?:[綜综]合)?(?:[報报][導导道]|[專专][訪访]|[採采][訪访]))?$/u,
  /^[\p{Script=Han}]{2,4} ?[／/] ?(?:文|撰文|[採采][訪访]|[報报][導导道])$/u,
  /^By [\p{Lu}][\p{L} .'-]{2,40}$/u,
];
const SEPARATOR = /^[ |｜丨／/·•，,]+|[ |｜丨／/·•，,]+$/gu;

/** A line of nothing but a date, a source and a by-line, whichever of them are not known yet. */
function metaIn(line: Line, has: (part: HeadPart) => boolean): Found | undefined {
  const bracket = /^[（(【[](.*)[）)】\]]$/u.exec(line.text);
  const from = bracket ? 1 : 0;
  const to = line.text.length - from;
  const text = line.text.slice(from, to);
  if (text.length > MAX_META || /[。！？!?]/.test(text)) return undefined;
  const spans: { part: HeadPart; start: number; end: number; labelAt: number }[] = [];
  const source = SOURCE.exec(text);
  if (source) {
    const name = source[1] ?? '';
    const end = source.index + source[0].length;
    spans.push({ part: 'source', labelAt: source.index, start: end - name.length, end });
  }
  const date = DATE.exec(text);
  if (date && !spans.some(({ labelAt, end }) => date.index >= labelAt && date.index < end)) {
    const label = DATE_LABEL.exec(text.slice(0, date.index))?.[0].length ?? 0;
    spans.push({
      part: 'date',
      labelAt: date.index - label,
      start: date.index,
      end: date.index + date[0].length,
    });
  }
  spans.sort((one, other) => one.start - other.start);
  let at = 0;
  const rests: { start: number; end: number }[] = [];
  for (const { labelAt, end } of [...spans, { labelAt: text.length, end: text.length }]) {
    const rest = text.slice(at, labelAt);
    const words = rest.replace(SEPARATOR, '');
    if (words !== '')
      rests.push({ start: at + rest.indexOf(words), end: at + rest.indexOf(words) + words.length });
    at = end;
  }
  const isLabelled = source !== null || bracket !== null || spans.length > 0;
  let byline = false;
  for (const rest of rests) {
    const words = text.slice(rest.start, rest.end);
    const isBy = BYLINES.some((pattern) => pattern.test(words));
    const isSource = isOutlet(words) && /^[《\p{Script=Han}\p{L}\d·》]{2,14}$/u.test(words);
    if (isBy && !byline) spans.push({ part: 'byline', labelAt: rest.start, ...rest });
    else if (isSource && !spans.some(({ part }) => part === 'source'))
      spans.push({ part: 'source', labelAt: rest.start, ...rest });
    else return undefined;
    byline ||= isBy;
  }
  if (spans.length === 0 || spans.some(({ part }) => has(part))) return undefined;
  spans.sort((one, other) => one.start - other.start);
  return {
    pieces: spans.map(({ part, start, end }) => ({ part, line: within(line, from + start, from + end) })),
    marks: spans.flatMap(({ labelAt, start }): Mark[] =>
      labelAt < start
        ? [{ start: line.start + from + labelAt, end: line.start + from + start, kind: 'label' }]
        : [],
    ),
    isLabelled: isLabelled || byline,
  };
}

const MAX_META = 80;

/** In characters. */
const MAX_TITLE = 48;
const MAX_SUBTITLE = 40;
const STOP = /[。；;，,、：:…][”’」』）)]*$|[^.]\.$/u;

/** A title may ask or exclaim. */
function isTitle({ text, isMarkedHeading }: Line): boolean {
  return isMarkedHeading || (text.length <= MAX_TITLE && !STOP.test(text) && /\p{L}/u.test(text));
}

/** A short line between the title and what is no heading: a heading would stand right above the questions. */
function isSubtitle({ text, isMarkedHeading }: Line, next: Line | undefined): boolean {
  if (isMarkedHeading || text.length > MAX_SUBTITLE || STOP.test(text) || /[！？!?]$/.test(text))
    return false;
  if (!/\p{L}/u.test(text) || INTRODUCES.test(text) || DATE.test(text)) return false;
  return (
    next !== undefined &&
    !next.isMarkedHeading &&
    (next.text.length > MAX_SUBTITLE || /[。！？!?…”]$/u.test(next.text))
  );
}

/** Words that stand above a lead, and are no subtitle. */
const INTRODUCES =
  /^(?:[導导引前序][言語语讀读]|摘要|[內内]容提要|正文|[訪访][談谈]|[對对][話话]|Q ?& ?A)$/iu;

function within(line: Line, from: number, to: number): Line {
  return { ...line, start: line.start + from, end: line.start + to, text: line.text.slice(from, to) };
}
