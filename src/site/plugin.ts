// The contract between the engine and its plugins: generators, hooks, tags, filters and converters, with Jekyll's
// names.

import type { Document } from '../content/document.ts';
import type { Page } from '../content/page.ts';
import type { Converter } from '../converters/converter.ts';
import type { Site } from './site.ts';

/** A gem's functionality, under the gem's name. */
export interface Plugin {
  readonly name: string;
  /** Called once per build before anything is read, to register what the plugin provides. */
  setup(site: Site, registry: Registry): void;
}

/** Receives a plugin's generators and converters. */
export interface Registry {
  addGenerator(generator: Generator): void;
  addConverter(converter: Converter): void;
}

/** Jekyll's priorities: higher values run first, equal ones in the order of loading. */
export const PRIORITY = { highest: 100, high: 10, normal: 0, low: -10, lowest: -100 } as const;

/** What a generator may read besides the configuration. */
export type Taken = 'pages' | 'documents' | 'static files' | 'layouts';
/** What a generator may add (pages, layouts), remove (static files), or change (fields or text of a source). */
export type Made = 'pages' | 'static files' | 'layouts' | 'fields' | 'text';

export interface Generator {
  readonly name: string;
  readonly priority: number;
  /** What it reads: if none of that changes, it need not run again. */
  readonly takes: readonly Taken[];
  /** What it adds, removes or changes. */
  readonly makes: readonly Made[];
  generate(site: Site): void;
}

export type HookOwner = 'site' | 'pages' | 'documents' | (string & {});
export type SiteEvent = 'after_reset' | 'post_read' | 'pre_render' | 'post_render' | 'post_write';
export type ItemEvent = 'post_init' | 'pre_render' | 'post_convert' | 'post_write';

export type SiteHook = (site: Site) => void;
export type ItemHook = (item: Page | Document, site: Site) => void;
/** Jekyll's hook post_render of pages and documents: transforms a finished file. */
export type OutputHook = (output: string, item: Page | Document) => string;

interface Entry<T> {
  readonly priority: number;
  readonly run: T;
}

/** Hook priorities: high 30, normal 20, low 10 (Jekyll::Hooks). */
export class Hooks {
  readonly #site = new Map<string, Entry<SiteHook>[]>();
  readonly #items = new Map<string, Entry<ItemHook>[]>();
  readonly #outputs = new Map<string, Entry<OutputHook>[]>();

  onSite(event: SiteEvent, run: SiteHook, priority = 20): void {
    insert(this.#site, event, { run, priority });
  }

  /** @param owner 'pages', 'documents' or a collection's label */
  onItem(owner: HookOwner, event: ItemEvent, run: ItemHook, priority = 20): void {
    insert(this.#items, `${owner}:${event}`, { run, priority });
  }

  /** @param owner 'pages', 'documents' or a collection's label */
  onOutput(owner: HookOwner, run: OutputHook, priority = 20): void {
    insert(this.#outputs, owner, { run, priority });
  }

  triggerSite(event: SiteEvent, site: Site): void {
    for (const { run } of this.#site.get(event) ?? []) run(site);
  }

  /** Runs the hooks of a document's collection, then of 'documents'; those of 'pages' for a page. */
  triggerItem(event: ItemEvent, owners: readonly string[], item: Page | Document, site: Site): void {
    for (const owner of owners) {
      for (const { run } of this.#items.get(`${owner}:${event}`) ?? []) run(item, site);
    }
  }

  /** The hooks that transform the outputs of these owners' items, in order. */
  outputChanges(owners: readonly string[]): readonly OutputHook[] {
    return owners.flatMap((owner) => (this.#outputs.get(owner) ?? []).map(({ run }) => run));
  }
}

function insert<T>(table: Map<string, Entry<T>[]>, key: string, entry: Entry<T>): void {
  const list = table.get(key) ?? [];
  list.push(entry);
  list.sort((a, b) => b.priority - a.priority);
  table.set(key, list);
}
