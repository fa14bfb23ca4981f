// Text to bytes in the encodings that TextEncoder does not write, by turning the platform's decoders round.

export type LegacyEncoding = 'gb18030' | 'big5';

/** Throws for a character that has no two-byte code. */
export function encodeLegacy(text: string, encoding: LegacyEncoding): Uint8Array {
  const table = tableOf(encoding);
  const bytes = Array.from(text, (character) => {
    if (character < '\x80') return [character.charCodeAt(0)];
    const code = table.get(character);
    if (!code) throw new Error(`${encoding} has no two bytes for ${character}`);
    return code;
  });
  return new Uint8Array(bytes.flat());
}

export function encodeUtf16(text: string, order: 'le' | 'be', mark = false): Uint8Array {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return new Uint8Array(order === 'le' ? bytes : bytes.swap16());
}

export function encodeUtf8(text: string, mark = false): Uint8Array {
  return new TextEncoder().encode((mark ? '\ufeff' : '') + text);
}

const tables = new Map<LegacyEncoding, ReadonlyMap<string, readonly number[]>>();

function tableOf(encoding: LegacyEncoding): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(encoding);
  if (known) return known;
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, readonly number[]>();
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) {
      const character = decoder.decode(new Uint8Array([first, second]));
      if ([...character].length === 1 && character !== '\ufffd' && !table.has(character)) {
        table.set(character, [first, second]);
      }
    }
  }
  tables.set(encoding, table);
  return table;
}
