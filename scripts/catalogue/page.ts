// dist/index.html: one page to open everything from, drawn from the manifests that lie in dist/.

import type { Result } from '../model/diagnostic.ts';
import type { Labels } from '../model/edition.ts';
import { LANGUAGE_TAG, LOCALES, type Locale } from '../model/locale.ts';
import { compileTemplate, type TemplateSource } from '../render/template.ts';
import { type GalleryView, galleryOf } from './gallery.ts';
import type { Manifest, Output } from './manifest.ts';

export interface CataloguePageView {
  readonly interviews: readonly {
    readonly title: string;
    readonly language: string;
    /** What is made of all editions together. */
    readonly whole: readonly FileView[];
    readonly editions: readonly EditionView[];
  }[];
}

interface EditionView {
  readonly name: string;
  readonly language: string;
  readonly title: string;
  readonly gallery: GalleryView;
  readonly files: readonly FileView[];
}

export interface FileView {
  readonly href: string;
  readonly label: string;
  readonly detail: string;
  readonly format: string;
}

/** The page as HTML. `labelsOf` gives the words of a locale. */
export function cataloguePage(
  manifests: readonly Manifest[],
  labelsOf: (locale: Locale) => Labels,
  template: TemplateSource,
): Result<string> {
  const compiled = compileTemplate<CataloguePageView>(template, 'html');
  return compiled.ok ? compiled.value(cataloguePageView(manifests, labelsOf)) : compiled;
}

function cataloguePageView(
  manifests: readonly Manifest[],
  labelsOf: (locale: Locale) => Labels,
): CataloguePageView {
  const slugs = [...new Set(manifests.map((manifest) => manifest.interview))];
  return {
    interviews: slugs.map((slug) => {
      const editions = LOCALES.flatMap((locale) =>
        manifests.flatMap((manifest) =>
          manifest.interview === slug && manifest.locale === locale ? [{ ...manifest, locale }] : [],
        ),
      );
      const first = editions[0];
      const whole = manifests.find(({ interview, locale }) => interview === slug && locale === undefined);
      return {
        title: first?.title ?? slug,
        language: first ? LANGUAGE_TAG[first.locale] : 'zh',
        whole: whole ? filesOf(whole, labelsOf(first?.locale ?? LOCALES[0])) : [],
        editions: editions.map((manifest) => editionView(manifest, labelsOf(manifest.locale))),
      };
    }),
  };
}

/** Files in the order a reader wants them, deck before booklet; the rest of the folder is for other programs. */
const ORDER = [
  'deck-all.html',
  'deck.html',
  'deck-share.html',
  'deck.pptx',
  'deck.pdf',
  'handout.pdf',
  'booklet.pdf',
  'booklet-duplex.pdf',
  'booklet-press.pdf',
  'booklet-press-cover.pdf',
  'booklet-sheets.pdf',
  'shop-sheet.pdf',
  'deck.md',
];

function editionView(manifest: Manifest & { readonly locale: Locale }, labels: Labels): EditionView {
  return {
    name: labels.editionName,
    language: LANGUAGE_TAG[manifest.locale],
    title: manifest.title,
    gallery: galleryOf(manifest, labels),
    files: filesOf(manifest, labels),
  };
}

/** What a reader opens of an edition, in the order a reader wants it. */
export function filesOf(manifest: Manifest, labels: Labels): readonly FileView[] {
  return ORDER.flatMap((name) => {
    const output = manifest.outputs[name];
    return output ? [fileView(manifest, name, output, labels)] : [];
  });
}

function fileView(manifest: Manifest, name: string, output: Output, labels: Labels): FileView {
  const label = {
    deck: name === 'deck-all.html' ? labels.wholeDeck : labels.deck,
    share: labels.shareDeck,
    pptx: labels.pptx,
    'deck-pdf': labels.deckPdf,
    handout: labels.handout,
    pictures: labels.slidePictures,
    booklet: labels.booklet,
    duplex: labels.duplexBooklet,
    press: name === 'booklet-press-cover.pdf' ? labels.pressCover : labels.pressPages,
    sheets: labels.pressSheets,
    'shop-sheet': labels.shopSheet,
  }[output.product];
  const count = { slides: labels.slides, pages: labels.pages, sheets: labels.sheets, pictures: '{n}' }[
    output.unit
  ];
  return {
    href: [manifest.interview, manifest.locale ?? [], name].flat().map(encodeURIComponent).join('/'),
    label,
    detail: count.replace('{n}', String(output.count)),
    format: (name.split('.').at(-1) ?? '').toUpperCase(),
  };
}
