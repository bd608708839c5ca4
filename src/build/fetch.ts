// `fetch` on top of Node's own HTTP, whose connections can be restricted to verified addresses.

import { lookup } from 'node:dns/promises';
import type { ClientRequest, IncomingMessage } from 'node:http';
import * as http from 'node:http';
import * as https from 'node:https';
import { isIPv6, type LookupFunction } from 'node:net';
import { Readable } from 'node:stream';
import type { FetchInit } from '../themes/http.ts';

const fault = (cause: unknown): TypeError => new TypeError('fetch failed', { cause });

/** The system's resolver. @throws TypeError with the system's error as its cause, like `fetch` */
export async function resolveHost(host: string): Promise<string[]> {
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address);
  } catch (error) {
    throw fault(error);
  }
}

/** A request like `fetch`, without following redirects. Only connects to one of `addresses`, if given. */
export function fetchPinned(url: string, { headers, signal, addresses }: FetchInit): Promise<Response> {
  return new Promise((resolve, reject) => {
    const { request } = url.startsWith('https:') ? https : http;
    const fail = (error: unknown): void => reject(fault(error));
    const pinned = addresses === undefined ? {} : { lookup: among(addresses) };
    const asked: ClientRequest = request(url, { headers, signal, ...pinned }, (answer) => {
      try {
        resolve(responseOf(answer));
      } catch (error) {
        asked.destroy();
        fail(error);
      }
    });
    asked.on('error', fail);
    asked.end();
  });
}

function responseOf(answer: IncomingMessage): Response {
  const { statusCode: status = 0, statusMessage: statusText = '', rawHeaders } = answer;
  const headers = new Headers();
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) headers.append(rawHeaders[i]!, rawHeaders[i + 1]!);
  if (!HAS_NO_BODY.has(status))
    return new Response(Readable.toWeb(answer) as ReadableStream, { status, statusText, headers });
  answer.resume();
  return new Response(null, { status, statusText, headers });
}

const HAS_NO_BODY: ReadonlySet<number> = new Set([204, 205, 304]);

/** A resolver that always returns these addresses. */
const among =
  (addresses: readonly string[]): LookupFunction =>
  (_host, { all }, done) => {
    const known = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
    const [first] = known;
    if (all) done(null, known);
    else if (first === undefined) done(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), '', 4);
    else done(null, first.address, first.family);
  };
