// Files from the network: over HTTPS, in bounds of size and time, tried again where that may help.

import { BuildError } from '../diagnostics/diagnostic.ts';
import { joinBytes } from '../files/bytes.ts';

/** What is used of the global `fetch`; a test or a program behind a proxy hands in its own. */
export type Fetch = (url: string, init: FetchInit) => Promise<Response>;

export interface FetchInit {
  readonly headers: Readonly<Record<string, string>>;
  readonly redirect: 'manual';
  readonly signal: AbortSignal;
}

export interface Network {
  readonly fetch: Fetch;
  /** Bytes so far, and in all where the server says it. */
  progress(done: number, total: number | undefined): void;
  /** What may be the reason where nothing is reached, for the author: a proxy that Node.js isn't told of. */
  readonly advice?: string;
}

/** Something is not to be had, now or here: a build may go on without it. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
  /** A server that is overloaded, a connection that was cut: asking again may help. */
  readonly mayPass: boolean;

  constructor(message: string, { mayPass = false, cause }: { mayPass?: boolean; cause?: unknown } = {}) {
    super(message, { cause });
    this.mayPass = mayPass;
  }
}

export interface Answer {
  readonly bytes: Uint8Array;
  /** How the server names this state of the file. */
  readonly etag: string | null;
}

const MOST_REDIRECTS = 5;
/** Milliseconds in which a server has to say something. */
const PATIENCE = 15_000;
const WAITS = [300, 1200];

/**
 * Gets a file.
 * @param etag what is there already: null is returned where it is still the newest
 * @throws Unavailable where it is not to be had
 * @throws BuildError where it is larger than `most` bytes, or the address is not safe to ask
 */
export async function getFile(url: string, most: number, network: Network, etag?: string): Promise<Answer | null> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await ask(url, most, network, etag);
    } catch (error) {
      const wait = WAITS[attempt];
      if (!(error instanceof Unavailable) || !error.mayPass || wait === undefined) throw error;
      await new Promise((go) => setTimeout(go, wait));
    }
  }
}

async function ask(written: string, most: number, network: Network, etag?: string): Promise<Answer | null> {
  let { url, headers } = secured(written);
  if (etag !== undefined) headers = { ...headers, 'if-none-match': etag };
  const patience = new Patience();
  try {
    for (let redirects = 0; ; redirects++) {
      const init = { headers, redirect: 'manual', signal: patience.signal } as const;
      const response = await network.fetch(url.href, init);
      patience.renew();
      const to = response.headers.get('location');
      if (response.status >= 300 && response.status < 400 && to !== null) {
        await response.body?.cancel();
        if (redirects === MOST_REDIRECTS) throw new Unavailable(`${url.host} answers with redirects only`);
        const next = secured(new URL(to, url).href);
        // What is meant for one server is not told to another.
        if (next.url.origin !== url.origin) headers = { ...next.headers };
        url = next.url;
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
    throw unreachable(url, error, network.advice);
  } finally {
    patience.end();
  }
}

async function bodyOf(
  response: Response,
  url: URL,
  most: number,
  network: Network,
  patience: Patience,
): Promise<Uint8Array> {
  // Of a packed answer it is the packed size.
  const length = response.headers.has('content-encoding') ? null : response.headers.get('content-length');
  const total = length === null ? undefined : Number(length);
  const chunks: Uint8Array[] = [];
  let done = 0;
  const reader = (response.body ?? new Blob([]).stream()).getReader();
  for (;;) {
    const part = await reader.read();
    patience.renew();
    if (part.done) break;
    chunks.push(part.value);
    done += part.value.length;
    if (done > most || (total ?? 0) > most) {
      await reader.cancel();
      throw new BuildError({
        code: 'download-too-large',
        message: `${shown(url)} has more than ${Math.round(most / 1024 / 1024)} MiB and is refused`,
      });
    }
    network.progress(done, total);
  }
  return joinBytes(chunks);
}

/** HTTPS alone, but for this very machine; a name and password in the address become a header. */
function secured(written: string): { url: URL; headers: Readonly<Record<string, string>> } {
  let url: URL;
  try {
    url = new URL(written);
  } catch (error) {
    throw new Unavailable(`'${written}' is no address`, { cause: error });
  }
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol === 'http:' && !isLocal) url = new URL(`https:${url.href.slice('http:'.length)}`);
  if (url.protocol !== 'https:' && !isLocal) throw new Unavailable(`${url.protocol} is not an address of the web`);
  const { username, password } = url;
  if (username === '') return { url, headers: {} };
  url.username = '';
  url.password = '';
  const credentials = btoa(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`);
  return { url, headers: { authorization: `Basic ${credentials}` } };
}

/** An address without what is private in it. */
const shown = (url: URL): string => `${url.origin}${url.pathname}`;

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no such host, or no network',
  EAI_AGAIN: 'there is no network, or no name server',
  ECONNREFUSED: 'the connection is refused',
  ECONNRESET: 'the connection was cut',
  ENETUNREACH: 'there is no network',
  UND_ERR_SOCKET: 'the connection was cut',
  UND_ERR_CONNECT_TIMEOUT: 'nothing was heard',
};

const CUT: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

function unreachable(url: URL, error: unknown, advice: string | undefined): Unavailable {
  const { name, message: said } = error as Error;
  const cause = (error as Error).cause as { code?: string; message?: string } | undefined;
  const why =
    name === 'AbortError' || name === 'TimeoutError'
      ? `nothing was heard for ${PATIENCE / 1000} s`
      : (REASONS[cause?.code ?? ''] ?? cause?.message ?? said);
  const message = `${url.host} can't be reached: ${why}${advice === undefined ? '' : ` (${advice})`}`;
  return new Unavailable(message, { mayPass: CUT.has(cause?.code ?? ''), cause: error });
}

/** Ends a request in which nothing has come for a while. */
class Patience {
  readonly #controller = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.renew();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  renew(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#controller.abort(), PATIENCE);
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}
