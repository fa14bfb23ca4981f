// A section of many exchanges is said in one line on its slide: read back from a built deck.

import { describe, expect, it } from 'vitest';
import { makeEdition } from '../../scripts/edition/edition.ts';
import type { Interview } from '../../scripts/model/interview.ts';
import { readInterview } from '../../scripts/pipeline.ts';
import { buildDeck } from '../support/build-deck.ts';
import { type ReadSlide, readDeck } from '../support/deck.ts';
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

const firstLineOf = (slide: ReadSlide | undefined): string => bare(slide?.text.split('\n')[0] ?? '');
const bare = (text: string): string => text.replace(/\s/g, '');

describe('the slide that sums a section up', () => {
  it.each([5, 9])(
    'says it in one line where it has %i exchanges',
    async (count) => {
      const interview = interviewOf(count);
      const [section] = interview.sections;
      const gist = section?.gist?.text ?? '';
      expect(section?.exchanges.map(({ takeaway }) => takeaway?.text)).toContain(gist);
      const { edition } = makeEdition(interview, 'zh-TW', { terms: [] });
      const shown = edition.interview.sections[0]?.gist?.text ?? '';
      const slides = readDeck((await buildDeck(edition)).player);
      const first = slides.find(({ classes }) => classes.includes('summary'));
      const labels = /<p class="label">([\s\S]*?)<\/p>/.exec(first?.html ?? '')?.[1] ?? '';
      expect(bare(labels)).toBe(bare(`${edition.labels.sectionSummary}${shown}`));
    },
    60_000,
  );

  it('leaves the line out where the takeaways are seen at a glance', async () => {
    const { edition } = makeEdition(interviewOf(4), 'zh-TW', { terms: [] });
    expect(edition.interview.sections[0]?.gist).toBeUndefined();
    const slides = readDeck((await buildDeck(edition)).player);
    const lines = slides.filter(({ classes }) => classes.includes('summary')).map(firstLineOf);
    expect(lines).toEqual([edition.labels.sectionSummary]);
  }, 60_000);
});
