// Who speaks in a transcript, on the evidence of all its lines: labels recur or take turns, and one of them asks. A
// sentence that happens to begin with a few words and a colon does neither.

import { looksLikeName, TITLE } from '../chinese/names.ts';
import { type Label, labelOf } from './labels.ts';
import { linesOf } from './lines.ts';

export interface Speakers {
  readonly asking: ReadonlySet<string>;
  readonly answering: ReadonlySet<string>;
}

/** The speakers of a document, undefined where nobody can be told to ask. */
export function findSpeakers(text: string): Speakers | undefined {
  const labelled = labelledLines(text);
  return markedSpeakers(labelled) ?? namedSpeakers(labelled);
}

/** Names that the labels give, for whoever must not touch them. */
export function speakerNames(text: string): readonly string[] {
  const speakers = findSpeakers(text);
  if (!speakers) return [];
  return [...speakers.asking, ...speakers.answering].map(withoutTitle).filter(looksLikeName);
}

/** 王仲遠院長 and 王仲遠 are one speaker; 記者 alone is no title behind a name. */
export function withoutTitle(speaker: string): string {
  const name = speaker.replace(TITLE, '').trim();
  return name !== speaker && looksLikeName(name) ? name : speaker;
}

interface LabelledLine {
  readonly label: Label;
  /** What stands behind the label, or on the next line where nothing does. */
  said: string;
}

function labelledLines(text: string): LabelledLine[] {
  const found: LabelledLine[] = [];
  for (const line of linesOf(text)) {
    const label = labelOf(line.text);
    const last = found.at(-1);
    if (label) found.push({ label, said: line.text.slice(label.length) });
    else if (last?.said === '') last.said = line.text;
  }
  return found;
}

/** Q and A, or Q alone where the answers carry no label or a name. */
function markedSpeakers(lines: readonly LabelledLine[]): Speakers | undefined {
  const marks = lines.filter(({ label }) => label.isMark);
  const questions = marks.filter(({ label }) => label.speaker === 'Q');
  const answers = marks.length - questions.length;
  const isEnough = answers > 0 || questions.length > 1 || questions.some(({ said }) => isQuestion(said));
  if (questions.length === 0 || !isEnough) return undefined;
  if (answers > 0) return { asking: new Set(['Q']), answering: new Set(['A']) };
  const named = [...tally(lines).values()].filter((found) => found.speaker !== 'Q' && isEvident(found));
  const replies = named.reduce((sum, found) => sum + found.replies, 0);
  const isAnswered = replies >= questions.length / 2;
  return {
    asking: new Set(['Q']),
    answering: new Set(isAnswered ? named.map(({ speaker }) => speaker) : []),
  };
}

/** The evident ones; where these alone make no conversation, those who take turns as often too. */
function namedSpeakers(lines: readonly LabelledLine[]): Speakers | undefined {
  const tallies = [...tally(lines).values()];
  const most = Math.max(0, ...tallies.map(({ count }) => count));
  const isLikely = (found: Tally): boolean => isEvident(found) || (isFrequent(found, most) && isPlain(found));
  return conversation(tallies.filter(isEvident)) ?? conversation(tallies.filter(isLikely));
}

function conversation(speakers: readonly Tally[]): Speakers | undefined {
  const asking = whoAsks(speakers);
  const answering = speakers.filter((speaker) => !asking.includes(speaker));
  if (asking.length === 0 || answering.length === 0) return undefined;
  return {
    asking: new Set(asking.map(({ speaker }) => speaker)),
    answering: new Set(answering.map(({ speaker }) => speaker)),
  };
}

interface Tally {
  readonly speaker: string;
  count: number;
  /** Turns that end in a question. */
  questions: number;
  /** Turns right behind another's question. */
  replies: number;
}

function tally(lines: readonly LabelledLine[]): ReadonlyMap<string, Tally> {
  const tallies = new Map<string, Tally>();
  let asker: string | undefined;
  for (const { label, said } of lines) {
    const speaker = withoutTitle(label.speaker);
    const found = tallies.get(speaker) ?? { speaker, count: 0, questions: 0, replies: 0 };
    const asks = isQuestion(said);
    found.count += 1;
    found.questions += asks ? 1 : 0;
    found.replies += asker !== undefined && asker !== speaker ? 1 : 0;
    asker = asks ? speaker : undefined;
    tallies.set(speaker, found);
  }
  return tallies;
}

function isQuestion(said: string): boolean {
  return /[?？][”’」』）)]*$/u.test(said);
}

/** One who asks by office, or one who answers by it: enough at a single occurrence. */
const ASKS =
  /^(?:\p{Script=Han}{0,8}[記记]者[問问]?|主持人?|採訪[人者]|采访[人者]|訪問者|访问者|提[問问]者?|(?:[觀观听聽][眾众]|[網网]友|[學学]生)[\dA-Z]?|[問问]|Q|Host|Interviewer|Moderator|Reporter)$/iu;
const ANSWERS = /^(?:嘉[賓宾]|受[訪访]者|被[訪访]者|回?答|A|Guest|Interviewee)$/iu;
/** A paper or a station that puts the questions under its own name. */
const OUTLET =
  /(?:[報报]|社|[網网]|刊|[電电][視视台臺]|[電电]台|[新聞闻]{2}|[雜杂][誌志]|[財财][經经]|[觀观]察|[傳传]媒)$/u;

export function isRole(speaker: string): boolean {
  return ASKS.test(speaker) || ANSWERS.test(speaker);
}

export function isOutlet(speaker: string): boolean {
  return OUTLET.test(speaker);
}

function isEvident({ speaker, count, questions, replies }: Tally): boolean {
  if (isRole(speaker)) return true;
  return (looksLikeName(speaker) || isOutlet(speaker)) && (count >= 2 || questions > 0 || replies > 0);
}

/** Words that a paragraph begins with, such as 舉個例子：, and labels of what is no speech, such as 編者按：. */
const PHRASE =
  /[的地得了著着是說说有在和與与就也都把被這这那個个為为因要如]|^(?:第|首先|其次|最[後后]|[舉举]|譬|[總总]之|[換换]|注|[編编]者按|[圖图]|[來来]源|文$|[時时][間间]|日期|[標标][題题]|摘要|[關关][鍵键])/u;

function isPlain({ speaker }: Tally): boolean {
  return !PHRASE.test(speaker);
}

/** A speaker takes turns with the others; a phrase turns up now and then. */
function isFrequent({ count }: Tally, most: number): boolean {
  return count >= 2 && count >= most * 0.3;
}

/** By office, else the one whose turns end in questions most often, the first of equals. */
function whoAsks(speakers: readonly Tally[]): readonly Tally[] {
  const byOffice = speakers.filter(({ speaker }) => ASKS.test(speaker));
  if (byOffice.length > 0) return byOffice;
  const share = ({ count, questions }: Tally): number => questions / count;
  const most = Math.max(...speakers.map(share));
  const first = speakers.find((speaker) => share(speaker) === most);
  return first && most >= 0.4 ? [first] : [];
}
