// What is reckoned of a list is what Typst makes of it: contents and openers are laid out by that.

import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../scripts/model/settings.ts';
import { composeEdition } from '../../scripts/typeset.ts';
import { realEdition } from '../support/edition.ts';
import { loadTheme, succeeded, world } from '../support/world.ts';

const CONTENTS = { magazine: 'booklet-contents.typ', journal: 'booklet-front.typ' } as const;

const THEMES = ['magazine', 'journal'] as const;

it.each(THEMES)(
  'the %s reckons entries of the contents and rows of openers as they are set',
  async (name) => {
    const theme = await loadTheme(name);
    for (const locale of ['zh-TW', 'zh-CN'] as const) {
      const job = succeeded(
        await composeEdition(realEdition(locale), { settings: DEFAULT_SETTINGS, theme, world }),
      );
      const compared = `
#import "${CONTENTS[name]}": section-entry, height-of-entry
#import "booklet-text.typ": question-list
#import "../typography/book.typ": sections
#import "../typography/lines.typ": height-of-texts
#context [#metadata((part: "heights", lists: sections.map(it => (
  (measure(section-entry(it)).height, height-of-entry(it)),
  (measure(question-list(it, 7pt)).height, height-of-texts(7pt, it.exchanges.map(each => ("row", each.entry.opener)))),
)).flatten().map(height => height / 1pt)))<reference>]
`;
      const files = { ...job.files, [job.main]: `${job.files[job.main]}${compared}` };
      const { metadata } = succeeded(await world.layOut({ ...job, files }));
      const [heights] = metadata.flatMap((each) =>
        (each as { lists?: readonly number[] }).lists ? [each] : [],
      );
      const { lists } = heights as { readonly lists: readonly number[] };
      expect(lists.length).toBeGreaterThan(8);
      for (const [index, height] of lists.entries())
        if (index % 2 === 0) expect(lists[index + 1], `list ${index / 2}`).toBeCloseTo(height, 3);
    }
  },
  120_000,
);
