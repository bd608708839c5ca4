// A site as one plugin sees it.

import type { Document } from '../content/document.ts';
import { Page } from '../content/page.ts';
import type { StaticFile } from '../content/static-file.ts';
import { isFile } from '../files/kinds.ts';
import { dirName, joinPath } from '../files/paths.ts';
import { fromPlain, type Plain, toPlain } from '../ruby/plain.ts';
import type { RubyHash } from '../ruby/values.ts';
import type { Site } from '../site/site.ts';
import type { ExactSite } from './exact.ts';
import { ExactFacade } from './exact-facade.ts';
import type { NewPage, PluginFile, PluginMessage, PluginPage, PluginSite } from './facade.ts';
import { callFilter } from './filters.ts';
import { fileFacade, PageFacade } from './page-facade.ts';
import type { Plugin } from './plugin.ts';
import { readOptions } from './read-options.ts';

type Data = { readonly [field: string]: Plain };

export class SiteFacade implements PluginSite {
  readonly #site: Site;
  readonly #plugin: Plugin;
  /** An item has one façade, so that a plugin can compare and remember them. */
  readonly #pages = new WeakMap<Page | Document, PluginPage>();
  readonly #files = new WeakMap<StaticFile, PluginFile>();
  #options: Readonly<Record<string, Plain>> | null = null;
  readonly exact: ExactSite;

  constructor(site: Site, plugin: Plugin) {
    this.#site = site;
    this.#plugin = plugin;
    this.exact = new ExactFacade(site, plugin.options?.section ?? '');
  }

  get options(): Readonly<Record<string, Plain>> {
    const { options } = this.#plugin;
    this.#options ??= options === undefined ? {} : readOptions(options, this.#site.config);
    return this.#options;
  }

  get source(): string {
    return this.#site.source;
  }

  get destination(): string {
    return this.#site.destination;
  }

  get time(): Date {
    return new Date(this.#site.time.seconds * 1000);
  }

  get environment(): string {
    return this.#site.environment;
  }

  get compat(): string {
    return this.#site.stack.name;
  }

  get jekyllVersion(): string {
    return this.#site.stack.jekyll;
  }

  get pages(): readonly PluginPage[] {
    return this.#site.pages.map(this.page);
  }

  get documents(): readonly PluginPage[] {
    return [...this.#site.collections.values()].flatMap(({ docs }) => docs.map(this.page));
  }

  get posts(): readonly PluginPage[] {
    return this.collection('posts');
  }

  get staticFiles(): readonly PluginFile[] {
    return this.#site.staticFiles.map((file) => this.#fileOf(file));
  }

  get layouts(): readonly string[] {
    return [...this.#site.layouts.keys()];
  }

  /** The façade of an item. */
  readonly page = (item: Page | Document): PluginPage => {
    let page = this.#pages.get(item);
    if (page === undefined) this.#pages.set(item, (page = new PageFacade(item)));
    return page;
  };

  #fileOf(file: StaticFile): PluginFile {
    let known = this.#files.get(file);
    if (known === undefined) this.#files.set(file, (known = fileFacade(file)));
    return known;
  }

  collection(label: string): readonly PluginPage[] {
    return (this.#site.collections.get(label)?.docs ?? []).map(this.page);
  }

  config(key: string): Plain {
    return toPlain(this.#site.config.get(key) ?? null);
  }

  data(name: string): Plain {
    return toPlain(this.#site.data.get(name) ?? null);
  }

  read(path: string): string | null {
    const file = joinPath(this.source, path);
    return isFile(this.#site.files, file) ? this.exact.readSource(file).text : null;
  }

  filter(name: string, input: Plain, ...args: Plain[]): Plain {
    return callFilter(this.exact.templateContext(), name, input, args);
  }

  setConfig(key: string, value: Plain): void {
    this.#site.setConfig(key, fromPlain(value, this.#site.zone));
  }

  setData(name: string, value: Plain): void {
    this.#site.setDataKey(name, fromPlain(value, this.#site.zone));
  }

  addPage({ path, data, content = '' }: NewPage): PluginPage {
    const clean = joinPath('/', path);
    const dir = dirName(clean);
    const page = new Page({
      site: this.#site,
      dir: dir === '/' ? '' : dir,
      name: clean.slice(clean.lastIndexOf('/') + 1),
      data: this.#hash(data),
      content,
      origin: `${clean.slice(1)} of ${this.#plugin.name}`,
      className: 'Jekyll::PageWithoutAFile',
    });
    this.#site.addPages(page);
    this.#site.hooks.triggerItem('post_init', page);
    return this.page(page);
  }

  addLayout(name: string, content: string, data?: Data): void {
    const path = `_layouts/${name}.html`;
    this.#site.addLayout(name, {
      name,
      relativePath: path,
      file: '',
      data: this.#hash(data),
      content,
      source: { path: `${path} of ${this.#plugin.name}`, text: content },
      contentStart: 0,
      hasBytes: false,
    });
  }

  removeStaticFile(file: PluginFile): void {
    this.#site.removeStaticFiles((one) => one === file.exact);
  }

  report({ severity = 'warning', message, path, hint }: PluginMessage): void {
    this.#site.report({
      code: 'plugin-message',
      severity,
      message: `${this.#plugin.name}: ${message}`,
      about: this.#plugin.name,
      ...(path === undefined ? {} : { path }),
      ...(hint === undefined ? {} : { hint }),
    });
  }

  #hash(data: Data = {}): RubyHash {
    return fromPlain(data, this.#site.zone) as RubyHash;
  }
}
