// A page's content as operators with their operands (ISO 32000-1, 7.8.2).

/** A name keeps its slash; a string is given as no more than that there is one. */
export type Operand = number | string | readonly Operand[] | undefined;

export interface Operator {
  readonly name: string;
  readonly operands: readonly Operand[];
}

/** Operators in their order. An inline image is one operator, `BI`, with its entries as operands. */
export function* operatorsOf(content: Uint8Array): Generator<Operator> {
  const text = new TextDecoder('latin1').decode(content);
  const open: Operand[][] = [[]];
  // A scanner of its own: a form is read while the page that draws it is.
  const scanner = new RegExp(TOKEN);
  for (let match = scanner.exec(text); match; match = scanner.exec(text)) {
    const [token] = match;
    const operands = open.at(-1) ?? [];
    if (token === '[' || token === '<<') open.push([]);
    else if (token === ']' || token === '>>') {
      const closed = open.length > 1 ? open.pop() : [];
      open.at(-1)?.push(closed);
    } else if (token === '(') {
      scanner.lastIndex = endOfString(text, scanner.lastIndex);
      operands.push(undefined);
    } else if (token.startsWith('<')) operands.push(undefined);
    else if (token.startsWith('/')) operands.push(token);
    else if (/^[+-]?(\d|\.\d)/.test(token)) operands.push(Number.parseFloat(token));
    else if (token === 'true' || token === 'false' || token === 'null') operands.push(undefined);
    else if (token.startsWith('%') || token === 'BI') continue;
    else {
      if (token === 'ID') scanner.lastIndex = endOfImage(text, scanner.lastIndex);
      yield { name: token === 'ID' ? 'BI' : token, operands: open[0] ?? [] };
      open.splice(0, open.length, []);
    }
  }
}

const TOKEN = /%[^\r\n]*|<<|>>|<[0-9A-Fa-f\s]*>|[[\]()]|\/[^\s()<>[\]{}/%]*|[^\s()<>[\]{}/%]+/g;

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
