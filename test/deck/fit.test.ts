// Laws of fitting: whatever a text is, it has room by the measure or is said to have none, and nothing of it is lost.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setText } from '../../scripts/deck/fit.ts';
import { overfull, setTextsOf } from '../../scripts/deck/overfull.ts';
import { deckView } from '../../scripts/deck/view.ts';
import { LOCALES } from '../../scripts/model/locale.ts';
import type { Slot } from '../../scripts/theme/design.ts';
import { pagesOf, settingOf } from '../support/build-deck.ts';
import { realEdition } from '../support/edition.ts';

const PIECES = [
  '大模型',
  '的',
  '人工智能',
  '價',
  'OpenAI',
  ' ',
  '，',
  '。',
  '9.11',
  '「',
  '」',
  'M'.repeat(40),
  'https://a.b/c?d=e',
];
const words = (maxLength: number) =>
  fc
    .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength })
    .map((parts) => ({ text: parts.join('').trim() || '字' }));
const bare = (text: string): string => text.replace(/\s/g, '');

describe.each(LOCALES)('a text in %s', async (locale) => {
  const setting = await settingOf(realEdition(locale));
  const slots = Object.values(setting.design.slides).flatMap((slide) => Object.values<Slot>(slide.slots));

  it('is set whole, by a step of its slot, inside the box or with what it is over', {
    timeout: 120_000,
  }, () => {
    fc.assert(
      fc.property(words(60), fc.constantFrom(...slots), (text, slot) => {
        const set = setText(setting, text, slot);
        expect(bare(set.lines.join(''))).toBe(bare(text.text));
        const step = slot.steps.find(({ size, leading }) => size === set.size && leading === set.leading);
        const { width } = setting.metrics(slot);
        const inside =
          set.lines.length * set.leading <= slot.height &&
          set.lines.length <= (step?.lines ?? Number.POSITIVE_INFINITY) &&
          set.lines.every((line) => width(line) * set.size <= (step?.width ?? 0) + 0.001);
        expect(inside).toBe(set.fits);
        if (!set.fits) expect(set.over?.px).toBeGreaterThan(0);
        else expect(set.over).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });

  it('loses nothing over the slides it is split onto, which are numbered', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(
        words(20),
        words(8),
        fc.array(words(24), { maxLength: 9 }),
        (question, takeaway, points) => {
          const exchange = { question, takeaway, points, answer: [{ paragraphs: [question] }] };
          const interview = {
            title: { text: '題' },
            quotes: [],
            lead: [],
            sections: [{ title: { text: '節' }, exchanges: [exchange] }],
          };
          const edition = { ...setting.edition, interview };
          const view = deckView({ ...setting, edition }, pagesOf(edition));
          const slides = view.slides.filter((slide) => slide.kind === 'exchange');
          const shown = slides.flatMap((slide) => slide.points.map(({ lines }) => bare(lines.join(''))));
          expect(shown).toEqual(points.map(({ text }) => bare(text)));
          const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];
          const count = numerals[slides.length - 1];
          expect(slides.map(({ part }) => part)).toEqual(
            slides.length === 1 ? [undefined] : slides.map((_, index) => `${count}之${numerals[index]}`),
          );
          const texts = view.slides.flatMap((slide) => setTextsOf(slide));
          expect(overfull(view)).toHaveLength(texts.filter(({ set }) => !set.fits).length);
          for (const { slot, set } of texts)
            expect(set.size).toBeGreaterThanOrEqual(['role', 'credit'].includes(slot) ? 18 : 24);
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('what has no room', () => {
  it('is named with its question, place and excess', async () => {
    const edition = realEdition('zh-TW');
    const at = { line: 30, column: 3 };
    const [section, ...others] = edition.interview.sections;
    const [first, ...exchanges] = section?.exchanges ?? [];
    if (!section || !first) throw new Error('no exchange');
    const points = [{ text: '能力要持續提升，應用要按場景打磨。'.repeat(40), at }];
    const changed = { ...section, exchanges: [{ ...first, points }, ...exchanges] };
    const interview = { ...edition.interview, sections: [changed, ...others] };
    const setting = await settingOf({ ...edition, interview });
    const view = deckView(setting, pagesOf(edition));
    const number = view.slides.findIndex((slide) => slide.kind === 'exchange') + 1;
    const found = overfull(view);
    expect(found).toContainEqual({
      code: 'deck/overfull',
      severity: 'error',
      message: expect.stringMatching(
        new RegExp(
          `^slide ${number}, question 1: a point is \\d+ lines \\(\\d+ px\\) too high even at 24 px: “能力要`,
        ),
      ),
      hint: expect.stringContaining('Shorten it'),
      place: { file: 'interview.md', ...at },
    });
  });
});
