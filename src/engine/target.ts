// Where the outputs of a site go.

import type { Report } from '../diagnostics/diagnostic.ts';
import type { Outputs } from '../publish/output.ts';
import type { Configured } from './configure.ts';

/** A folder, memory, a server. */
export interface Target<Written> {
  /**
   * Called before anything is read.
   * @throws BuildError if the site can't go there
   */
  open(configured: Configured, report: Report): Promise<OpenTarget<Written>>;
}

export interface OpenTarget<Written> {
  /** Removes what earlier builds have left, and writes what has changed: Jekyll's cleanup and write, which are one step. */
  write(outputs: Outputs): Promise<Written>;
  /** Nothing is written, so that the hook post_write isn't triggered. */
  readonly isDryRun?: boolean;
}

/** Leaves the outputs to the caller. */
export const inMemory: Target<null> = { open: async () => ({ write: async () => null }) };
