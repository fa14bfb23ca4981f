// The part of subset-font that the house calls; the package brings no types.

declare module 'subset-font' {
  interface SubsetOptions {
    readonly targetFormat?: 'truetype' | 'woff' | 'woff2';
    readonly keepFeatures?: readonly string[];
    readonly noHinting?: boolean;
  }
  export default function subsetFont(
    font: Buffer | ArrayBuffer,
    text: string,
    options?: SubsetOptions,
  ): Promise<Buffer>;
}
