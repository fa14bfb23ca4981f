// The slides of one exchange: the takeaway as title with the question small above it, the points, and in the speaker
// notes everything that was said.

import type { Edition } from '../model/edition.ts';
import { evenGroups, type SetText, setText, titleLines } from './fit.ts';
import { withNotes } from './footnotes.ts';
import { footOf, type NumberedExchange, type NumberedSection, pageOf } from './sections.ts';
import type { DeckSetting } from './setting.ts';
import type { ExchangeSlide, Notes, QuestionSlide } from './slides.ts';

/** One slide, more where the points have no room on it, and one before it for a question too long to stand above. */
export function exchangeSlides(
  setting: DeckSetting,
  section: NumberedSection,
  { exchange, number, page }: NumberedExchange,
): readonly (QuestionSlide | ExchangeSlide)[] {
  const { edition } = setting;
  const { labels } = edition;
  const shared = {
    label: labels.question,
    number,
    digits: String(number).length,
    section: footOf(edition, section),
    page: pageOf(labels, page),
    notes: notesOf(edition, { exchange, number, page }),
  };
  const head = headOf(setting, exchange.question.text, exchange.takeaway?.text);
  const points = exchange.points.map(({ text }) => text);
  const lists = points.length === 0 ? [listOf(setting, [])] : listsOf(setting, points);
  return [
    ...(head.longQuestion ? [{ kind: 'question' as const, ...shared, question: head.longQuestion }] : []),
    ...lists.map((list) => ({
      kind: 'exchange' as const,
      ...shared,
      question: head.question,
      takeaway: head.takeaway,
      pointSize: list.size,
      pointLeading: list.leading,
      padding: list.padding,
      points: list.points,
    })),
  ];
}

interface Head {
  readonly question?: SetText;
  readonly takeaway: SetText;
  readonly longQuestion?: SetText;
}

/** Question and takeaway share their room: the longer the question, the smaller the takeaway under it. */
function headOf(
  { edition: { unbreakable }, design: { slides } }: DeckSetting,
  question: string,
  takeaway: string | undefined,
): Head {
  const { headHeight, headGap, slots } = slides.exchange;
  const { steps } = slots.takeaway;
  if (takeaway === undefined) return { takeaway: setText(question, steps, headHeight, unbreakable) };
  for (const step of slots.question.steps) {
    const set = setText(question, [step], slots.question.height, unbreakable);
    if (!set.fits) continue;
    const room = headHeight - set.lines.length * step.leading - headGap;
    const title = setText(takeaway, steps, room, unbreakable, titleLines);
    if (title.fits) return { question: set, takeaway: title };
  }
  const alone = slides.question.slots.question;
  return {
    longQuestion: setText(question, alone.steps, alone.height, unbreakable),
    takeaway: setText(takeaway, steps, headHeight, unbreakable, titleLines),
  };
}

interface PointList {
  readonly points: readonly SetText[];
  readonly size: number;
  readonly leading: number;
  readonly padding: number;
  readonly fits: boolean;
}

function listsOf(setting: DeckSetting, points: readonly string[]): readonly PointList[] {
  return evenGroups(points, (group) => listOf(setting, group).fits).map((group) => listOf(setting, group));
}

/** The points at the largest size, with the most space around each, that has room for them. */
function listOf({ edition, design }: DeckSetting, points: readonly string[]): PointList {
  const { slots, paddings } = design.slides.exchange;
  const { steps, height } = slots.points;
  const settings = steps.flatMap((step) => {
    const set = points.map((point) => setText(point, [step], height, edition.unbreakable));
    const text = set.reduce((sum, { lines }) => sum + lines.length * step.leading, 0);
    return paddings.map((padding) => {
      const fits = text + 2 * padding * set.length <= height;
      return {
        points: set.map((point) => ({ ...point, fits })),
        size: step.size,
        leading: step.leading,
        padding,
        fits,
      };
    });
  });
  return settings.find(({ fits }) => fits) ?? settings.at(-1) ?? NO_POINTS;
}

const NO_POINTS: PointList = { points: [], size: 30, leading: 40, padding: 17, fits: true };

/** Question and answer whole: a label, what was asked, and every turn under its speaker's name. */
function notesOf({ labels, interview }: Edition, { exchange, number }: NumberedExchange): Notes {
  const answering = interview.interviewee?.name ?? labels.answer;
  return [
    `${labels.question} ${number}`,
    exchange.question.text,
    ...exchange.answer.flatMap(({ speaker = answering, paragraphs }) => [
      speaker,
      ...paragraphs.map((text) => withNotes(text, labels.noteInBrackets)),
    ]),
  ];
}
