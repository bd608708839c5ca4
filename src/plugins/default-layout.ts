// jekyll-default-layout 0.1.5 (github-pages) and 0.2.1 (jekyll-4): Markdown without a layout gets home, page, post or
// default, if the site or its theme has that layout.

import type { Document } from '../content/document.ts';
import type { Page } from '../content/page.ts';
import type { ExactSite } from '../contract/exact.ts';
import { definePlugin } from '../contract/plugin.ts';
import { type Drop, isHash, type RubyHash } from '../ruby/values.ts';
import { isDocument, isMarkdown } from './markdown-files.ts';

export const plugin = definePlugin({
  api: 1,
  name: 'jekyll-default-layout',
  options: {
    section: 'jekyll-default-layout',
    doc: 'Which pages get a layout.',
    fields: { html_pages: { type: 'boolean', default: false, doc: 'Give HTML pages one, too (Jekyll 4).' } },
  },
  generators: {
    layouts: {
      priority: 'lowest',
      takes: ['pages', 'documents', 'layouts'],
      makes: ['fields'],
      generate: ({ exact }) => generate(exact),
    },
  },
});

function generate(site: ExactSite): void {
  for (const [item, names] of withoutLayout(site)) {
    item.setField('layout', names.find((name) => site.layouts.has(name)) ?? null);
  }
}

/** Items without a layout, each with the names to try in order. */
function* withoutLayout(site: ExactSite): Generator<[Page | Document, readonly string[]]> {
  const { coversEverything } = site.stack.plugins.defaultLayout;
  const html = coversEverything && isHash(site.section) && site.section.get('html_pages') === true;
  const collections = coversEverything ? [...site.collections.values()] : [site.posts];
  for (const item of [...site.pages, ...collections.flatMap((collection) => collection.docs)]) {
    if (!isMarkdown(site, item.extname) && !(html && item.extname === '.html')) continue;
    if (hasLayout(item)) continue;
    const names = ['default'];
    if (!isDocument(item)) names.unshift('page');
    else if (item.collection.label === 'posts') names.unshift('post');
    else names.unshift(item.collection.label);
    if (item.url === '/') names.unshift('home');
    yield [item, names];
  }
}

const has = (page: RubyHash | Drop, key: string): boolean =>
  isHash(page) ? page.has(key) : (page.keys()?.includes(key) ?? false);

/** True even for `layout: null`, or if front matter defaults set the key. */
const hasLayout = (item: Page | Document): boolean =>
  isDocument(item) ? item.data.has('layout') : has(item.toLiquid(), 'layout');
