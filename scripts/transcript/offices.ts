// What the label of a speaker tells beside the name: an office that asks or answers, a paper, a title, an affiliation.

import { looksLikeName, TITLE } from '../chinese/names.ts';

/** One who asks by office, or one who answers by it: enough at a single occurrence. */
const ASKS =
  /^(?:\p{Script=Han}{0,8}[記记]者[問问]?|主持人?|主播|[採采][訪访][人者]?|[訪访][問问談谈]者|提[問问]者?|追[問问]|[現现]?[場场]?(?:[觀观聽听][眾众]|[網网]友|[學学]生|[讀读]者)(?:提[問问])?[\dA-Z甲乙丙丁一二三四五六七八九]?|[問问]|Q|Host|Interviewer|Moderator|Reporter|Audience)$/iu;
const ANSWERS =
  /^(?:嘉[賓宾]|[來来][賓宾]|受[訪访]者|被[訪访]者|[講讲]者|[與与][談谈]人|回?答|A|Guest|Interviewee)[\dA-Z甲乙丙丁一二三四五六七八九]?$/iu;
/** A paper or a station that puts the questions under its own name. */
const OUTLET =
  /(?:[報报]|社|[網网]|刊|[電电][視视台臺]|[電电]台|[新聞闻]{2}|[雜杂][誌志]|[財财][經经]|[觀观]察|[傳传]媒)$/u;

export function asksByOffice(label: string): boolean {
  return ASKS.test(label);
}

export function isRole(label: string): boolean {
  return ASKS.test(label) || ANSWERS.test(label);
}

export function isOutlet(label: string): boolean {
  return OUTLET.test(label);
}

/** What programs call the voices they tell apart. */
export function isNumberedSpeaker(label: string): boolean {
  return /^(?:[說说][話话][人者]|[發发]言[人者]|[講讲]者|[參参][與与会會]者|Speaker|Participant) ?[\dA-Z]{1,2}$/iu.test(
    label,
  );
}

export interface LabelParts {
  readonly name: string;
  /** As written: a title behind the name, an affiliation before it or in brackets. */
  readonly role?: string;
}

/** 王仲遠院長, 張鈸（清華大學教授）, 北京商報記者 李明 and 主持人李明 by name and role; 王仲遠答 says no more than 王仲遠. */
export function partsOf(label: string): LabelParts {
  const bracketed = /^(.+?) ?[(（]([^()（）]+)[)）]$/u.exec(label);
  if (bracketed?.[1] && bracketed[2]) return { name: partsOf(bracketed[1]).name, role: bracketed[2] };
  const titled = label.replace(TITLE, '').trim();
  if (titled !== label && looksLikeName(titled))
    return { name: titled, role: label.slice(titled.length).trim() };
  const said = /^(.{2,4})(?:[問问答]|[說说]|[談谈]|表示)$/u.exec(label)?.[1];
  if (said !== undefined && looksLikeName(said)) return { name: said };
  const office =
    /^((?:\p{Script=Han}{0,8}[記记]者|主持人?|嘉[賓宾]|[來来][賓宾]|[與与][談谈]人) ?)(.+)$/u.exec(label);
  if (office?.[1] && office[2] && isPlainName(office[2])) return { name: office[2], role: office[1].trim() };
  const placed = /^(\p{Script=Han}{2,14}) (\p{Script=Han}{2,4})$/u.exec(label);
  if (placed?.[1] && placed[2] && looksLikeName(placed[2]) && !looksLikeName(placed[1]))
    return { name: placed[2], role: placed[1] };
  return { name: label };
}

function isPlainName(text: string): boolean {
  return /^\p{Script=Han}{2,4}$/u.test(text) && looksLikeName(text);
}
