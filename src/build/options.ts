// Options and result of a build on this machine.

import type { Stack } from '../config/stacks.ts';
import type { SiteOptions } from '../engine/options.ts';
import type { FileSystem } from '../files/file-system.ts';
import type { TemplateCost } from '../liquid/runtime/profiler.ts';
import type { Fetch } from '../themes/http.ts';

export interface BuildOptions extends SiteOptions {
  /** The folder that relative paths start from; by default the process's own. */
  workingFolder?: string;
  /** The time of the build; by default now. A number counts seconds since 1970. */
  now?: Date | number;
  /** Never use the network. */
  offline?: boolean;
  /** The folder for downloaded themes; by default BUILD_SITE_CACHE or the user's cache folder. */
  cache?: string;
  /** Downloads themes; by default through Node's own HTTP, connecting only to verified addresses. */
  fetch?: Fetch;
  /** Maximum seconds for a download; 600 by default. */
  downloadTime?: number;
  /** The site's file system; by default the disk. */
  files?: FileSystem;
  /** Also removes files from the destination that no known build made. */
  force?: boolean;
  /** Writes and removes nothing; BuildResult.planned says what would be done. */
  dryRun?: boolean;
  /** Receives the work on the destination; the signal stops it and leaves the destination unchanged. */
  whileWriting?: <T>(work: (signal: AbortSignal) => Promise<T>) => Promise<T>;
  /** Cancels the build; the destination is unchanged until writing starts. */
  signal?: AbortSignal;
}

export interface BuildResult {
  /** The name of the stack that was used. */
  readonly compat: string;
  /** Why, for example 'Gemfile has github-pages'. */
  readonly compatReason: string;
  /** @deprecated The old name of `compat`. */
  readonly profile: string;
  /** @deprecated The old name of `compatReason`. */
  readonly profileReason: string;
  /** The stack itself. */
  readonly stack: Stack;
  readonly source: string;
  readonly destination: string;
  /** The theme and its origin, such as 'minima 2.5.1 (Gemfile.lock, from the cache)'; null if there is none. */
  readonly theme: string | null;
  /** `baseurl`, even if it comes from the repository. */
  readonly baseurl: string;
  readonly pages: number;
  readonly documents: number;
  readonly staticFiles: number;
  /** Files written; files with the right content already are not touched. */
  readonly written: number;
  readonly unchanged: number;
  /** Changes to the destination, by path. */
  readonly planned: Planned;
  /**
   * Hidden files of the site (a name in the path starts with a dot), relative to the destination:
   * '.well-known/security.txt'.
   */
  readonly dotFiles: readonly string[];
  /** Elapsed time by phase. */
  readonly seconds: Readonly<Record<string, number>>;
  /** The cost of each template, most expensive first; null if not measured. */
  readonly templates: readonly TemplateCost[] | null;
  /** How often tags and filters of liquidjs plugins ran. */
  readonly liquidjsCalls: number;
}

/** Paths relative to the destination; a removed folder ends with a slash. */
export interface Planned {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** Kept although this build doesn't write them, because no build made them. */
  readonly foreign: readonly string[];
}
