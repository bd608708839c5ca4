// The preview server: serves a built site on this machine as GitHub Pages and `jekyll serve` do.

import { closeSync, createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BuildError } from '../diagnostics/diagnostic.ts';
import { visibleLine } from '../diagnostics/visible.ts';
import { disk } from '../files/disk.ts';
import { contentType } from './content-type.ts';
import { type HostRules, isOwnHost } from './hosts.ts';
import { openShown } from './open.ts';
import { type Answer, resolveRequest } from './resolve.ts';
import { ServedFolder } from './served-folder.ts';

export interface ServerOptions {
  /** The built site, absolute. */
  readonly folder: string;
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  /** The path that the site is mounted at: '' or '/name'. */
  readonly baseurl: string;
  /** Additional host names to answer to; '.example' includes all subdomains. */
  readonly allowedHosts?: readonly string[];
  /** Whether the build wrote this hidden file, by its path relative to the folder; by default, none. */
  isWritten?(relative: string): boolean;
}

export interface RunningServer {
  /** The address of the site, e.g. 'http://127.0.0.1:4000/name/'. */
  readonly url: string;
  close(): Promise<void>;
}

/** @throws BuildError ('server-address') if the server can't listen at the address */
export function startServer(options: ServerOptions): Promise<RunningServer> {
  const { host, port, baseurl, allowedHosts = [], isWritten = () => false } = options;
  const folder = new ServedFolder(disk, options.folder, isWritten);
  const rules: HostRules = { host, allowed: allowedHosts };
  const server = createServer((request, response) => {
    try {
      answerTo(request, response, { folder, baseurl, rules });
    } catch {
      // Such as a folder without permission; the next request may succeed.
      if (response.headersSent) response.destroy();
      else sendText(request, response, 500, 'The preview could not read this file.');
    }
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

interface Preview {
  readonly folder: ServedFolder;
  readonly baseurl: string;
  readonly rules: HostRules;
}

function answerTo(request: IncomingMessage, response: ServerResponse, { folder, baseurl, rules }: Preview): void {
  const { hosts, path } = targetOf(request);
  const foreign = hosts.find((host) => !isOwnHost(host, request.socket.localAddress, rules));
  if (foreign !== undefined || hosts.length === 0) {
    sendText(request, response, 403, refusal(foreign));
  } else if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
  } else {
    send(resolveRequest(folder, baseurl, path), folder, request, response);
  }
}

/** The host names of a request, and its path. A proxy request (`GET http://host/path`) has its own host name. */
function targetOf(request: IncomingMessage): { hosts: readonly string[]; path: string } {
  const headers = request.headersDistinct.host ?? [];
  const [, host, path] = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)(.*)$/is.exec(request.url ?? '/') ?? [];
  if (host === undefined) return { hosts: headers, path: request.url ?? '/' };
  return { hosts: [host, ...headers], path: path!.startsWith('/') ? path! : `/${path}` };
}

function refusal(host: string | undefined): string {
  if (host === undefined) return 'The preview only answers requests that name their host.';
  const name = visibleLine(host.slice(0, 255)).replace(/:\d*$/, '');
  return [
    `The preview doesn't answer requests for '${name}': another site may have led your browser here.`,
    'Open the address that build-site printed. If the name is yours (of a container, or in your network), allow it:',
    `build-site serve --allow-host ${name}`,
  ].join('\n');
}

function sendText(request: IncomingMessage, response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' });
  response.end(request.method === 'HEAD' ? undefined : `${text}\n`);
}

function send(answer: Answer, folder: ServedFolder, request: IncomingMessage, response: ServerResponse): void {
  // A cached page would be out of date after the next build.
  response.setHeader('cache-control', 'no-cache, no-store, must-revalidate');
  if (answer.kind === 'redirect') {
    response.writeHead(301, { location: answer.to }).end();
    return;
  }
  if (answer.kind === 'text') {
    sendText(request, response, answer.status, answer.text);
    return;
  }
  const { path, status } = answer;
  const file = openShown(folder, path);
  if (file === null) {
    sendText(request, response, 404, 'Not found.');
    return;
  }
  const { descriptor, size } = file;
  const range = status === 200 ? rangeOf(request.headers.range, size) : null;
  const { start, end } = range === null || range === 'unsatisfiable' ? { start: 0, end: size - 1 } : range;
  if (range === 'unsatisfiable') response.writeHead(416, { 'content-range': `bytes */${size}` });
  else {
    response.writeHead(range === null ? status : 206, {
      'content-type': contentType(path),
      'content-length': end - start + 1,
      'accept-ranges': 'bytes',
      ...(range === null ? {} : { 'content-range': `bytes ${start}-${end}/${size}` }),
    });
  }
  if (range === 'unsatisfiable' || request.method === 'HEAD' || size === 0) {
    closeSync(descriptor);
    response.end();
    return;
  }
  const stream = createReadStream(path, { fd: descriptor, start, end });
  // If a file is truncated while it is sent, the connection ends: the headers are already out.
  stream.once('error', () => response.destroy());
  response.once('close', () => stream.destroy());
  stream.pipe(response);
}

/** A single byte range, as audio and video players request; null for the whole file. */
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
      return [`Port ${port} is in use.`, `Stop the other server, or use another port: build-site serve -P ${port + 1}`];
    case 'EACCES':
      return [`Port ${port} is not allowed.`, 'Use a port from 1024 on: build-site serve -P 4000'];
    case 'ENOTFOUND':
    case 'EADDRNOTAVAIL':
      return [`${host} is not an address of this machine.`, 'Omit -H, or use -H 0.0.0.0 for all addresses.'];
    default:
      return [`Can't listen on ${host}:${port}: ${error.message}`, 'Try another host (-H) or port (-P).'];
  }
}
