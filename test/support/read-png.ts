// Reads what a PNG says of itself (PNG, third edition, 5 and 11.2.1).

export interface Png {
  readonly width: number;
  readonly height: number;
  /** The kinds of its chunks, each once. */
  readonly chunks: readonly string[];
}

export function readPng(bytes: Uint8Array): Png {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0) !== 0x89504e47) throw new Error('not a PNG');
  const chunks: string[] = [];
  for (let at = 8; at < bytes.length; at += view.getUint32(at) + 12)
    chunks.push(String.fromCharCode(...bytes.subarray(at + 4, at + 8)));
  return { width: view.getUint32(16), height: view.getUint32(20), chunks: [...new Set(chunks)] };
}
