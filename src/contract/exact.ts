// The exact view of a site, in Ruby's values. A gem's results depend on what JavaScript doesn't distinguish: 1 and 1.0,
// a string and a symbol, nil and a missing key, the order and types of a hash's keys. A plugin that has to print the same
// bytes as a gem works with these values, which templates see, too; all others are easier to write without.

import type { Configuration } from '../config/configuration.ts';
import type { Stack } from '../config/stacks.ts';
import type { Collection } from '../content/collection.ts';
import type { Document } from '../content/document.ts';
import type { Layout } from '../content/layout.ts';
import type { Page, PageSite } from '../content/page.ts';
import type { StaticFile } from '../content/static-file.ts';
import type { Report, Source } from '../diagnostics/diagnostic.ts';
import type { SourceFiles } from '../files/file-system.ts';
import type { Git } from '../git/git.ts';
import type { Context } from '../liquid/runtime/context.ts';
import type { RubyHash, Value } from '../ruby/values.ts';

export interface ExactSite {
  readonly stack: Stack;
  readonly config: Configuration;
  /** The plugin's section of _config.yml as written; undefined if it is missing. */
  readonly section: Value | undefined;
  /** Its key; '' if the plugin has none. */
  readonly sectionName: string;
  /** What a new page is made with. */
  readonly context: PageSite;
  readonly source: string;
  readonly files: SourceFiles;
  readonly report: Report;
  readonly environment: string;
  /** Environment variables. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** 'owner/name' of the repository; null if unknown. */
  readonly repository: string | null;
  readonly git: Git | null;
  /** `include`. */
  readonly include: readonly string[];
  readonly pages: readonly Page[];
  readonly staticFiles: readonly StaticFile[];
  /** The documents and files of all collections. */
  readonly documents: readonly (Document | StaticFile)[];
  readonly collections: ReadonlyMap<string, Collection>;
  readonly posts: Collection;
  readonly layouts: ReadonlyMap<string, Layout>;
  /** Posts by tag or category, newest first. */
  postsBy(field: 'tags' | 'categories'): RubyHash;
  /** Whether a pattern of `include` and the like matches a path. */
  matches(patterns: readonly string[], path: string): boolean;
  /** Reads a file as Jekyll reads a page; it isn't added. @param path absolute */
  readPage(path: string, dir: string, name: string, relativePath?: string): Page;
  /** @throws BuildError if the file isn't valid text */
  readSource(path: string): Source;
  /** A context without a page, for filters outside templates. */
  templateContext(): Context;
  addPages(...pages: readonly Page[]): void;
  arrangePages(arrange: (pages: readonly Page[]) => Page[]): void;
  removeStaticFiles(isRemoved: (file: StaticFile) => boolean): void;
  addLayout(name: string, layout: Layout): void;
  /** Sets a key of the configuration; undefined removes it. */
  setConfig(key: string, value: Value | undefined): void;
  /** The gem loads ActiveSupport, which changes `x == blank`. */
  loadActiveSupport(): void;
}
