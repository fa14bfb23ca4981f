// A page's content as operators with their operands (ISO 32000-1, 7.8.2).

/** A name keeps its slash; a string is given as no more than that there is one. */
export type Operand = number | string | readonly Operand[] | undefined;

export interface Operator {
  readonly name: string;
  readonly operands: readonly Operand[];
}

/** Operators in their order. An inline image is one operator, `BI`, with its entries as operands. */
export function* operatorsOf(content: Uint8Array): Generator<Operator> {
  const text = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('latin1');
  let operands: Operand[] = [];
  /** Arrays and dictionaries that are open, the innermost last, each as what stood before it. */
  const outer: Operand[][] = [];
  for (let at = 0; at < text.length; ) {
    const start = at++;
    const sign = text.charCodeAt(start);
    const kind = KINDS[sign];
    if (kind === WHITE) continue;
    if (kind === REGULAR || sign === SLASH) {
      while (at < text.length && KINDS[text.charCodeAt(at)] === REGULAR) at++;
      const word = text.slice(start, at);
      if (sign === SLASH) operands.push(word);
      else if (isNumber(word, sign)) operands.push(Number.parseFloat(word));
      else if (CONSTANTS.has(word)) operands.push(undefined);
      else if (word !== 'BI') {
        if (word === 'ID') at = endOfImage(text, at);
        yield { name: word === 'ID' ? 'BI' : word, operands: outer[0] ?? operands };
        operands = [];
        outer.length = 0;
      }
    } else if (sign === PERCENT) at = endOfLine(text, at);
    else if (sign === ROUND) {
      at = endOfString(text, at);
      operands.push(undefined);
    } else if (sign === ANGLE && text.charCodeAt(at) !== ANGLE) {
      at = endOfHex(text, at);
      operands.push(undefined);
    } else if (sign === ANGLE || sign === SQUARE) {
      outer.push(operands);
      operands = [];
      at = start + (sign === ANGLE ? 2 : 1);
    } else if (sign === END_SQUARE || text.startsWith('>>', start)) {
      const before = outer.pop();
      const inner = before ? operands : [];
      operands = before ?? operands;
      operands.push(inner);
      at = start + (sign === END_SQUARE ? 1 : 2);
    }
  }
}

const [PERCENT, ROUND, SLASH, ANGLE, SQUARE, END_SQUARE] = [0x25, 0x28, 0x2f, 0x3c, 0x5b, 0x5d];
const [REGULAR, WHITE, DELIMITER] = [0, 1, 2];

/** Of each byte (ISO 32000-1, 7.2.2). */
const KINDS = Uint8Array.from({ length: 256 }, (_, code) => {
  if ([0, 9, 10, 12, 13, 32].includes(code)) return WHITE;
  return '()<>[]{}/%'.includes(String.fromCharCode(code)) ? DELIMITER : REGULAR;
});

const CONSTANTS = new Set(['true', 'false', 'null']);

/** A digit, or a sign or a point before one. */
function isNumber(word: string, first: number): boolean {
  return first <= 0x39 && (first >= 0x30 || /^[+-]?\.?\d/.test(word));
}

function endOfLine(text: string, start: number): number {
  let at = start;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

function endOfHex(text: string, start: number): number {
  const end = text.indexOf('>', start);
  return end < 0 ? text.length : end + 1;
}

function endOfString(text: string, start: number): number {
  let depth = 1;
  let at = start;
  for (; at < text.length && depth > 0; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '(') depth++;
    else if (text[at] === ')') depth--;
  }
  return at;
}

function endOfImage(text: string, start: number): number {
  const end = /\sEI(?=\s|$)/g;
  end.lastIndex = start;
  return end.exec(text) ? end.lastIndex : text.length;
}
