// The outside world, as passed to a command, so that a test can run a command without a process.

import type { Console } from './console.ts';

export interface Context {
  readonly console: Console;
  /** Environment variables. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The working folder: absolute, with '/' as separator. */
  readonly folder: string;
  /**
   * Resolves when the author asks a running server to stop. Until it is called, an interrupt simply ends the process.
   */
  interrupted(): Promise<void>;
  /** Runs work that an interrupt must not cut off: the work gets a signal, and the process ends after it. */
  whileWriting?<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T>;
}
