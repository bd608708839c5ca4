// The composition root for Node.js: connects the engine to the disk, the system's clock and zone, threads and network.

import { createRequire } from 'node:module';
import { createEngine } from '../engine/engine.ts';
import type { Session } from '../engine/session.ts';
import type { Surroundings } from '../engine/surroundings.ts';
import { placesOf } from './configure.ts';
import { themeSources } from './network.ts';
import { lexerSource } from './on-demand.ts';
import type { BuildOptions, BuildResult } from './options.ts';
import { absolute } from './paths.ts';
import { destinationFolder } from './publish-site.ts';
import { sassCompilers } from './sass.ts';

/**
 * Builds a site as Jekyll does.
 * @throws BuildError if the site can't be built; the destination is then unchanged
 */
export async function build(options: BuildOptions = {}): Promise<BuildResult> {
  const session = openSite(options);
  const { configured, outputs: _, written, ...built } = await session.build(destinationFolder(options), options.signal);
  const { choice, source, destination } = configured;
  const { stack, reason } = choice;
  const asked = { stack, compat: stack.name, compatReason: reason, profile: stack.name, profileReason: reason };
  return { ...asked, source, destination, ...built, ...written };
}

/** Opens a session, which can build the site repeatedly; `session.outputs()` writes nothing. */
export const openSite = (options: BuildOptions = {}): Session => createEngine(nodeSurroundings(options)).open(options);

/** The engine's surroundings on this machine. */
export function nodeSurroundings(options: BuildOptions): Surroundings {
  const places = placesOf(options);
  const { now } = options;
  return {
    places,
    clock: {
      now: () => (now === undefined ? Date.now() : now instanceof Date ? now.getTime() : now * 1000),
      elapsed: () => performance.now(),
    },
    zones: {
      system: () => process.env.TZ || Intl.DateTimeFormat().resolvedOptions().timeZone,
      history: () => createRequire(import.meta.url)('moment-timezone/data/packed/latest.json'),
    },
    lexers: lexerSource,
    sass: sassCompilers(places.files),
    themes: themeSources(options, places.files),
    checkout: absolute('.'),
    pause: () => new Promise((resolve) => setImmediate(resolve)),
  };
}
