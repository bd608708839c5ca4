// What the engine is given of the world: it knows no process, disk, clock or network of its own. A composition root
// (build/node.ts, build/browser.ts) fills this in.

import type { SassCompilers } from '../converters/sass/engine.ts';
import type { FileSystem } from '../files/file-system.ts';
import type { LexerSource } from '../highlight/index.ts';
import type { PackedZones } from '../ruby/zone-data.ts';
import type { ThemeCache } from '../themes/cache.ts';
import type { Network } from '../themes/http.ts';

/** Where a site's files are, and what a relative path starts at. */
export interface Places {
  readonly files: FileSystem;
  /** Absolute, as all paths here, with `/` between names on every system. */
  readonly workingFolder: string;
  /** The user's own folder, for `~`; null if it isn't known. */
  readonly home: string | null;
  /** @param path absolute, or relative to `from` */
  resolve(from: string, path: string): string;
}

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Milliseconds since any moment, for measuring. */
  elapsed(): number;
}

export interface Zones {
  /** The zone of times if `timezone:` isn't set: 'Europe/Berlin'. */
  readonly system: string;
  /** The zones' history; only asked for if a zone other than UTC is needed. */
  history(): PackedZones;
}

/** Where themes that aren't part of the site come from. */
export interface ThemeSources {
  /** GEM_PATH, GEM_HOME, PAGES_GITHUB_HOSTNAME. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Node's process.platform. */
  readonly platform: string;
  /** Null: nothing is downloaded. */
  readonly cache: ThemeCache | null;
  /** Null: the network isn't asked. */
  readonly network: Network | null;
}

export interface Surroundings {
  readonly places: Places;
  readonly clock: Clock;
  readonly zones: Zones;
  readonly lexers: LexerSource;
  readonly sass: SassCompilers;
  readonly themes: ThemeSources;
  /** A folder in the Git checkout that plugins ask about; null if there is no Git. */
  readonly checkout: string | null;
  /** Lets messages out and in: to compilers in other threads, and those that cancel a build. */
  pause(): Promise<void>;
}
