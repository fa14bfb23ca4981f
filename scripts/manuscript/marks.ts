// The two marks that the manuscript adds to Markdown by convention: `**名字：**` opens a speaker's turn, ｜ parts a
// heading. CommonMark would not see the first (between ： and a Chinese character ** closes nothing) and does not know
// the second, so both are masked before it reads the text, character for character: every position stays true.

/** Noncharacters, which texts do not have: the first that this one really lacks serves as its mask. */
const MASKS = Array.from({ length: 32 }, (_, index) => String.fromCharCode(0xfdd0 + index));

export interface Masked {
  readonly source: string;
  readonly mask: string;
}

/** `source` with its marks, and the spaces around them, replaced by as many masks; `**名字**：` is masked like the other. */
export function maskMarks(source: string): Masked {
  const mask = MASKS.find((candidate) => !source.includes(candidate)) ?? '\ufdd0';
  const masked = source
    .replace(SPEAKER, (_, indent: string, name: string, end: string, spaces: string) => {
      const colon = end.replaceAll('*', '');
      return indent + mask.repeat(2) + name + colon + mask.repeat(2 + spaces.length);
    })
    .replace(BAR, (_, start: string, bar: string) => start + mask.repeat(bar.length));
  return { source: masked, mask };
}

const SPEAKER = /^( {0,3}\u3000*)\*\*((?:\\[^\n]|[^*\\\n])+?)([：:]\*\*|\*\*[：:])([ \t\u3000]*)/gm;
const BAR = /^( {0,3}##[ \t][^\n]*?)([ \t]*｜[ \t]*)/gm;

export interface SpokenPart {
  readonly speaker: string;
  readonly words: string;
  /** Where in the text the words begin. */
  readonly start: number;
}

/** The words before the first speaker's mark, and each speaker with the words that follow. */
export function splitAtSpeakers(
  text: string,
  mask: string,
): { readonly before: string; readonly spoken: readonly SpokenPart[] } {
  const marks = [...text.matchAll(new RegExp(`${mask}{2}([^${mask}]+)[：:]${mask}{2,}`, 'g'))];
  const spoken = marks.map((mark, index) => {
    const start = mark.index + mark[0].length;
    return { speaker: mark[1] ?? '', words: text.slice(start, marks[index + 1]?.index), start };
  });
  return { before: text.slice(0, marks[0]?.index), spoken };
}

/** The two parts of a masked heading, or its one part. */
export function splitAtBar(text: string, mask: string): readonly string[] {
  return text.split(new RegExp(`${mask}+`));
}
