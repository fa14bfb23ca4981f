// Notes: called one after the other, each at the foot of the page that calls it (CLREQ, Notes).

import type { Line } from './lines.ts';
import type { Breach } from './rules.ts';

interface Call {
  readonly number: string;
  readonly line: Line;
}

export function noteBreaches(lines: readonly Line[]): readonly Breach[] {
  const calls = callsIn(lines, 'text');
  const notes = new Map(callsIn(lines, 'note').map((note) => [note.number, note]));
  return calls.flatMap(({ number, line }, index): readonly Breach[] => {
    const place = { code: 'note', page: line.page, line: line.text, y: line.y } as const;
    if (number !== String(index + 1))
      return [{ ...place, message: `the ${index + 1}. call of a note is numbered ${number}` }];
    const note = notes.get(number);
    if (!note) return [{ ...place, message: `note ${number} is called here, and stands nowhere` }];
    if (note.line.page !== line.page)
      return [{ ...place, message: `note ${number} is called here, and stands on page ${note.line.page}` }];
    return [];
  });
}

function callsIn(lines: readonly Line[], where: 'text' | 'note'): readonly Call[] {
  return lines.flatMap((line) => {
    if ((line.block?.kind === 'note') !== (where === 'note')) return [];
    const calls: Call[] = [];
    let number = '';
    for (const { isCall, text } of [...line.glyphs, undefined].map((glyph) => glyph ?? END)) {
      if (isCall) number += text.trim();
      else if (number !== '') {
        calls.push({ number, line });
        number = '';
      }
    }
    return calls;
  });
}

const END = { isCall: false, text: '' };
