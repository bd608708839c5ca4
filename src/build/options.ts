// What a build is asked for, and what it tells at its end.

import type { Profile } from '../config/stacks.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FileSystem } from '../files/file-system.ts';
import type { LiquidjsPlugin } from '../liquid/liquidjs.ts';
import type { TemplateCost } from '../liquid/runtime/profile.ts';
import type { RubyHash } from '../ruby/values.ts';
import type { Fetch } from '../themes/http.ts';

export interface BuildOptions {
  /** The folder that relative paths begin at; the process's own by default. */
  workingFolder?: string;
  /** The site's folder; `source:` of the configuration by default, else the working folder. */
  source?: string;
  /** Where it is written; `destination:` of the configuration, else _site in the working folder. */
  destination?: string;
  /** Configuration files in order, instead of the source's _config.yml. */
  config?: string[];
  /** The stack; by default what the site asks for. */
  profile?: Profile;
  baseurl?: string;
  url?: string;
  drafts?: boolean;
  future?: boolean;
  unpublished?: boolean;
  safe?: boolean;
  strictFrontMatter?: boolean;
  limitPosts?: number;
  /** `site.serving`: the site is built for a preview. */
  serving?: boolean;
  /** Measures every template, for BuildResult.templates. */
  profileTemplates?: boolean;
  /** JEKYLL_ENV; 'development' by default. */
  environment?: string;
  /** The environment's variables that plugins look at (PAGES_ENV, JEKYLL_BUILD_REVISION …); none by default. */
  env?: Readonly<Record<string, string | undefined>>;
  /** The moment of the build; by default now. A number counts seconds since 1970. */
  now?: Date | number;
  /** The repository, 'owner/name' (PAGES_REPO_NWO); by default that of the git remote. */
  nwo?: string;
  /** Don't ask the network for anything. */
  offline?: boolean;
  /** Where downloaded themes are kept; BUILD_SITE_CACHE or the user's cache folder by default. */
  cache?: string;
  /** How themes are downloaded; by default over Node's own HTTP, each connection to an address that was checked. */
  fetch?: Fetch;
  /** Seconds that one download may take; 600 by default. */
  downloadTime?: number;
  /** Plugins written for liquidjs: `function (Liquid) { this.registerTag(…); this.registerFilter(…) }`. */
  liquidPlugins?: LiquidjsPlugin[];
  /** Where the site's files are; the disk by default. */
  files?: FileSystem;
  /** Removes files from the destination although no build is known to have made them. */
  force?: boolean;
  /** Writes and removes nothing; BuildResult.planned says what would be done. */
  dryRun?: boolean;
  /** Is handed the work on the destination; the signal stops it, and the destination is then as it was. */
  whileWriting?: <T>(work: (signal: AbortSignal) => Promise<T>) => Promise<T>;
  onProgress?(event: { phase: string; done?: number; total?: number }): void;
  report?(diagnostic: Diagnostic): void;
}

export interface BuildResult {
  readonly profile: Profile;
  readonly profileReason: string;
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

/** What the options set in the configuration, over all files. */
export function overrides(options: BuildOptions): RubyHash {
  const entries = [
    ['baseurl', options.baseurl],
    ['url', options.url],
    ['show_drafts', options.drafts],
    ['future', options.future],
    ['unpublished', options.unpublished],
    ['safe', options.safe],
    ['strict_front_matter', options.strictFrontMatter],
    ['serving', options.serving ?? false],
    ['limit_posts', options.limitPosts],
    ['profile', options.profileTemplates],
  ] as const;
  return new Map(entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}
