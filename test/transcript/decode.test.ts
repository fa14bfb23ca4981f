import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decode } from '../../scripts/transcript/decode.ts';
import { encodeLegacy, encodeUtf8, encodeUtf16 } from '../support/encode.ts';

const transcript = new URL('../fixtures/transcripts/zhiyuan.txt', import.meta.url);
const real = new Uint8Array(fs.readFileSync(transcript));
const prose =
  '問：大模型火爆一年半，業界的判斷更加理性，您認為人工智能是否達到了泡沫臨界點？\n答：還遠沒有到所謂的泡沫臨界點，這是我非常堅信的觀點。\n';
const simplified =
  '问：大模型火爆一年半，业界的判断更加理性。\n答：还远没有到所谓的泡沫临界点，这是我非常坚信的观点。\n';

describe('decode', () => {
  it.each([
    ['UTF-8', encodeUtf8(prose), 'utf-8', false],
    ['UTF-8 with mark', encodeUtf8(prose, true), 'utf-8', true],
    ['UTF-16 LE with mark', encodeUtf16(prose, 'le', true), 'utf-16le', true],
    ['UTF-16 BE with mark', encodeUtf16(prose, 'be', true), 'utf-16be', true],
    ['UTF-16 LE', encodeUtf16(prose, 'le'), 'utf-16le', false],
    ['UTF-16 BE', encodeUtf16(prose, 'be'), 'utf-16be', false],
    ['GB 18030', encodeLegacy(prose, 'gb18030'), 'gb18030', false],
    ['Big5', encodeLegacy(prose, 'big5'), 'big5', false],
    [
      'a few words of Big5',
      encodeLegacy('問：好嗎？\n答：很好。', 'big5'),
      'big5',
      false,
      '問：好嗎？\n答：很好。',
    ],
  ] as const)('reads %s', (_, bytes, encoding, hasByteOrderMark, text: string = prose) => {
    expect(decode(bytes, 'a.txt')).toEqual({
      ok: true,
      value: { text, encoding, hasByteOrderMark },
      diagnostics: [],
    });
  });

  it('reads simplified text in GB 18030', () => {
    const result = decode(encodeLegacy(simplified, 'gb18030'), 'a.txt');
    expect(result.ok && result.value).toMatchObject({ text: simplified, encoding: 'gb18030' });
  });

  const damaged = (bytes: Uint8Array, at: number): Uint8Array => bytes.with(at, 0xff);

  it.each([
    ['UTF-8', damaged(real, 5000), '5000', 25],
    ['cut off UTF-8', real.subarray(0, real.length - 1), String(real.length - 3), 40],
    ['Big5', damaged(encodeLegacy(prose, 'big5'), 40), '40', 1],
    ['GB 18030', damaged(encodeLegacy(simplified, 'gb18030'), 61), '61', 2],
    ['UTF-16 of an odd length', encodeUtf16(prose, 'le', true).subarray(0, 21), '20', 1],
    ['Latin-1', Buffer.from('caf\xe9 na\xefve', 'latin1'), 'offset', 1],
  ] as const)('tells where damaged %s cannot be read', (_, bytes, offset, line) => {
    const { ok, diagnostics } = decode(bytes, 'a.txt');
    expect(ok).toBe(false);
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ code: 'transcript/undecodable', place: { file: 'a.txt', line } });
    expect(diagnostics[0]?.message).toContain(offset);
  });

  it.each([
    ['text with a NUL', Buffer.from('問：好嗎？\0答：好。')],
    ['controls', Buffer.from('\x01\x02\x03\x04 好')],
  ])('refuses %s', (_, bytes) => {
    expect(decode(bytes, 'a.txt').diagnostics).toMatchObject([{ code: 'transcript/binary' }]);
  });

  it('reads in the encoding that is given, and nothing else', () => {
    const few = encodeLegacy('問：好', 'big5');
    expect(decode(few, 'a.txt', 'big5')).toMatchObject({ value: { text: '問：好', encoding: 'big5' } });
    expect(decode(encodeUtf8(prose, true), 'a.txt', 'utf-8')).toMatchObject({ value: { text: prose } });
    const [diagnostic] = decode(encodeLegacy(prose, 'gb18030'), 'a.txt', 'utf-8').diagnostics;
    expect(diagnostic).toMatchObject({ code: 'transcript/undecodable', place: { line: 1 } });
    expect(diagnostic?.message).toContain('offset 0 ');
  });
});
