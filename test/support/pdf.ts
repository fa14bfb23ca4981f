// Reads a PDF back with pdfjs, another program than any that writes one here.

import './canvas-stubs.ts';

// Not before the stubs stand: a bundle of the benchmarks would import it first.
const { getDocument, OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');

export interface PdfText {
  readonly text: string;
  /** The baseline's start in points from the lower left corner, and the size of the type. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly width: number;
  /** The direction of the baseline: [1, 0] upright, [-1, 0] upside down. */
  readonly direction: readonly [number, number];
  readonly font: string;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly rotate: number;
  readonly label: string | undefined;
  readonly texts: readonly PdfText[];
  /** All text of the page in the order it was drawn, without white space. */
  readonly plain: string;
  readonly links: readonly { readonly page?: number; readonly url?: string }[];
  /** What its pictures show, as the tags say it. */
  readonly alts: readonly string[];
  /** The pixels of its images as they are painted. */
  readonly images: readonly { readonly width: number; readonly height: number }[];
}

export interface Pdf {
  readonly pages: readonly PdfPage[];
  readonly title: string | undefined;
  readonly language: string | undefined;
  readonly isTagged: boolean;
  readonly viewerPreferences: Readonly<Record<string, unknown>>;
  /** Names of the layers that are shown. */
  readonly visibleLayers: readonly string[];
  readonly outline: readonly { readonly title: string; readonly page: number | undefined }[];
  /** The titles of the outline at every level. */
  readonly bookmarks: readonly string[];
}

interface Layer {
  readonly name: string;
  readonly visible: boolean;
}

/** Pages, text with positions, outline and links. Throws where pdfjs cannot read the file. */
export async function readPdf(bytes: Uint8Array): Promise<Pdf> {
  const task = getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 });
  const document = await task.promise;
  const pageOf = async (destination: unknown): Promise<number | undefined> => {
    const target: unknown =
      typeof destination === 'string' ? await document.getDestination(destination) : destination;
    if (!Array.isArray(target)) return undefined;
    return (await document.getPageIndex(target[0])) + 1;
  };
  const labels = await document.getPageLabels();
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
    const content = await page.getTextContent({ disableNormalization: true });
    const texts = content.items.flatMap((item) => {
      if (!('str' in item) || item.str === '') return [];
      const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[];
      const size = Math.hypot(a, b);
      const direction = [a / size, b / size] as const;
      return [{ text: item.str, x, y, size, width: item.width, direction, font: item.fontName }];
    });
    const annotations = await page.getAnnotations();
    const links = await Promise.all(
      annotations
        .filter((annotation) => annotation.subtype === 'Link')
        .map(async (annotation) => ({
          ...(annotation.url !== undefined && { url: String(annotation.url) }),
          ...(annotation.dest && { page: (await pageOf(annotation.dest)) ?? 0 }),
        })),
    );
    pages.push({
      width: right - left,
      height: top - bottom,
      rotate: page.rotate,
      label: labels?.[number - 1],
      texts,
      plain: texts
        .map((item) => item.text)
        .join('')
        .replace(/\s/g, ''),
      links,
      alts: altsOf(await page.getStructTree()),
      images: await imagesOf(page),
    });
  }
  const outline = await Promise.all(
    ((await document.getOutline()) ?? []).map(async (entry) => ({
      title: entry.title,
      page: await pageOf(entry.dest),
    })),
  );
  const bookmarks = titlesOf(((await document.getOutline()) ?? []) as readonly Outlined[]);
  const { info } = await document.getMetadata();
  const { Title: title, Language: language } = info as { Title?: string; Language?: string };
  const isTagged = (await document.getMarkInfo())?.['Marked'] === true;
  const viewerPreferences = ((await document.getViewerPreferences()) ?? {}) as Record<string, unknown>;
  const layers = [...(await document.getOptionalContentConfig())] as [string, Layer][];
  const visibleLayers = layers.filter(([, layer]) => layer.visible).map(([, layer]) => layer.name);
  await task.destroy();
  return { pages, title, language, isTagged, viewerPreferences, visibleLayers, outline, bookmarks };
}

interface Outlined {
  readonly title: string;
  readonly items?: readonly Outlined[];
}

function titlesOf(entries: readonly Outlined[]): readonly string[] {
  return entries.flatMap(({ title, items = [] }) => [title, ...titlesOf(items)]);
}

function altsOf(node: unknown): readonly string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { alt, children = [] } = node as { alt?: string; children?: readonly unknown[] };
  return [...(alt === undefined ? [] : [alt]), ...children.flatMap(altsOf)];
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>;

async function imagesOf(page: Page): Promise<PdfPage['images']> {
  const { fnArray, argsArray } = await page.getOperatorList();
  return fnArray.flatMap((operator, index) => {
    if (operator !== OPS.paintImageXObject) return [];
    const [, width = 0, height = 0] = argsArray[index] as [string, number?, number?];
    return [{ width, height }];
  });
}
