// The engine: turns a site's options into outputs, in any surroundings.

import type { SiteOptions } from './options.ts';
import { Session } from './session.ts';
import type { Surroundings } from './surroundings.ts';

export interface Engine {
  /** Opens a session on a site; nothing is read yet. */
  open(options: SiteOptions): Session;
}

export const createEngine = (surroundings: Surroundings): Engine => ({
  open: (options) => new Session(surroundings, options),
});
