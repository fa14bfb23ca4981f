// Who speaks in a transcript, on the evidence of all its lines: labels recur or take turns, and one of them asks. A
// sentence that happens to begin with a few words and a colon does neither.

import { looksLikeName } from '../chinese/names.ts';
import { findCredits } from './credits.ts';
import { type Label, labelOf } from './labels.ts';
import { linesOf } from './lines.ts';
import { asksByOffice, isNumberedSpeaker, isOutlet, isRole, partsOf } from './offices.ts';

export interface Speakers {
  readonly asking: ReadonlySet<string>;
  readonly answering: ReadonlySet<string>;
  /** The speaker of a label: 王仲遠院長 and 智源研究院院長王仲遠 are 王仲遠. */
  readonly speakerOf: (label: string) => string;
  /** Those who were taken for speakers although they speak but once and answer nobody. */
  readonly unsure: ReadonlySet<string>;
}

/** Who asks and who answers, as a person settles it; by name or by label. */
export interface Settled {
  readonly interviewers?: readonly string[];
  readonly interviewees?: readonly string[];
}

/** The speakers of a document, undefined where nobody can be told to ask. */
export function findSpeakers(text: string, settled: Settled = {}): Speakers | undefined {
  const credits = findCredits(text);
  const lines = labelledLines(text, new Set(credits.map(({ start }) => start)));
  const speakerOf = speakerFinder(lines);
  const hosts = new Set(
    credits.filter(({ asks }) => asks).flatMap(({ people }) => people.map(({ name }) => name)),
  );
  const credited = new Set(credits.flatMap(({ people }) => people.map(({ name }) => name)));
  const tallies = [...tally(lines, speakerOf, { hosts, credited }).values()];
  const found = settledSpeakers(tallies, settled) ?? markedSpeakers(lines, tallies) ?? namedSpeakers(tallies);
  return found && { ...found, speakerOf };
}

/** Names that the labels give, for whoever must not touch them. */
export function speakerNames(text: string, settled: Settled): readonly string[] {
  const speakers = findSpeakers(text, settled);
  if (!speakers) return [];
  return [...speakers.asking, ...speakers.answering].filter(looksLikeName);
}

interface LabelledLine {
  readonly label: Label;
  /** What stands behind the label, or on the next line where nothing does. */
  said: string;
  /** The last line of a short turn. */
  last: string;
  length: number;
}

function labelledLines(text: string, credits: ReadonlySet<number>): LabelledLine[] {
  const found: LabelledLine[] = [];
  for (const line of linesOf(text)) {
    if (credits.has(line.start) || line.text === '') continue;
    const label = labelOf(line.text);
    const last = found.at(-1);
    if (label) {
      const said = line.text.slice(label.length);
      found.push({ label, said, last: said, length: said.length });
    } else if (last) {
      if (last.said === '') last.said = line.text;
      last.last = line.text;
      last.length += line.text.length;
    }
  }
  return found;
}

/** Labels by their parts, then those that end in the name of another label: an affiliation stands before it. */
function speakerFinder(lines: readonly LabelledLine[]): (label: string) => string {
  const known = new Map<string, string>();
  const names = new Set<string>();
  for (const { label } of lines) {
    const { name } = partsOf(label.speaker);
    known.set(label.speaker, name);
    if (looksLikeName(name)) names.add(name);
  }
  return (label) => {
    const name = known.get(label) ?? partsOf(label).name;
    for (const length of [2, 3, 4]) {
      const end = name.slice(-length);
      if (name.length > length + 1 && names.has(end)) return end;
    }
    return name;
  };
}

type Found = Omit<Speakers, 'speakerOf'>;

const NOBODY: ReadonlySet<string> = new Set();

function settledSpeakers(tallies: readonly Tally[], settled: Settled): Found | undefined {
  const isNamed = (names: readonly string[] = []): readonly Tally[] =>
    tallies.filter(({ speaker }) => names.some((name) => name === speaker || partsOf(name).name === speaker));
  const interviewers = isNamed(settled.interviewers);
  const interviewees = isNamed(settled.interviewees).filter((one) => !interviewers.includes(one));
  if (interviewers.length + interviewees.length === 0) return undefined;
  const others = evidentAmong(tallies).filter(
    (one) => !interviewers.includes(one) && !interviewees.includes(one),
  );
  const offices = others.filter(({ byOffice }) => byOffice);
  const asking = interviewers.length > 0 ? [...interviewers, ...offices] : whoAsks(others);
  if (asking.length === 0) return undefined;
  const answering = interviewees.length > 0 ? interviewees : [];
  const rest = others.filter((one) => !asking.includes(one));
  if (answering.length + rest.length === 0) return undefined;
  return { asking: namesOf(asking), answering: namesOf([...answering, ...rest]), unsure: NOBODY };
}

/** Q and A, or Q alone where the answers carry no label or a name. */
function markedSpeakers(lines: readonly LabelledLine[], tallies: readonly Tally[]): Found | undefined {
  const marks = lines.filter(({ label }) => label.isMark);
  const questions = marks.filter(({ label }) => label.speaker === 'Q');
  const answers = marks.length - questions.length;
  const isEnough = answers > 0 || questions.length > 1 || questions.some(({ said }) => isQuestion(said));
  if (questions.length === 0 || !isEnough) return undefined;
  const askers = tallies.filter(({ speaker }) => speaker !== 'Q' && FOLLOW_UP.test(speaker));
  const asking = namesOf([...askers, ...tallies.filter(({ speaker }) => speaker === 'Q')]);
  if (answers > 0) return { asking, answering: new Set(['A']), unsure: NOBODY };
  const named = tallies.filter((found) => !asking.has(found.speaker) && isEvident(found));
  const replies = named.reduce((sum, found) => sum + found.replies, 0);
  const isAnswered = replies >= questions.length / 2;
  return { asking, answering: isAnswered ? namesOf(named) : NOBODY, unsure: NOBODY };
}

const FOLLOW_UP = /^追[問问]$/u;

/** The evident ones; where these alone make no conversation, those who take turns as often too. */
function namedSpeakers(tallies: readonly Tally[]): Found | undefined {
  const most = Math.max(0, ...tallies.map(({ count }) => count));
  const isLikely = (found: Tally): boolean => isEvident(found) || (isFrequent(found, most) && isPlain(found));
  return conversation(evidentAmong(tallies), tallies) ?? conversation(tallies.filter(isLikely), tallies);
}

function conversation(speakers: readonly Tally[], all: readonly Tally[]): Found | undefined {
  const asking = whoAsks(speakers);
  const answering = speakers.filter((speaker) => !asking.includes(speaker));
  if (asking.length === 0 || answering.length === 0) return undefined;
  // Among people who are labelled by their names, one more name with a colon is one more person.
  const single = all.filter((one) => !speakers.includes(one) && looksLikeName(one.speaker));
  return {
    asking: namesOf(asking),
    answering: namesOf([...answering, ...single]),
    unsure: namesOf(single),
  };
}

function namesOf(tallies: readonly Tally[]): ReadonlySet<string> {
  return new Set(tallies.map(({ speaker }) => speaker));
}

interface Tally {
  readonly speaker: string;
  /** Says in one of the labels, or in the credits, that it is theirs to ask. */
  byOffice: boolean;
  /** Named in the credits. */
  readonly isCredited: boolean;
  count: number;
  /** Turns that end in a question. */
  questions: number;
  /** Turns right behind another's question. */
  replies: number;
}

function tally(
  lines: readonly LabelledLine[],
  speakerOf: (label: string) => string,
  { hosts, credited }: { readonly hosts: ReadonlySet<string>; readonly credited: ReadonlySet<string> },
): ReadonlyMap<string, Tally> {
  const tallies = new Map<string, Tally>();
  let asker: string | undefined;
  for (const { label, said, last, length } of lines) {
    const speaker = speakerOf(label.speaker);
    const fresh = {
      speaker,
      byOffice: hosts.has(speaker),
      isCredited: credited.has(speaker),
      count: 0,
      questions: 0,
      replies: 0,
    };
    const found = tallies.get(speaker) ?? fresh;
    const asks = isQuestion(said) || (length <= SHORT_TURN && isQuestion(last));
    if (asksByOffice(speaker) || asksByOffice(partsOf(label.speaker).role ?? '')) found.byOffice = true;
    found.count += 1;
    found.questions += asks ? 1 : 0;
    found.replies += asker !== undefined && asker !== speaker ? 1 : 0;
    asker = asks ? speaker : undefined;
    tallies.set(speaker, found);
  }
  return tallies;
}

/** In characters: the last line of a longer turn may ask for effect. */
const SHORT_TURN = 200;

export function isQuestion(said: string): boolean {
  return /[?？][”’」』）)]*$/u.test(said) || /(?:[嗎吗呢]|[為为怎][什甚]?[麼么]|多少)$/u.test(said);
}

function evidentAmong(tallies: readonly Tally[]): readonly Tally[] {
  return tallies.filter(isEvident);
}

function isEvident({ speaker, byOffice, isCredited, count, questions, replies }: Tally): boolean {
  if (byOffice || isCredited || isRole(speaker)) return true;
  if (isNumberedSpeaker(speaker)) return count >= 2;
  return (looksLikeName(speaker) || isOutlet(speaker)) && (count >= 2 || questions > 0 || replies > 0);
}

/** Words that a paragraph begins with, such as 舉個例子：, and labels of what is no speech, such as 編者按：. */
const PHRASE =
  /[的地得了著着是說说有在和與与就也都把被這这那個个為为因要如]|^(?:第|首先|其次|最[後后]|[舉举]|譬|[總总]之|[換换]|注|[編编]者?按|[圖图]|[來来]源|文$|[時时][間间]|日期|[標标][題题]|摘要|[關关][鍵键])/u;

function isPlain({ speaker }: Tally): boolean {
  return !PHRASE.test(speaker);
}

/** A speaker takes turns with the others; a phrase turns up now and then. */
function isFrequent({ count }: Tally, most: number): boolean {
  return count >= 2 && count >= most * 0.3;
}

/** By office, else the one whose turns end in questions most often, the first of equals. */
function whoAsks(speakers: readonly Tally[]): readonly Tally[] {
  const offices = speakers.filter(({ byOffice }) => byOffice);
  if (offices.length > 0) return offices;
  const share = ({ count, questions }: Tally): number => questions / count;
  const most = Math.max(...speakers.map(share));
  const first = speakers.find((speaker) => share(speaker) === most);
  return first && most >= 0.4 ? [first] : [];
}
