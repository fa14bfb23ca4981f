// What the player is told of the slides: which belong together, in every edition alike, and the time planned for each.

import { formalNumeral } from '../chinese/numerals.ts';
import type { Edition } from '../model/edition.ts';
import type { PlayerEdition, PlayerSlide } from '../model/player.ts';
import { GAP } from './sections.ts';
import type { Slide } from './slides.ts';
import type { DeckView } from './view.ts';

/** The deck `view` of `edition` as the player knows it. Without `minutes` in the interview no time is planned. */
export function playerEdition({ slides }: DeckView, edition: Edition): PlayerEdition {
  const { locale, language, labels, interview } = edition;
  const named = nameSlides(slides);
  const seconds =
    interview.minutes === undefined ? undefined : shareOut(interview.minutes * 60, slides, named);
  return {
    locale,
    language,
    title: interview.title.text,
    name: labels.editionName,
    labels: labels.player,
    sections: interview.sections.map(
      ({ kicker, title }, index) => `${formalNumeral(index + 1, locale)}${GAP}${(kicker ?? title).text}`,
    ),
    slides: named.map((slide, index) => ({ ...slide, ...(seconds && { seconds: seconds[index] ?? 0 }) })),
  };
}

/** All that the player may have to draw, for the typeface. */
export function playerWords({ labels, sections, name }: PlayerEdition): string {
  return [...Object.values(labels), ...sections, name, TYPED].join('');
}

/** Digits of clocks and names of keys. */
const TYPED = ' 0123456789:/#+?()PageDownUpHomeEscFOPL→↓←↑−';

type NamedSlide = Pick<PlayerSlide, 'key' | 'group' | 'section'>;

/** A key says group, kind and which of its kind: all editions agree on it, but for slides that one has split. */
function nameSlides(slides: readonly Slide[]): readonly NamedSlide[] {
  const counts = new Map<string, number>();
  let section = 0;
  let group = 'opening';
  return slides.map((slide) => {
    if (slide.kind === 'divider') section += 1;
    group = groupOf(slide, section, group);
    const kin = `${group}/${slide.kind}`;
    const count = (counts.get(kin) ?? 0) + 1;
    counts.set(kin, count);
    return { key: `${kin}/${count}`, group, section };
  });
}

function groupOf(slide: Slide, section: number, before: string): string {
  switch (slide.kind) {
    case 'question':
    case 'exchange':
      return `question-${slide.number}`;
    // A quotation stands after the exchange that it is from.
    case 'quote':
      return before;
    case 'closing':
      return 'closing';
    default:
      return section === 0 ? 'opening' : `section-${section}`;
  }
}

/**
 * `seconds` shared out by the length of the notes, which are what is said; slides of one exchange share its notes. Where
 * there are none, all slides take the same time.
 */
function shareOut(
  seconds: number,
  slides: readonly Slide[],
  named: readonly NamedSlide[],
): readonly number[] {
  const lengths = slides.map((slide) => ('notes' in slide ? slide.notes.join('').length : 0));
  const sharing = new Map<string, number>();
  named.forEach(({ group }, index) => {
    if (lengths[index]) sharing.set(group, (sharing.get(group) ?? 0) + 1);
  });
  const weights = named.map(({ group }, index) => (lengths[index] ?? 0) / (sharing.get(group) ?? 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (total > 0 ? (seconds * weight) / total : seconds / slides.length));
}
