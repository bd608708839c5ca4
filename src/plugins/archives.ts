// jekyll-archives 2.3.0: pages that list the posts of a tag, a category, a year, a month, a day.

import { compareDocuments, type Document } from '../content/document.ts';
import { Page } from '../content/page.ts';
import { urlFromTable } from '../content/permalink.ts';
import { BuildError } from '../diagnostics/diagnostic.ts';
import { baseName, extName, joinPath, sanitizedPath } from '../files/paths.ts';
import { inspect } from '../ruby/inspect.ts';
import { deepMerge } from '../ruby/merge.ts';
import { strftime } from '../ruby/strftime.ts';
import { toS } from '../ruby/to-s.ts';
import { Drop, isHash, RubyDate, type RubyHash, type Value } from '../ruby/values.ts';
import { type Plugin, PRIORITY } from '../site/plugin.ts';
import type { Site } from '../site/site.ts';
import { slugify } from '../text/slugify.ts';
import { unescapePath } from '../text/uri.ts';
import { either, read, truthy } from './values.ts';

const DEFAULTS: RubyHash = new Map<Value, Value>([
  ['layout', 'archive'],
  ['enabled', []],
  [
    'permalinks',
    new Map([
      ['year', '/:year/'],
      ['month', '/:year/:month/'],
      ['day', '/:year/:month/:day/'],
      ['tag', '/tag/:name/'],
      ['category', '/category/:name/'],
    ]),
  ],
]);

export const plugin: Plugin = {
  name: 'jekyll-archives',
  setup(site) {
    site.generators.push({ name: 'jekyll-archives', priority: PRIORITY.normal, generate });
  },
};

function generate(site: Site): void {
  const own = site.config.get('jekyll-archives') ?? new Map();
  if (!isHash(own)) {
    site.report({
      code: 'archives-config',
      severity: 'warning',
      message: `Expected a hash but got ${inspect(own)}. Archives will not be generated for this site.`,
      path: '_config.yml',
      hint: 'Write `jekyll-archives:` with `enabled: [tags, categories]` below it.',
    });
    return;
  }
  const config = deepMerge(DEFAULTS, own);
  site.config.hash.set('jekyll-archives', config);
  const archives = [...new Archives(site, config).all()];
  site.pages.push(...archives);
  site.config.hash.set('archives', archives);
}

class Archives {
  readonly #site: Site;
  readonly #config: RubyHash;

  constructor(site: Site, config: RubyHash) {
    this.#site = site;
    this.#config = config;
  }

  *all(): Generator<Archive> {
    for (const [type, plural] of [
      ['tag', 'tags'],
      ['category', 'categories'],
    ] as const) {
      if (!this.#isEnabled(plural)) continue;
      for (const [name, posts] of this.#site.postsBy(plural)) yield this.#archive(type, toS(name), posts as Document[]);
    }
    for (const [year, ofYear] of byDate(this.#site.posts.docs, '%Y')) {
      if (this.#isEnabled('year')) yield this.#archive('year', [year], ofYear);
      for (const [month, ofMonth] of byDate(ofYear, '%m')) {
        if (this.#isEnabled('month')) yield this.#archive('month', [year, month], ofMonth);
        if (!this.#isEnabled('day')) continue;
        for (const [day, ofDay] of byDate(ofMonth, '%d')) yield this.#archive('day', [year, month, day], ofDay);
      }
    }
  }

  #isEnabled(type: string): boolean {
    const enabled = this.#config.get('enabled');
    return enabled === true || enabled === 'all' || (Array.isArray(enabled) && enabled.includes(type));
  }

  #archive(type: string, subject: string | string[], posts: readonly Document[]): Archive {
    const template = read(this.#config.get('permalinks') ?? null, type);
    if (typeof template !== 'string') {
      throw new BuildError({
        code: 'archives-permalink',
        message: `Template ${inspect(template)} provided is invalid.`,
        path: '_config.yml',
        hint: `Write the address of the archives under jekyll-archives: permalinks: ${type}.`,
      });
    }
    const mode = this.#config.get('slug_mode');
    const slug =
      typeof subject === 'string' ? slugify(subject, truthy(mode) ? toS(mode) : null, false, this.#site.stack) : null;
    const values =
      typeof subject === 'string'
        ? ([['name', slug]] as const)
        : (['year', 'month', 'day'] as const).slice(0, subject.length).map((key, i) => [key, subject[i]!] as const);
    const url = urlFromTable(template, [...values, ['type', type]]);
    const layout = either(read(this.#config.get('layouts') ?? null, type), this.#config.get('layout') ?? null);
    return new Archive(this.#site, { type, subject, posts, url, layout });
  }
}

/** Posts by a part of their date, newest first. */
function byDate(posts: readonly Document[], pattern: string): Map<string, Document[]> {
  const groups = new Map<string, Document[]>();
  for (const post of posts) {
    const key = strftime(post.date, pattern);
    groups.set(key, [...(groups.get(key) ?? []), post]);
  }
  for (const group of groups.values()) group.sort((a, b) => compareDocuments(b, a));
  return groups;
}

interface ArchiveInput {
  readonly type: string;
  /** The name of a tag or category, or the parts of a date. */
  readonly subject: string | string[];
  readonly posts: readonly Document[];
  readonly url: string;
  readonly layout: Value;
}

class Archive extends Page {
  readonly archive: ArchiveInput;
  readonly #drop: ArchiveDrop;

  constructor(site: Site, archive: ArchiveInput) {
    const path = unescapePath(archive.url).replace(/^\//, '');
    const relativePath = archive.url.endsWith('/') ? joinPath(path, 'index.html') : path;
    const data = new Map<Value, Value>([['layout', archive.layout]]);
    super({ site, dir: '', name: baseName(relativePath), data, relativePath, className: 'Jekyll::Archives::Archive' });
    this.archive = archive;
    this.#drop = new ArchiveDrop(this);
  }

  override get url(): string {
    return this.archive.url;
  }

  override get permalink(): string | null {
    const own = this.data.get('permalink');
    return truthy(own) ? toS(own) : null;
  }

  override destination(): string {
    const path = sanitizedPath(this.site.destination, unescapePath(this.url));
    const full = this.url.endsWith('/') ? joinPath(path, 'index.html') : path;
    return extName(full) === '' ? `${full}${this.outputExtension}` : full;
  }

  override toLiquid(): never {
    return this.#drop as never;
  }
}

class ArchiveDrop extends Drop {
  readonly className = 'Jekyll::Archives::PageDrop';
  readonly #page: Archive;

  constructor(page: Archive) {
    super();
    this.#page = page;
  }

  override get(key: string): Value | undefined {
    const { archive } = this.#page;
    const { subject } = archive;
    switch (key) {
      case 'posts':
        return [...archive.posts];
      case 'type':
        return archive.type;
      case 'title':
        return typeof subject === 'string' ? subject : null;
      case 'date': {
        if (typeof subject === 'string') return null;
        const [year, month, day] = subject.map(Number);
        return new RubyDate(year!, month ?? 1, day ?? 1);
      }
      case 'name':
        return baseName(this.#page.relativePath).slice(0, -extName(this.#page.relativePath).length || undefined);
      case 'path':
        return this.#page.relativePath;
      case 'url':
        return archive.url;
      case 'permalink':
        return this.#page.permalink;
      default:
        return this.#page.data.get(key);
    }
  }

  override keys(): string[] {
    const own = ['name', 'permalink', 'title', 'date', 'posts', 'type', 'path', 'url'];
    return [...new Set([...own, ...this.#page.data.keys()])] as string[];
  }
}
