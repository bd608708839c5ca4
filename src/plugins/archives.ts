// jekyll-archives 2.3.0: a page for each tag, category, year, month and day, with its posts; `site.archives`.

import { compareDocuments, type Document } from '../content/document.ts';
import { Page } from '../content/page.ts';
import { urlFromTable } from '../content/permalink.ts';
import type { ExactSite } from '../contract/exact.ts';
import { definePlugin } from '../contract/plugin.ts';
import { BuildError } from '../diagnostics/diagnostic.ts';
import { baseName, extName, joinPath } from '../files/paths.ts';
import { isValidDate } from '../ruby/calendar.ts';
import { inspect } from '../ruby/inspect.ts';
import { toI } from '../ruby/integer.ts';
import { deepMerge } from '../ruby/merge.ts';
import { mergeSort } from '../ruby/merge-sort.ts';
import { strftime } from '../ruby/strftime.ts';
import { Fields, TableDrop } from '../ruby/table-drop.ts';
import { toS } from '../ruby/to-s.ts';
import { type Drop, isHash, RubyDate, RubyFloat, type RubyHash, type Value } from '../ruby/values.ts';
import { emptySlug, slugify } from '../text/slugify.ts';
import { unescapePath } from '../text/uri.ts';
import { either, read } from './values.ts';

export const plugin = definePlugin({
  api: 1,
  name: 'jekyll-archives',
  options: {
    section: 'jekyll-archives',
    doc: 'Pages for tags, categories and dates.',
    fields: {
      enabled: {
        type: 'any',
        default: [],
        doc: 'Which to make: `all`, or a list of `tags`, `categories`, `year`, `month`, `day`.',
      },
      layout: { type: 'string', default: 'archive', doc: 'Their layout.' },
      layouts: { type: 'mapping', doc: 'A layout for each kind instead.' },
      permalinks: { type: 'mapping', doc: 'A template of the URL for each kind, such as `tag: /tag/:name/`.' },
      slug_mode: { type: 'string', doc: "How names become part of a URL: a mode of Jekyll's `slugify`." },
    },
  },
  generators: {
    archives: {
      takes: ['documents'],
      makes: ['pages', 'configuration'],
      generate: ({ exact }) => generate(exact),
    },
  },
});

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

/** What an archive page collects. */
type Kind = 'tag' | 'category' | 'year' | 'month' | 'day';

/** The parts of a date that archives are named by, from the year down, with their strftime formats. */
const DATES = [
  ['year', '%Y'],
  ['month', '%m'],
  ['day', '%d'],
] as const;

function generate(site: ExactSite): void {
  const own = site.section;
  if (own !== undefined && !isHash(own)) {
    site.report({
      code: 'archives-options',
      severity: 'warning',
      message: `Archives: Expected a hash but got ${inspect(own)}. Archives will not be generated for this site.`,
      ...site.config.locate(site.sectionName),
      hint: 'Write `enabled: all` below `jekyll-archives:`.',
    });
    return;
  }
  const config = own === undefined ? DEFAULTS : deepMerge(DEFAULTS, own);
  site.setConfig('jekyll-archives', config);
  const enabled = config.get('enabled');
  const isEnabled = (name: string): boolean =>
    enabled === true || enabled === 'all' || (Array.isArray(enabled) && enabled.includes(name));

  const archives: Page[] = [];
  const add = (kind: Kind, of: Value, posts: Value): void => {
    archives.push(new Archive(site, config, kind, of, posts));
  };
  if (isEnabled('tags')) for (const [tag, posts] of site.postsBy('tags')) add('tag', tag, posts);
  if (isEnabled('categories')) for (const [name, posts] of site.postsBy('categories')) add('category', name, posts);
  const addDates = (posts: readonly Document[], above: RubyHash): void => {
    const part = DATES[above.size];
    if (part === undefined) return;
    const [kind, format] = part;
    for (const [number, group] of groupByDate(posts, format)) {
      const date = new Map(above).set(kind, number);
      if (isEnabled(kind)) add(kind, date, group);
      addDates(group, date);
    }
  };
  addDates(site.posts.docs, new Map());
  site.addPages(...archives);
  site.setConfig('archives', archives);
}

/** Groups posts by a part of their date, in order of first appearance; each group newest first. */
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

/** A page without a file: its data is only the layout, and front matter defaults don't apply. */
class Archive extends Page {
  readonly kind: Kind;
  readonly posts: Value;
  /** The tag or category; null for an archive by date (and for a tag that isn't a string). */
  readonly title: string | null;
  /** The parts of the date; null for tags and categories. A tag that is a mapping is treated as a date. */
  readonly #dateParts: readonly Value[] | null;
  readonly #url: string;
  readonly #drop: ArchiveDrop;

  /** @param of the tag or category, or a date as a mapping of its year, month and day */
  constructor(site: ExactSite, config: RubyHash, kind: Kind, of: Value, posts: Value) {
    const title = typeof of === 'string' ? of : null;
    const name = title === null ? null : slug(site, config, title);
    const placeholders: readonly (readonly [Value, Value])[] = isHash(of) ? [...of] : [['name', name]];
    const template = permalink(config, kind);
    const url = urlFromTable(template, [...texts(template, placeholders), ['type', kind]], '_config.yml');
    const relativePath = pathOf(url);
    const fileName = baseName(relativePath);
    const extname = extName(fileName);
    const layout = either(option(config, 'layouts', kind), config.get('layout') ?? null);
    super({
      origin: `the archive of ${title === null ? `a ${kind}` : `the ${kind} '${title}'`}`,
      site: site.context,
      dir: '',
      name: fileName.slice(0, fileName.length - extname.length),
      extname,
      relativePath,
      data: new Map<Value, Value>([['layout', layout]]),
      className: 'Jekyll::Archives::Archive',
    });
    this.kind = kind;
    this.posts = posts;
    this.title = title;
    this.#dateParts = isHash(of) ? [...of.values()] : null;
    this.#url = url;
    this.#drop = new ArchiveDrop(this);
  }

  override get url(): string {
    return this.#url;
  }

  /**
   * The day, or the first day of the year or month; null for tags and categories. @throws BuildError for an invalid
   * date
   */
  get date(): RubyDate | null {
    return this.#dateParts === null ? null : dateOf(this.#dateParts);
  }

  override field(key: string): Value {
    return this.data.get(key) ?? null;
  }

  override toLiquid(): Drop {
    return this.#drop;
  }
}

function slug(site: ExactSite, config: RubyHash, title: string): string {
  const own = either(config.get('slug_mode') ?? null, null);
  const mode = own === null ? null : toS(own);
  const result = slugify(title, mode, false, site.stack.slugs);
  const empty = emptySlug(result, title, mode, site.stack.slugs);
  const hint =
    'The URL of its archive lacks a name. Set `slug_mode: raw` below `jekyll-archives:` to keep special characters.';
  if (empty !== null) site.report({ ...empty, path: '_config.yml', hint });
  return result;
}

/**
 * The placeholders of a URL with their values. A nil removes its placeholder; an empty mapping becomes an empty string.
 * @throws BuildError for any other value while the template has placeholders left
 */
function texts(
  template: string,
  placeholders: readonly (readonly [Value, Value])[],
): (readonly [string, string | null])[] {
  let rest = template;
  return placeholders.map(([key, value]) => {
    const name = toS(key);
    const text = isHash(value) && value.size === 0 ? '' : value;
    if (rest.includes(':') && text !== null && typeof text !== 'string')
      throw mappingTag(`its ${name} is ${inspect(value)}`);
    const known = typeof text === 'string' ? text : null;
    rest = known === null ? rest.replaceAll(`/:${name}`, '') : rest.replaceAll(`:${name}`, () => known);
    return [name, known];
  });
}

/** Date.new with numbers, or values that convert to numbers; without any, the result is -4712-01-01. */
function dateOf(parts: readonly Value[]): RubyDate {
  const numbers = parts.map((part) => {
    if (part === null) return 0;
    if (typeof part === 'string') return Number(toI(part));
    if (typeof part === 'number') return part;
    if (part instanceof RubyFloat) return Math.trunc(part.value);
    throw mappingTag(`${inspect(part)} is not a number`);
  });
  const [year = -4712, ownMonth = 1, ownDay = 1] = numbers;
  // Negative numbers count from the end, as in Ruby's Date.new.
  const month = ownMonth < 0 ? ownMonth + 13 : ownMonth;
  const day = ownDay < 0 ? lastDay(year, month) + ownDay + 1 : ownDay;
  if (numbers.length > 3 || !isValidDate(year, month, day)) throw mappingTag(`${numbers.join('-')} is not a date`);
  return new RubyDate(year, month, day);
}

const lastDay = (year: number, month: number): number =>
  [31, 30, 29, 28].find((day) => isValidDate(year, month, day)) ?? 0;

const mappingTag = (why: string): BuildError =>
  new BuildError({
    code: 'archives-tag',
    message: `jekyll-archives reads a tag or category that is a mapping as a date, but ${why}.`,
    path: '_config.yml',
    hint: 'Write the tags and categories of posts as strings.',
  });

/** An option with a value for each kind: `layouts:` and `permalinks:`. */
function option(config: RubyHash, name: string, kind: Kind): Value {
  const values = config.get(name) ?? null;
  if (values === null || isHash(values)) return read(values, kind);
  throw new BuildError({
    code: 'archives-options',
    message: `jekyll-archives: ${name} should be a mapping, but is ${inspect(values)}`,
    path: '_config.yml',
    hint: `Write \`${name}:\`, and lines such as \`tag: …\` below it.`,
  });
}

function permalink(config: RubyHash, kind: Kind): string {
  const template = option(config, 'permalinks', kind);
  if (typeof template === 'string') return template;
  throw new BuildError({
    code: 'archives-options',
    message: `jekyll-archives: Template ${inspect(template)} provided is invalid.`,
    path: '_config.yml',
    hint: `Write a path, such as \`${kind}: ${toS(read(DEFAULTS.get('permalinks')!, kind))}\`.`,
  });
}

/** The output path relative to the destination. */
function pathOf(url: string): string {
  const path = unescapePath(url).replace(/^\//, '');
  return url.endsWith('/') ? joinPath(path, 'index.html') : path;
}

/** What Jekyll::Archives::PageDrop shows: fewer fields than other pages have. */
const ARCHIVE = new Fields<Archive>({
  name: ({ name }) => name,
  permalink: ({ permalink }) => permalink,
  url: ({ url }) => url,
  path: ({ path }) => path,
  type: ({ kind }) => kind,
  title: ({ title }) => title,
  date: ({ date }) => date,
  posts: ({ posts }) => posts,
});

class ArchiveDrop extends TableDrop<Archive> {
  readonly className = 'Jekyll::Archives::PageDrop';
  protected readonly source: Archive;
  protected readonly fields = ARCHIVE;

  constructor(archive: Archive) {
    super();
    this.source = archive;
  }

  protected override readData(key: string): Value | undefined {
    return this.source.data.get(key);
  }

  protected override dataKeys(): Iterable<Value> {
    return this.source.data.keys();
  }
}
