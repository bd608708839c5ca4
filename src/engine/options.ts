// The options that a site is built with.

import type { Compat, Stack } from '../config/stacks.ts';
import type { Plugin } from '../contract/plugin.ts';
import type { Debug } from '../diagnostics/debug.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { LiquidjsPlugin } from '../liquid/liquidjs.ts';
import type { RubyHash } from '../ruby/values.ts';

/** The options that don't depend on the engine's surroundings. */
export interface SiteOptions {
  /** The site's folder; by default `source:` of the configuration, otherwise the working folder. */
  source?: string;
  /** The output folder; by default `destination:` of the configuration, otherwise _site in the working folder. */
  destination?: string;
  /** Configuration files in order, instead of the source's _config.yml. */
  config?: string[];
  /** The stack, by name or as an object; by default the one that the site asks for. */
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
  /** `site.serving`: the site is built for the preview. */
  serving?: boolean;
  /** Measures every template, for BuildResult.templates. */
  profiler?: boolean;
  /** @deprecated The old name of `profiler`. */
  profileTemplates?: boolean;
  /** JEKYLL_ENV; 'development' by default. */
  environment?: string;
  /** Environment variables for plugins (PAGES_ENV, JEKYLL_BUILD_REVISION …); none by default. */
  env?: Readonly<Record<string, string | undefined>>;
  /** The repository, 'owner/name' (PAGES_REPO_NWO); by default from the git remote. */
  nwo?: string;
  /** Plugins of the caller's own (definePlugin). They are loaded before those that the site lists, in safe mode too. */
  plugins?: Plugin[];
  /** Plugins written for liquidjs: `function (Liquid) { this.registerTag(…); this.registerFilter(…) }`. */
  liquidPlugins?: LiquidjsPlugin[];
  /** Records what each output is made from: Output.reads. */
  recordsReads?: boolean;
  onProgress?(event: { phase: string; done?: number; total?: number }): void;
  report?(diagnostic: Diagnostic): void;
  /** Receives the decisions of the build and their reasons; the command line prints them for BUILD_SITE_DEBUG. */
  debug?: Debug;
}

/** The configuration values that the options set, overriding all files. */
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
