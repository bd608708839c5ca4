// jekyll-feed 0.17.0 (github-pages) and 0.18.0 (jekyll-4): Atom feeds and the tag feed_meta.

import { joinPath } from '../files/paths.ts';
import type { TagDefinition } from '../liquid/compile/environment.ts';
import type { Context } from '../liquid/runtime/context.ts';
import { inspect } from '../ruby/inspect.ts';
import { toS } from '../ruby/to-s.ts';
import { truthy } from '../ruby/truth.ts';
import { isHash, type RubyHash, RubyObject, type Value } from '../ruby/values.ts';
import { ComputedPage } from '../site/computed-page.ts';
import { type Plugin, PRIORITY } from '../site/plugin.ts';
import type { Site } from '../site/site.ts';
import { xmlEscape } from '../text/escape.ts';
import { writeFeed } from './feed-xml.ts';
import { dig, Filters, listOption, mappingOption } from './values.ts';

export const plugin: Plugin = {
  name: 'jekyll-feed',
  setup(site, registry) {
    site.liquid.tags.set('feed_meta', metaTag(site));
    registry.addGenerator({
      name: 'jekyll-feed',
      priority: PRIORITY.lowest,
      takes: ['documents'],
      makes: ['pages'],
      generate,
    });
  },
};

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

function generate(site: Site): void {
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
function feedSettings(site: Site): RubyHash {
  const own = site.config.raw.feed;
  return truthy(own) ? mappingOption(own, 'feed', site) : new Map();
}

/** Collections with their settings: those for posts may also be at the top level of `feed:`. */
function collectionsOf(site: Site, settings: RubyHash): CollectionFeeds[] {
  const listed = settings.get('collections');
  const all: RubyHash = Array.isArray(listed)
    ? new Map(listed.map((name) => [name, new Map()]))
    : isHash(listed)
      ? listed
      : new Map();
  const own = all.get('posts');
  const posts: RubyHash = truthy(own) ? mappingOption(own, 'feed: collections: posts', site) : new Map();
  if (!truthy(posts.get('path'))) posts.set('path', settings.get('path') ?? null);
  if (!truthy(posts.get('categories'))) posts.set('categories', settings.get('categories') ?? null);
  all.set('posts', posts);
  if (!truthy(settings.get('path'))) settings.set('path', posts.get('path')!);
  return [...all].map(([name, value]) => {
    const meta = mappingOption(value, `feed: collections: ${toS(name)}`, site);
    const categories = new RubySet(listOption(meta.get('categories'), 'feed: categories', site));
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

function addTagFeeds(site: Site, settings: RubyHash): void {
  const tags = site.postsBy('tags');
  if (tags.size === 0) return;
  const only = settings.get('only');
  const except = listOption(settings.get('except'), 'feed: tags: except', site);
  const path = settings.get('path');
  const folder = truthy(path) ? toS(path) : '/feed/by_tag/';
  for (const tag of truthy(only) ? listOption(only, 'feed: tags: only', site) : [...tags.keys()]) {
    if (except.includes(tag) || /[^a-zA-Z0-9_]/.test(toS(tag))) continue;
    addFeed(site, `${folder}${toS(tag)}.xml`, { collection: 'posts', category: null, tags: tag });
  }
}

function addFeed(site: Site, path: string, feed: Feed): void {
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
  site.addPages(new ComputedPage({ site, dir: '', name: path, data, origin, className }, writeFeed));
}

const hasFile = (site: Site, path: string): boolean => site.files.stat(joinPath(site.source, path)) !== null;

/** `{% feed_meta %}`: the link element that announces the feed to browsers. */
function metaTag(site: Site): TagDefinition {
  return {
    parse: () => ({
      render(context: Context) {
        const path = dig(site, 'feed', 'path');
        const href = new Filters(context).print(truthy(path) ? path : 'feed.xml', 'absolute_url');
        const title = [site.config.raw.title, site.config.raw.name].find(truthy);
        const attributes = [
          ['type', 'application/atom+xml'],
          ['rel', 'alternate'],
          ['href', href],
          ...(title === undefined ? [] : [['title', toS(title as Value)]]),
        ];
        return `<link ${attributes.map(([key, value]) => `${key}="${xmlEscape(value!)}"`).join(' ')} />`;
      },
    }),
  };
}
