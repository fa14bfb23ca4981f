// The slides of one exchange: the takeaway as title with the question small above it, the points, and in the speaker
// notes everything that was said.

import type { Edition } from '../model/edition.ts';
import { evenGroups, type SetText, setText, titleLines } from './fit.ts';
import { withNotes } from './footnotes.ts';
import { EXCHANGE, QUESTION } from './measures.ts';
import { footOf, type NumberedExchange, type NumberedSection, pageOf } from './sections.ts';
import type { ExchangeSlide, Notes, QuestionSlide } from './slides.ts';

/** One slide, more where the points have no room on it, and one before it for a question too long to stand above. */
export function exchangeSlides(
  edition: Edition,
  section: NumberedSection,
  { exchange, number, page }: NumberedExchange,
): readonly (QuestionSlide | ExchangeSlide)[] {
  const { labels, unbreakable } = edition;
  const shared = {
    label: labels.question,
    number,
    digits: String(number).length,
    section: footOf(edition, section),
    page: pageOf(labels, page),
    notes: notesOf(edition, { exchange, number, page }),
  };
  const head = headOf(exchange.question.text, exchange.takeaway?.text, unbreakable);
  const points = exchange.points.map(({ text }) => text);
  const lists = points.length === 0 ? [listOf([], unbreakable)] : listsOf(points, unbreakable);
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
function headOf(question: string, takeaway: string | undefined, unbreakable: readonly string[]): Head {
  if (takeaway === undefined) {
    return { takeaway: setText(question, EXCHANGE.takeaway, EXCHANGE.headHeight, unbreakable) };
  }
  for (const { step, mostLines } of EXCHANGE.question) {
    const set = setText(question, [step], mostLines * step.leading, unbreakable);
    if (!set.fits) continue;
    const room = EXCHANGE.headHeight - set.lines.length * step.leading - EXCHANGE.headGap;
    const title = setText(takeaway, EXCHANGE.takeaway, room, unbreakable, titleLines);
    if (title.fits) return { question: set, takeaway: title };
  }
  return {
    longQuestion: setText(question, QUESTION.steps, QUESTION.height, unbreakable),
    takeaway: setText(takeaway, EXCHANGE.takeaway, EXCHANGE.headHeight, unbreakable, titleLines),
  };
}

interface PointList {
  readonly points: readonly SetText[];
  readonly size: number;
  readonly leading: number;
  readonly padding: number;
  readonly fits: boolean;
}

function listsOf(points: readonly string[], unbreakable: readonly string[]): readonly PointList[] {
  return evenGroups(points, (group) => listOf(group, unbreakable).fits).map((group) =>
    listOf(group, unbreakable),
  );
}

/** The points at the largest size, with the most space around each, that has room for them. */
function listOf(points: readonly string[], unbreakable: readonly string[]): PointList {
  const settings = EXCHANGE.points.flatMap((step) => {
    const set = points.map((point) => setText(point, [step], EXCHANGE.pointsHeight, unbreakable));
    const text = set.reduce((sum, { lines }) => sum + lines.length * step.leading, 0);
    return EXCHANGE.paddings.map((padding) => {
      const fits = text + 2 * padding * set.length <= EXCHANGE.pointsHeight;
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
