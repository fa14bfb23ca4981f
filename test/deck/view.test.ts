import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenGroups } from '../../scripts/deck/fit.ts';
import type { Slide } from '../../scripts/deck/slides.ts';
import { deckView } from '../../scripts/deck/view.ts';
import type { Edition } from '../../scripts/model/edition.ts';
import type { Interview } from '../../scripts/model/interview.ts';
import { LOCALES } from '../../scripts/model/locale.ts';
import { pagesOf, settingOf } from '../support/build-deck.ts';
import { realEdition } from '../support/edition.ts';
import { bareEdition, unevenEdition } from '../support/extremes.ts';

const NUMERALS = { 'zh-TW': '壹貳參肆', 'zh-HK': '壹貳叁肆', 'zh-CN': '壹贰叁肆' };

async function slidesOf(edition: Edition): Promise<readonly Slide[]> {
  return deckView(await settingOf(edition), pagesOf(edition)).slides;
}

function ofKind<Kind extends Slide['kind']>(slides: readonly Slide[], kind: Kind) {
  return slides.filter((slide): slide is Extract<Slide, { kind: Kind }> => slide.kind === kind);
}

function changed(locale: Edition['locale'], change: Partial<Interview>): Edition {
  const edition = realEdition(locale);
  return { ...edition, interview: { ...edition.interview, ...change } };
}

describe.each(LOCALES)('the slides of the real interview in %s', async (locale) => {
  const slides = await slidesOf(realEdition(locale));

  it('come in order', async () => {
    expect(slides.map(({ kind }) => kind).join(' ')).toBe(
      'cover agenda divider summary exchange exchange ' +
        'divider summary exchange exchange exchange quote ' +
        'divider summary exchange exchange exchange exchange quote ' +
        'divider summary exchange exchange closing',
    );
  });

  it('number the exchanges through and refer to the booklet', async () => {
    const pages = pagesOf(realEdition(locale)).exchanges;
    const exchanges = ofKind(slides, 'exchange');
    expect(exchanges.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(exchanges.map(({ page }) => /\d+/.exec(page ?? '')?.[0])).toEqual(pages.map(String));
  });

  it('count the sections in formal numerals', async () => {
    const numerals = ofKind(slides, 'divider').map(({ numeral }) => numeral);
    expect(numerals.join('')).toBe(NUMERALS[locale]);
  });

  it('show no year that the interview does not give', async () => {
    expect(ofKind(slides, 'cover')[0]?.credit).not.toMatch(/\d/);
    const dated = await slidesOf(changed(locale, { date: { text: '2024年7月' } }));
    expect(ofKind(dated, 'cover')[0]?.credit).toMatch(/2024年7月/);
    expect(ofKind(dated, 'closing')[0]?.credit).toMatch(/2024年7月/);
  });
});

describe('a section of many exchanges', () => {
  it('has its takeaways on as few slides as hold them, four at most beside each other', async () => {
    const summaries = ofKind(await slidesOf(unevenEdition('zh-TW')), 'summary');
    const bySection = new Map<string, number[]>();
    for (const { heading, columns } of summaries) {
      const key = heading.lines.join('');
      bySection.set(key, [...(bySection.get(key) ?? []), columns.length]);
    }
    expect([...bySection.values()]).toEqual([[1], [2], [3], [4], [3, 2], [3, 3], [4, 3], [4, 4]]);
  });

  it('has every point of every exchange on its slides, once', async () => {
    const edition = unevenEdition('zh-CN');
    const points = ofKind(await slidesOf(edition), 'exchange').flatMap((slide) =>
      slide.points.map(({ lines }) => lines.join('')),
    );
    const given = edition.interview.sections.flatMap(({ exchanges }) =>
      exchanges.flatMap((exchange) => exchange.points.map(({ text }) => text)),
    );
    expect(points).toEqual(given);
  });
});

describe('an agenda', () => {
  it.each([1, 4, 5, 6, 8, 9, 12, 13, 30])('of %i sections has each of them, in order', async (count) => {
    const [section] = realEdition('zh-TW').interview.sections;
    const sections = Array.from({ length: count }, () => section).filter((found) => found !== undefined);
    const agendas = ofKind(await slidesOf(changed('zh-TW', { sections })), 'agenda');
    expect(agendas.flatMap(({ rows }) => rows)).toHaveLength(count);
    expect(agendas.length).toBeLessThanOrEqual(Math.ceil(count / 4));
    const sizes = agendas.map(({ rows }) => rows.length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  });
});

describe('the title on the cover', () => {
  it.each([
    ['當 Open Source 遇上 AI：下一個十年的 Foundation Model 誰來做', /：$/],
    ['慢下來，才走得遠', /，$/],
  ])('%s breaks between its clauses', async (title, mark) => {
    const [cover] = ofKind(await slidesOf(changed('zh-TW', { title: { text: title } })), 'cover');
    const lines = cover?.title.lines ?? [];
    expect(lines.filter((line) => mark.test(line))).toHaveLength(1);
    expect(lines.at(-1)).not.toMatch(mark);
  });
});

describe('the direction of a line', () => {
  it.each([
    ['zh-TW', '王仲遠', '院長', 'vertical'],
    ['zh-CN', '王仲远', '院长', 'horizontal'],
    ['zh-TW', 'Sam Altman', '執行長', 'horizontal'],
    ['zh-TW', '王仲遠', '第2任院長', 'horizontal'],
    ['zh-TW', '王仲遠', '院'.repeat(30), 'horizontal'],
  ] as const)('in %s, of %s %s: %s', async (locale, name, role, direction) => {
    const [cover] = ofKind(await slidesOf(changed(locale, { interviewee: { name, role } })), 'cover');
    expect(cover?.direction).toBe(direction);
  });

  it.each([
    ['zh-TW', '大家永遠都在快速奔跑的路上，又不摔倒。', 'vertical'],
    ['zh-TW', '大模型才1年半。', 'horizontal'],
    ['zh-TW', '慢慢來。'.repeat(20), 'horizontal'],
    ['zh-CN', '大家永远都在路上。', 'horizontal'],
  ] as const)('in %s, of the quotation %s: %s', async (locale, text, direction) => {
    const [quote] = ofKind(await slidesOf(changed(locale, { quotes: [{ text }] })), 'quote');
    expect(quote?.direction).toBe(direction);
  });
});

describe('what may be missing', () => {
  it('leaves no reference to a booklet that is not there', async () => {
    const { slides } = deckView(await settingOf(bareEdition('zh-TW')), { sections: [], exchanges: [] });
    expect(JSON.stringify(slides)).not.toMatch(/手冊第|手冊頁/);
  });

  it('puts a quotation found in no answer before the last slide', async () => {
    const kinds = (await slidesOf(changed('zh-TW', { quotes: [{ text: '這話沒有人說過。' }] }))).map(
      ({ kind }) => kind,
    );
    expect(kinds.slice(-2)).toEqual(['quote', 'closing']);
  });

  it('names the speaker whose words a quotation is', async () => {
    const answer = [{ speaker: '李強', paragraphs: [{ text: '路在腳下。' }] }];
    const sections = [
      { title: { text: '路' }, exchanges: [{ question: { text: '？' }, points: [], answer }] },
    ];
    const [quote] = ofKind(
      await slidesOf(changed('zh-TW', { sections, quotes: [{ text: '路在腳下。' }] })),
      'quote',
    );
    expect(quote).toMatchObject({ name: '李強', role: undefined });
  });
});

describe('even groups', () => {
  it('hold everything once, in order, alike in size, and as few as fit', async () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 40 }), fc.integer({ min: 1, max: 9 }), (items, most) => {
        const groups = evenGroups(items, (group) => group.length <= most);
        expect(groups.flat()).toEqual(items);
        expect(groups).toHaveLength(Math.ceil(items.length / most));
        const sizes = groups.map((group) => group.length);
        if (sizes.length > 0) expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
