// What a picture is and how many pixels it has, from the first bytes of its file. Owns image-size.

export interface Pixels {
  readonly format: 'png' | 'jpeg' | 'svg';
  /** As it is shown: a camera may have noted that it is to be turned. */
  readonly width: number;
  readonly height: number;
}

/** Undefined for anything but a whole PNG, JPEG or SVG file. */
export async function pixelsOf(bytes: Uint8Array): Promise<Pixels | undefined> {
  // Loaded where there is a picture: most books have none.
  const { imageSize } = await import('image-size');
  try {
    const { type, width = 0, height = 0, orientation = 1 } = imageSize(bytes);
    const format = FORMATS[type ?? ''];
    if (!format || !(width > 0) || !(height > 0) || !isWhole(bytes, format)) return undefined;
    return orientation > 4 ? { format, width: height, height: width } : { format, width, height };
  } catch {
    return undefined;
  }
}

const FORMATS: Readonly<Record<string, Pixels['format']>> = { png: 'png', jpg: 'jpeg', svg: 'svg' };

/** A file that was cut off has no end: the chunk IEND (PNG 11.2.5), the marker EOI (JPEG B.2.1), the closing tag. */
function isWhole(bytes: Uint8Array, format: Pixels['format']): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (format === 'png') return buffer.lastIndexOf('IEND', undefined, 'latin1') > 0;
  if (format === 'jpeg') return buffer.lastIndexOf(Buffer.from([0xff, 0xd9])) > 0;
  return /<\/svg>|\/>\s*$/.test(buffer.toString('utf8'));
}
