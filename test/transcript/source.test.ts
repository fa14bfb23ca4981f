import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { MAX_BYTES, readSource } from '../../scripts/transcript/source.ts';
import { MAX_UNPACKED } from '../../scripts/transcript/word.ts';
import { docx } from '../support/docx.ts';
import { encodeUtf8 } from '../support/encode.ts';

const word = docx([{ text: '問：好嗎？' }, { text: '答：好。' }]);

/** A deflated file as large as is wanted, whose header claims `claimed` bytes. */
function bomb(size: number, claimed?: number): Uint8Array {
  const bytes = zipSync({
    '[Content_Types].xml': encodeUtf8('<Types/>'),
    'word/document.xml': new Uint8Array(size),
  });
  if (claimed === undefined) return bytes;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = 0; at + 46 < bytes.length; at++) {
    const signature = view.getUint32(at, true);
    const field = signature === 0x04034b50 ? 22 : signature === 0x02014b50 ? 24 : undefined;
    if (field !== undefined && view.getUint32(at + field, true) === size)
      view.setUint32(at + field, claimed, true);
  }
  return bytes;
}

describe('a file that holds no text', () => {
  it.each([
    ['empty', 'empty', new Uint8Array()],
    ['a picture named .txt', 'binary', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['an archive', 'binary', zipSync({ 'a.txt': encodeUtf8('好') })],
    ['a Word document without end', 'damaged', word.subarray(0, word.length - 30)],
    ['half a Word document', 'damaged', word.subarray(0, word.length >> 1)],
    ['a Word document with a hole', 'damaged', new Uint8Array(word).fill(0xff, 300, 340)],
    [
      'a Word document without its parts',
      'damaged',
      zipSync({ '[Content_Types].xml': encodeUtf8('<Types/>') }),
    ],
    ['an empty Word document', 'empty', docx([])],
    ['a ZIP bomb', 'too-large', bomb(MAX_UNPACKED + 1)],
    ['a ZIP bomb that lies about its size', 'too-large', bomb(MAX_UNPACKED + 1, 100)],
    ['an old Word document', 'unsupported', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['a PDF', 'unsupported', Buffer.from('%PDF-1.7\n')],
    ['a rich text file', 'unsupported', Buffer.from('{\\rtf1 a}')],
    ['50 MB', 'too-large', new Uint8Array(50_000_000).fill(0x41)],
    ['a little too much', 'too-large', new Uint8Array(MAX_BYTES + 1).fill(0x41)],
  ] as const)('gives one diagnostic, with what to do: %s', async (_, code, bytes) => {
    const { ok, diagnostics } = await readSource(bytes, 'a.txt');
    expect(ok).toBe(false);
    expect(diagnostics).toMatchObject([
      { code: `transcript/${code}`, severity: 'error', place: { file: 'a.txt' } },
    ]);
    expect(diagnostics[0]?.hint).toMatch(/\.$/);
  });
});

it.each([
  ['a Word document', word, 'docx'],
  ['a web page', encodeUtf8('\ufeff<!DOCTYPE html><p>問：好嗎？'), 'html'],
  ['a piece of a web page', encodeUtf8('<p>問：好嗎？</p>'), 'html'],
  ['WebVTT', encodeUtf8('WEBVTT\n\n00:01.000 --> 00:02.000\n好'), 'webvtt'],
  ['SubRip', encodeUtf8('1\r\n00:00:01,000 --> 00:00:02,000\r\n好\r\n'), 'subrip'],
  ['text', encodeUtf8('問：<好>嗎？'), 'text'],
] as const)('%s is known by what it holds, not by its name', async (_, bytes, format) => {
  expect(await readSource(bytes, 'a.bin')).toMatchObject({ ok: true, value: { format } });
});
