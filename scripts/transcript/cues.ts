// The lines that the cues of a caption file show, each with its place in the file (W3C WebVTT; SubRip as players
// read it, which has no specification).

import type { TextLine } from './lines.ts';

/** Which cue of the file, counted from 1, and when it is shown, in milliseconds. */
interface CueTime {
  readonly cue: number;
  readonly from: number;
  readonly to: number;
}

/** One line of one cue. */
export interface CueLine extends CueTime {
  /** Offsets in the file, without white space around it. */
  readonly start: number;
  readonly end: number;
  readonly raw: string;
  /** Without tags and label. */
  readonly words: string;
  /** The name of its voice, or of the label before a colon. */
  readonly voice: string | undefined;
  /** Somebody else may begin here: a voice, a label, a dash, a double arrow. */
  readonly opens: boolean;
}

/** Whether `text` is a caption file: WebVTT by its signature, SubRip by a time line where the first cue begins. */
export function captionFormat(text: string): 'webvtt' | 'subrip' | undefined {
  if (/^WEBVTT(?:[ \t\r\n]|$)/.test(text)) return 'webvtt';
  return /^\s*(?:\d+[ \t]*\r?\n)?[ \t]*(?:\d+:)?\d\d:\d\d[,.]\d{3}[ \t]*-->/.test(text)
    ? 'subrip'
    : undefined;
}

/** Everything that is shown, also where a blank line cuts a cue of SubRip in two. */
export function cueLines(lines: readonly TextLine[]): readonly CueLine[] {
  const found: CueLine[] = [];
  let time: CueTime | undefined;
  let isComment = false;
  let isAfterBlank = true;
  lines.forEach(({ start, text }, index) => {
    const isBlank = text.trim() === '';
    const times = timesOf(text);
    if (times) {
      time = { cue: (time?.cue ?? 0) + 1, ...times };
      isComment = false;
    } else {
      if (isAfterBlank && !isBlank) isComment = /^(?:NOTE|STYLE|REGION)(?:\s|$)/.test(text);
      const isIdentifier = isAfterBlank && TIMES.test(lines[index + 1]?.text ?? '');
      if (time && !isBlank && !isComment && !isIdentifier) {
        const lead = text.length - text.trimStart().length;
        found.push({ ...lineOf(start + lead, text.trim()), ...time });
      }
    }
    isAfterBlank = isBlank;
  });
  return found.filter(({ words, voice }) => words !== '' || voice !== undefined);
}

const TIMES = /^\s*(?:(\d+):)?(\d\d):(\d\d)[,.](\d{3})\s*-->\s*(?:(\d+):)?(\d\d):(\d\d)[,.](\d{3})(?:\s.*)?$/;

function timesOf(line: string): Omit<CueTime, 'cue'> | undefined {
  const match = TIMES.exec(line);
  if (!match) return undefined;
  const [from = 0, to = 0] = [1, 5].map((group) => {
    const [hours, minutes, seconds, milliseconds] = match
      .slice(group, group + 4)
      .map((part) => Number(part ?? 0));
    return (((hours ?? 0) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)) * 1000 + (milliseconds ?? 0);
  });
  return { from, to };
}

/** A tag, an override of SubRip, a character reference, or the sign of another speaker. */
export const TAG =
  /<\/?[a-z\d][^<>\n]*>|\{\\[^{}\n]*\}|&(?:amp|lt|gt|nbsp|lrm|rlm|quot|#39);|^(?:[-–—](?![-–—])|>>+) ?(?=\S)/gi;

/** What a character reference stands for; any other tag stands for nothing. */
export const REFERENCES: ReadonlyMap<string, string> = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&nbsp;', ' '],
  ['&lrm;', ''],
  ['&rlm;', ''],
  ['&quot;', '"'],
  ['&#39;', "'"],
]);

export const VOICE = /^<v(?:\.[^\s>]*)?\s+([^<>]+)>/i;
const NAME = /^([^\s:：,，。！？!?<>&-][^:：,，。！？!?<>]{0,15})[:：]\s*/;

/** The label that plain words begin with, and the name in it. */
export function captionLabel(words: string): { readonly name: string; readonly length: number } | undefined {
  const match = NAME.exec(words);
  return match ? { name: (match[1] ?? '').trim(), length: match[0].length } : undefined;
}

function lineOf(start: number, raw: string): Omit<CueLine, keyof CueTime> {
  const voice = VOICE.exec(raw)?.[1]?.trim();
  const bare = raw.replace(TAG, (tag) => REFERENCES.get(tag.toLowerCase()) ?? '').trim();
  const label = voice === undefined ? captionLabel(bare) : undefined;
  return {
    start,
    end: start + raw.length,
    raw,
    words: label ? bare.slice(label.length) : bare,
    voice: voice ?? label?.name,
    opens: voice !== undefined || label !== undefined || /^(?:[-–—](?![-–—])|>>)/.test(raw),
  };
}
