import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { playerEdition } from '../../scripts/deck/outline.ts';
import { withoutNotes } from '../../scripts/deck/share.ts';
import { type DeckView, deckView } from '../../scripts/deck/view.ts';
import type { Edition } from '../../scripts/model/edition.ts';
import { LOCALES } from '../../scripts/model/locale.ts';
import type { PlayerSlide } from '../../scripts/model/player.ts';
import { sameSlide } from '../../scripts/player/match.ts';
import { clockOf, createTiming, plannedFor } from '../../scripts/player/timing.ts';
import { pagesOf, settingOf } from '../support/build-deck.ts';
import { realEdition } from '../support/edition.ts';
import { bareEdition, longEdition, twelveEdition, unevenEdition } from '../support/extremes.ts';

const EDITIONS = { realEdition, bareEdition, longEdition, twelveEdition, unevenEdition };
const viewOf = async (edition: Edition): Promise<DeckView> =>
  deckView(await settingOf(edition), pagesOf(edition));
const CASES = await Promise.all(
  LOCALES.flatMap((locale) =>
    Object.entries(EDITIONS).map(async ([name, make]) => {
      const edition = make(locale);
      return { name, locale, edition, view: await viewOf(edition) };
    }),
  ),
);

describe.each(CASES)('what the player knows of $name, $locale', ({ edition, view }) => {
  const outline = (minutes: number, shown = view) =>
    playerEdition(shown, { ...edition, interview: { ...edition.interview, minutes } });

  it('has a key of its own for every slide, and its section', () => {
    const { slides, sections } = outline(20);
    expect(slides).toHaveLength(view.slides.length);
    expect(new Set(slides.map(({ key }) => key)).size).toBe(slides.length);
    view.slides.forEach((slide, index) => {
      if (slide.kind === 'divider')
        expect(slides[index]?.section).toBe((slides[index - 1]?.section ?? 0) + 1);
    });
    expect(slides.at(-1)?.section).toBe(sections.length);
  });

  it('shares out all minutes, by the length of the notes', () => {
    for (const minutes of [1, 20, 37.5]) {
      const { slides, sections } = outline(minutes);
      expect(plannedFor(slides)).toBeCloseTo(minutes * 60);
      const parts = [0, ...sections.map((_, index) => index + 1)].map(
        (section) => plannedFor(slides, section) ?? 0,
      );
      expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(minutes * 60);
    }
    const { slides } = outline(20);
    const perCharacter = new Map<string, { seconds: number; length: number }>();
    slides.forEach(({ group, seconds = 0 }, index) => {
      const slide = view.slides[index];
      const length = slide && 'notes' in slide ? slide.notes.join('').length : 0;
      if (length === 0) return;
      perCharacter.set(group, { seconds: (perCharacter.get(group)?.seconds ?? 0) + seconds, length });
    });
    const rates = [...perCharacter.values()].map(({ seconds, length }) => seconds / length);
    for (const rate of rates) expect(rate).toBeCloseTo(rates[0] ?? 0);
  });

  it('takes the same time for each slide where there are no notes', () => {
    const { slides } = outline(20, withoutNotes(view));
    expect(new Set(slides.map(({ seconds }) => seconds)).size).toBe(1);
    expect(plannedFor(slides)).toBeCloseTo(1200);
  });

  it('plans nothing without minutes', () => {
    const { minutes: _, ...interview } = edition.interview;
    expect(plannedFor(playerEdition(view, { ...edition, interview }).slides)).toBeUndefined();
  });
});

describe('the same slide of another edition', () => {
  const slide = (group: string, kind: string, count = 1): PlayerSlide => ({
    key: `${group}/${kind}/${count}`,
    group,
    section: 1,
  });
  const whole = [
    slide('opening', 'cover'),
    slide('section-1', 'divider'),
    slide('question-1', 'exchange'),
    slide('question-2', 'exchange'),
  ];
  const split = [
    slide('opening', 'cover'),
    slide('section-1', 'divider'),
    slide('section-1', 'summary'),
    slide('question-1', 'question'),
    slide('question-1', 'exchange'),
    slide('question-1', 'exchange', 2),
    slide('question-2', 'exchange'),
  ];

  it('is found by what it shows: one that was split by its first part, one that is missing by what it belongs to', () => {
    expect(whole.map((_, index) => sameSlide(whole, index, split))).toEqual([0, 1, 4, 6]);
    expect(split.map((_, index) => sameSlide(split, index, whole))).toEqual([0, 1, 1, 2, 2, 2, 3]);
    expect(sameSlide(whole, 9, split)).toBe(0);
    expect(sameSlide([slide('section-9', 'divider')], 0, whole)).toBe(0);
  });

  it('is the way back where both editions have it', () => {
    for (let index = 0; index < whole.length; index++)
      expect(sameSlide(split, sameSlide(whole, index, split), whole)).toBe(index);
  });

  it.each(LOCALES)('stays with its exchange from zh-TW to %s and back, whatever was split', (locale) => {
    for (const name of Object.keys(EDITIONS)) {
      const [one = [], other = []] = (['zh-TW', locale] as const).map((wanted) => {
        const found = CASES.find((one) => one.name === name && one.locale === wanted);
        return found && playerEdition(found.view, found.edition).slides;
      });
      expect(one.length).toBeGreaterThan(0);
      one.forEach(({ group }, index) => {
        expect(other[sameSlide(one, index, other)]?.group).toBe(group);
      });
    }
  });
});

describe('elapsed time', () => {
  it('is kept for each section, adds up, and begins anew', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 600 }))), (passed) => {
        const timing = createTiming();
        for (const [section, seconds] of passed) timing.pass(section, seconds);
        const sum = (some: readonly (readonly [number, number])[]) =>
          some.reduce((total, [, seconds]) => total + seconds, 0);
        expect(timing.elapsed()).toBe(sum(passed));
        for (let section = 0; section <= 5; section++)
          expect(timing.elapsed(section)).toBe(sum(passed.filter(([one]) => one === section)));
        timing.restart();
        expect(timing.elapsed()).toBe(0);
      }),
    );
  });

  it.each([
    [0, '0:00'],
    [5.9, '0:05'],
    [60, '1:00'],
    [754, '12:34'],
    [3600, '1:00:00'],
    [3909, '1:05:09'],
  ])('%d seconds are written %s', (seconds, text) => {
    expect(clockOf(seconds)).toBe(text);
  });
});
