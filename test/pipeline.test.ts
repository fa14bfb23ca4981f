// The whole way through: what one phase says of another must be true in the files that come out.

import { beforeAll, describe, expect, it } from 'vitest';
import { LOCALES } from '../scripts/model/locale.ts';
import { PRODUCTS } from '../scripts/model/product.ts';
import { DEFAULT_SETTINGS } from '../scripts/model/settings.ts';
import { makeProducts, readInterview } from '../scripts/pipeline.ts';
import { type ReadSlide, readDeck } from './support/deck.ts';
import { realEdition, realHouse, realInterview } from './support/edition.ts';
import { type Pdf, readPdf } from './support/pdf.ts';
import { world } from './support/world.ts';

/** A PDF of the deck needs a browser, which not every machine has: test/forms.test.ts. */
const MADE = PRODUCTS.filter((product) => product !== 'deck-pdf');

describe.each(LOCALES)('the real interview in %s', (locale) => {
  const { interview, labels } = realEdition(locale);
  const exchanges = interview.sections.flatMap((section) => section.exchanges);
  const started: string[] = [];
  let booklet: Pdf;
  let duplex: Pdf;
  let slides: readonly ReadSlide[];

  beforeAll(async () => {
    const files = new Map<string, Uint8Array>();
    const made = await makeProducts({
      interview: realInterview(),
      file: 'content/wang-zhongyuan/interview.md',
      house: realHouse(),
      locale,
      products: MADE,
      world,
      onStart: (product) => started.push(product),
      onMade: ({ file, bytes }) => files.set(file, bytes),
    });
    expect(made.diagnostics).toEqual([]);
    const bytesOf = (file: string): Uint8Array => files.get(file) ?? new Uint8Array();
    booklet = await readPdf(bytesOf('booklet.pdf'));
    duplex = await readPdf(bytesOf('booklet-duplex.pdf'));
    slides = readDeck(new TextDecoder().decode(bytesOf('deck.html')));
  });

  it('has one slide for each exchange, titled by its takeaway, with the whole exchange in its notes', () => {
    const shown = slides.filter(({ classes }) => classes.includes('exchange'));
    expect(shown).toHaveLength(exchanges.length);
    exchanges.forEach(({ takeaway, points, question, answer }, index) => {
      const slide = shown[index];
      expect(bare(slide?.text)).toContain(bare(takeaway?.text));
      for (const point of points) expect(bare(slide?.text)).toContain(bare(point.text));
      expect(bare(slide?.notes)).toContain(bare(question.text));
      const said = answer.flatMap((turn) => turn.paragraphs.map(({ text }) => bare(text)));
      for (const paragraph of said) expect(bare(slide?.notes)).toContain(paragraph);
    });
  });

  it('says on each of them the page of the booklet where its question stands', () => {
    const shown = slides.filter(({ classes }) => classes.includes('exchange'));
    exchanges.forEach(({ question }, index) => {
      const page = booklet.pages.findIndex(({ plain }) => plain.includes(bare(question.text))) + 1;
      expect(page).toBeGreaterThan(0);
      expect(shown[index]?.text).toContain(labels.bookletPageN.replace('{n}', String(page)));
    });
  });

  it('lays the pages of the booklet on sheets so that they fold into it', () => {
    const count = booklet.pages.length;
    expect(duplex.pages).toHaveLength(count / 2);
    duplex.pages.forEach((side, index) => {
      const outer = count - index;
      const inner = index + 1;
      const [left, right] = index % 2 === 0 ? [outer, inner] : [inner, outer];
      const half = side.width / 2;
      const textIn = (isLeft: boolean): string =>
        bare(
          side.texts
            .filter(({ x, width }) => x + width / 2 < half === isLeft)
            .map(({ text }) => text)
            .join(''),
        );
      expect(textIn(true)).toBe(booklet.pages[left - 1]?.plain);
      expect(textIn(false)).toBe(booklet.pages[right - 1]?.plain);
    });
  });

  it('typesets the booklet first, since the deck refers to it', () => {
    expect(started).toEqual([
      'booklet',
      'duplex',
      'press',
      'sheets',
      'shop-sheet',
      'deck',
      'share',
      'pptx',
      'handout',
      'pictures',
    ]);
  });
});

function bare(text: string | undefined): string {
  return (text ?? '').replace(/[\s\u2060]/g, '');
}

describe('a manuscript', () => {
  const source = {
    file: 'interview.md',
    text: '---\ntitle: 題\n---\n\n## 節\n\n### 問？\n\n開源是長期的投入。人才比算力重要。\n',
  };
  const short = { summary: { ...DEFAULT_SETTINGS.summary, points: 1 } };

  it('is read once, as long as text, name and the settings for summaries are the same', () => {
    const read = readInterview(source);
    const withOther = { ...source, slug: 'talk', lock: { file: 'points.lock.json', text: '[]' } };
    expect(readInterview(withOther)).toBe(read);
    const others = [
      readInterview({ ...source, text: `${source.text}\n又一段。\n` }),
      readInterview({ ...source, file: 'other.md' }),
      readInterview({ ...source, text: undefined }),
      readInterview(source, short),
    ];
    expect(new Set([read, ...others]).size).toBe(5);
  });
});
