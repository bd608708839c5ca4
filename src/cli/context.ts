// What a command may touch of the world: handed in, so that a test can run a command without a process.

import type { Console } from './console.ts';

export interface Context {
  readonly console: Console;
  /** Environment variables. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The working folder, absolute, with '/' between names. */
  readonly folder: string;
  /** Settles when the author wants a running server to end. Until it is called, an interrupted process just ends. */
  interrupted(): Promise<void>;
  /** Runs work that an interrupt must not cut off: it gets a signal instead, and the process ends after it. */
  whileWriting?<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T>;
}
