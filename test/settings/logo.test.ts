import { describe, expect, it } from 'vitest';
import { readLogo } from '../../scripts/settings/logo.ts';

const PRESS = 'content/press.yaml';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const svg = (inside = '', attributes = ''): Uint8Array =>
  bytes(
    `<?xml version="1.0"?>\n<!-- a logo -->\n<svg xmlns="http://www.w3.org/2000/svg"${attributes}>${inside}</svg>`,
  );

describe('a logo', () => {
  it.each([
    ['logo.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]), 'image/png'],
    ['logo.jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
    ['logo.svg', svg('<path id="a" fill="url(#b)" d="M0 0h1"/><use href="#a"/>'), 'image/svg+xml'],
  ])('%s becomes a data URI that gives its bytes again', (file, given, type) => {
    const read = readLogo(given, file, PRESS);
    const [head, data = ''] = (read.ok ? read.value : '').split(',');
    expect(head).toBe(`data:${type};base64`);
    expect(new Uint8Array(Buffer.from(data, 'base64'))).toEqual(given);
  });

  it.each([
    ['is not there', undefined, /is not there/],
    ['is no picture', bytes('%PDF-1.7'), /no PNG, JPEG or SVG/],
    ['is a page', bytes('<html><svg></svg></html>'), /no PNG, JPEG or SVG/],
    ['is heavy', new Uint8Array(300_001).fill(0xff), /301 KB/],
    ['has a script', svg('<script>alert(1)</script>'), /<script/],
    ['has a script by another name', svg('<s:script xmlns:s="http://www.w3.org/2000/svg"/>'), /<s:script/],
    ['has a handler', svg('', ' onload="alert(1)"'), /onload=/],
    ['has a page inside', svg('<foreignObject><p>a</p></foreignObject>'), /<foreignObject/],
    ['follows a link', svg('<a href="javascript:alert(1)"><path/></a>'), /javascript:/],
    ['fetches a picture', svg('<image href="https://example.org/a.png"/>'), /example\.org/],
    ['fetches a style', svg('<style>@import "a.css"</style>'), /@import/],
    ['fetches a paint', svg('<path fill="url(https://example.org/a.svg#b)"/>'), /example\.org/],
  ])('that %s is an error at press.yaml', (_, given, message) => {
    const { ok, diagnostics } = readLogo(given, 'content/logo.svg', PRESS);
    expect(ok).toBe(false);
    expect(diagnostics).toMatchObject([{ code: 'settings/logo', place: { file: PRESS } }]);
    expect(diagnostics[0]?.message).toMatch(/content\/logo\.svg/);
    expect(diagnostics[0]?.message).toMatch(message);
  });
});
