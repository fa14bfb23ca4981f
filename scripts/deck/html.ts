// The HTML player made whole: the fonts go into it, so that it needs nothing beside it.

import type { FontFace } from '../fonts/faces.ts';

export interface EmbeddedFace {
  readonly face: FontFace;
  readonly woff: Uint8Array;
}

/** `player` with the faces as data URIs in its head, under the names that the style sheet calls them by. */
export function deckHtml(player: string, faces: readonly EmbeddedFace[]): string {
  const head = player.indexOf('</head>');
  const style = `${fontFaces(faces)}${notesStyle(faces)}`;
  return `${player.slice(0, head)}<style>${style}</style>${player.slice(head)}`;
}

/** The faces as CSS, under the names that the style sheet calls them by. */
export function fontFaces(faces: readonly EmbeddedFace[]): string {
  return faces.map(fontFace).join('');
}

/** The speaker notes stand outside the slides, where the theme's style sheet does not reach. */
function notesStyle(faces: readonly EmbeddedFace[]): string {
  const reading = faces.find(({ face }) => face.genre === 'sans' && face.weight === 400);
  return reading
    ? `.bespoke-marp-note{font-family:"${reading.face.family}",sans-serif;line-height:1.6;text-autospace:normal}`
    : '';
}

/** A line's text is as high as its em and no higher, with the baseline where the style sheet reckons it. */
const EM_BOX = 'ascent-override:93%;descent-override:7%;line-gap-override:0%;';

function fontFace({ face, woff }: EmbeddedFace): string {
  const data = Buffer.from(woff.buffer, woff.byteOffset, woff.byteLength).toString('base64');
  return (
    `@font-face{font-family:"${face.family}";font-weight:${face.weight};font-display:block;${EM_BOX}` +
    `src:url(data:font/woff;base64,${data}) format("woff")}`
  );
}
