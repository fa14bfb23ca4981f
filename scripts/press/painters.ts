// The operators of a content that decide what it paints (ISO 32000-1, annex A).

import { lately } from '../reuse/lately.ts';
import { type Operator, operatorsOf } from './operators.ts';
import type { PDFRawStream } from './pdf.ts';
import { joined, packedName, unpacked } from './unpack.ts';

export const TEXT_SHOWING: ReadonlySet<string> = new Set(['Tj', 'TJ', "'", '"']);

/**
 * Of streams that are one content, in their order; those that show text without it. The files of one book have the same
 * pages, and an edit leaves most of them as they were: the same bytes are read once. Throws where one cannot be unpacked.
 */
export function paintersOf(streams: readonly PDFRawStream[]): readonly Operator[] {
  const read = (): readonly Operator[] => paintersIn(joined(streams.map(unpacked)));
  const names = streams.map(packedName);
  return names.includes(undefined) ? read() : readLately(names.join(' '), read);
}

/** As many as the pages of a long booklet. */
const readLately = lately<readonly Operator[]>(160);

function paintersIn(content: Uint8Array): readonly Operator[] {
  const painters: Operator[] = [];
  for (const operator of operatorsOf(content))
    if (TEXT_SHOWING.has(operator.name)) painters.push({ name: operator.name, operands: [] });
    else if (!OTHERS.has(operator.name)) painters.push(operator);
  return painters;
}

/** Where text stands and in which font, what it is, how lines end, and what is cut away. */
const OTHERS = new Set(
  'BT ET Tc Tw Tz TL Tf Ts Td TD Tm T* BMC BDC EMC MP DP BX EX J j M d ri i W W* h'.split(' '),
);
