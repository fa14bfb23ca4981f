// The slides of one exchange: the takeaway as title with the question small above it, the points, and in the speaker
// notes everything that was said.

import type { Edition } from '../model/edition.ts';
import type { Text } from '../model/interview.ts';
import { evenGroups, fitting, type Overflow, type SetText, setText, takeawayLines } from './fit.ts';
import { withNotes } from './footnotes.ts';
import { footOf, type NumberedExchange, type NumberedSection, pageOf, partOf } from './sections.ts';
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
  const { title, interviewee } = edition.interview;
  const { slots } = setting.design.slides.exchange;
  const shared = {
    running: fitting(setting, title.text, slots.running),
    label: labels.question,
    number,
    digits: String(number).length,
    section: footOf(setting, section),
    page: pageOf(labels, page),
    notes: notesOf(edition, { exchange, number, page }),
  };
  const head = headOf(setting, exchange.question, exchange.takeaway);
  const lists = listsOf(setting, exchange.points);
  return [
    ...(head.longQuestion ? [{ kind: 'question' as const, ...shared, question: head.longQuestion }] : []),
    ...lists.map((list, index) => ({
      kind: 'exchange' as const,
      ...shared,
      name: fitting(setting, exchange.answer[0]?.speaker ?? interviewee?.name, slots.name),
      part: partOf(labels, index, lists.length),
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
function headOf(setting: DeckSetting, question: Text, takeaway: Text | undefined): Head {
  const { slides } = setting.design;
  const { headHeight: height, headGap, slots } = slides.exchange;
  const setLines = takeawayLines(setting);
  if (takeaway === undefined) return { takeaway: setText(setting, question, slots.takeaway, { height }) };
  for (const step of slots.question.steps) {
    const set = setText(setting, question, slots.question, { steps: [step] });
    if (!set.fits) continue;
    const room = height - set.lines.length * step.leading - headGap;
    const title = setText(setting, takeaway, slots.takeaway, { height: room, setLines });
    if (title.fits) return { question: set, takeaway: title };
  }
  return {
    longQuestion: setText(setting, question, slides.question.slots.question),
    takeaway: setText(setting, takeaway, slots.takeaway, { height, setLines }),
  };
}

interface PointList {
  readonly points: readonly SetText[];
  readonly size: number;
  readonly leading: number;
  readonly padding: number;
  readonly over: Overflow | undefined;
}

/** The points on as few slides as have room for them. */
function listsOf(setting: DeckSetting, points: readonly Text[]): readonly PointList[] {
  const groups = evenGroups(points, (group) => listOf(setting, group).over === undefined);
  return (groups.length === 0 ? [[]] : groups).map((group) => listOf(setting, group));
}

/** The points at the largest size, with the most space around each, that has room for them. */
function listOf(setting: DeckSetting, points: readonly Text[]): PointList {
  const { slots, paddings } = setting.design.slides.exchange;
  const { steps, height } = slots.points;
  const tried: PointList[] = [];
  for (const step of steps) {
    const set = points.map((point) => setText(setting, point, slots.points, { steps: [step] }));
    const text = set.reduce((sum, { lines }) => sum + lines.length * step.leading, 0);
    for (const padding of paddings) {
      const px = text + 2 * padding * set.length - height;
      const tall = px > 0 ? { px, lines: Math.ceil(px / step.leading) } : undefined;
      const over = tall ?? set.find((point) => point.over)?.over;
      // The list has no room as a whole: its first point says so.
      const marked = set.map((point, index) =>
        index === 0 && over ? { ...point, fits: false, over } : point,
      );
      tried.push({ points: marked, size: step.size, leading: step.leading, padding, over });
      if (!over) return tried.at(-1) ?? NO_POINTS;
    }
  }
  return tried.at(-1) ?? NO_POINTS;
}

const NO_POINTS: PointList = { points: [], size: 0, leading: 0, padding: 0, over: undefined };

/** Question and answer whole: a label, what was asked, and every turn under its speaker's name. */
function notesOf({ labels, interview }: Edition, { exchange, number }: NumberedExchange): Notes {
  const answering = interview.interviewee?.name ?? labels.answer;
  return [
    `${labels.question} ${number}`,
    withNotes(exchange.question, labels.noteInBrackets),
    ...exchange.answer.flatMap(({ speaker = answering, paragraphs }) => [
      speaker,
      ...paragraphs.map((text) => withNotes(text, labels.noteInBrackets)),
    ]),
  ];
}
