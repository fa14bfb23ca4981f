// An image that is a paragraph of its own: ![what is seen](figures/a.jpg "caption").

import type { Figure } from '../model/interview.ts';
import type { Reading } from './inline.ts';
import { reportMarks, unmasked } from './marks.ts';
import { isBeside } from './path.ts';
import { extentOf, type NodeOf, startOf } from './tree.ts';

/** The figures of a paragraph that has nothing else in it, undefined where it has. */
export function figuresOf(node: NodeOf<'paragraph'>, reading: Reading): readonly Figure[] | undefined {
  const images = node.children.filter((child) => child.type === 'image');
  const isAlone = node.children.every(
    (child) => child.type === 'image' || (child.type === 'text' && child.value.trim() === ''),
  );
  return isAlone && images.length > 0 ? images.map((image) => figureOf(image, reading)) : undefined;
}

function figureOf(image: NodeOf<'image'>, { masked, report }: Reading): Figure {
  const at = startOf(image);
  const { start, end } = extentOf(image);
  reportMarks('note-here', masked, [start, end], report);
  const file = decoded(unmasked(image.url, start, end, masked));
  if (!isBeside(file)) report('picture-place', at, file);
  const description = unmasked(image.alt ?? '', start, end, masked).trim();
  if (description === '') report('picture-undescribed', at, file);
  return {
    file,
    at,
    description: { text: description, at },
    ...(image.title?.trim() && { caption: { text: unmasked(image.title, start, end, masked).trim(), at } }),
  };
}

/** An address may have %20 for a space; a file name need not. */
function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
