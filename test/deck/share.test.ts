import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../scripts/model/locale.ts';
import { makeProducts, readInterview } from '../../scripts/pipeline.ts';
import { readDeck } from '../support/deck.ts';
import { realEdition, realHouse, realInterview } from '../support/edition.ts';
import { succeeded, world } from '../support/world.ts';

describe.each(LOCALES)('deck-share.html in %s', (locale) => {
  it('has every slide of the deck, and no sentence of its notes that is not on a slide', async () => {
    const made = new Map<string, string>();
    const { diagnostics } = await makeProducts({
      interview: { ...realInterview(), minutes: 20 },
      file: 'interview.md',
      house: realHouse(),
      locale,
      products: ['deck', 'share'],
      world,
      onStart: () => undefined,
      onMade: ({ file, bytes }) => made.set(file, new TextDecoder().decode(bytes)),
    });
    expect(diagnostics).toEqual([]);
    const [deck, share] = [made.get('deck.html') ?? '', made.get('deck-share.html') ?? ''];
    const slides = readDeck(share);
    expect(slides.map(({ text }) => text)).toEqual(readDeck(deck).map(({ text }) => text));
    expect(slides.filter(({ notes }) => notes !== undefined)).toEqual([]);
    const shown = slides.map(({ text }) => text.replace(/\s/g, '')).join('\n');
    const { lead, sections } = realEdition(locale).interview;
    const said = [
      ...lead,
      ...sections.flatMap(({ exchanges }) =>
        exchanges.flatMap(({ answer }) => answer.flatMap(({ paragraphs }) => paragraphs)),
      ),
    ].flatMap(({ text }) => text.match(/[^。！？；]+[。！？；]?/g) ?? []);
    expect(said.length).toBeGreaterThan(40);
    const hidden = said.filter((sentence) => !shown.includes(sentence.replace(/\s/g, '')));
    expect(hidden.length).toBeGreaterThan(35);
    for (const sentence of hidden) {
      expect(deck).toContain(sentence);
      expect(share).not.toContain(sentence);
    }
    expect(share).not.toContain('"seconds"');
    expect(deck).toContain('"seconds"');
  });
});

describe('minutes in the front matter', () => {
  const manuscript = (minutes: string): string =>
    `---\ntitle: 題\nminutes: ${minutes}\n---\n\n## 節\n\n### 問？\n\n> 要點\n\n- 一點\n\n答。\n`;

  it.each([
    ['20', 20],
    ['7.5', 7.5],
  ])('%s', (text, minutes) => {
    expect(succeeded(readInterview({ file: 'a.md', text: manuscript(text) })).minutes).toBe(minutes);
  });

  it.each(['0', '-5', 'twenty', '1e3', '100000'])('%s is an error at its place', (text) => {
    const read = readInterview({ file: 'a.md', text: manuscript(text) });
    expect(read.ok).toBe(false);
    expect(read.diagnostics[0]).toMatchObject({
      severity: 'error',
      place: { file: 'a.md', line: 3, column: 10 },
    });
  });
});
