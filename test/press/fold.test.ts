// Sheets for the press as a bindery sees them: folded and trimmed where the marks on the emitted PDF say.

import { describe, expect, it } from 'vitest';
import { mm } from '../../scripts/model/length.ts';
import type { Creep } from '../../scripts/press/creep.ts';
import { ASSEMBLIES, SIGNATURES } from '../../scripts/press/plan.ts';
import { readPdf } from '../support/pdf.ts';
import { drawnMarks } from './emitted.ts';
import { printedSheets } from './folding.ts';
import { type BookPage, makeBook } from './paper.ts';
import { imposePress, LABEL, labelledPdf, TICK } from './samples.ts';

const SIZE = { width: mm(92), height: mm(131) };
const BLEED = mm(3);
const CALIPER = mm(0.11);

const creeps: readonly (Creep | undefined)[] = [
  undefined,
  ...(['shift', 'scale'] as const).flatMap((method) =>
    (['inside', 'outside'] as const).map((direction) => ({ caliper: CALIPER, method, direction })),
  ),
];

const cases = SIGNATURES.flatMap((signature) =>
  ASSEMBLIES.flatMap((assembly) =>
    (['left', 'right'] as const).flatMap((binding) =>
      (['short-edge', 'long-edge'] as const).flatMap((flip) =>
        creeps.flatMap((creep, index) =>
          [false, true].flatMap((halves) =>
            [0, 1].map((round) => ({
              signature,
              assembly,
              binding,
              flip,
              creep,
              halves,
              milling: mm(assembly === 'gathered' ? 3 * round : 0),
              // Any count from 1 to 47 comes up; the steps share no divisor with the number of counts.
              count: 1 + ((17 * index + 29 * round + 5 * signature + (halves ? 11 : 0)) % 47),
            })),
          ),
        ),
      ),
    ),
  ),
);

describe(`press sheets, printed, folded, assembled and trimmed by their marks (${cases.length} combinations)`, () => {
  it('are more than 500', () => {
    expect(cases.length).toBeGreaterThanOrEqual(500);
  });

  it.each(SIGNATURES.flatMap((signature) => ASSEMBLIES.map((assembly) => ({ signature, assembly }))))(
    'in signatures of $signature, $assembly',
    async ({ signature, assembly }) => {
      for (const one of cases)
        if (one.signature === signature && one.assembly === assembly) await expectBook(one);
    },
  );
});

type Case = (typeof cases)[number];

async function expectBook({ count, creep, ...options }: Case): Promise<void> {
  const source = await labelled(count);
  const { pdf, sheets } = await imposePress(source, { ...options, ...(creep && { creep }), bleed: BLEED });
  const [{ pages }, marks] = [await readPdf(pdf), await drawnMarks(pdf)];
  const printed = printedSheets(sheets, pages, marks, options);
  const book = makeBook(
    printed.map(({ paper }) => paper),
    { ...options, caliper: creep ? CALIPER : 0 },
  );
  const [{ knife, foot } = { knife: 0, foot: 0 }] = printed;
  for (const [index, other] of printed.entries()) {
    // A sheet inside others is pushed towards the knife by as many leaves as lie outside it.
    const outside = options.assembly === 'nested' ? sheets.slice(0, index) : [];
    const pushed = outside.reduce((sum, { pages }) => sum + pages / 4, 0) * (creep ? CALIPER : 0);
    expect(Math.abs(other.knife + pushed - knife), 'signatures are trimmed at one distance').toBeLessThan(
      0.01,
    );
    expect(Math.abs(other.foot - foot)).toBeLessThan(0.01);
  }
  const where = JSON.stringify({ count, creep, ...options });
  const length = sheets.reduce((sum, { pages }) => sum + pages, 0);
  expect(book.length, where).toBe(length);
  for (const [index, page] of book.entries()) {
    const number =
      index + 1 === length && count > 1 ? count : index + 1 < count || index === 0 ? index + 1 : 0;
    const faults = faultsOf(page, number, {
      spineIsLeft: (index % 2 === 0) === (options.binding === 'left'),
      knife,
      foot,
      milling: options.milling,
      creep,
    });
    expect(faults, `position ${index + 1} of ${where}`).toEqual([]);
  }
}

const sources = new Map<number, Promise<Uint8Array>>();

function labelled(count: number): Promise<Uint8Array> {
  const source = sources.get(count) ?? labelledPdf(count, { size: SIZE, margin: BLEED, ticks: true });
  sources.set(count, source);
  return source;
}

interface Expected {
  readonly spineIsLeft: boolean;
  readonly knife: number;
  readonly foot: number;
  readonly milling: number;
  readonly creep: Creep | undefined;
}

/** What is wrong with a page of the trimmed book, which ought to be the `number`-th of the source, or blank. */
function faultsOf({ marks, depth }: BookPage, number: number, expected: Expected): readonly string[] {
  if (number === 0) return marks.map(({ text }) => `${text} on a blank`);
  const label = marks.find(({ text }) => text === `page ${number}`);
  const [left, right] = ['L', 'R'].map((tick) => marks.find(({ text }) => text === tick));
  if (!label || !left || !right || marks.length !== 3)
    return [`${marks.map(({ text }) => text)} instead of page ${number}`];
  const { spineIsLeft, knife, foot, milling, creep } = expected;
  // Between the ticks lies the page but for their distance from its edges; so the edges are known.
  const stretch = (right.x - left.x) / (SIZE.width - 2 * TICK);
  const edges = { left: left.x - TICK * stretch, right: right.x + TICK * stretch };
  const fore = spineIsLeft ? edges.right - knife : edges.left + knife;
  const ownSpine = milling + depth * (creep ? CALIPER : 0);
  const spine = spineIsLeft ? edges.left - ownSpine : edges.right + ownSpine;
  // A page that was moved keeps its size, and its text keeps its distance from the trimmed edge.
  const text = label.x - (spineIsLeft ? knife - SIZE.width : -knife) - LABEL.x;
  const isScaled = creep?.method === 'scale';
  const checks = [
    ['fore edge', fore, 0.01],
    [isScaled ? 'spine' : 'text', isScaled ? spine : text, 0.05],
    ['foot', label.y - foot - LABEL.y, 0.01],
    ['size', isScaled ? 0 : stretch - 1, 1e-4],
    ['direction', label.along[0] - 1, 1e-6],
  ] as const;
  return checks.flatMap(([name, off, most]) => (Math.abs(off) <= most ? [] : [`${name} off by ${off}`]));
}
