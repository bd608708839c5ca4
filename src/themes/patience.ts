// Time limits of a download: the server must answer, keep up a minimum rate, and finish.

export interface DownloadLimits {
  /** Maximum milliseconds without any data. */
  readonly silence: number;
  /** Milliseconds over which the rate is measured. */
  readonly window: number;
  /** Minimum average of bytes per second in each window. */
  readonly rate: number;
  /** Maximum milliseconds for one file, including redirects. */
  readonly total: number;
}

const LIMITS: DownloadLimits = { silence: 15_000, window: 20_000, rate: 1024, total: 600_000 };

/** @param seconds for one file in total; 600 by default */
export function downloadLimits(seconds?: number): DownloadLimits {
  const total = seconds === undefined ? LIMITS.total : seconds * 1000;
  return { ...LIMITS, total, silence: Math.min(LIMITS.silence, total), window: Math.min(LIMITS.window, total) };
}

type Timer = ReturnType<typeof setTimeout>;

/** Aborts a download that exceeds its limits. */
export class Patience {
  readonly #controller = new AbortController();
  readonly #limits: DownloadLimits;
  readonly #total: Timer;
  #silence: Timer | undefined;
  #window: Timer | undefined;
  /** Bytes received in the current window. */
  #bytes = 0;
  /** What the server did, for the author: 'it sent nothing for 15 s'; null until a limit is exceeded. */
  reason: string | null = null;

  constructor(limits: DownloadLimits) {
    this.#limits = limits;
    this.#total = setTimeout(() => this.#abort(`it wasn't finished after ${seconds(limits.total)}`), limits.total);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Starts a request: the server must answer. */
  begin(): void {
    this.#hear();
  }

  /** Starts a body: its rate is measured from now on. */
  measure(): void {
    const { window, rate } = this.#limits;
    this.#bytes = 0;
    clearInterval(this.#window);
    this.#window = setInterval(() => {
      if (this.#bytes < (rate * window) / 1000) this.#abort(`it sends less than ${rate} bytes per second`);
      this.#bytes = 0;
    }, window);
  }

  /** Counts received bytes of the body. */
  heard(bytes: number): void {
    this.#bytes += bytes;
    this.#hear();
  }

  end(): void {
    clearTimeout(this.#total);
    clearTimeout(this.#silence);
    clearInterval(this.#window);
  }

  #hear(): void {
    const { silence } = this.#limits;
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#abort(`it sent nothing for ${seconds(silence)}`), silence);
  }

  #abort(reason: string): void {
    this.reason = reason;
    this.end();
    this.#controller.abort();
  }
}

const seconds = (ms: number): string => `${ms / 1000} s`;
