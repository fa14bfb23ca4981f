// An answer in sentences and clauses, by its punctuation (GB/T 15834: 。！？ end a sentence, ，；： part it).

/** A clause with the marks that close it; joined, the clauses of a sentence give its text again. */
export interface Sentence {
  readonly clauses: readonly string[];
}

/** The sentences of a paragraph. What stands in quotation marks or brackets is never parted. */
export function sentencesOf(paragraph: string): readonly Sentence[] {
  return cut(paragraph, SENTENCE_END).map((sentence) => ({ clauses: cut(sentence, CLAUSE_END) }));
}

/** A clause without the marks and spaces that close it. */
export function bare(clause: string): string {
  return clause.replace(/[\s，。！？；：、…—,.!?;:]+$/u, '').trimStart();
}

const SENTENCE_END = /[。！？!?…]/u;
const CLAUSE_END = /[，；：,;:—]/u;
/** In pairs: an opening mark has the index of the one that closes it. */
const OPENING = '（(「『“‘《〈【[';
const CLOSING = '）)」』”’》〉】]';

function cut(text: string, end: RegExp): string[] {
  const characters = [...text];
  const parts: string[] = [];
  const keepsTogether = isBalanced(text);
  let depth = 0;
  let part = '';
  characters.forEach((character, index) => {
    part += character;
    if (keepsTogether && OPENING.includes(character)) depth += 1;
    if (keepsTogether && CLOSING.includes(character)) depth -= 1;
    const next = characters[index + 1] ?? '';
    const goesOn = end.test(next) || CLOSING.includes(next) || isInsideWord(characters, index);
    const hasEnded =
      end.test(character) || (CLOSING.includes(character) && end.test(characters[index - 1] ?? ''));
    if (depth === 0 && hasEnded && !goesOn) {
      parts.push(part);
      part = '';
    }
  });
  return part === '' ? parts : [...parts, part];
}

/** Whether every quotation mark and bracket closes the one opened last. */
export function isBalanced(text: string): boolean {
  const open: string[] = [];
  for (const character of text) {
    if (OPENING.includes(character)) open.push(character);
    if (CLOSING.includes(character) && OPENING.indexOf(open.pop() ?? '') !== CLOSING.indexOf(character))
      return false;
  }
  return open.length === 0;
}

/** 3—5年, 9:30, 1,000 and https://… are no places to cut. */
function isInsideWord(characters: readonly string[], index: number): boolean {
  const mark = characters[index] ?? '';
  const after = characters[index + 1] ?? '';
  if (mark === '—') return /\d/.test(characters[index - 1] ?? '') && /\d/.test(after);
  return /[,;:!?]/.test(mark) && /^[!-~]/.test(after);
}
