// Downloads over HTTPS, with limits on size and time, and retries where that may help.

import { BuildError } from '../diagnostics/diagnostic.ts';
import { joinBytes } from '../files/bytes.ts';
import { isAddress, isPrivateAddress } from './addresses.ts';
import { type DownloadLimits, downloadLimits, Patience } from './patience.ts';

/** The part of the global `fetch` that is used; tests, and programs that use a proxy, pass their own. */
export type Fetch = (url: string, init: FetchInit) => Promise<Response>;

export interface FetchInit {
  readonly headers: Readonly<Record<string, string>>;
  readonly redirect: 'manual';
  readonly signal: AbortSignal;
  /**
   * The addresses that the host name resolved to and that were checked: the connection must go to one of them, so that
   * a name server can't give a different answer for the connection. Missing if names aren't resolved here.
   */
  readonly addresses?: readonly string[];
}

export interface Network {
  readonly fetch: Fetch;
  /**
   * Resolves a host name. Missing with a proxy, which resolves names itself, and with the caller's own `fetch`:
   * redirects are then judged by name only.
   */
  resolve?(host: string): Promise<readonly string[]>;
  /** downloadLimits() by default. */
  readonly limits?: DownloadLimits;
  /** Bytes so far, and the total if the server sends it. */
  progress(done: number, total: number | undefined): void;
  /** A hint for the author if nothing can be reached: a proxy that Node.js isn't configured for. */
  readonly advice?: string;
}

/** Something can't be downloaded now, or from here; a build may continue without it. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
  /** An overloaded server or a lost connection: a retry may help. */
  readonly mayPass: boolean;

  constructor(message: string, { mayPass = false, cause }: { mayPass?: boolean; cause?: unknown } = {}) {
    super(message, { cause });
    this.mayPass = mayPass;
  }
}

export interface Answer {
  readonly bytes: Uint8Array;
  /** The server's version tag of the file. */
  readonly etag: string | null;
}

const MOST_REDIRECTS = 5;
const WAITS = [300, 1200];

/**
 * Downloads a file.
 * @param etag of the existing copy: returns null if it is still current
 * @throws Unavailable if it can't be downloaded
 * @throws BuildError if it is larger than `most` bytes, or the URL is unsafe
 */
export async function getFile(url: string, most: number, network: Network, etag?: string): Promise<Answer | null> {
  const patience = new Patience(network.limits ?? downloadLimits());
  try {
    for (let attempt = 0; ; attempt++) {
      try {
        return await ask(url, most, network, patience, etag);
      } catch (error) {
        const wait = WAITS[attempt];
        if (!(error instanceof Unavailable) || !error.mayPass || wait === undefined) throw error;
        await new Promise((go) => setTimeout(go, wait));
      }
    }
  } finally {
    patience.end();
  }
}

async function ask(
  written: string,
  most: number,
  network: Network,
  patience: Patience,
  etag?: string,
): Promise<Answer | null> {
  let { url, headers } = secured(written);
  if (etag !== undefined) headers = { ...headers, 'if-none-match': etag };
  try {
    let place = await locate(url, network);
    for (let redirects = 0; ; redirects++) {
      patience.begin();
      const { signal } = patience;
      const pinned = place.addresses === undefined ? {} : { addresses: place.addresses };
      const response = await network.fetch(url.href, { headers, redirect: 'manual', signal, ...pinned });
      const to = response.headers.get('location');
      if (response.status >= 300 && response.status < 400 && to !== null) {
        await response.body?.cancel();
        if (redirects === MOST_REDIRECTS) throw new Unavailable(`${url.host} redirects too many times`);
        const next = secured(new URL(to, url).href);
        const nextPlace = await locate(next.url, network);
        if (nextPlace.isPrivate && !place.isPrivate) throw redirectRefused(url, next.url);
        // Credentials for one server are not sent to another.
        if (next.url.origin !== url.origin) headers = { ...next.headers };
        url = next.url;
        place = nextPlace;
        continue;
      }
      if (response.status === 304) return null;
      if (!response.ok) {
        await response.body?.cancel();
        const mayPass = response.status >= 500 || response.status === 429;
        throw new Unavailable(`${shown(url)} answers ${response.status} ${response.statusText}`.trim(), { mayPass });
      }
      return { bytes: await bodyOf(response, url, most, network, patience), etag: response.headers.get('etag') };
    }
  } catch (error) {
    if (error instanceof Unavailable || error instanceof BuildError) throw error;
    throw unreachable(url, error, patience.reason, network.advice);
  }
}

interface Place {
  /** Not on the public internet. */
  readonly isPrivate: boolean;
  /** Undefined if names aren't resolved here. */
  readonly addresses?: readonly string[];
}

async function locate({ hostname }: URL, network: Network): Promise<Place> {
  if (isAddress(hostname)) return { isPrivate: isPrivateAddress(hostname) };
  const isLocalName = /(?:^|\.)localhost\.?$/.test(hostname);
  if (network.resolve === undefined) return { isPrivate: isLocalName };
  const addresses = await network.resolve(hostname);
  return { isPrivate: isLocalName || addresses.some(isPrivateAddress), addresses };
}

const redirectRefused = (from: URL, to: URL): BuildError =>
  new BuildError({
    code: 'download-redirect-refused',
    message: `${shown(from)} redirects to ${to.host}, which is an address on this machine or a private network`,
    hint: 'No request was sent there. To download from that host, make it the source in the Gemfile.',
  });

async function bodyOf(
  response: Response,
  url: URL,
  most: number,
  network: Network,
  patience: Patience,
): Promise<Uint8Array> {
  // For a compressed response it is the compressed size.
  const length = response.headers.has('content-encoding') ? null : response.headers.get('content-length');
  const total = length === null ? undefined : Number(length);
  const chunks: Uint8Array[] = [];
  let done = 0;
  patience.measure();
  const reader = (response.body ?? new Blob([]).stream()).getReader();
  for (;;) {
    const part = await reader.read();
    if (part.done) break;
    patience.heard(part.value.length);
    chunks.push(part.value);
    done += part.value.length;
    if (done > most || (total ?? 0) > most) {
      await reader.cancel();
      throw new BuildError({
        code: 'download-too-large',
        message: `${shown(url)} is refused: it is larger than ${Math.round(most / 1024 / 1024)} MiB`,
        hint: 'Check the source in the Gemfile.',
      });
    }
    network.progress(done, total);
  }
  return joinBytes(chunks);
}

/** HTTPS only, except for this machine; a user name and password in the URL become a header. */
function secured(written: string): { url: URL; headers: Readonly<Record<string, string>> } {
  let url: URL;
  try {
    url = new URL(written);
  } catch (error) {
    throw new Unavailable(`'${written}' is not a URL`, { cause: error });
  }
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol === 'http:' && !isLocal) url = new URL(`https:${url.href.slice('http:'.length)}`);
  if (url.protocol !== 'https:' && !isLocal) throw new Unavailable(`${url.protocol} URLs are not supported`);
  const { username, password } = url;
  if (username === '') return { url, headers: {} };
  url.username = '';
  url.password = '';
  const credentials = btoa(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`);
  return { url, headers: { authorization: `Basic ${credentials}` } };
}

/** A URL without its private parts. */
const shown = (url: URL): string => `${url.origin}${url.pathname}`;

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'the host is unknown, or there is no network',
  EAI_AGAIN: 'there is no network, or no name server',
  ECONNREFUSED: 'the connection is refused',
  ECONNRESET: 'the connection was cut',
  ENETUNREACH: 'there is no network',
  UND_ERR_SOCKET: 'the connection was cut',
  UND_ERR_CONNECT_TIMEOUT: 'it timed out',
};

const CUT: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

function unreachable(url: URL, error: unknown, lost: string | null, advice: string | undefined): Unavailable {
  const cause = ((error as Error).cause ?? error) as { code?: string; message?: string };
  if (lost !== null) return new Unavailable(`${url.host} takes too long: ${lost}`, { cause: error });
  const why = REASONS[cause.code ?? ''] ?? cause.message ?? String(error);
  const message = `${url.host} can't be reached: ${why}${advice === undefined ? '' : ` (${advice})`}`;
  return new Unavailable(message, { mayPass: CUT.has(cause.code ?? ''), cause: error });
}
