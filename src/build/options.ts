// What a build on this machine is asked for, and what it answers.

import type { Stack } from '../config/stacks.ts';
import type { SiteOptions } from '../engine/options.ts';
import type { FileSystem } from '../files/file-system.ts';
import type { TemplateCost } from '../liquid/runtime/profiler.ts';
import type { Fetch } from '../themes/http.ts';

export interface BuildOptions extends SiteOptions {
  /** The folder that relative paths begin at; the process's own by default. */
  workingFolder?: string;
  /** The moment of the build; by default now. A number counts seconds since 1970. */
  now?: Date | number;
  /** Don't ask the network for anything. */
  offline?: boolean;
  /** Where downloaded themes are kept; BUILD_SITE_CACHE or the user's cache folder by default. */
  cache?: string;
  /** How themes are downloaded; by default over Node's own HTTP, each connection to an address that was checked. */
  fetch?: Fetch;
  /** Seconds that one download may take; 600 by default. */
  downloadTime?: number;
  /** Where the site's files are; the disk by default. */
  files?: FileSystem;
  /** Removes files from the destination although no build is known to have made them. */
  force?: boolean;
  /** Writes and removes nothing; BuildResult.planned says what would be done. */
  dryRun?: boolean;
  /** Is handed the work on the destination; the signal stops it, and the destination is then as it was. */
  whileWriting?: <T>(work: (signal: AbortSignal) => Promise<T>) => Promise<T>;
  /** Cancels the build; until it writes, the destination is as it was. */
  signal?: AbortSignal;
}

export interface BuildResult {
  /** The name of the stack that the site was built as. */
  readonly compat: string;
  /** Why, e.g. 'Gemfile has github-pages'. */
  readonly compatReason: string;
  /** @deprecated The old name of `compat`. */
  readonly profile: string;
  /** @deprecated The old name of `compatReason`. */
  readonly profileReason: string;
  /** That stack itself. */
  readonly stack: Stack;
  readonly source: string;
  readonly destination: string;
  /** The theme and where it is from, e.g. 'minima 2.5.1 (Gemfile.lock, from the cache)'; null if there is none. */
  readonly theme: string | null;
  /** `baseurl`, where it comes from the repository too. */
  readonly baseurl: string;
  readonly pages: number;
  readonly documents: number;
  readonly staticFiles: number;
  /** Files written; those that had their bytes already are not touched. */
  readonly written: number;
  readonly unchanged: number;
  /** What is done to the destination, path by path. */
  readonly planned: Planned;
  /** Those of them that a dot in front of a name hides, relative to the destination, e.g. '.well-known/security.txt'. */
  readonly dotFiles: readonly string[];
  /** Wall time by phase. */
  readonly seconds: Readonly<Record<string, number>>;
  /** What each template cost, the dearest first; null where it wasn't measured. */
  readonly templates: readonly TemplateCost[] | null;
  /** How often a tag or a filter of a liquidjs plugin has run. */
  readonly liquidjsCalls: number;
}

/** Paths relative to the destination; a folder that is removed ends with a slash. */
export interface Planned {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** Left, although this build doesn't write them: no build made them. */
  readonly foreign: readonly string[];
}
