// pdf.js as the preview uses it. The server has it; it is loaded when a page is first opened.

export interface PdfDocument {
  readonly numPages: number;
  readonly getPage: (number: number) => Promise<PdfPage>;
  readonly getViewerPreferences: () => Promise<Readonly<Record<string, unknown>> | null>;
  readonly destroy: () => Promise<void>;
}

export interface PdfPage {
  readonly getViewport: (options: { readonly scale: number }) => PdfViewport;
  readonly render: (options: { readonly canvas: HTMLCanvasElement; readonly viewport: PdfViewport }) => {
    readonly promise: Promise<void>;
  };
}

export interface PdfViewport {
  readonly width: number;
  readonly height: number;
}

interface Reader {
  readonly GlobalWorkerOptions: { workerSrc: string };
  readonly getDocument: (options: {
    readonly url: string;
    readonly isEvalSupported: boolean;
    readonly useWasm: boolean;
  }) => { readonly promise: Promise<PdfDocument> };
}

const ADDRESS = '/pdfjs/pdf.mjs';

let loading: Promise<Reader> | undefined;

export function loadReader(): Promise<Reader> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Reader> {
  const reader = (await import(ADDRESS)) as Reader;
  reader.GlobalWorkerOptions.workerSrc = '/pdfjs/worker.mjs';
  return reader;
}
