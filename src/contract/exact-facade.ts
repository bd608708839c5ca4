// The exact view of a site, for one plugin.

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
import { Context } from '../liquid/runtime/context.ts';
import type { RubyHash, Value } from '../ruby/values.ts';
import { EntryFilter } from '../site/entry-filter.ts';
import { readPage } from '../site/read-page.ts';
import { readSource } from '../site/read-source.ts';
import type { Site } from '../site/site.ts';
import type { ExactSite } from './exact.ts';

export class ExactFacade implements ExactSite {
  readonly #site: Site;
  readonly sectionName: string;
  readonly stack: Stack;
  readonly config: Configuration;
  readonly context: PageSite;
  readonly source: string;
  readonly files: SourceFiles;
  readonly report: Report;
  readonly environment: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly repository: string | null;
  readonly git: Git | null;
  readonly include: readonly string[];
  readonly layouts: ReadonlyMap<string, Layout>;

  /** @param section the key of the plugin's options, or '' */
  constructor(site: Site, section: string) {
    this.#site = site;
    this.sectionName = section;
    this.context = site;
    this.stack = site.stack;
    this.config = site.config;
    this.source = site.source;
    this.files = site.files;
    this.report = site.report;
    this.environment = site.environment;
    this.env = site.env;
    this.repository = site.repository;
    this.git = site.git;
    this.include = site.include;
    this.layouts = site.layouts;
  }

  get section(): Value | undefined {
    return this.config.hash.get(this.sectionName);
  }

  get collections(): ReadonlyMap<string, Collection> {
    return this.#site.collections;
  }

  get posts(): Collection {
    return this.#site.posts;
  }

  get pages(): readonly Page[] {
    return this.#site.pages;
  }

  get staticFiles(): readonly StaticFile[] {
    return this.#site.staticFiles;
  }

  get documents(): readonly (Document | StaticFile)[] {
    return this.#site.documents;
  }

  postsBy(field: 'tags' | 'categories'): RubyHash {
    return this.#site.postsBy(field);
  }

  matches(patterns: readonly string[], path: string): boolean {
    return new EntryFilter(this.#site).matches(patterns, path);
  }

  readPage(path: string, dir: string, name: string, relativePath?: string): Page {
    return readPage(this.#site, path, dir, name, relativePath);
  }

  readSource(path: string): Source {
    return readSource(this.#site, path);
  }

  templateContext(): Context {
    const { host, liquid } = this.#site;
    return new Context(liquid, new Map(), { host, page: null }, { path: '', text: '' });
  }

  addPages(...pages: readonly Page[]): void {
    this.#site.addPages(...pages);
  }

  arrangePages(arrange: (pages: readonly Page[]) => Page[]): void {
    this.#site.arrangePages(arrange);
  }

  removeStaticFiles(isRemoved: (file: StaticFile) => boolean): void {
    this.#site.removeStaticFiles(isRemoved);
  }

  addLayout(name: string, layout: Layout): void {
    this.#site.addLayout(name, layout);
  }

  setConfig(key: string, value: Value | undefined): void {
    this.#site.setConfig(key, value);
  }

  loadActiveSupport(): void {
    this.#site.loadActiveSupport();
  }
}
