// jekyll-feed 0.17.0 (github-pages) and 0.18.0 (jekyll-4): Atom feeds and the tag feed_meta.

import { joinPath } from '../files/paths.ts';
import type { Context } from '../liquid/context.ts';
import type { TagDefinition } from '../liquid/definitions.ts';
import { toS } from '../ruby/to-s.ts';
import { isHash, type RubyHash, type Value } from '../ruby/values.ts';
import { ComputedPage } from '../site/computed-page.ts';
import { type Plugin, PRIORITY } from '../site/plugin.ts';
import type { Site } from '../site/site.ts';
import { xmlEscape } from '../text/escape.ts';
import { writeFeed } from './feed-xml.ts';
import { Filters, listOption, read, truthy } from './values.ts';

export const plugin: Plugin = {
  name: 'jekyll-feed',
  setup(site) {
    site.liquid.tags.set('feed_meta', metaTag(site));
    site.generators.push({ name: 'jekyll-feed', priority: PRIORITY.lowest, generate });
  },
};

interface Feed {
  readonly collection: string;
  readonly category: Value;
  readonly tags: Value;
}

function generate(site: Site): void {
  const settings = feedSettings(site);
  if (truthy(settings.get('disable_in_development') ?? null) && site.environment === 'development') return;
  for (const [name, settingsOf] of collectionsOf(settings)) {
    const own = isHash(settingsOf) ? settingsOf : new Map<Value, Value>();
    const prefix = name === 'posts' ? '/feed' : `/feed/${name}`;
    for (const category of [...new Set(listOption(own.get('categories'), 'feed: categories')), null]) {
      const path = category === null ? own.get('path') : `${prefix}/${toS(category)}.xml`;
      addFeed(site, truthy(path) ? toS(path) : `${prefix}.xml`, { collection: name, category, tags: null });
    }
  }
  const byTag = settings.get('tags');
  if (truthy(byTag)) addTagFeeds(site, isHash(byTag) ? byTag : new Map());
}

/** `feed:`; the tag feed_meta and templates see what the gem adds to it. */
function feedSettings(site: Site): RubyHash {
  const own = site.config.get('feed');
  return isHash(own) ? own : new Map();
}

/** Collections and their settings: those of posts may also stand at the top level of `feed:`. */
function collectionsOf(settings: RubyHash): [string, Value][] {
  const listed = settings.get('collections');
  const all: RubyHash = Array.isArray(listed)
    ? new Map(listed.map((name) => [name, new Map()]))
    : isHash(listed)
      ? listed
      : new Map();
  const own = all.get('posts');
  const posts: RubyHash = isHash(own) ? own : new Map();
  if (!truthy(posts.get('path'))) posts.set('path', settings.get('path') ?? null);
  if (!truthy(posts.get('categories'))) posts.set('categories', settings.get('categories') ?? null);
  all.set('posts', posts);
  if (!truthy(settings.get('path'))) settings.set('path', posts.get('path')!);
  return [...all].map(([name, value]) => [toS(name), value]);
}

function addTagFeeds(site: Site, settings: RubyHash): void {
  const tags = site.postsBy('tags');
  if (tags.size === 0) return;
  const only = settings.get('only');
  const except = listOption(settings.get('except'), 'feed: tags: except');
  const path = settings.get('path');
  const folder = truthy(path) ? toS(path) : '/feed/by_tag/';
  for (const tag of truthy(only) ? listOption(only, 'feed: tags: only') : [...tags.keys()]) {
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
  site.pages.push(new ComputedPage({ site, dir: '', name: path, data, className }, writeFeed));
}

const hasFile = (site: Site, path: string): boolean => site.files.stat(joinPath(site.source, path)) !== null;

/** `{% feed_meta %}`: the link element that tells browsers of the feed. */
function metaTag(site: Site): TagDefinition {
  return {
    parse: () => ({
      render(context: Context) {
        const path = read(site.config.get('feed') ?? null, 'path');
        const href = new Filters(context).print(truthy(path) ? path : 'feed.xml', 'absolute_url');
        const title = [site.config.get('title'), site.config.get('name')].find(truthy);
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
