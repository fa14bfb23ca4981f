// A section of many exchanges is said in one line on its slide: read back from a built deck.

import { describe, expect, it } from 'vitest';
import { makeEdition } from '../../scripts/edition/edition.ts';
import type { Edition } from '../../scripts/model/edition.ts';
import type { Interview } from '../../scripts/model/interview.ts';
import { readInterview } from '../../scripts/pipeline.ts';
import { buildDeck } from '../support/build-deck.ts';
import { readDeck } from '../support/deck.ts';
import { realInterview } from '../support/edition.ts';
import { succeeded } from '../support/world.ts';

/** The real interview with its sections made one, the first `count` exchanges of them. */
function interviewOf(count: number): Interview {
  const { sections, ...rest } = realInterview();
  const exchanges = sections.flatMap((section) => section.exchanges).slice(0, count);
  const text = exchanges
    .map(
      ({ question, takeaway, points, answer }) =>
        `### ${question.text}\n\n> ${takeaway?.text}\n\n${points.map((point) => `- ${point.text}\n`).join('')}\n` +
        answer.flatMap(({ paragraphs }) => paragraphs.map((said) => said.text)).join('\n\n'),
    )
    .join('\n\n');
  const source = `---\ntitle: ${rest.title.text}\n---\n\n## 一節｜所有的問題\n\n${text}\n`;
  return succeeded(readInterview({ file: 'interview.md', text: source }));
}

const bare = (text: string): string => text.replace(/\s/g, '');

/** What stands above the heading of each slide that sums the section up. */
async function labelsOf(edition: Edition): Promise<ReadonlySet<string>> {
  const slides = readDeck((await buildDeck(edition)).player);
  const summaries = slides.filter(({ classes }) => classes.includes('summary'));
  return new Set(summaries.map(({ text }) => bare(text.split('\n')[0] ?? '')));
}

describe('the slide that sums a section up', () => {
  it.each([5, 9])(
    'says it in one line where it has %i exchanges',
    async (count) => {
      const interview = interviewOf(count);
      const [section] = interview.sections;
      expect(section?.exchanges.map(({ takeaway }) => takeaway?.text)).toContain(section?.gist?.text);
      const { edition } = makeEdition(interview, 'zh-TW', { terms: [] });
      const gist = edition.interview.sections[0]?.gist?.text ?? '';
      expect(await labelsOf(edition)).toEqual(new Set([bare(`${edition.labels.sectionSummary}${gist}`)]));
    },
    60_000,
  );

  it('leaves the line out where the takeaways are seen at a glance', async () => {
    const { edition } = makeEdition(interviewOf(4), 'zh-TW', { terms: [] });
    expect(edition.interview.sections[0]?.gist).toBeUndefined();
    expect(await labelsOf(edition)).toEqual(new Set([edition.labels.sectionSummary]));
  }, 60_000);
});
