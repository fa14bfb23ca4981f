// Reads a deck's HTML player back: what stands on each slide, and the speaker notes beside it.

export interface ReadSlide {
  readonly classes: readonly string[];
  /** The text of the slide as a reader sees it, lines of a block joined, blocks and slots parted by newlines. */
  readonly text: string;
  readonly html: string;
  readonly notes: string | undefined;
}

export function readDeck(html: string): readonly ReadSlide[] {
  const notes = new Map(
    Array.from(
      html.matchAll(/<div class="bespoke-marp-note" data-index="(\d+)" tabindex="0">([\s\S]*?)<\/div>/g),
      ([, index, body]) => [Number(index), textOf(body ?? '')] as const,
    ),
  );
  return Array.from(
    html.matchAll(/<section ([^>]*)>([\s\S]*?)<\/section>/g),
    ([, attributes, body], index) => ({
      classes: (/class="([^"]*)"/.exec(attributes ?? '')?.[1] ?? '').split(' '),
      text: textOf(body ?? ''),
      html: body ?? '',
      notes: notes.get(index),
    }),
  );
}

/** Text without tags; a line break inside a block joins, since no reader hears it. */
export function textOf(html: string): string {
  return decode(
    html
      .replace(/<(?:br|wbr)[^>]*>\n?/g, '')
      .replace(/<\/(?:p|li|h[1-6]|span|strong|b|ol|ul|blockquote)>/g, '\n')
      .replace(/<[^>]*>/g, ''),
  )
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

function decode(html: string): string {
  return html.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
  });
}
