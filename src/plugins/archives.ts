// jekyll-archives 2.3.0: a page for each tag, category, year, month and day, with its posts; `site.archives`.

import { compareDocuments, type Document } from '../content/document.ts';
import { Page } from '../content/page.ts';
import { urlFromTable } from '../content/permalink.ts';
import { BuildError } from '../diagnostics/diagnostic.ts';
import { baseName, extName, joinPath } from '../files/paths.ts';
import { HashDrop } from '../ruby/hash-drop.ts';
import { inspect } from '../ruby/inspect.ts';
import { deepMerge } from '../ruby/merge.ts';
import { mergeSort } from '../ruby/merge-sort.ts';
import { strftime } from '../ruby/strftime.ts';
import { toS } from '../ruby/to-s.ts';
import { type Drop, isHash, RubyDate, type RubyHash, type Value } from '../ruby/values.ts';
import { type Plugin, PRIORITY } from '../site/plugin.ts';
import type { Site } from '../site/site.ts';
import { slugify } from '../text/slugify.ts';
import { unescapePath } from '../text/uri.ts';
import { either, read } from './values.ts';

export const plugin: Plugin = {
  name: 'jekyll-archives',
  setup(site) {
    site.generators.push({ name: 'jekyll-archives', priority: PRIORITY.normal, generate });
  },
};

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

/** What an archive is of. */
type Kind = 'tag' | 'category' | 'year' | 'month' | 'day';

/** The parts of a date that archives are named by, from the year down: their numbers as texts. */
const DATES = [
  ['year', '%Y'],
  ['month', '%m'],
  ['day', '%d'],
] as const;

function generate(site: Site): void {
  const own = site.config.get('jekyll-archives');
  if (own !== undefined && !isHash(own)) {
    site.report({
      code: 'archives-options',
      severity: 'warning',
      message: `Archives: Expected a hash but got ${inspect(own)}. Archives will not be generated for this site.`,
      path: '_config.yml',
      hint: 'Write `enabled: all` below `jekyll-archives:`.',
    });
    return;
  }
  const config = own === undefined ? DEFAULTS : deepMerge(DEFAULTS, own);
  site.config.hash.set('jekyll-archives', config);
  const enabled = config.get('enabled');
  const isEnabled = (name: string): boolean =>
    enabled === true || enabled === 'all' || (Array.isArray(enabled) && enabled.includes(name));

  const archives: Page[] = [];
  const add = (kind: Kind, of: Value | readonly string[], posts: Value): void => {
    archives.push(new Archive(site, config, kind, of, posts));
  };
  if (isEnabled('tags')) for (const [tag, posts] of site.postsBy('tags')) add('tag', tag, posts);
  if (isEnabled('categories')) for (const [name, posts] of site.postsBy('categories')) add('category', name, posts);
  const addDates = (posts: readonly Document[], above: readonly string[]): void => {
    const part = DATES[above.length];
    if (part === undefined) return;
    const [kind, format] = part;
    for (const [number, group] of groupByDate(posts, format)) {
      const date = [...above, number];
      if (isEnabled(kind)) add(kind, date, group);
      addDates(group, date);
    }
  };
  addDates(site.posts.docs, []);
  site.pages.push(...archives);
  site.config.hash.set('archives', archives);
}

/** The posts by a part of their date, in the order in which the parts come up; each group newest first. */
function groupByDate(posts: readonly Document[], format: string): Map<string, Document[]> {
  const groups = new Map<string, Document[]>();
  for (const post of posts) {
    const key = strftime(post.date, format);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [post]);
    else group.push(post);
  }
  for (const [key, group] of groups) groups.set(key, mergeSort(group, compareDocuments).reverse());
  return groups;
}

/** A page without a file: its data is its layout alone, and front matter defaults don't reach it. */
class Archive extends Page {
  readonly kind: Kind;
  readonly posts: Value;
  /** The tag or category; null for an archive by date (and for a tag that is no text). */
  readonly title: string | null;
  /** The first day of a year or month, the day; null for tags and categories. */
  readonly date: RubyDate | null;
  readonly #url: string;
  readonly #drop: ArchiveDrop;

  /** @param of the tag or category, or the numbers of a date: the year, the month, the day */
  constructor(site: Site, config: RubyHash, kind: Kind, of: Value | readonly string[], posts: Value) {
    const byDate = kind === 'year' || kind === 'month' || kind === 'day';
    const numbers = byDate ? (of as readonly string[]) : [];
    const title = typeof of === 'string' ? of : null;
    const table = [
      ...(byDate ? DATES.slice(0, numbers.length).map(([name], i) => [name, numbers[i]!] as const) : []),
      ...(byDate ? [] : [['name', title === null ? null : slug(site, config, title)] as const]),
      ['type', kind] as const,
    ];
    const url = urlFromTable(permalink(config, kind), table, '_config.yml');
    const relativePath = pathOf(url);
    const layout = either(option(config, 'layouts', kind), config.get('layout') ?? null);
    super({
      site,
      dir: '',
      name: baseName(relativePath),
      relativePath,
      data: new Map<Value, Value>([['layout', layout]]),
      className: 'Jekyll::Archives::Archive',
    });
    this.kind = kind;
    this.posts = posts;
    this.title = title;
    const [year, month = 1, day = 1] = numbers.map(Number);
    this.date = year === undefined ? null : new RubyDate(year, month, day);
    this.#url = url;
    this.#drop = new ArchiveDrop(this);
  }

  override get url(): string {
    return this.#url;
  }

  override field(key: string): Value {
    return this.data.get(key) ?? null;
  }

  override toLiquid(): Drop {
    return this.#drop;
  }
}

function slug(site: Site, config: RubyHash, title: string): string {
  const mode = either(config.get('slug_mode') ?? null, null);
  const result = slugify(title, mode === null ? null : toS(mode), false, site.stack);
  if (result === '') {
    site.report({
      code: 'slug-empty',
      severity: 'warning',
      message: `Empty \`slug\` generated for '${title}'.`,
      path: '_config.yml',
      hint: 'Its archive has no name of its own. Set `slug_mode: raw` below `jekyll-archives:` to keep signs.',
    });
  }
  return result;
}

/** An option that is set kind by kind: `layouts:` and `permalinks:`. */
function option(config: RubyHash, name: string, kind: Kind): Value {
  const values = config.get(name) ?? null;
  if (values === null || isHash(values)) return read(values, kind);
  throw new BuildError({
    code: 'archives-options',
    message: `jekyll-archives: ${name} should be a mapping, but is ${inspect(values)}`,
    path: '_config.yml',
    hint: `Write \`${name}:\` and below it a line such as \`tag: …\`.`,
  });
}

function permalink(config: RubyHash, kind: Kind): string {
  const template = option(config, 'permalinks', kind);
  if (typeof template === 'string') return template;
  throw new BuildError({
    code: 'archives-options',
    message: `jekyll-archives: Template ${inspect(template)} provided is invalid.`,
    path: '_config.yml',
    hint: `Write a path below \`permalinks:\`, such as \`${kind}: ${toS(read(DEFAULTS.get('permalinks')!, kind))}\`.`,
  });
}

/** Where it is written, below the destination. */
function pathOf(url: string): string {
  const path = unescapePath(url).replace(/^\//, '');
  return url.endsWith('/') ? joinPath(path, 'index.html') : path;
}

/** Jekyll::Archives::PageDrop: it knows less than other pages do. */
class ArchiveDrop extends HashDrop {
  readonly className = 'Jekyll::Archives::PageDrop';
  override readonly contentMethods = ['name', 'permalink', 'url', 'path', 'type', 'title', 'date', 'posts'];
  readonly #archive: Archive;

  constructor(archive: Archive) {
    super();
    this.#archive = archive;
  }

  protected override read(key: string): Value | undefined {
    const archive = this.#archive;
    switch (key) {
      case 'posts':
      case 'title':
      case 'date':
      case 'path':
      case 'url':
      case 'permalink':
        return archive[key];
      case 'type':
        return archive.kind;
      case 'name':
        return baseName(archive.relativePath).slice(0, -extName(archive.relativePath).length || undefined);
      default:
        return archive.data.get(key);
    }
  }

  protected override dataKeys(): Iterable<Value> {
    return this.#archive.data.keys();
  }
}
