// A site during a build: its configuration, sources and results (Jekyll::Site).

import type { Configuration } from '../config/configuration.ts';
import type { FrontMatterDefaults } from '../config/front-matter-defaults.ts';
import type { Stack } from '../config/stacks.ts';
import { Collection } from '../content/collection.ts';
import { CollectionSettings } from '../content/collection-settings.ts';
import { compareDocuments, type Document, type DocumentExcerpt, type DocumentSite } from '../content/document.ts';
import { Drops } from '../content/drops/drops.ts';
import type { Layout } from '../content/layout.ts';
import type { Page, PageExcerpt, PageSite } from '../content/page.ts';
import { Results } from '../content/results.ts';
import type { StaticFile, StaticFileSite } from '../content/static-file.ts';
import { type Converter, outputExtension } from '../converters/converter.ts';
import type { Debug } from '../diagnostics/debug.ts';
import { BuildError, type Report } from '../diagnostics/diagnostic.ts';
import type { SourceFiles } from '../files/file-system.ts';
import type { Git } from '../git/git.ts';
import type { LiquidEnvironment } from '../liquid/compile/environment.ts';
import type { LiquidHost } from '../liquid/runtime/host.ts';
import { inspect } from '../ruby/inspect.ts';
import { KeyMap } from '../ruby/key-map.ts';
import { mergeSort } from '../ruby/merge-sort.ts';
import { HashOfLists, type RubyHash, type RubyTime, type Value } from '../ruby/values.ts';
import type { Zone } from '../ruby/zone.ts';
import { patternsOf } from './entry-filter.ts';
import type { Generator } from './generator.ts';
import { Hooks } from './hooks.ts';
import { SiteHost, type TextServices } from './host.ts';
import type { ReadLog } from './read-log.ts';
import type { Theme } from './theme.ts';

/** Tags that Ruby registers as Liquid::Block. */
const BLOCK_TAGS: ReadonlySet<string> = new Set([
  'if',
  'unless',
  'case',
  'for',
  'tablerow',
  'capture',
  'comment',
  'raw',
  'ifchanged',
  'highlight',
]);

/** The input of a build, provided by the composition root. */
export interface SiteInput {
  readonly stack: Stack;
  readonly config: Configuration;
  readonly source: string;
  readonly destination: string;
  /** The files that the site is read from. */
  readonly files: SourceFiles;
  readonly report: Report;
  /** The time of the build, in the site's zone. */
  readonly now: RubyTime;
  /** site.time. */
  readonly time: RubyTime;
  readonly zone: Zone;
  readonly defaults: FrontMatterDefaults;
  readonly liquid: LiquidEnvironment;
  /** JEKYLL_ENV. */
  readonly environment: string;
  /** Environment variables for plugins. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** 'owner/name' of the repository; null if unknown. */
  readonly repository: string | null;
  /** The checkout that contains the site. */
  readonly git: Git | null;
  readonly theme: Theme | null;
  /** Markdown, Sass and Identity; plugins add their own. */
  readonly converters: readonly Converter[];
  readonly services: TextServices;
  /** Whether Git tracks anything in this folder of the source. */
  isTracked(folder: string): boolean;
  renderExcerpt(excerpt: DocumentExcerpt | PageExcerpt): string;
  /** Records which item reads what; null if not requested. */
  readonly reads: ReadLog | null;
  readonly debug: Debug;
}

export class Site implements DocumentSite, PageSite, StaticFileSite {
  readonly #postsBy = new Map<string, RubyHash>();
  readonly stack: Stack;
  readonly config: Configuration;
  readonly source: string;
  readonly destination: string;
  readonly files: SourceFiles;
  readonly report: Report;
  readonly now: RubyTime;
  readonly time: RubyTime;
  readonly zone: Zone;
  readonly defaults: FrontMatterDefaults;
  readonly liquid: LiquidEnvironment;
  readonly environment: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly repository: string | null;
  readonly git: Git | null;
  readonly theme: Theme | null;
  readonly isTracked: (folder: string) => boolean;
  readonly safe: boolean;
  readonly include: readonly string[];
  /** `exclude`; in 4.x without entries that `include` also lists. */
  readonly excludePatterns: readonly string[];
  readonly hooks = new Hooks();
  readonly #generators: Generator[] = [];
  readonly #preparations: (() => Promise<void>)[] = [];
  readonly #converters: Converter[] = [];
  readonly #blockTags = new Set(BLOCK_TAGS);
  readonly drops: Drops;
  #collections: ReadonlyMap<string, Collection>;
  #pages: Page[] = [];
  #staticFiles: StaticFile[] = [];
  readonly #layouts = new Map<string, Layout>();
  #data: RubyHash = new Map();
  /** Plugins that load ActiveSupport (jemoji, jekyll-mentions) change `x == blank`. */
  #activeSupport = false;
  /** What Liquid and plugins need from the site: converters, includes. */
  readonly host: LiquidHost;
  readonly renderExcerpt: (excerpt: DocumentExcerpt | PageExcerpt) => string;
  readonly reads: ReadLog | null;
  readonly debug: Debug;
  readonly results = new Results();
  readonly #extensions = new Map<string, string>();

  constructor(input: SiteInput) {
    this.stack = input.stack;
    this.config = input.config;
    this.source = input.source;
    this.destination = input.destination;
    this.files = input.files;
    this.report = input.report;
    this.now = input.now;
    this.time = input.time;
    this.zone = input.zone;
    this.defaults = input.defaults;
    this.liquid = input.liquid;
    this.environment = input.environment;
    this.env = input.env;
    this.repository = input.repository;
    this.git = input.git;
    this.theme = input.theme;
    this.isTracked = (folder) => input.isTracked(folder);
    this.reads = input.reads;
    this.debug = input.debug;
    this.renderExcerpt = (excerpt) => input.renderExcerpt(excerpt);
    this.safe = this.config.known.safe;
    const { include, excludePatterns } = patternsOf(this.config, this.stack);
    this.include = include;
    this.excludePatterns = excludePatterns;
    const labels = [...this.config.known.collections.keys()] as string[];
    this.#collections = new Map(labels.map((label) => [label, new Collection(new CollectionSettings(this, label))]));
    this.drops = new Drops(this.stack.drops);
    for (const converter of input.converters) this.addConverter(converter);
    this.host = new SiteHost(this, input.services);
  }

  /** By label, in the configuration's order, `posts` first; empty before reading. */
  get collections(): ReadonlyMap<string, Collection> {
    return this.#collections;
  }

  get posts(): Collection {
    return this.collections.get('posts')!;
  }

  /** In order of priority. */
  get generators(): readonly Generator[] {
    return this.#generators;
  }

  /** Work of plugins after reading and before the generators, such as loading a compiler. */
  get preparations(): readonly (() => Promise<void>)[] {
    return this.#preparations;
  }

  /** In order of priority. */
  get converters(): readonly Converter[] {
    return this.#converters;
  }

  /** Templates see this array itself, not a copy. */
  get pages(): Page[] {
    return this.#pages;
  }

  /** Templates see this array itself, not a copy. */
  get staticFiles(): StaticFile[] {
    return this.#staticFiles;
  }

  get layouts(): ReadonlyMap<string, Layout> {
    return this.#layouts;
  }

  get data(): RubyHash {
    return this.#data;
  }

  get activeSupport(): boolean {
    return this.#activeSupport;
  }

  addPages(...pages: readonly Page[]): void {
    for (const page of pages) {
      this.results.noteMaker(page);
      this.#pages.push(page);
    }
  }

  arrangePages(arrange: (pages: readonly Page[]) => Page[]): void {
    this.#pages = arrange(this.#pages);
  }

  addStaticFiles(...files: readonly StaticFile[]): void {
    for (const file of files) this.#staticFiles.push(file);
  }

  arrangeStaticFiles(arrange: (files: readonly StaticFile[]) => StaticFile[]): void {
    this.#staticFiles = arrange(this.#staticFiles);
  }

  removeStaticFiles(isRemoved: (file: StaticFile) => boolean): void {
    this.#staticFiles = this.#staticFiles.filter((file) => !isRemoved(file));
  }

  addLayout(name: string, layout: Layout): void {
    this.#layouts.set(name, layout);
  }

  /** What was read into the collections. */
  setCollections(collections: ReadonlyMap<string, Collection>): void {
    this.#collections = collections;
  }

  setData(data: RubyHash): void {
    this.#data = data;
  }

  /** Sets a key of `site.data`, for a plugin. */
  setDataKey(key: string, value: Value): void {
    this.results.noteChange(this, `data.${key}`);
    this.#data.set(key, value);
  }

  /** Sets a key of the configuration, for a plugin; undefined removes it. */
  setConfig(key: string, value: Value | undefined): void {
    this.results.noteChange(this, key);
    this.config.set(key, value);
  }

  loadActiveSupport(): void {
    this.#activeSupport = true;
  }

  addPreparation(preparation: () => Promise<void>): void {
    this.#preparations.push(preparation);
  }

  addGenerator(generator: Generator): void {
    this.#generators.push(generator);
    this.#generators.sort((a, b) => b.priority - a.priority);
  }

  addBlockTag(name: string): void {
    this.#blockTags.add(name);
  }

  addConverter(converter: Converter): void {
    this.#converters.push(converter);
    this.#converters.sort((a, b) => b.priority - a.priority);
    this.#extensions.clear();
  }

  outputExtension(extension: string): string {
    let output = this.#extensions.get(extension);
    if (output === undefined) {
      output = outputExtension(this.#converters, extension);
      this.#extensions.set(extension, output);
    }
    return output;
  }

  isBlockTag(name: string): boolean {
    return this.#blockTags.has(name);
  }

  /** All collections' documents and files, collection by collection, documents first. */
  get documents(): (Document | StaticFile)[] {
    return [...this.collections.values()].flatMap((collection) => [...collection.docs, ...collection.files]);
  }

  /** Everything that is rendered, in that order. */
  rendered(): (Document | Page)[] {
    return [...[...this.collections.values()].flatMap((collection) => collection.docs), ...this.pages];
  }

  /** Everything that is written; if several items have the same URL, the last one wins. */
  *outputs(): IterableIterator<Page | StaticFile | Document> {
    yield* this.pages;
    if (this.stack.writing.copiesUnwrittenCollections) {
      yield* this.staticFiles;
      for (const item of this.documents) if (item.isWritten) yield item;
    } else {
      for (const file of this.staticFiles) if (file.isWritten) yield file;
      for (const collection of this.collections.values()) {
        for (const document of collection.docs) if (document.isWritten) yield document;
      }
    }
  }

  /** Groups posts by the values of a field, newest first (Site#post_attr_hash). */
  postsBy(field: 'tags' | 'categories'): RubyHash {
    const known = this.#postsBy.get(field);
    if (known !== undefined) return known;
    const table = new HashOfLists();
    const lists = new KeyMap<Value[]>();
    if (this.stack.writing.keepsPostTables) this.#postsBy.set(field, table);
    for (const post of this.posts.docs) {
      const values = post.field(field);
      if (!Array.isArray(values)) {
        if (values === null || values === false) continue;
        throw notListed(post, field, values);
      }
      for (const value of values) {
        let list = lists.get(value);
        if (list === undefined) {
          list = [];
          lists.add(value, list);
          table.set(value, list);
        }
        list.push(post);
      }
    }
    for (const [value, list] of table) table.set(value, mergeSort(list as Document[], compareDocuments).reverse());
    return table;
  }

  neighbour(document: Document, step: 1 | -1): Document | null {
    for (const collection of this.#collections.values())
      if (collection.settings === document.collection) return collection.neighbour(document, step);
    return null;
  }

  /** The ten newest posts except this one. */
  relatedPosts(document: Document): Document[] {
    const posts = this.posts.docs;
    if (posts.length <= 1) return [];
    return posts
      .slice(-11)
      .reverse()
      .filter((post) => post !== document)
      .slice(0, 10);
  }

  get siteData(): Value {
    const own = this.config.raw.data;
    return own === undefined || own === null || own === false ? this.data : own;
  }
}

/** Jekyll's error when a post's tags are used although broken front matter left them as the defaults have them. */
const notListed = (post: Document, field: string, value: Value): BuildError =>
  new BuildError({
    code: 'field-no-list',
    message: `The ${field} of ${post.relativePath} are ${inspect(value)}, not a list`,
    path: post.source?.path ?? post.relativePath,
    hint: `Correct its front matter, or write the ${field} in \`defaults:\` as a list.`,
  });
