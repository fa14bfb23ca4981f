// The pictures of an edition, as the page shows them: the cover, the slides and the pages, each a way to what it shows.

import type { Labels } from '../model/edition.ts';
import type { Locale } from '../model/locale.ts';
import type { Manifest, Output } from './manifest.ts';

export interface GalleryView {
  readonly cover: PictureView | undefined;
  readonly slides: StripView | undefined;
  readonly pages: StripView | undefined;
}

export interface StripView {
  readonly label: string;
  readonly pictures: readonly PictureView[];
}

export interface PictureView {
  readonly source: string;
  readonly alternative: string;
  /** Where the picture leads: the slide in the deck, the page in the booklet. */
  readonly href: string;
}

/** None of what the manifest does not list. */
export function galleryOf(manifest: Manifest & { readonly locale: Locale }, labels: Labels): GalleryView {
  const cover = manifest.outputs['cover.png'];
  const addressOf = (name: string): string =>
    [manifest.interview, manifest.locale, ...name.split('/')].map(encodeURIComponent).join('/');
  const strip = (kind: string, label: string, target: string, mark: string): StripView | undefined => {
    const pictures = numbered(manifest, kind).map(({ name, number, output }) => ({
      source: addressOf(name),
      alternative: output.alternative ?? '',
      href: `${addressOf(manifest.outputs[target] ? target : name)}${manifest.outputs[target] ? mark + number : ''}`,
    }));
    return pictures.length > 0 ? { label, pictures } : undefined;
  };
  return {
    cover: cover && {
      source: addressOf('cover.png'),
      alternative: cover.alternative ?? '',
      href: addressOf(manifest.outputs['deck.html'] ? 'deck.html' : 'cover.png'),
    },
    slides: strip('slide', labels.slidePictures, 'deck.html', '#'),
    pages: strip('page', labels.pagePictures, 'booklet.pdf', '#page='),
  };
}

interface Numbered {
  readonly name: string;
  readonly number: number;
  readonly output: Output;
}

/** The pictures of a kind, pictures/slide-01.png and on, by their numbers. */
function numbered({ outputs }: Manifest, kind: string): readonly Numbered[] {
  const pattern = new RegExp(`^pictures/${kind}-(\\d+)\\.png$`);
  return Object.entries(outputs)
    .flatMap(([name, output]) => {
      const number = pattern.exec(name)?.[1];
      return number === undefined ? [] : [{ name, number: Number(number), output }];
    })
    .sort((a, b) => a.number - b.number);
}
