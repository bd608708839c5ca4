// The engine: a site's options in, outputs out, in whatever surroundings.

import type { SiteOptions } from './options.ts';
import { Session } from './session.ts';
import type { Surroundings } from './surroundings.ts';

export interface Engine {
  /** Begins to work on a site; nothing is read yet. */
  open(options: SiteOptions): Session;
}

export const createEngine = (surroundings: Surroundings): Engine => ({
  open: (options) => new Session(surroundings, options),
});
