// Marp's HTML player made whole: fonts, our own part of the player and a policy go into it, so that it needs nothing
// beside it. Several editions go into one page.

import type { FontFace } from '../fonts/faces.ts';
import { failure, type Result, success } from '../model/diagnostic.ts';
import type { PlayerCode, PlayerEdition } from '../model/player.ts';
import type { FaceName } from '../theme/design.ts';
import { editionsTogether } from './editions.ts';
import { secured } from './security.ts';

export interface EmbeddedFace {
  readonly face: FontFace;
  readonly woff: Uint8Array;
}

/** One edition of a deck, made but for what all decks have. */
export interface DeckPart {
  readonly edition: PlayerEdition;
  /** As Marp makes it. */
  readonly player: string;
  readonly faces: readonly EmbeddedFace[];
  /** The face that notes and controls are set in. */
  readonly reading: FaceName;
}

/**
 * The page of the decks `parts`, which opens with the first of them. An error `deck/player` where Marp's player is not
 * the one that our part knows.
 */
export function deckHtml(parts: readonly [DeckPart, ...DeckPart[]], code: PlayerCode): Result<string> {
  const player = editionsTogether(parts);
  const head = player.indexOf('</head>');
  const before = player.lastIndexOf('<script>');
  const instance = /\b\w+\.from\(\w+,\(\(\.\.\./.exec(player.slice(before));
  if (!instance || head < 0 || before < head) return failure(UNKNOWN_PLAYER);
  const faces = parts.flatMap((part) => part.faces.map(fontFace));
  const style = `<style>${[...faces, ...parts.map(readingStyle), code.style].join('')}</style>`;
  const data = JSON.stringify(parts.map(({ edition }) => edition)).replaceAll('<', '\\u003c');
  const editions = `<script type="application/json" id="wenda-deck">${data}</script>`;
  const at = before + instance.index;
  const page = [
    player.slice(0, head),
    // Ours hears keys from the first, and waits for Marp's: both begin in one task, before another window can come between.
    `<script>${code.script}</script>`,
    style,
    player.slice(head, before),
    editions,
    player.slice(before, at),
    // Marp's player keeps its instance to itself; ours has to step through the same slides.
    'globalThis.wendaBespoke=',
    player.slice(at),
  ];
  return success(secured(page.join('')));
}

const UNKNOWN_PLAYER = {
  code: 'deck/player',
  severity: 'error',
  message: 'the player that Marp made is not the one that Wenda adds to',
  hint: 'Run npm ci: another version of @marp-team/marp-cli is installed than package.json names.',
} as const;

/** Notes and controls stand outside the slides, where the theme's style sheet does not reach. */
function readingStyle({ edition, faces, reading }: DeckPart): string {
  const found = faces.find(({ face }) => `${face.genre}-${face.weight}` === reading);
  return found ? `:lang(${edition.language}){--wenda-sans:"${found.face.family}",sans-serif}` : '';
}

/** The faces as CSS, under the names that the style sheet calls them by. */
export function fontFaces(faces: readonly EmbeddedFace[]): string {
  return faces.map(fontFace).join('');
}

/** A line's text is as high as its em and no higher, with the baseline where the style sheet reckons it. */
const EM_BOX = 'ascent-override:93%;descent-override:7%;line-gap-override:0%;';

function fontFace(embedded: EmbeddedFace): string {
  const known = rules.get(embedded.woff);
  if (known?.face === embedded.face) return known.rule;
  const rule = fontRule(embedded);
  rules.set(embedded.woff, { face: embedded.face, rule });
  return rule;
}

/** Most edits bring no new character, and then the file is the same. */
const rules = new WeakMap<Uint8Array, { readonly face: FontFace; readonly rule: string }>();

function fontRule({ face, woff }: EmbeddedFace): string {
  const data = Buffer.from(woff.buffer, woff.byteOffset, woff.byteLength).toString('base64');
  return (
    `@font-face{font-family:"${face.family}";font-weight:${face.weight};font-display:block;${EM_BOX}` +
    `src:url(data:font/woff;base64,${data}) format("woff")}`
  );
}
