// What a site is asked to be built with.

import type { Compat, Stack } from '../config/stacks.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { LiquidjsPlugin } from '../liquid/liquidjs.ts';
import type { RubyHash } from '../ruby/values.ts';

/** What a site is built with, whatever surrounds the engine. */
export interface SiteOptions {
  /** The site's folder; `source:` of the configuration by default, else the working folder. */
  source?: string;
  /** Where it is written; `destination:` of the configuration, else _site in the working folder. */
  destination?: string;
  /** Configuration files in order, instead of the source's _config.yml. */
  config?: string[];
  /** The stack, by its name or itself; by default what the site asks for. */
  compat?: Compat | Stack;
  /** @deprecated The old name of `compat`. */
  profile?: Compat;
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
  profiler?: boolean;
  /** @deprecated The old name of `profiler`. */
  profileTemplates?: boolean;
  /** JEKYLL_ENV; 'development' by default. */
  environment?: string;
  /** The environment's variables that plugins look at (PAGES_ENV, JEKYLL_BUILD_REVISION …); none by default. */
  env?: Readonly<Record<string, string | undefined>>;
  /** The repository, 'owner/name' (PAGES_REPO_NWO); by default that of the git remote. */
  nwo?: string;
  /** Plugins written for liquidjs: `function (Liquid) { this.registerTag(…); this.registerFilter(…) }`. */
  liquidPlugins?: LiquidjsPlugin[];
  /** Notes what each output is made from: Output.reads. */
  recordsReads?: boolean;
  onProgress?(event: { phase: string; done?: number; total?: number }): void;
  report?(diagnostic: Diagnostic): void;
  /** Is told what the build decides, and why; the command line prints it for BUILD_SITE_DEBUG. */
  debug?(topic: DebugTopic, message: string): void;
}

/** What a build decides about. */
export type DebugTopic = 'stack' | 'theme' | 'plugins' | 'read';

/** What the options set in the configuration, over all files. */
export function overrides(options: SiteOptions): RubyHash {
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
    ['profile', options.profiler ?? options.profileTemplates],
  ] as const;
  return new Map(entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}
