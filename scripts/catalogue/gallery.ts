// The pictures of an edition, as the page shows them: the cover, the slides and the pages, each a way to what it shows.

import type { Labels } from '../model/edition.ts';
import type { Locale } from '../model/locale.ts';
import type { Manifest } from './manifest.ts';
import { numbered } from './preview-rows.ts';

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
  const strip = (
    kind: 'slide' | 'page',
    label: string,
    target: string,
    mark: string,
  ): StripView | undefined => {
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
