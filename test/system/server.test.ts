import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Server, serve } from '../../scripts/system/server.ts';
import { scratch } from '../support/wenda.ts';

const folder = scratch();
fs.mkdirSync(path.join(folder, 'dist'));
fs.writeFileSync(path.join(folder, 'dist/deck.html'), '<h1>deck</h1>');
fs.writeFileSync(path.join(folder, 'secret.txt'), 'secret');

const open: Server[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function start(port = 0): Promise<Server> {
  const started = await serve({
    port,
    folder: path.join(folder, 'dist'),
    answer: async (asked) => (asked === '/' ? { type: 'text/html', body: '<h1>preview</h1>' } : undefined),
  });
  if (!started.ok) throw new Error(started.diagnostics[0]?.message);
  open.push(started.value);
  return started.value;
}

interface Answer {
  readonly status: number | undefined;
  readonly body: string;
  readonly headers: http.IncomingHttpHeaders;
}

/** As a client that sends the path as it is: `fetch` would tidy it up first. */
function get(server: Server, asked: string, headers: Record<string, string> = {}, method = 'GET') {
  const { hostname, port } = new URL(server.url);
  return new Promise<Answer>((resolve, reject) => {
    const request = http.request({ hostname, port, path: asked, method, headers }, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += String(chunk);
      });
      response.on('end', () => resolve({ status: response.statusCode, body, headers: response.headers }));
    });
    request.on('error', reject);
    request.end();
  });
}

describe('the server of the preview', () => {
  it('answers with pages, and with the files of its folder as they now are', async () => {
    const server = await start();
    expect((await get(server, '/')).body).toBe('<h1>preview</h1>');
    expect((await get(server, '/dist/deck.html')).body).toBe('<h1>deck</h1>');
    // As builds write: a file that is being sent stays as it was.
    fs.writeFileSync(path.join(folder, 'dist/deck.new'), '<h1>deck again</h1>');
    fs.renameSync(path.join(folder, 'dist/deck.new'), path.join(folder, 'dist/deck.html'));
    const again = await get(server, '/dist/deck.html?v=2');
    expect(again.body).toBe('<h1>deck again</h1>');
    expect(again.headers['content-type']).toMatch(/^text\/html/);
  });

  it.each([
    '/dist/../secret.txt',
    '/dist/..%2fsecret.txt',
    '/dist/%2e%2e/secret.txt',
    '/dist/none.html',
    '/none',
    '/%',
  ])('has nothing at %s', async (asked) => {
    const { status, body } = await get(await start(), asked);
    expect({ status, body }).toEqual({ status: 404, body: '' });
  });

  it('listens on this machine alone, and answers no name but its own', async () => {
    const server = await start();
    expect(new URL(server.url).hostname).toBe('127.0.0.1');
    expect((await get(server, '/', { host: 'attacker.example' })).status).toBe(403);
    expect((await get(server, '/', {}, 'POST')).status).toBe(405);
  });

  it('lets its pages run no script but its own and ask nobody else', async () => {
    const policy = (await get(await start(), '/')).headers['content-security-policy'];
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
  });

  it('tells every open page what has happened, in order', async () => {
    const server = await start();
    const heard = fetch(new URL('events', server.url)).then(async (response) => {
      let text = '';
      for await (const chunk of response.body ?? []) {
        text += new TextDecoder().decode(chunk as Uint8Array);
        if (text.includes('event: built')) return text;
      }
      return text;
    });
    const telling = setInterval(() => {
      server.tell('building');
      server.tell('built');
    }, 20);
    expect(
      (await heard)
        .replace(/^:\n\n/, '')
        .split('\n\n')
        .slice(0, 2),
    ).toEqual(['event: building\ndata:', 'event: built\ndata:']);
    clearInterval(telling);
  });

  it('answers with what is newer than a file, and hands an event its data', async () => {
    const fresh = new Map([['deck.html', new TextEncoder().encode('<h1>newer</h1>')]]);
    const started = await serve({
      port: 0,
      folder: path.join(folder, 'dist'),
      answer: async () => undefined,
      fresh: (asked) => fresh.get(asked),
    });
    if (!started.ok) throw new Error(started.diagnostics[0]?.message);
    open.push(started.value);
    const { body, headers } = await get(started.value, '/dist/deck.html?v=3');
    expect(body).toBe('<h1>newer</h1>');
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
    });
    fresh.clear();
    expect((await get(started.value, '/dist/deck.html')).body).toContain('<h1>deck');
    const telling = setInterval(() => started.value.tell('decks', '{"a/zh-TW":"1"}'), 20);
    const response = await fetch(new URL('events', started.value.url));
    for await (const chunk of response.body ?? []) {
      const text = new TextDecoder().decode(chunk as Uint8Array);
      if (!text.includes('event')) continue;
      expect(text).toContain('event: decks\ndata:{"a/zh-TW":"1"}\n\n');
      break;
    }
    clearInterval(telling);
  });

  it('says that a port is in use, and what to do', async () => {
    const { port } = new URL((await start()).url);
    const second = await serve({ port: Number(port), folder, answer: async () => undefined });
    expect(second).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'preview/port-in-use', message: `port ${port} is in use already` }],
    });
  });
});
