// The destination of a site's outputs.

import type { Report } from '../diagnostics/diagnostic.ts';
import type { Outputs } from '../publish/output.ts';
import type { Configured } from './configure.ts';

/** A folder, memory or a server. */
export interface Target<Written> {
  /**
   * Called before anything is read.
   * @throws BuildError if the target can't take the site
   */
  open(configured: Configured, report: Report): Promise<OpenTarget<Written>>;
}

export interface OpenTarget<Written> {
  /**
   * Removes the files of earlier builds and writes changes: Jekyll's cleanup and write in one step.
   * @param onObsolete called with what is about to be removed, relative to the target; not called in a dry run
   */
  write(outputs: Outputs, onObsolete: (paths: readonly string[]) => void): Promise<Written>;
  /** If true, nothing is written and the hook post_write isn't triggered. */
  readonly isDryRun?: boolean;
}

/** Leaves the outputs to the caller. */
export const inMemory: Target<null> = { open: async () => ({ write: async () => null }) };
