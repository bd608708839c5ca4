// Everything that the engine needs from outside: it has no process, disk, clock or network of its own. A composition
// root (build/node.ts, build/browser.ts) provides it.

import type { SassCompilers } from '../converters/sass/engine.ts';
import type { FileSystem } from '../files/file-system.ts';
import type { LexerSource } from '../highlight/index.ts';
import type { PackedZones } from '../ruby/zone-data.ts';
import type { ThemeCache } from '../themes/cache.ts';
import type { Network } from '../themes/http.ts';

/** A site's files, and what relative paths refer to. */
export interface Places {
  readonly files: FileSystem;
  /** Absolute, like all paths here, with `/` as separator on every system. */
  readonly workingFolder: string;
  /** The user's home folder, for `~`; null if unknown. */
  readonly home: string | null;
  /** @param path absolute, or relative to `from` */
  resolve(from: string, path: string): string;
}

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Milliseconds since an arbitrary moment, for measuring. */
  elapsed(): number;
}

export interface Zones {
  /** The time zone if `timezone:` isn't set: 'Europe/Berlin'. */
  system(): string;
  /** The history of time zones; only called if a zone other than UTC is used. */
  history(): PackedZones;
}

/** Sources of themes that aren't part of the site. */
export interface ThemeSources {
  /** GEM_PATH, GEM_HOME, PAGES_GITHUB_HOSTNAME. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Node's process.platform. */
  readonly platform: string;
  /** Null if nothing may be downloaded. */
  readonly cache: ThemeCache | null;
  /** Null if offline. */
  readonly network: Network | null;
}

export interface Surroundings {
  readonly places: Places;
  readonly clock: Clock;
  readonly zones: Zones;
  readonly lexers: LexerSource;
  readonly sass: SassCompilers;
  readonly themes: ThemeSources;
  /** The folder in which plugins look for a Git checkout; null if there is no Git. */
  readonly checkout: string | null;
  /** Lets messages through: to compilers in other threads, and from callers that cancel the build. */
  pause(): Promise<void>;
}
