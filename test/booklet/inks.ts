// The colours that a PDF paints with, as qpdf lays its content open.

import { run } from '../support/tools.ts';

/** The operands of the operators that set a colour, to a hundredth, such as `0.00 0.00 0.00 1.00 k`; each once, sorted. */
export function coloursIn(file: string): readonly string[] {
  const source = run('qpdf', ['--qdf', '--object-streams=disable', file, '-']);
  const colours = Array.from(
    source.matchAll(/^((?:[\d.]+ )+)(k|g|rg|sc|scn)$/gim),
    ([, operands = '', operator = '']) =>
      [
        ...operands
          .trim()
          .split(' ')
          .map((value) => Number(value).toFixed(2)),
        operator.toLowerCase(),
      ].join(' '),
  );
  return [...new Set(colours)].sort();
}
