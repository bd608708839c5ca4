// The hooks of a site's plugins, by owner and event (Jekyll::Hooks of 4.4.1; both stacks have all of them).

import { Document } from '../content/document.ts';
import type { Page } from '../content/page.ts';
import type { Payload } from '../liquid/runtime/context.ts';

export const SITE_EVENTS = [
  'after_init',
  'after_reset',
  'post_read',
  'pre_render',
  'post_render',
  'post_write',
] as const;
/** Of a page or document. */
export const ITEM_EVENTS = ['post_init', 'pre_render', 'post_convert', 'post_render', 'post_write'] as const;

export type SiteEvent = (typeof SITE_EVENTS)[number];
export type ItemEvent = (typeof ITEM_EVENTS)[number];

type Item = Page | Document;
/** @param payload the variables of templates, for events around rendering */
export type SiteHook = (payload: Payload | null) => void;
export type ItemHook = (item: Item, payload: Payload | null) => void;
export type ObsoleteHook = (paths: readonly string[]) => void;

interface Entry<Run> {
  readonly priority: number;
  readonly run: Run;
}

/** Hooks with a higher priority run first, equal ones in the order of loading. */
export class Hooks {
  readonly #site = new Map<SiteEvent, Entry<SiteHook>[]>();
  /** By event, then by owner. */
  readonly #items = new Map<ItemEvent, Map<string, Entry<ItemHook>[]>>();
  readonly #obsolete: Entry<ObsoleteHook>[] = [];

  onSite(event: SiteEvent, priority: number, run: SiteHook): void {
    insert(
      at(this.#site, event, () => []),
      { priority, run },
    );
  }

  /** @param owner 'pages', 'documents' or a collection's label */
  onItem(owner: string, event: ItemEvent, priority: number, run: ItemHook): void {
    const owners = at(this.#items, event, () => new Map<string, Entry<ItemHook>[]>());
    insert(
      at(owners, owner, () => []),
      { priority, run },
    );
  }

  onObsolete(priority: number, run: ObsoleteHook): void {
    insert(this.#obsolete, { priority, run });
  }

  triggerSite(event: SiteEvent, payload: Payload | null = null): void {
    for (const { run } of this.#site.get(event) ?? []) run(payload);
  }

  /** Runs the hooks of a document's collection, then those of 'documents'; for a page, those of 'pages'. */
  triggerItem(event: ItemEvent, item: Item, payload: Payload | null = null): void {
    const owners = this.#items.get(event);
    if (owners === undefined) return;
    const names = item instanceof Document ? [item.collection.label, 'documents'] : ['pages'];
    for (const name of names) for (const { run } of owners.get(name) ?? []) run(item, payload);
  }

  triggerObsolete(paths: readonly string[]): void {
    for (const { run } of this.#obsolete) run(paths);
  }

  /** Whether anything waits for an event of pages and documents. */
  hasItemHooks(event: ItemEvent): boolean {
    return this.#items.has(event);
  }
}

function at<Key, Value>(table: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = table.get(key);
  if (value === undefined) table.set(key, (value = make()));
  return value;
}

function insert<Run>(list: Entry<Run>[], entry: Entry<Run>): void {
  list.push(entry);
  list.sort((a, b) => b.priority - a.priority);
}
