// The hooks of Jekyll 4.4 (Jekyll::Hooks): who owns them, and when they run. Both stacks have all of them.

import { ITEM_EVENTS, SITE_EVENTS } from '../site/hooks.ts';
import type { PluginPage, PluginSite, PluginVariables } from './facade.ts';
import type { Priority } from './priority.ts';

/** The events of each owner. Hooks of a collection's documents are under `collections`, by its label. */
export const HOOK_EVENTS = {
  site: SITE_EVENTS,
  pages: ITEM_EVENTS,
  posts: ITEM_EVENTS,
  documents: ITEM_EVENTS,
  clean: ['on_obsolete'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** A function, or one with a priority other than `normal`. */
export type Hook<Run> = Run | { readonly priority: Priority; readonly run: Run };

export interface SiteHooks<Options> {
  /** The site is configured and empty, and its plugins are loaded. */
  readonly after_init?: Hook<(site: PluginSite<Options>) => void>;
  /** A build begins. */
  readonly after_reset?: Hook<(site: PluginSite<Options>) => void>;
  /** All sources are read; generators haven't run. */
  readonly post_read?: Hook<(site: PluginSite<Options>) => void>;
  /** Generators have run. `variables` are those of all templates: what is set there, each of them can print. */
  readonly pre_render?: Hook<(site: PluginSite<Options>, variables: PluginVariables) => void>;
  /** All pages and documents have their output. */
  readonly post_render?: Hook<(site: PluginSite<Options>, variables: PluginVariables) => void>;
  /** The destination is up to date. A dry run doesn't come here. */
  readonly post_write?: Hook<(site: PluginSite<Options>) => void>;
}

type ItemHook<Options> = Hook<(page: PluginPage, site: PluginSite<Options>) => void>;

export interface ItemHooks<Options> {
  /** A page with its front matter, or a document whose file isn't read yet (so in Jekyll). */
  readonly post_init?: ItemHook<Options>;
  /** Before its template is rendered. What is set in `variables` stays for the pages after it, as in Jekyll. */
  readonly pre_render?: Hook<(page: PluginPage, site: PluginSite<Options>, variables: PluginVariables) => void>;
  /** `content` is HTML (or CSS …) without layouts; what is set is placed in them. */
  readonly post_convert?: ItemHook<Options>;
  /** `output` is the finished file; `setOutput` replaces it. */
  readonly post_render?: ItemHook<Options>;
  /** It is written. */
  readonly post_write?: ItemHook<Options>;
}

export interface CleanHooks<Options> {
  /** The files and folders (with a slash at the end) that are about to be removed, relative to the destination. */
  readonly on_obsolete?: Hook<(paths: readonly string[], site: PluginSite<Options>) => void>;
}

/** Hooks by owner and event: `hooks: { pages: { post_render(page) { … } } }`. */
export interface PluginHooks<Options> {
  readonly site?: SiteHooks<Options>;
  readonly pages?: ItemHooks<Options>;
  readonly posts?: ItemHooks<Options>;
  /** The documents of all collections, after the hooks of the collection itself. */
  readonly documents?: ItemHooks<Options>;
  readonly clean?: CleanHooks<Options>;
  /** The documents of one collection, by its label. */
  readonly collections?: Readonly<Record<string, ItemHooks<Options>>>;
}
