// Booklets of what an editor sets apart in a manuscript: looks, notes, links, side heads, figures, speakers.

import { pictureSource, picturesOf } from '../../scripts/booklet/pictures.ts';
import { makeEdition } from '../../scripts/edition/edition.ts';
import { readManuscript } from '../../scripts/manuscript/read.ts';
import type { Locale } from '../../scripts/model/locale.ts';
import { png } from '../support/png.ts';
import { succeeded } from '../support/world.ts';
import type { Extreme } from './booklets.ts';
import { clause, type Maker, pick, type Random, randomOf, word } from './words.ts';

/** An answer in Markdown; `[^]` calls a note of its own. */
const ANSWERS: Readonly<Record<string, Maker>> = {
  'looks and notes': (random) =>
    times(3 + random(4), () =>
      times(3 + random(6), () =>
        pick(
          [
            `**${word(random)}${word(random)}**，${clause(random)}。`,
            `${clause(random)}*${word(random)}*，「${clause(random)}${noteOnceIn(4, random)}。」`,
            `他說：「**${clause(random)}**${noteOnceIn(4, random)}，」『*${clause(random)}*』。`,
            `\`${word(random)}()\`${clause(random)}——${clause(random)}……${noteOnceIn(4, random)}`,
          ],
          random,
        ),
      ).join(''),
    ).join('\n\n'),
  'links and addresses': (random) =>
    times(2 + random(4), () =>
      times(2 + random(4), () =>
        pick(
          [
            `${clause(random)}[${word(random)}${clause(random)}](https://example.org/${random(999)}/a?b=c#d)，${clause(random)}，${clause(random)}，${clause(random)}。`,
            `${clause(random)}<https://www.example.org/path/to/${random(9999)}/index.html?lang=zh>，${word(random)}。`,
            `${word(random)}editor${random(99)}@example.org.tw，${clause(random)}。`,
            `${clause(random)}「[${word(random)}](https://example.org/x)」。`,
          ],
          random,
        ),
      ).join(''),
    ).join('\n\n'),
  'side heads and figures': (random) =>
    times(2 + random(4), () =>
      [
        `#### ${word(random)}${word(random)}`,
        ...times(1 + random(3), () =>
          times(2 + random(8), () => `${clause(random)}，${clause(random)}。`).join(''),
        ),
        ...(random(2) === 0
          ? [`![${clause(random)}](p${random(2)}.png "${clause(random)}${clause(random)}")`]
          : []),
      ].join('\n\n'),
    ).join('\n\n'),
  'a panel': (random) =>
    times(4 + random(8), () => {
      const name = pick(['歐陽王仲遠', 'Sam', '列夫·托爾斯泰', '李明', '北京商報特約評論員'], random);
      return `**${name}：** ${times(random(5), () => `${clause(random)}，${clause(random)}。`).join('')}${word(random)}。`;
    }).join('\n\n'),
};

function noteOnceIn(count: number, random: Random): string {
  return random(count) === 0 ? '[^]' : '';
}

const WIDE = png(1200, 800);
const TALL = png(600, 900);

export function markedExtremes(locale: Locale, exchanges: number): readonly Extreme[] {
  return Object.entries(ANSWERS).map(([name, answer], index) => {
    const hasNotes = name.includes('notes');
    const source = manuscriptOf(answer, randomOf(index + 51), exchanges, hasNotes);
    const interview = succeeded(readManuscript(source, 'i.md'));
    const { edition } = makeEdition(interview, locale, { terms: [] });
    const pictures = picturesOf(edition.interview).map(
      ({ file }) => [pictureSource(edition.interview, file), file === 'p0.png' ? WIDE : TALL] as const,
    );
    return { name, edition, pictures: Object.fromEntries(pictures) };
  });
}

function manuscriptOf(answer: Maker, random: Random, exchanges: number, hasNotes: boolean): string {
  const sections = times(exchanges, (index) => {
    const heading = index % 4 === 0 ? `## ${word(random)}｜${clause(random)}\n\n` : '';
    const note = hasNotes ? noteOnceIn(3, random) : '';
    return `${heading}### ${clause(random)}${note}，${clause(random)}？\n\n${answer(random)}`;
  });
  let notes = 0;
  const body = [`${clause(random)}${hasNotes ? '[^]' : ''}。`, ...sections]
    .join('\n\n')
    .replaceAll('[^]', () => {
      notes += 1;
      return `[^${notes}]`;
    });
  const foot = times(
    notes,
    (index) =>
      `[^${index + 1}]: ${times(1 + random(3), () => `${clause(random)}，「${word(random)}」。`).join('')}`,
  );
  return `---\ntitle: ${clause(random)}\ninterviewee: 王仲遠\n---\n\n${body}\n\n${foot.join('\n\n')}\n`;
}

function times<T>(count: number, make: (index: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
