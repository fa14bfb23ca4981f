// Serves files and pages to the browsers of this machine, and tells them when there is something new. Owns sirv.

import {
  createServer,
  type Server as HttpServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';
import { failure, type Result, success } from '../model/diagnostic.ts';
import { isSystemError } from './files.ts';

export interface Answer {
  readonly type: 'text/html' | 'text/javascript';
  readonly body: string;
}

export interface ServerOptions {
  /** 0: any that is free. */
  readonly port: number;
  /** What lies in it is found under /dist/. */
  readonly folder: string;
  /** The page at a path, undefined where there is none. */
  readonly answer: (path: string) => Promise<Answer | undefined>;
  /** A page newer than the file that lies in the folder, by its path there; undefined where the file is to be had. */
  readonly fresh?: (path: string) => Uint8Array | undefined;
}

export interface Server {
  readonly url: string;
  /** Says `event` to every page that is open, with a line of data. */
  readonly tell: (event: string, data?: string) => void;
  readonly close: () => Promise<void>;
}

const HOST = '127.0.0.1';

/** Listens on this machine alone. Errors: `preview/port-in-use`, `preview/port`. */
export async function serve(options: ServerOptions): Promise<Result<Server>> {
  const listeners = new Set<ServerResponse>();
  const files = sirv(options.folder, { dev: true, etag: true });
  const server = createServer((request, response) => {
    respond(request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
      response.end(String(error));
    });
  });

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isFromHere(request)) return refuse(response, 403);
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
    const { pathname } = new URL(request.url ?? '/', `http://${HOST}`);
    if (pathname === '/events') return listen(request, response);
    if (pathname.startsWith('/dist/')) {
      const fresh = options.fresh?.(decoded(pathname.slice('/dist/'.length)) ?? '');
      if (fresh) return send(request, response, { 'content-type': 'text/html; charset=utf-8' }, fresh);
      request.url = request.url?.slice('/dist'.length) ?? '/';
      return files(request, response, () => refuse(response, 404));
    }
    const asked = decoded(pathname);
    const answer = asked === undefined ? undefined : await options.answer(asked);
    if (!answer) return refuse(response, 404);
    const headers = { 'content-type': `${answer.type}; charset=utf-8`, 'content-security-policy': POLICY };
    send(request, response, headers, answer.body);
  }

  function listen(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(':\n\n');
    listeners.add(response);
    request.on('close', () => listeners.delete(response));
  }

  try {
    await listening(server, options.port);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return failure(cannotListen(options.port, error));
  }
  const { port } = server.address() as AddressInfo;
  return success({
    url: `http://${HOST}:${port}/`,
    tell: (event, data = '') => {
      for (const response of listeners) response.write(`event: ${event}\ndata:${data}\n\n`);
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const response of listeners) response.end();
      server.closeAllConnections();
      await closed;
    },
  });
}

function send(
  { method }: IncomingMessage,
  response: ServerResponse,
  headers: Readonly<Record<string, string>>,
  body: string | Uint8Array,
): void {
  response.writeHead(200, { ...headers, 'cache-control': 'no-store' });
  response.end(method === 'HEAD' ? undefined : body);
}

/** Nothing from elsewhere, and no script but our own. */
const POLICY =
  "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; script-src 'self'; connect-src 'self'; " +
  "frame-src 'self'; base-uri 'none'; form-action 'none'";

/** A page of another site may not read the work by having its own name point to this machine. */
function isFromHere({ headers }: IncomingMessage): boolean {
  return /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(headers.host ?? '');
}

/** Undefined where the escapes of a path mean nothing. */
function decoded(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/plain' });
  response.end();
}

function listening(server: HttpServer, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => resolve());
  });
}

function cannotListen(port: number, error: NodeJS.ErrnoException) {
  const isTaken = error.code === 'EADDRINUSE';
  return {
    code: isTaken ? 'preview/port-in-use' : 'preview/port',
    severity: 'error',
    message: isTaken ? `port ${port} is in use already` : `port ${port} cannot be used: ${error.message}`,
    hint: 'Name another with --port, or 0 for any that is free; perhaps a preview runs already.',
  } as const;
}
