// jekyll-sitemap 1.4.0: sitemap.xml and robots.txt.

import { Page } from '../content/page.ts';
import type { ExactSite } from '../contract/exact.ts';
import { definePlugin } from '../contract/plugin.ts';
import type { Context } from '../liquid/runtime/context.ts';
import { items } from '../liquid/runtime/lookup.ts';
import { truthy } from '../ruby/truth.ts';
import type { Value } from '../ruby/values.ts';
import { ComputedPage } from '../site/computed-page.ts';
import { either, Filters, property } from './values.ts';

/** Extensions of static files that are listed. */
const LISTED: readonly string[] = ['.htm', '.html', '.xhtml', '.pdf'];

const HEAD =
  '<urlset xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ' +
  'xsi:schemaLocation="http://www.sitemaps.org/schemas/sitemap/0.9 ' +
  'http://www.sitemaps.org/schemas/sitemap/0.9/sitemap.xsd" xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n';

export const plugin = definePlugin({
  api: 1,
  name: 'jekyll-sitemap',
  generators: {
    sitemap: {
      priority: 'lowest',
      takes: ['pages', 'documents', 'static files'],
      makes: ['pages'],
      generate: ({ exact }) => generate(exact),
    },
  },
});

function generate(site: ExactSite): void {
  const taken = new Set([...site.pages, ...site.staticFiles].map((one) => one.url));
  if (!taken.has('/sitemap.xml')) {
    const files = site.staticFiles.filter((file) => LISTED.includes(file.extname)).map((file) => file.toLiquid());
    const data = new Map<Value, Value>([
      ['layout', null],
      ['static_files', files],
      ['xsl', taken.has('/sitemap.xsl')],
    ]);
    const origin = 'sitemap.xml of jekyll-sitemap';
    site.addPages(new ComputedPage({ site: site.context, dir: '', name: 'sitemap.xml', data, origin }, sitemap));
  }
  if (!taken.has('/robots.txt')) {
    const data = new Map<Value, Value>([['layout', null]]);
    // A template, since pages rendered earlier can read its content.
    const content = 'Sitemap: {{ "sitemap.xml" | absolute_url }}\n';
    const origin = 'robots.txt of jekyll-sitemap';
    const className = 'Jekyll::PageWithoutAFile';
    site.addPages(new Page({ site: site.context, dir: '', name: 'robots.txt', data, content, origin, className }));
  }
}

function sitemap(context: Context): string {
  const filters = new Filters(context);
  const site = context.find('site');
  const page = context.find('page');
  let text = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (truthy(property(page, 'xsl'))) {
    text += `<?xml-stylesheet type="text/xsl" href="${filters.print('/sitemap.xsl', 'absolute_url')}"?>\n`;
  }
  text += HEAD;
  for (const collection of list(property(site, 'collections'))) {
    if (property(collection, 'output') === false) continue;
    for (const document of listed(property(collection, 'docs'))) {
      const changed = either(property(document, 'last_modified_at'), property(document, 'date'));
      text += entry(
        property(document, 'url'),
        truthy(changed) ? filters.default(property(document, 'last_modified_at'), property(document, 'date')) : null,
        filters,
      );
    }
  }
  for (const one of listed(property(site, 'html_pages'))) {
    const url = property(one, 'url');
    if (url === '/404.html') continue;
    const changed = property(one, 'last_modified_at');
    text += entry(url, truthy(changed) ? changed : null, filters);
  }
  for (const file of listed(property(page, 'static_files'))) {
    if (property(file, 'name') === '404.html') continue;
    text += entry(property(file, 'path'), property(file, 'modified_time'), filters);
  }
  return `${text}</urlset>\n`;
}

const list = (value: Value): readonly Value[] => items(value) ?? [];

const listed = (value: Value): Value[] => list(value).filter((item) => property(item, 'sitemap') !== false);

function entry(address: Value, changed: Value, filters: Filters): string {
  const place = filters.print(filters.call('replace', address, '/index.html', '/'), 'absolute_url', 'xml_escape');
  const date = changed === null ? '' : `<lastmod>${filters.print(changed, 'date_to_xmlschema')}</lastmod>\n`;
  return `<url>\n<loc>${place}</loc>\n${date}</url>\n`;
}
