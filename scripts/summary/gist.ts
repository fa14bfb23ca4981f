// A section in one line: of its takeaways the one that most of the others are about.

import { convertTo } from '../chinese/script.ts';
import type { Exchange, Text } from '../model/interview.ts';
import { answerOf } from './answer.ts';

/** With so few exchanges a reader has the takeaways at a glance. */
const FEW = 4;

/** None where the section has few exchanges, or hardly any takeaway. */
export function gistOf(exchanges: readonly Exchange[]): Text | undefined {
  const takeaways = exchanges.flatMap(({ takeaway }) => takeaway ?? []);
  if (exchanges.length <= FEW || takeaways.length <= 1) return undefined;
  const said = exchanges.map(({ takeaway, points }) =>
    [...(takeaway ? [takeaway] : []), ...points].map(({ text }) => text).join('，'),
  );
  const section = answerOf(exchanges.map(({ question }) => question.text).join('，'), said);
  const scores = takeaways
    .map(({ text }) => convertTo('zh-CN', text))
    .map((text) => section.conceptsOf(text) + section.askedShareOf(text));
  return takeaways[scores.indexOf(Math.max(...scores))];
}
