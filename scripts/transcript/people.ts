// Who asks and who answers, where the transcript says so: in its labels, or in a clear statement of its lead.

import { looksLikeName } from '../chinese/names.ts';
import type { Person } from '../model/interview.ts';
import type { Credit } from './credits.ts';
import { isOutlet, isRole, partsOf } from './offices.ts';
import type { Settled } from './speakers.ts';
import type { Line, SpokenTurn } from './turns.ts';

/** A person with the words that tell of them, and where these stand in the clean text. */
export interface Inferred {
  readonly person: Person;
  readonly evidence: string;
  /** None where a person has settled it. */
  readonly offset?: number;
}

export interface People {
  readonly interviewer?: Inferred;
  readonly interviewee?: Inferred;
}

export interface PeopleEvidence {
  readonly opening: readonly Line[];
  readonly turns: readonly SpokenTurn[];
  readonly credits: readonly Credit[];
  readonly settled: Settled;
}

/** Undefined for whom the transcript does not name, or where several people ask or answer. */
export function inferPeople({ opening, turns, credits, settled }: PeopleEvidence): People {
  const asking = turns.filter(({ asks }) => asks);
  const answering = turns.filter(({ asks }) => !asks);
  const stated = statedPeople(opening);
  const interviewer =
    givenPerson('--interviewer', settled.interviewers) ??
    (isOne(asking) ? (fromLabel(asking) ?? fromCredits(credits, true) ?? stated.interviewer) : undefined);
  const interviewee =
    givenPerson('--interviewee', settled.interviewees) ??
    (isOne(answering)
      ? (fromLabel(answering) ?? fromCredits(credits, false) ?? stated.interviewee)
      : undefined);
  return {
    ...(interviewer && { interviewer: creditedRole(interviewer, credits) }),
    ...(interviewee && { interviewee: creditedRole(interviewee, credits) }),
  };
}

/** What a person settled on the command line holds, whatever the transcript says; of several, no one is it. */
function givenPerson(option: string, names: readonly string[] = []): Inferred | undefined {
  const [name, ...others] = names;
  if (name === undefined || others.length > 0) return undefined;
  const parts = partsOf(name);
  return { person: parts, evidence: option };
}

function fromCredits(credits: readonly Credit[], asks: boolean): Inferred | undefined {
  const [credit, ...others] = credits.filter((candidate) => candidate.asks === asks);
  const [person, ...more] = credit?.people ?? [];
  if (!credit || !person || others.length > 0 || more.length > 0) return undefined;
  return { person, evidence: person.name, offset: credit.start };
}

/** The credits may tell the office of somebody whom a label names. */
function creditedRole(found: Inferred, credits: readonly Credit[]): Inferred {
  const { person } = found;
  if (person.role !== undefined) return found;
  const credited = credits.flatMap(({ people }) => people).find(({ name }) => name === person.name);
  return credited ? { ...found, person: credited } : found;
}

function isOne(turns: readonly SpokenTurn[]): boolean {
  return new Set(turns.map(({ speaker }) => speaker)).size <= 1;
}

/** The label with the most to tell: 王仲遠院長 rather than 王仲遠. A mere office names nobody. */
function fromLabel(turns: readonly SpokenTurn[]): Inferred | undefined {
  const [turn] = [...turns].sort((a, b) => b.writtenSpeaker.length - a.writtenSpeaker.length);
  if (!turn || turn.isMark) return undefined;
  const written = turn.writtenSpeaker;
  const found = (person: Person): Inferred => ({ person, evidence: written, offset: turn.start });
  const parts = partsOf(written);
  if (parts.name !== written && looksLikeName(parts.name)) return found(parts);
  if (written !== turn.speaker && written.endsWith(turn.speaker) && looksLikeName(turn.speaker))
    return found({ name: turn.speaker, role: written.slice(0, -turn.speaker.length).trim() });
  const outlet = written.replace(/[記记]者$/u, '');
  if (isOutlet(outlet)) return found({ name: outlet });
  return isRole(written) || turn.speaker.length < 2 ? undefined : found({ name: written });
}

/** 王仲遠與北京商報記者…, 王仲遠接受北京商報記者專訪: a name between marks, and a paper's reporter behind it. */
const STATEMENT =
  /(?<=^|[，。；：、）”\n])(?<name>\p{Script=Han}{2,4})(?:在?接受了?|[與与和同跟]|[對对][話话])(?<outlet>\p{Script=Han}{1,10}(?:[報报]|社|[網网]|刊|[電电][視视台臺]|[新聞闻]{2}|[雜杂][誌志]|[財财][經经]|[觀观]察|[傳传]媒))[記记]者/gu;

/** A name counts where it comes up again: 王仲遠 once before, and then in the statement. */
function statedPeople(opening: readonly Line[]): People {
  for (const line of opening) {
    for (const { 0: evidence, index, groups } of line.text.matchAll(STATEMENT)) {
      const { name = '', outlet = '' } = groups ?? {};
      const mentions = opening.reduce((sum, { text }) => sum + text.split(name).length - 1, 0);
      if (!looksLikeName(name) || mentions < 2) continue;
      const offset = line.start + index;
      return {
        interviewee: { person: { name }, evidence, offset },
        interviewer: { person: { name: outlet }, evidence, offset },
      };
    }
  }
  return {};
}
