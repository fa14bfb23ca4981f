// The booklet itself in the panel, page or spread, drawn by pdf.js. A newer one is drawn before it takes the place of the
// one that is seen.

import { loadReader, type PdfDocument, type PdfPage } from './reader.ts';

export interface BookletView {
  readonly show: (address: string, hash: string, number: number) => Promise<void>;
  readonly refresh: (hash: string) => Promise<void>;
  readonly step: (by: number) => void;
  /** Draws again for the room there is. */
  readonly redraw: () => Promise<void>;
}

interface Shown {
  readonly address: string;
  readonly hash: string;
  readonly document: PdfDocument;
  readonly isRightBound: boolean;
}

/** `onTurn` hears which page a turning of the leaf leads to. */
export function createBooklet(
  stage: HTMLElement,
  position: HTMLElement,
  onTurn: (number: number) => void,
): BookletView {
  let shown: Shown | undefined;
  let number = 1;
  let wanted = '';

  async function open(address: string, hash: string): Promise<void> {
    const mine = `${address}?v=${hash.slice(0, 12)}`;
    wanted = mine;
    if (shown?.address === address && shown.hash === hash) return draw(shown);
    const { getDocument } = await loadReader();
    const document = await getDocument({ url: mine, isEvalSupported: false, useWasm: false }).promise;
    const preferences = await document.getViewerPreferences();
    const next = { address, hash, document, isRightBound: preferences?.['Direction'] === 'R2L' };
    if (wanted !== mine) {
      await document.destroy();
      return;
    }
    const before = shown;
    shown = next;
    await draw(next);
    await before?.document.destroy();
  }

  async function draw({ document, isRightBound }: Shown): Promise<void> {
    number = Math.min(Math.max(1, number), document.numPages);
    const numbers = pagesAt(number, document.numPages, isSpread(stage));
    const pages = await Promise.all(numbers.map((one) => document.getPage(one)));
    const canvases = await Promise.all(pages.map((page) => drawPage(page, stage, numbers.length)));
    if (shown?.document !== document) return;
    const words = position.dataset['words'] ?? '';
    for (const [index, canvas] of canvases.entries()) {
      canvas.setAttribute('role', 'img');
      canvas.setAttribute('aria-label', wordsFor(words, numbers[index] ?? 0, document.numPages));
    }
    stage.replaceChildren(...(isRightBound ? canvases.reverse() : canvases));
    position.textContent = wordsFor(words, numbers.join('–'), document.numPages);
  }

  const redraw = async (): Promise<void> => {
    if (shown && !stage.hidden) await draw(shown);
  };
  let resizing: ReturnType<typeof setTimeout> | undefined;
  new ResizeObserver(() => {
    clearTimeout(resizing);
    resizing = setTimeout(redraw, 100);
  }).observe(stage);

  return {
    show: (address, hash, wantedNumber) => {
      number = wantedNumber;
      return open(address, hash);
    },
    refresh: async (hash) => {
      if (shown && shown.hash !== hash) await open(shown.address, hash);
    },
    step: (by) => {
      if (!shown) return;
      const count = shown.document.numPages;
      const here = pagesAt(number, count, isSpread(stage));
      const next = by > 0 ? (here.at(-1) ?? number) + 1 : (here[0] ?? number) - 1;
      if (next >= 1 && next <= count) onTurn(next);
    },
    redraw,
  };
}

const wordsFor = (words: string, number: number | string, count: number): string =>
  words.replace('{n}', String(number)).replace('{count}', String(count));

/** A page, with the one that faces it where there is room: the first faces none, and the last may not. */
function pagesAt(number: number, count: number, spread: boolean): readonly number[] {
  const left = number - (number % 2);
  return spread ? [left, left + 1].filter((page) => page >= 1 && page <= count) : [number];
}

const isSpread = ({ clientWidth, clientHeight }: HTMLElement): boolean => clientWidth > clientHeight;

async function drawPage(page: PdfPage, stage: HTMLElement, side: number): Promise<HTMLCanvasElement> {
  const { width, height } = page.getViewport({ scale: 1 });
  const scale = Math.min(stage.clientWidth / side / width, stage.clientHeight / height);
  const viewport = page.getViewport({ scale: scale * devicePixelRatio });
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  canvas.style.width = `${width * scale}px`;
  await page.render({ canvas, viewport }).promise;
  return canvas;
}
