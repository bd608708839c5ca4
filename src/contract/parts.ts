// The parts of a plugin. Each kind is a mapping by name, under Jekyll's words.

import type { AnyTagDefinition } from '../liquid/compile/environment.ts';
import type { FilterDefinition } from '../liquid/runtime/context.ts';
import type { Plain } from '../ruby/plain.ts';
import type { PluginPage, PluginSite, TagCall } from './facade.ts';
import type { PluginHooks } from './hooks.ts';
import type { Priority } from './priority.ts';

/** What a generator may read besides the configuration. */
export type Taken = 'pages' | 'documents' | 'static files' | 'layouts' | 'data';
/** What a generator may add, remove or change; `fields` and `text` are those of pages and documents. */
export type Made = 'pages' | 'static files' | 'layouts' | 'fields' | 'text' | 'configuration' | 'data';

/** Runs once per build, after all sources are read: adds pages, changes what was read. */
export interface PluginGenerator<Options> {
  /** 'normal' by default. */
  readonly priority?: Priority;
  /** If none of that changes, it need not run again; by default, everything. */
  readonly takes?: readonly Taken[];
  /** By default, everything. */
  readonly makes?: readonly Made[];
  generate(site: PluginSite<Options>): void;
}

/** A tag of Liquid: `{% NAME markup %}`, and with `block` everything up to `{% endNAME %}`. */
export type PluginTag<Options> =
  | { readonly block?: boolean; render(call: TagCall<Options>): string }
  | { readonly exact: AnyTagDefinition };

/** A filter of Liquid. It takes any number of arguments; one that is missing is undefined. */
export type PluginFilter =
  | ((input: Plain, ...args: Plain[]) => Plain | undefined)
  | { readonly exact: FilterDefinition };

/** Turns the text of pages with certain extensions into what is written. */
export interface PluginConverter<Options> {
  /** With their dots, in lower case: ['.coffee']. */
  readonly extensions: readonly string[];
  /** '.js' */
  readonly outputExtension: string;
  /** 'normal' by default. Several converters of one extension run one after another. */
  readonly priority?: Priority;
  /** @param page the page or document whose text (or excerpt) it is */
  convert(text: string, page: PluginPage, site: PluginSite<Options>): string;
}

export interface PluginParts<Options = unknown> {
  readonly generators?: Readonly<Record<string, PluginGenerator<Options>>>;
  readonly hooks?: PluginHooks<Options>;
  readonly tags?: Readonly<Record<string, PluginTag<Options>>>;
  readonly filters?: Readonly<Record<string, PluginFilter>>;
  readonly converters?: Readonly<Record<string, PluginConverter<Options>>>;
  /**
   * Awaited after all sources are read and before generators run: loads what is only needed if a site has certain files.
   * Everything after it is synchronous.
   */
  prepare?(site: PluginSite<Options>): Promise<void>;
}
