// The preview: serves a built site on this machine as GitHub Pages and `jekyll serve` do.

import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BuildError } from '../diagnostics/diagnostic.ts';
import { disk } from '../files/disk.ts';
import type { FileSystem } from '../files/file-system.ts';
import { contentType } from './content-type.ts';
import { type Answer, resolveRequest } from './resolve.ts';

export interface ServerOptions {
  /** The built site, absolute. */
  readonly folder: string;
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** The path that the site lies under: '' or '/name'. */
  readonly baseurl: string;
  readonly files?: FileSystem;
}

export interface RunningServer {
  /** Where the site is, e.g. 'http://127.0.0.1:4000/name/'. */
  readonly url: string;
  close(): Promise<void>;
}

/** @throws BuildError ('server-address') where the address can't be had. */
export function startServer(options: ServerOptions): Promise<RunningServer> {
  const { folder, host, port, baseurl, files = disk } = options;
  const server = createServer((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    send(resolveRequest(files, folder, baseurl, request.url ?? '/'), request, response);
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(addressError(error, host, port)));
    server.listen(port, host, () => {
      const name = host.includes(':') ? `[${host}]` : host;
      const close = (): Promise<void> =>
        new Promise((done) => {
          server.close(() => done());
          server.closeAllConnections();
        });
      resolve({ url: `http://${name}:${(server.address() as AddressInfo).port}${baseurl}/`, close });
    });
  });
}

function send(answer: Answer, request: IncomingMessage, response: ServerResponse): void {
  // A browser that keeps a page would show yesterday's.
  response.setHeader('cache-control', 'no-cache, no-store, must-revalidate');
  if (answer.kind === 'redirect') {
    response.writeHead(301, { location: answer.to }).end();
    return;
  }
  if (answer.kind === 'text') {
    response.writeHead(answer.status, { 'content-type': 'text/plain; charset=utf-8' });
    response.end(request.method === 'HEAD' ? undefined : `${answer.text}\n`);
    return;
  }
  const { path, size, status } = answer;
  const range = status === 200 ? rangeOf(request.headers.range, size) : null;
  if (range === 'unsatisfiable') {
    response.writeHead(416, { 'content-range': `bytes */${size}` }).end();
    return;
  }
  const { start, end } = range ?? { start: 0, end: size - 1 };
  response.writeHead(range === null ? status : 206, {
    'content-type': contentType(path),
    'content-length': end - start + 1,
    'accept-ranges': 'bytes',
    ...(range === null ? {} : { 'content-range': `bytes ${start}-${end}/${size}` }),
  });
  if (request.method === 'HEAD' || size === 0) response.end();
  else {
    // A file that goes away while it is sent ends the connection: the headers are out already.
    const stream = createReadStream(path, { start, end });
    stream.once('error', () => response.destroy());
    response.once('close', () => stream.destroy());
    stream.pipe(response);
  }
}

/** One range of bytes, which players of audio and video ask for; null for the whole file. */
function rangeOf(header: string | undefined, size: number): { start: number; end: number } | 'unsatisfiable' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (match === null || (match[1] === '' && match[2] === '')) return null;
  const start = match[1] === '' ? Math.max(0, size - Number(match[2])) : Number(match[1]);
  const end = match[1] === '' || match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1);
  return start > end ? 'unsatisfiable' : { start, end };
}

function addressError(error: NodeJS.ErrnoException, host: string, port: number): BuildError {
  const [message, hint] = explain(error, host, port);
  return new BuildError({ code: 'server-address', message, hint }, error);
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): [message: string, hint: string] {
  switch (error.code) {
    case 'EADDRINUSE':
      return [`Port ${port} is in use.`, `End the other server, or take another port: build-site serve -P ${port + 1}`];
    case 'EACCES':
      return [`Port ${port} is not allowed.`, 'Take one from 1024 on: build-site serve -P 4000'];
    case 'ENOTFOUND':
    case 'EADDRNOTAVAIL':
      return [`${host} is not an address of this machine.`, 'Leave -H out, or use -H 0.0.0.0 for all its addresses.'];
    default:
      return [`Can't listen on ${host}:${port}: ${error.message}`, 'Try another host (-H) or port (-P).'];
  }
}
