// How a line says who speaks: a question or answer mark (Q:, A1:, 問：, 第一問：), or a name and a colon.

export interface Label {
  /** Q and A for the marks, whatever their form; else the name as written. */
  readonly speaker: string;
  readonly isMark: boolean;
  /** Length in the line, with the colon and the space behind it. */
  readonly length: number;
}

/** The label that `line` begins with. Whether it names a speaker, only the whole document can tell. */
export function labelOf(line: string): Label | undefined {
  const mark = MARK.exec(line);
  if (mark) {
    const speaker = /^[q问問提第]/i.test(line) ? 'Q' : 'A';
    return { speaker, isMark: true, length: mark[0].length };
  }
  const named = NAMED.exec(line);
  const speaker = named?.[1]?.trim();
  if (!named || !speaker || !/\p{L}/u.test(speaker) || /^(?:https?|ftp)$/i.test(speaker)) return undefined;
  return { speaker, isMark: false, length: named[0].length };
}

/** A number needs no colon behind it: Q1. and 問1、 */
const MARK =
  /^(?:(?:q(?:uestion)?|a(?:nswer)?|提?[問问]|回?答) ?(?:\d{0,3}|[一二三四五六七八九十]{0,3}) ?[:：]|[問问][題题] ?(?:\d{1,3}|[一二三四五六七八九十]{1,3}) ?[:：]|第 ?(?:\d{1,3}|[一二三四五六七八九十]{1,3}) ?[個个]?[問问][題题]? ?[:：]|(?:q|a|[問问]|答) ?\d{1,3} ?[.．、]) ?/iu;

/** Up to twenty characters without a mark of a sentence: longer ones name nobody. */
const NAMED = /^([^\s:：,，。.！？!?、；;“”‘’「」《》…—][^:：,，。！？!?、；;“”‘’「」《》…—]{0,19})[:：] ?/u;
