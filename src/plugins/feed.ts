// jekyll-feed 0.17.0 (github-pages) and 0.18.0 (jekyll-4): Atom feeds and the tag feed_meta.

import type { ExactSite } from '../contract/exact.ts';
import { definePlugin } from '../contract/plugin.ts';
import { joinPath } from '../files/paths.ts';
import type { Context } from '../liquid/runtime/context.ts';
import { inspect } from '../ruby/inspect.ts';
import { toS } from '../ruby/to-s.ts';
import { truthy } from '../ruby/truth.ts';
import { isHash, type RubyHash, RubyObject, type Value } from '../ruby/values.ts';
import { ComputedPage } from '../site/computed-page.ts';
import { xmlEscape } from '../text/escape.ts';
import { writeFeed } from './feed-xml.ts';
import { markupTag } from './markup-tag.ts';
import { dig, Filters, listOption, mappingOption } from './values.ts';

export const plugin = definePlugin({
  api: 1,
  name: 'jekyll-feed',
  options: {
    section: 'feed',
    doc: 'The paths and contents of feeds.',
    fields: {
      path: { type: 'string', default: 'feed.xml', doc: 'The path of the feed of posts.' },
      posts_limit: { type: 'number', default: 10, doc: 'The maximum number of posts in a feed.' },
      excerpt_only: { type: 'boolean', default: false, doc: 'Use excerpts instead of whole posts.' },
      categories: { type: 'list', doc: 'Categories with their own feeds.' },
      collections: { type: 'any', doc: 'Collections with feeds: a list, or a mapping with `path` and `categories`.' },
      tags: { type: 'any', doc: '`true`, or a mapping (`path`, `only`, `except`): tags have feeds of their own.' },
      icon: { type: 'string', doc: 'An icon for the site (Jekyll 4).' },
      logo: { type: 'string', doc: 'A larger image for the site (Jekyll 4).' },
      disable_in_development: { type: 'boolean', default: false, doc: 'Make no feeds if JEKYLL_ENV is `development`.' },
    },
  },
  generators: {
    feeds: {
      priority: 'lowest',
      takes: ['documents'],
      makes: ['pages', 'configuration'],
      generate: ({ exact }) => generate(exact),
    },
  },
  perBuild: ({ exact }) => ({
    tags: { feed_meta: { exact: markupTag((_markup, context) => metaTag(exact, context)) } },
  }),
});

interface Feed {
  readonly collection: string;
  readonly category: Value;
  readonly tags: Value;
}

/** The feeds of a collection: one for all documents and one for each category. */
interface CollectionFeeds {
  readonly name: string;
  readonly path: Value;
  readonly categories: readonly Value[];
}

function generate(site: ExactSite): void {
  const settings = feedSettings(site);
  if (truthy(settings.get('disable_in_development') ?? null) && site.environment === 'development') return;
  for (const { name, path: whole, categories } of collectionsOf(site, settings)) {
    const prefix = name === 'posts' ? '/feed' : `/feed/${name}`;
    for (const category of [...categories, null]) {
      const path = category === null ? whole : `${prefix}/${toS(category)}.xml`;
      addFeed(site, truthy(path) ? toS(path) : `${prefix}.xml`, { collection: name, category, tags: null });
    }
  }
  const byTag = settings.get('tags');
  if (truthy(byTag)) addTagFeeds(site, isHash(byTag) ? byTag : new Map());
}

/** The `feed:` options; templates and the tag feed_meta see what the gem adds to them. */
function feedSettings(site: ExactSite): RubyHash {
  return truthy(site.section) ? mappingOption(site.section, 'feed', site.config) : new Map();
}

/** Collections with their settings: those for posts may also be at the top level of `feed:`. */
function collectionsOf(site: ExactSite, settings: RubyHash): CollectionFeeds[] {
  const listed = settings.get('collections');
  const all: RubyHash = Array.isArray(listed)
    ? new Map(listed.map((name) => [name, new Map()]))
    : isHash(listed)
      ? listed
      : new Map();
  const own = all.get('posts');
  const posts: RubyHash = truthy(own) ? mappingOption(own, 'feed: collections: posts', site.config) : new Map();
  if (!truthy(posts.get('path'))) posts.set('path', settings.get('path') ?? null);
  if (!truthy(posts.get('categories'))) posts.set('categories', settings.get('categories') ?? null);
  all.set('posts', posts);
  if (!truthy(settings.get('path'))) settings.set('path', posts.get('path')!);
  return [...all].map(([name, value]) => {
    const meta = mappingOption(value, `feed: collections: ${toS(name)}`, site.config);
    const categories = new RubySet(listOption(meta.get('categories'), 'feed: categories', site.config));
    meta.set('categories', categories);
    return { name: toS(name), path: meta.get('path') ?? null, categories: categories.items };
  });
}

/** The gem turns lists of categories into sets, which templates see in `site.feed`. */
class RubySet extends RubyObject {
  readonly className = 'Set';
  readonly items: readonly Value[];

  constructor(items: readonly Value[]) {
    super();
    this.items = [...new Set(items)];
  }

  override toLiquid(): Value {
    return this;
  }

  override toS(): string {
    return `#<Set: {${this.items.map(inspect).join(', ')}}>`;
  }

  override inspect(): string {
    return this.toS();
  }
}

function addTagFeeds(site: ExactSite, settings: RubyHash): void {
  const tags = site.postsBy('tags');
  if (tags.size === 0) return;
  const only = settings.get('only');
  const except = listOption(settings.get('except'), 'feed: tags: except', site.config);
  const path = settings.get('path');
  const folder = truthy(path) ? toS(path) : '/feed/by_tag/';
  for (const tag of truthy(only) ? listOption(only, 'feed: tags: only', site.config) : [...tags.keys()]) {
    if (except.includes(tag) || /[^a-zA-Z0-9_]/.test(toS(tag))) continue;
    addFeed(site, `${folder}${toS(tag)}.xml`, { collection: 'posts', category: null, tags: tag });
  }
}

function addFeed(site: ExactSite, path: string, feed: Feed): void {
  if (hasFile(site, path)) return;
  const data = new Map<Value, Value>([
    ['layout', null],
    ['sitemap', false],
    ['xsl', hasFile(site, 'feed.xslt.xml')],
    ['collection', feed.collection],
    ['category', feed.category],
    ['tags', feed.tags],
  ]);
  const className = 'JekyllFeed::PageWithoutAFile';
  const origin = `${path} of jekyll-feed`;
  site.addPages(new ComputedPage({ site: site.context, dir: '', name: path, data, origin, className }, writeFeed));
}

const hasFile = (site: ExactSite, path: string): boolean => site.files.stat(joinPath(site.source, path)) !== null;

/** `{% feed_meta %}`: the link element that announces the feed to browsers. */
function metaTag(site: ExactSite, context: Context): string {
  const path = dig(site, 'path');
  const href = new Filters(context).print(truthy(path) ? path : 'feed.xml', 'absolute_url');
  const title = [site.config.raw.title, site.config.raw.name].find(truthy);
  const attributes = [
    ['type', 'application/atom+xml'],
    ['rel', 'alternate'],
    ['href', href],
    ...(title === undefined ? [] : [['title', toS(title as Value)]]),
  ];
  return `<link ${attributes.map(([key, value]) => `${key}="${xmlEscape(value!)}"`).join(' ')} />`;
}
