import fs from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullWidthUnits } from '../../scripts/chinese/characters.ts';
import type { Exchange, Interview } from '../../scripts/model/interview.ts';
import { readInterview } from '../../scripts/pipeline.ts';
import { chooseQuotes } from '../../scripts/summary/quote.ts';
import { anyInterview } from '../support/interviews.ts';
import { succeeded } from '../support/world.ts';

function interviewOf(name: string): Interview {
  const file = `bench/summaries/${name}.md`;
  return succeeded(readInterview({ file, text: fs.readFileSync(file, 'utf8') }));
}

const quotesIn = ({ sections }: Interview) => sections.map(({ quote }) => quote?.text);

/** One question, with the answer that the sentences make. */
function interview(answer: string, change: Partial<Exchange> = {}, head: Partial<Interview> = {}): Interview {
  const exchange = {
    question: { text: '您怎麼看？' },
    points: [],
    answer: [{ paragraphs: [{ text: answer }] }],
    ...change,
  };
  const sections = [{ title: { text: '節' }, exchanges: [exchange] }];
  return { title: { text: '題' }, quotes: [], lead: [], sections, ...head };
}

const chosenFrom = (...parts: Parameters<typeof interview>) => quotesIn(chooseQuotes(interview(...parts)))[0];

const STRONG = '跑道壞了可以再鋪，孩子的膝蓋只有一副。';

describe('the strongest sentence of a section', () => {
  it.each([
    ['coach', [undefined, undefined, '跑道壞了可以再鋪，孩子的膝蓋只有一副。']],
    ['craftsman', [undefined, '大家都以為難的是刻得細，不是，細只是功夫，有耐心就可以。']],
    ['founder', [undefined, '我真正担心的不是竞争，而是一窝蜂。', '我最想做成的，就是让小农户也能用。']],
    ['scientist', ['白掉不等於死掉，這是我們最常要解釋的事。', '我不反對種珊瑚，我反對的是只種珊瑚。']],
  ])('of %s is what an editor could choose, and none where nothing is strong', (name, expected) => {
    expect(quotesIn(interviewOf(name))).toEqual(expected);
  });

  it.each([
    ['stands with others', `我們練了三年。${STRONG}那天下雨。`, STRONG],
    ['is a question', '跑道壞了可以再鋪，孩子的膝蓋不是只有一副嗎？', undefined],
    ['begins with what hangs on another', `但是${STRONG}`, undefined],
    ['points to what another sentence names', '它壞了可以再鋪，孩子的膝蓋只有一副。', undefined],
    ['is longer than a slide holds', `${'跑道壞了可以再鋪，'.repeat(5)}${STRONG}`, undefined],
    ['is not ended', STRONG.slice(0, -1), undefined],
    ['says little', '我們去年去了一趟河堤。', undefined],
  ])('where it %s', (_, answer, expected) => {
    expect(chosenFrom(answer)).toBe(expected);
  });

  it('is not what the slide before or the last slide says already', () => {
    expect(chosenFrom(STRONG, { takeaway: { text: '孩子的膝蓋只有一副，跑道可以再鋪' } })).toBeUndefined();
    expect(chosenFrom(STRONG, {}, { closing: { text: STRONG } })).toBeUndefined();
  });

  it('gives way to the quotes of the editor, and to the word that there are to be no others', () => {
    expect(chosenFrom(`海會還你。${STRONG}`, {}, { quotes: [{ text: '海會還你。' }] })).toBeUndefined();
    expect(chosenFrom(STRONG, {}, { quotes: [{ text: '別處說的。' }] })).toBe(STRONG);
    expect(chosenFrom(STRONG, {}, { pullQuotes: 'own' })).toBeUndefined();
  });

  it('stands word for word where it says it does, and changes nothing else', () => {
    fc.assert(
      fc.property(anyInterview, (given) => {
        const chosen = chooseQuotes(given);
        chosen.sections.forEach(({ quote, ...rest }, index) => {
          expect(rest).toEqual(given.sections[index]);
          if (!quote) return;
          expect(fullWidthUnits(quote.text)).toBeLessThanOrEqual(40);
          const [passage] = quote.drawnFrom ?? [];
          const said = rest.exchanges.map(({ answer }) => {
            const paragraph = answer[passage?.turn ?? 0]?.paragraphs[passage?.paragraph ?? 0];
            return paragraph?.text.slice(passage?.start, passage?.end);
          });
          expect(said).toContain(quote.text);
        });
        expect(chooseQuotes(given)).toEqual(chosen);
      }),
    );
    for (const name of ['coach', 'craftsman', 'founder', 'panel', 'scientist']) {
      for (const { quote, exchanges } of interviewOf(name).sections) {
        const words = quote?.text ?? '';
        const said = exchanges.flatMap(({ answer }) => answer.flatMap(({ paragraphs }) => paragraphs));
        expect(said.some(({ text }) => text.includes(words))).toBe(true);
      }
    }
  });
});
