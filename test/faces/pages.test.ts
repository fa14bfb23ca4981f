import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { pageFaces } from '../../scripts/faces/pages.ts';
import { familiesOf } from '../../scripts/fonts/faces.ts';
import { asFile } from '../press/samples.ts';
import { describeWith, run } from '../support/tools.ts';
import { succeeded, world } from '../support/world.ts';

const { serif, sans } = familiesOf('zh-TW');

const square = (colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><path fill="${colour}" d="M0 0h2v1H0z"/></svg>`;

/** The first page of a document, behind which another follows. */
async function typeset(body: string, after = '又一頁'): Promise<Uint8Array> {
  const source = `#set document(title: "頁", date: none)
#set page(width: 90mm, height: 60mm, margin: 8mm)
#set text(font: "${serif.name}", fallback: false, lang: "zh", region: "TW", size: 11pt)
${body}
#pagebreak()
${after}
`;
  const job = {
    main: 'main.typ',
    files: { 'main.typ': source, 'red.svg': square('#d00'), 'blue.svg': square('#00d') },
    fonts: [...serif.faces, ...sans.faces].map(({ file }) => file),
    query: '<none>',
  };
  return succeeded(await world.typeset(job)).pdf;
}

function picture(pdf: Uint8Array): string {
  return asFile(pdf, (file) => {
    run('pdftoppm', ['-r', '200', '-l', '1', file, file]);
    const folder = path.dirname(file);
    const name = fs.readdirSync(folder).find((each) => each.endsWith('.ppm')) ?? '';
    return createHash('sha256')
      .update(fs.readFileSync(path.join(folder, name)))
      .digest('hex');
  });
}

/** Two ways to write a page. */
const PAIRS: readonly (readonly [what: string, one: string, other: string, isSame: boolean])[] = [
  ['a text and the same', '人工智能', '人工智能', true],
  ['two characters in turn', '人工智能', '人工能智', false],
  ['characters that begin at the same place', '土人', '入干', false],
  ['a text and a line of it apart', '人工智能', '人工\\ 智能', false],
  ['two weights', '人工智能', '#text(weight: 700)[人工智能]', false],
  ['two families', '人工智能', `#text(font: "${sans.name}")[人工智能]`, false],
  ['two glyphs of one character', 'A', '#text(features: ("fwid",))[A]', false],
  ['two sizes', '人工智能', '#text(size: 11.2pt)[人工智能]', false],
  ['two colours', '人工智能', '#text(fill: rgb("#100"))[人工智能]', false],
  ['a text and one a little to the right', '人工智能', '#h(0.1pt)人工智能', false],
  ['a text and one a little wider', '人工智能', '#text(tracking: 0.05pt)[人工智能]', false],
  ['a text in one run and in two', '人工智能大模型', '人工智#box[能大]模型', true],
  ['a text and a link, which shows nothing', '人工智能', '#link("https://example.org")[人工智能]', true],
  [
    'a paragraph and a heading that looks like it',
    '= 人工',
    '#block(text(size: 1.4em, weight: "bold")[人工])',
    true,
  ],
  ['two rectangles', '#rect(width: 9mm)', '#rect(width: 9.1mm)', false],
  ['two strokes', '#rect(stroke: 1pt)', '#rect(stroke: 1.2pt)', false],
  [
    'a stroke and a dashed one',
    '#line(stroke: 1pt)',
    '#line(stroke: (thickness: 1pt, dash: "dashed"))',
    false,
  ],
  [
    'two gradients',
    '#rect(fill: gradient.linear(red, blue))',
    '#rect(fill: gradient.linear(red, green))',
    false,
  ],
  [
    'an opaque field and one that is less so',
    '#rect(fill: rgb(0, 0, 0))',
    '#rect(fill: rgb(0, 0, 0, 90%))',
    false,
  ],
  ['two pictures', drawing('red'), drawing('blue'), false],
  ['a picture and the same with other words', drawing('red'), drawing('red', '二'), true],
  ['a picture and one that is turned', drawing('red'), `#rotate(90deg)[${drawing('red')}]`, false],
  [
    'a field and one that is cut off',
    '#box(width: 9mm, rect(width: 19mm, fill: red))',
    '#box(width: 9mm, clip: true, rect(width: 19mm, fill: red))',
    false,
  ],
  [
    'two orders of what lies over one another',
    '#place(rect(fill: red))#place(rect(fill: blue))',
    '#place(rect(fill: blue))#place(rect(fill: red))',
    false,
  ],
  ['two papers', '#page(width: 90mm)[]', '#page(width: 91mm)[]', false],
];

function drawing(colour: string, words = '一'): string {
  return `#image("${colour}.svg", width: 20mm, alt: "${words}")`;
}

describeWith(['pdftoppm'], 'the fingerprint of a page', () => {
  it.each(PAIRS)('is the same exactly where the picture is: %s', async (_, one, other, isSame) => {
    const [first, second] = [await typeset(one), await typeset(other)];
    expect(picture(first) === picture(second)).toBe(isSame);
    expect(pageFaces(first)?.[0] === pageFaces(second)?.[0]).toBe(isSame);
  });

  it('is the same whatever else the file holds, though its fonts number their glyphs anew', async () => {
    const one = await typeset('又一頁', '人工智能');
    const other = await typeset('工一乙丁七萬丈三上下不與丑能', '人工智能');
    expect(pageFaces(one)?.[1]).toBe(pageFaces(other)?.[1]);
    expect(pageFaces(one)?.[0]).not.toBe(pageFaces(other)?.[0]);
  });

  it('is not there of a file that is written in another way', () => {
    expect(pageFaces(new TextEncoder().encode('%PDF-1.5\nstartxref\n9\n%%EOF'))).toBeUndefined();
    expect(pageFaces(new Uint8Array())).toBeUndefined();
  });
});
