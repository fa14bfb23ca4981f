import { describe, expect, it } from 'vitest';
import { fill, pageAround, type Shown } from '../../scripts/system/marp-page.ts';

const SHOWN: Shown = {
  html: '<section lang="x-own">1</section>',
  css: 'section{}',
  comments: [[], ['a', 'b']],
  language: 'x-own',
  title: 'A title',
};
const NOTES = '<div class="bespoke-marp-note" data-index="1" tabindex="0"><p>a</p><p>b</p></div>';
const PAGE = `<html lang="x-own"><title>A title</title><meta content="A title"><style>section{}</style>${SHOWN.html}${NOTES}</html>`;

describe('the page around a deck', () => {
  it('is filled with another deck, whose marks are escaped where they are text', () => {
    const page = pageAround(PAGE, SHOWN) ?? [];
    expect(fill(page, SHOWN)).toBe(PAGE);
    const other = { ...SHOWN, html: '<b>$&</b>', comments: [['<&">'], []], language: 'zh', title: '"$&"' };
    expect(fill(page, other)).toBe(
      '<html lang="zh"><title>&quot;$&amp;&quot;</title><meta content="&quot;$&amp;&quot;"><style>section{}</style>' +
        '<b>$&</b><div class="bespoke-marp-note" data-index="0" tabindex="0"><p>&lt;&amp;&quot;&gt;</p></div></html>',
    );
  });

  it.each([
    ['without its slides', PAGE.replace(SHOWN.html, '')],
    ['with its title once', PAGE.replace('<meta content="A title">', '')],
    ['with its style twice', PAGE.replace('</style>', 'section{}</style>')],
    ['with notes of another form', PAGE.replace('tabindex="0"', 'tabindex="1"')],
    ['with its language in another place too', PAGE.replace('<title>', '<title lang="x-own">')],
  ])('is none of a page %s', (_, page) => {
    expect(pageAround(page, SHOWN)).toBeUndefined();
  });
});
