// Whether a mark stands in a Chinese sentence: clause by clause, quotation by quotation, by which of Han characters
// and Latin words there are more.

/** What surrounds a mark; neutral where a name, a figure or nothing at all stands beside it. */
export type Language = 'chinese' | 'latin' | 'neutral';

export interface LineContext {
  /** The language of the sentence that the mark at `at` belongs to, without what it quotes or brackets. */
  readonly languageAt: (at: number) => Language;
  /** The language of what stands between two offsets. */
  readonly languageOf: (from: number, to: number) => Language;
}

/** Looks once at every character of the line. */
export function contextOf(line: string): LineContext {
  const unitAt = new Int32Array(line.length);
  const hanBefore = new Int32Array(line.length + 1);
  const wordsBefore = new Int32Array(line.length + 1);
  const units: { han: number; words: number }[] = [];
  const open = (): number => units.push({ han: 0, words: 0 }) - 1;
  const stack = [open()];
  let inWord = false;
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at);
    if (CLOSING.includes(character) && stack.length > 1) stack.pop();
    const top = stack.at(-1) ?? 0;
    unitAt[at] = top;
    const unit = units[top];
    const han = isHanUnit(line.charCodeAt(at)) ? 1 : 0;
    const startsWord = !inWord && LATIN_LETTER.test(character);
    inWord = LATIN_LETTER.test(character) || (inWord && JOINS_WORD.test(character));
    if (unit) {
      unit.han += han;
      unit.words += startsWord ? 1 : 0;
    }
    hanBefore[at + 1] = (hanBefore[at] ?? 0) + han;
    wordsBefore[at + 1] = (wordsBefore[at] ?? 0) + (startsWord ? 1 : 0);
    if (OPENING.includes(character)) stack.push(open());
    else if (endsSentence(character, line.charAt(at + 1))) stack[stack.length - 1] = open();
  }
  return {
    languageAt: (at) => {
      const unit = units[unitAt[at] ?? 0];
      return unit ? languageFor(unit.han, unit.words) : 'neutral';
    },
    languageOf: (from, to) =>
      languageFor(
        (hanBefore[to] ?? 0) - (hanBefore[from] ?? 0),
        (wordsBefore[to] ?? 0) - (wordsBefore[from] ?? 0),
      ),
  };
}

/** An ideograph, a mark of Chinese text, or undefined; through quotation marks to what they hold. */
export function isChinese(character: string | undefined): boolean {
  return character !== undefined && /[\p{Script=Han}〇\u3001-\u303f\uff01-\uff65]/u.test(character);
}

/** The character that ends before `at`, undefined at the start. */
export function before(line: string, at: number): string | undefined {
  const low = line.charCodeAt(at - 1);
  const isPair = low >= 0xdc00 && low <= 0xdfff;
  return at <= 0 ? undefined : line.slice(at - (isPair ? 2 : 1), at);
}

/** The character that begins at `at`, undefined at the end. */
export function after(line: string, at: number): string | undefined {
  const code = line.codePointAt(at);
  return code === undefined ? undefined : String.fromCodePoint(code);
}

const OPENING = '“「『《〈【（(';
const CLOSING = '”」』》〉】）)';
const LATIN_LETTER = /\p{Script=Latin}/u;
/** Within one word, one address, one figure with its unit. */
const JOINS_WORD = /[\w'’.@/&+-]/;

function endsSentence(mark: string, next: string): boolean {
  if ('。！？!?'.includes(mark)) return true;
  return mark === '.' && !/[\w.]/.test(next);
}

/** One unit of UTF-16: a BMP ideograph, or the first half of a supplementary one. */
function isHanUnit(unit: number): boolean {
  return (
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x3400 && unit <= 0x4dbf) ||
    (unit >= 0xd840 && unit <= 0xd88d) ||
    (unit >= 0xf900 && unit <= 0xfaff) ||
    unit === 0x3007
  );
}

function languageFor(han: number, words: number): Language {
  if (han > 0 && han >= words) return 'chinese';
  return words > 1 ? 'latin' : 'neutral';
}
