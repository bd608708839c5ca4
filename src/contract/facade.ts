// What a plugin sees of a site, in plain JavaScript values: strings, numbers, booleans, null, dates, arrays, objects.
// Each part has `exact`, the same part in Ruby's values (exact.ts).

import type { Document } from '../content/document.ts';
import type { Page } from '../content/page.ts';
import type { StaticFile } from '../content/static-file.ts';
import type { Context } from '../liquid/runtime/context.ts';
import type { Plain } from '../ruby/plain.ts';
import type { ExactSite } from './exact.ts';

/** What is said to the author without stopping the build. To stop it, throw an error. */
export interface PluginMessage {
  /** 'warning' by default. */
  readonly severity?: 'warning' | 'info';
  readonly message: string;
  /** The file that it is about. */
  readonly path?: string;
  /** How to fix it. */
  readonly hint?: string;
}

/** A page without a file. */
export interface NewPage {
  /** As if it were a file of the source: 'tags/red.md'. Its extension decides which converters it goes through. */
  readonly path: string;
  /** Front matter. */
  readonly data?: { readonly [field: string]: Plain };
  /** The text after the front matter: a template. */
  readonly content?: string;
}

export interface PluginSite<Options = unknown> {
  /** The plugin's own options. @throws BuildError if the site gives one of another type */
  readonly options: Options;
  /** Absolute. */
  readonly source: string;
  /** Absolute. */
  readonly destination: string;
  /** The time of the build. */
  readonly time: Date;
  /** JEKYLL_ENV. */
  readonly environment: string;
  /** The name of the stack: 'github-pages' or 'jekyll-4'. */
  readonly compat: string;
  /** The version of Jekyll: '4.4.1'. */
  readonly jekyllVersion: string;
  /** Pages outside the collections, including those that generators have added. */
  readonly pages: readonly PluginPage[];
  /** The documents of all collections, posts included. */
  readonly documents: readonly PluginPage[];
  /** Oldest first. */
  readonly posts: readonly PluginPage[];
  readonly staticFiles: readonly PluginFile[];
  /** The names of the layouts, those of the theme included. */
  readonly layouts: readonly string[];
  readonly exact: ExactSite;
  /** The documents of a collection; [] if there is none of that label. */
  collection(label: string): readonly PluginPage[];
  /** The value of a key in _config.yml; null if it is missing. */
  config(key: string): Plain;
  /** A data file, by its name without extension, or all that is below a folder's name; null if it is missing. */
  data(name: string): Plain;
  /** The text of a file; null if there is none. @param path relative to the source */
  read(path: string): string | null;
  /** The result of a Liquid filter: `filter('markdownify', '*Hi*')`. */
  filter(name: string, input: Plain, ...args: Plain[]): Plain;
  /** Sets what templates see as `site.KEY`. */
  setConfig(key: string, value: Plain): void;
  /** Sets what templates see as `site.data.NAME`. */
  setData(name: string, value: Plain): void;
  addPage(page: NewPage): PluginPage;
  /** Adds a layout, or replaces the one with that name. @param content a template that prints `content` somewhere */
  addLayout(name: string, content: string, data?: { readonly [field: string]: Plain }): void;
  /** The file isn't copied to the destination. */
  removeStaticFile(file: PluginFile): void;
  report(message: PluginMessage): void;
}

/** A page, or a document of a collection. What is changed is kept beside its source, with the plugin's name. */
export interface PluginPage {
  /** The label of its collection ('posts'); null for a page. */
  readonly collection: string | null;
  /** Relative to the source. */
  readonly path: string;
  /** '.md' */
  readonly extension: string;
  /** From the top of the site, without `baseurl`: '/about/'. */
  readonly url: string;
  /** The text without front matter; after conversion, its HTML without layouts. */
  readonly content: string;
  /** The finished file; null before rendering. */
  readonly output: string | null;
  readonly exact: Page | Document;
  /** A value of its front matter, or the default that _config.yml has for it; null if missing. */
  field(name: string): Plain;
  setField(name: string, value: Plain): void;
  setContent(content: string): void;
  setOutput(output: string): void;
  /** Sets `paginator` for its template; of a page alone. */
  setPaginator(value: Plain): void;
  /** Takes the excerpt of a document again from its content, which has changed. */
  renewExcerpt(): void;
}

/** A file that is copied as it is. */
export interface PluginFile {
  /** Relative to the source. */
  readonly path: string;
  readonly url: string;
  readonly exact: StaticFile;
}

/** The variables that a template doesn't set itself: `site`, `page`, `layout`, and what hooks add. */
export interface PluginVariables {
  get(name: string): Plain;
  set(name: string, value: Plain): void;
}

/** A tag at its place in a page. */
export interface TagCall<Options = unknown> {
  /** The name that it was called by. */
  readonly name: string;
  /** What follows the name. */
  readonly markup: string;
  readonly site: PluginSite<Options>;
  readonly exact: Context;
  /** The value of an expression: a variable (`page.title`), a string in quotes, a number. */
  value(expression: string): Plain;
  /** The rendered body of a block; '' for a tag without one. Rendered again each time. */
  body(): string;
  /** Sets a variable for the rest of the page, as `assign` does. */
  assign(name: string, value: Plain): void;
  /** The result of a Liquid filter. */
  filter(name: string, input: Plain, ...args: Plain[]): Plain;
}
