// Captions to plain text, as edits of the file: times, numbers, comments and tags go, rolling repetitions go, and
// cues are joined into the sentences they cut apart.

import { HAN } from '../chinese/characters.ts';
import { type CueLine, captionLabel, cueLines, REFERENCES, TAG, VOICE } from './cues.ts';
import type { Edit } from './edits.ts';
import type { TextLine } from './lines.ts';

/** The edits that leave of a caption file what was said, a turn or a paragraph on each line. */
export function captionEdits(text: string): Edit[] {
  const lines = cueLines(physicalLines(text));
  const repeats = repeatedLengths(lines);
  const isPunctuated = lines.filter(({ words }) => PAUSE_MARK.test(words)).length >= lines.length / 3;
  const edits: Edit[] = [];
  let cursor = 0;
  let last: CueLine | undefined;
  let speaker: string | undefined;
  let length = 0;
  lines.forEach((line, index) => {
    const repeated = repeats[index] ?? 0;
    const isRepeat = repeated === line.words.length && repeated > 0;
    const goesOn = !line.opens || (line.voice !== undefined && line.voice === speaker);
    const glue = !last || isRepeat ? '' : goesOn ? joint(last, line, length, isPunctuated) : '\n';
    edits.push({ start: cursor, end: line.start, after: glue, kind: 'cue' });
    if (isRepeat) {
      edits.push({ start: line.start, end: line.end, after: '', kind: 'repeat' });
    } else {
      edits.push(...editsWithin(line, goesOn, repeated));
      last = line;
      length = glue === '\n' ? line.words.length : length + line.words.length;
      if (line.opens) speaker = line.voice;
    }
    cursor = line.end;
  });
  edits.push({ start: cursor, end: text.length, after: '', kind: 'cue' });
  return edits.filter(({ start, end, after }) => text.slice(start, end) !== after);
}

/** Before any cleaning, so with the line ends of every system. */
function physicalLines(text: string): readonly TextLine[] {
  return Array.from(text.matchAll(/[^\r\n]+|\r\n?|\n/g), ({ 0: line, index }) => ({
    start: index,
    text: line,
  }))
    .filter(
      ({ text: line }, index, all) =>
        !/[\r\n]/.test(line) || index === 0 || /[\r\n]/.test(all[index - 1]?.text ?? ''),
    )
    .map(({ start, text: line }) => ({ start, text: line.replace(/[\r\n]+/, '') }));
}

const PAUSE_MARK = /[，。！？；：、,.!?;:…][”’」』）)]*$/;
const SENTENCE_END = /[。！？!?…][”’」』）)]*$|\.$|[嗎吗呢]$/u;

/** A tag goes, a voice becomes a label; neither stands twice where the same speaker goes on. */
function editsWithin(line: CueLine, goesOn: boolean, repeated: number): Edit[] {
  const edits: Edit[] = [];
  let wordsAt = 0;
  for (const { 0: tag, index } of line.raw.matchAll(TAG)) {
    const character = REFERENCES.get(tag.toLowerCase());
    const after = VOICE.test(tag) && !goesOn ? `${line.voice}：` : (character ?? '');
    const start = line.start + index;
    edits.push({
      start,
      end: start + tag.length,
      after,
      kind: character === undefined ? 'markup' : 'reference',
    });
    if (index === wordsAt) wordsAt += tag.length;
  }
  const label = goesOn && !VOICE.test(line.raw) ? captionLabel(line.raw.slice(wordsAt)) : undefined;
  const start = line.start + wordsAt;
  if (label) edits.push({ start, end: start + label.length, after: '', kind: 'label' });
  else if (repeated > 0 && line.raw === line.words)
    edits.push({ start: line.start, end: line.start + repeated, after: '', kind: 'repeat' });
  return edits.sort((one, other) => one.start - other.start);
}

/** What stands between two lines of one speaker: a paragraph ends with a sentence, before a pause or at length. */
function joint(last: CueLine, line: CueLine, length: number, isPunctuated: boolean): '' | ' ' | '\n' {
  const mayEnd = SENTENCE_END.test(last.words) || !isPunctuated;
  if (mayEnd && (line.from - last.to >= LONG_PAUSE || length > LONG_PARAGRAPH)) return '\n';
  const touchesWide = WIDE.test(last.words.slice(-1)) || WIDE.test(line.words.slice(0, 1));
  return isPunctuated && touchesWide ? '' : ' ';
}

const WIDE = new RegExp(`${HAN.source}|[\\u3000-\\u303f\\uff00-\\uffef“”‘’…—]`, 'u');
/** In milliseconds: nobody draws breath that long. */
const LONG_PAUSE = 2000;
/** In characters. */
const LONG_PARAGRAPH = 400;

/**
 * How many characters of each line the cue before has shown already: all, or those it begins with. None in a file
 * where this is no habit, for people repeat themselves too.
 */
function repeatedLengths(lines: readonly CueLine[]): readonly number[] {
  const cues = cuesOf(lines);
  const lengths: number[] = [];
  let rolling = 0;
  cues.forEach((cue, index) => {
    const before = cues[index - 1] ?? [];
    const count = sharedLines(before, cue);
    const grown = count === 0 ? grownFrom(before, cue) : 0;
    if (count > 0 || grown > 0) rolling += 1;
    cue.forEach(({ words }, at) => {
      lengths.push(at < count ? words.length : at === 0 ? grown : 0);
    });
  });
  return rolling >= 2 && rolling >= (cues.length - 1) / 3 ? lengths : [];
}

function cuesOf(lines: readonly CueLine[]): CueLine[][] {
  const cues: CueLine[][] = [];
  for (const line of lines) {
    const last = cues.at(-1);
    if (last?.[0]?.cue === line.cue) last.push(line);
    else cues.push([line]);
  }
  return cues;
}

/** How many lines `cue` begins with that `before` ends with. */
function sharedLines(before: readonly CueLine[], cue: readonly CueLine[]): number {
  for (let count = Math.min(before.length, cue.length, MAX_SHARED); count > 0; count--) {
    const tail = before.slice(-count);
    if (tail.every(({ words, voice }, at) => words === cue[at]?.words && voice === cue[at]?.voice))
      return count;
  }
  return 0;
}

/** No screen shows more. */
const MAX_SHARED = 5;

/** Captions that are painted on, word by word, show in each cue the line of the cue before and more. */
function grownFrom(before: readonly CueLine[], cue: readonly CueLine[]): number {
  const shown = before.at(-1)?.words ?? '';
  const words = cue[0]?.words ?? '';
  return shown.length > 1 && words.startsWith(shown) ? shown.length : 0;
}
