// What keeps summaries and answers together: drafts written into a manuscript, summaries held against the answers they
// were written for, and a person's word that they still hold.

import { insertSummaries } from './manuscript/insert.ts';
import { readLock, writeLock } from './manuscript/lock.ts';
import { readManuscript } from './manuscript/read.ts';
import { type Diagnostic, type Result, type Severity, success } from './model/diagnostic.ts';
import type { Exchange, Interview, Section, Text } from './model/interview.ts';
import { LOCALES } from './model/locale.ts';
import type { PointsLock } from './model/points-lock.ts';
import type { Settings } from './model/settings.ts';
import type { World } from './model/world.ts';
import type { House, SourceFile } from './pipeline.ts';
import {
  MOST_BYTES,
  notAnswered,
  programInput,
  programSummary,
  withProgramSummary,
} from './summary/program.ts';
import { approve, stalenessOf } from './summary/staleness.ts';
import { summarize } from './summary/summarize.ts';

export interface ReviewRequest {
  readonly slug: string;
  readonly interview: Interview;
  readonly file: string;
  /** points.lock.json beside the manuscript. */
  readonly lock: SourceFile;
  readonly house: House;
  /** Of what is said of a summary whose answer has changed. */
  readonly severity: Severity;
  readonly world: World;
}

/** What is to be said of summaries whose answers have changed, and the lock as it is to be. */
export interface Review {
  readonly diagnostics: readonly Diagnostic[];
  /** The text of points.lock.json; undefined where it is to stay as it is. */
  readonly lock: string | undefined;
}

/** Holds every takeaway and point against the answer it was written for. A lock that cannot be read stays as it is. */
export async function reviewSummaries(request: ReviewRequest): Promise<Review> {
  const { interview, file, house, severity, slug } = request;
  const lock = readLock(request.lock.text, request.lock.file);
  if (!lock.ok) return { diagnostics: lock.diagnostics, lock: undefined };
  const review = (slideOf: SlideOf) =>
    stalenessOf({
      interview,
      file,
      slug,
      severity,
      lock: lock.value,
      names: house.terms.flatMap((term) => LOCALES.map((locale) => term[locale])),
      slideOf,
    });
  const asked = new Set<number>();
  const first = review((exchange) => {
    asked.add(exchange);
    return undefined;
  });
  // Fonts and theme are read only where something is to be said of a slide.
  const found = asked.size > 0 ? review(await slideNumbers(request)) : first;
  const text = lockText(found.lock, request.lock.text);
  return { diagnostics: [...lock.diagnostics, ...found.diagnostics], lock: text };
}

/** The lock after a person has stood by the summaries of `numbers`, or of all exchanges where there are none. */
export function approveSummaries(
  interview: Interview,
  source: SourceFile,
  numbers: readonly number[],
): Result<string | undefined> {
  const lock = readLock(source.text, source.file);
  // What is approved as a whole needs nothing of what was there before.
  if (!lock.ok && numbers.length > 0) return lock;
  return success(lockText(approve(interview, lock.ok ? lock.value : [], numbers), source.text));
}

/** No lock is begun for an interview that has nothing to lock. */
function lockText(lock: PointsLock, before: string | undefined): string | undefined {
  const text = writeLock(lock);
  return text === before || (before === undefined && lock.length === 0) ? undefined : text;
}

type SlideOf = (exchange: number) => number | undefined;

/** The number of the slide that shows the takeaway of an exchange, in the first of the house's locales. */
async function slideNumbers({ interview, file, house, world }: ReviewRequest): Promise<SlideOf> {
  const [locale = 'zh-TW'] = house.settings.locales;
  const { editionFor, loadTheme } = await import('./products.ts');
  const theme = await loadTheme(house, world);
  const { edition } = editionFor({ interview, locale, house, file });
  const { deckSetting } = await import('./decks.ts');
  const { deckView } = await import('./deck/view.ts');
  const setting = theme.ok ? await deckSetting({ edition, file, theme: theme.value, house, world }) : theme;
  if (!setting.ok) return () => undefined;
  const { slides } = deckView(setting.value, { sections: [], exchanges: [] });
  return (exchange) => {
    const index = slides.findIndex((slide) => slide.kind === 'exchange' && slide.number === exchange);
    return index < 0 ? undefined : index + 1;
  };
}

export interface DraftRequest extends SourceFile {
  readonly settings: Settings;
  readonly world: Pick<World, 'run'>;
  /** Called before the house's program is asked about the exchange of that number. */
  readonly onAsk: (number: number) => void;
}

export interface DraftedManuscript {
  /** With the drafts in it; the same bytes where nothing was missing. */
  readonly manuscript: string;
  /** The exchanges that lacked something, with that. */
  readonly drafts: readonly ExchangeDraft[];
}

export interface ExchangeDraft {
  /** Counted through the interview from 1. */
  readonly number: number;
  readonly question: string;
  readonly takeaway?: Text;
  readonly points: readonly Text[];
}

/**
 * A manuscript with drafts of the takeaways and points it lacks: those of the program that the settings name, and where
 * there is none or its answer cannot be taken (`summary/command`), those drawn from the answers.
 */
export async function draftPoints(request: DraftRequest): Promise<Result<DraftedManuscript>> {
  const { file, text = '', settings } = request;
  const read = readManuscript(text, file);
  if (!read.ok) return read;
  const asked = await askProgram(read.value, request);
  const summarized = summarize(asked.interview, file, settings.summary);
  if (!summarized.ok) return summarized;
  const interview = summarized.value;
  const inserted = insertSummaries(text, file, read.value, interview);
  const undrafted = summarized.diagnostics.filter(({ code }) => code === 'summary/no-draft');
  const diagnostics = [...read.diagnostics, ...asked.diagnostics, ...undrafted, ...inserted.diagnostics];
  return inserted.ok
    ? success({ manuscript: inserted.value, drafts: draftsOf(read.value, interview) }, diagnostics)
    : { ok: false, diagnostics };
}

/** One exchange after the other, each that lacks something once. */
async function askProgram(
  interview: Interview,
  { file, settings: { summary: limits }, world, onAsk }: DraftRequest,
): Promise<{ readonly interview: Interview; readonly diagnostics: readonly Diagnostic[] }> {
  const { command, seconds } = limits;
  if (!command) return { interview, diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  let number = 0;
  let isAnswered = false;
  const sections: Section[] = [];
  for (const section of interview.sections) {
    const exchanges: Exchange[] = [];
    for (const exchange of section.exchanges) {
      number += 1;
      if (exchange.takeaway && exchange.points.length > 0) {
        exchanges.push(exchange);
        continue;
      }
      onAsk(number);
      const input = programInput(interview, exchange, limits);
      const outcome = await world.run({ command, input, seconds, mostBytes: MOST_BYTES });
      const summary = programSummary(outcome, limits);
      if (typeof summary === 'string') diagnostics.push(notAnswered(exchange, number, summary, file));
      else isAnswered = true;
      exchanges.push(typeof summary === 'string' ? exchange : withProgramSummary(exchange, summary));
    }
    sections.push({ ...section, exchanges });
  }
  return { interview: { ...interview, sections, ...(isAnswered && { summary: 'drafted' }) }, diagnostics };
}

function draftsOf(before: Interview, after: Interview): readonly ExchangeDraft[] {
  const drafted = after.sections.flatMap(({ exchanges }) => exchanges);
  return before.sections
    .flatMap(({ exchanges }) => exchanges)
    .map(({ question, takeaway: own, points }, index): ExchangeDraft => {
      const takeaway = own ? undefined : drafted[index]?.takeaway;
      return {
        number: index + 1,
        question: question.text,
        ...(takeaway && { takeaway }),
        points: points.length > 0 ? [] : (drafted[index]?.points ?? []),
      };
    })
    .filter(({ takeaway, points }) => takeaway !== undefined || points.length > 0);
}
