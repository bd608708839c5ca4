// Writes the Atom document of jekyll-feed 0.17.0 and 0.18.0, all on one line.

import type { PluginBehaviour } from '../config/versions/plugin-behaviour.ts';
import type { Context } from '../liquid/runtime/context.ts';
import { isEmpty, items } from '../liquid/runtime/lookup.ts';
import { toS } from '../ruby/to-s.ts';
import { truthy } from '../ruby/truth.ts';
import type { Value } from '../ruby/values.ts';
import { contains, Filters, property } from './values.ts';

const MEDIA = 'xmlns:media="http://search.yahoo.com/mrss/"';

/** The feed for the page being rendered: its data names the collection, category or tag. */
export const writeFeed = (context: Context): string => new Writer(context).feed();

class Writer {
  readonly #filters: Filters;
  readonly #site: Value;
  readonly #page: Value;
  readonly #behaviour: PluginBehaviour['feed'];

  constructor(context: Context) {
    this.#filters = new Filters(context);
    this.#site = context.find('site');
    this.#page = context.find('page');
    this.#behaviour = context.env.stack.plugins.feed;
  }

  feed(): string {
    const site = this.#site;
    const url = property(this.#page, 'url');
    const lang = property(site, 'lang');
    const style = truthy(property(this.#page, 'xsl'))
      ? `<?xml-stylesheet type="text/xml" href="${this.#absolute('/feed.xslt.xml')}"?>`
      : '';
    const own = this.#absolute(url);
    const language = truthy(lang) ? `hreflang="${this.#language(lang)}" ` : '';
    return [
      '<?xml version="1.0" encoding="utf-8"?>',
      style,
      `<feed xmlns="http://www.w3.org/2005/Atom" ${truthy(lang) ? `xml:lang="${this.#language(lang)}"` : ''}>`,
      `<generator uri="https://jekyllrb.com/" version="${this.#version()}">Jekyll</generator>`,
      `<link href="${own}" rel="self" type="application/atom+xml" />`,
      `<link href="${this.#absolute('/')}" rel="alternate" type="text/html" ${language}/>`,
      `<updated>${this.#filters.print(property(site, 'time'), 'date_to_xmlschema')}</updated>`,
      `<id>${this.#filters.print(url, 'absolute_url', 'xml_escape')}</id>`,
      this.#title(),
      this.#element('subtitle', property(site, 'description')),
      this.#behaviour.hasPictures ? this.#picture('icon') + this.#picture('logo') : '',
      this.#siteAuthor(),
      ...this.#posts().map((post) => this.#entry(post)),
      '</feed>',
    ].join('');
  }

  #version(): string {
    return toS(property(this.#filters.context.find('jekyll'), 'version'));
  }

  #absolute(address: Value): string {
    return this.#filters.print(address, 'absolute_url');
  }

  #language(lang: Value): string {
    return this.#behaviour.escapesEverything ? this.#filters.print(lang, 'xml_escape') : this.#filters.print(lang);
  }

  #element(name: string, value: Value): string {
    return truthy(value) ? `<${name}>${this.#filters.print(value, 'xml_escape')}</${name}>` : '';
  }

  #title(): string {
    const filters = this.#filters;
    let title = filters.default(property(this.#site, 'title'), property(this.#site, 'name'));
    const add = (value: Value): void => {
      title = filters.call('append', filters.call('append', title, ' | '), filters.call('capitalize', value));
    };
    const collection = property(this.#page, 'collection');
    const category = property(this.#page, 'category');
    if (collection !== 'posts') add(collection);
    if (truthy(category)) add(category);
    return truthy(title) ? `<title type="html">${filters.print(title, 'smartify', 'xml_escape')}</title>` : '';
  }

  #siteAuthor(): string {
    const author = property(this.#site, 'author');
    if (!truthy(author)) return '';
    const name = this.#filters.default(property(author, 'name'), author);
    const contact = this.#element('email', property(author, 'email')) + this.#element('uri', property(author, 'uri'));
    return `<author><name>${this.#filters.print(name, 'xml_escape')}</name>${contact}</author>`;
  }

  #picture(name: 'icon' | 'logo'): string {
    const picture = property(property(this.#site, 'feed'), name);
    return truthy(picture) ? this.#element(name, this.#located(picture)) : '';
  }

  /** URLs with a scheme stay unchanged. */
  #located(address: Value): Value {
    return contains(address, '://') ? address : this.#filters.call('absolute_url', address);
  }

  #posts(): readonly Value[] {
    const filters = this.#filters;
    const tags = property(this.#page, 'tags');
    let posts = truthy(tags)
      ? property(property(this.#site, 'tags'), toS(tags))
      : property(this.#site, toS(property(this.#page, 'collection')));
    const category = property(this.#page, 'category');
    if (truthy(category)) posts = filters.call('where', posts, 'categories', category);
    if (!truthy(property(this.#site, 'show_drafts'))) {
      posts = items(posts)?.filter((post) => property(post, 'draft') !== true) ?? posts;
    }
    posts = filters.call('reverse', filters.call('sort', posts, 'date'));
    const limit = filters.default(property(property(this.#site, 'feed'), 'posts_limit'), 10);
    return (items(posts) ?? []).slice(0, Math.max(Number(toS(limit)) || 0, 0));
  }

  #entry(post: Value): string {
    const filters = this.#filters;
    const at = (key: string): Value => property(post, key);
    const title = filters.print(at('title'), 'smartify', 'strip_html', 'normalize_whitespace', 'xml_escape');
    const url = this.#absolute(at('url'));
    const lang = at('lang');
    const changed = filters.default(at('last_modified_at'), at('date'));
    return [
      `<entry${truthy(lang) ? ` xml:lang="${this.#language(lang)}"` : ''}>`,
      `<title type="html">${title}</title>`,
      `<link href="${url}" rel="alternate" type="text/html" title="${title}" />`,
      `<published>${filters.print(at('date'), 'date_to_xmlschema')}</published>`,
      `<updated>${filters.print(changed, 'date_to_xmlschema')}</updated>`,
      `<id>${filters.print(at('id'), 'absolute_url', 'xml_escape')}</id>`,
      this.#content(post),
      this.#author(post),
      this.#categories(post),
      this.#summary(post),
      this.#image(post),
      '</entry>',
    ].join('');
  }

  #content(post: Value): string {
    const own = property(property(post, 'feed'), 'excerpt_only');
    if (truthy(this.#filters.default(own, property(property(this.#site, 'feed'), 'excerpt_only')))) return '';
    const base = this.#filters.print(property(post, 'url'), 'absolute_url', 'xml_escape');
    const text = this.#filters.print(property(post, 'content'), 'strip');
    return `<content type="html" xml:base="${base}">${this.#data(text)}</content>`;
  }

  #data(text: string): string {
    return `<![CDATA[${this.#behaviour.escapesEverything ? text.replaceAll(']]>', ']]]]><![CDATA[>') : text}]]>`;
  }

  #author(post: Value): string {
    const filters = this.#filters;
    const authors = property(post, 'authors');
    const first = Array.isArray(authors) ? (authors[0] ?? null) : null;
    let author = filters.default(filters.default(property(post, 'author'), first), property(this.#site, 'author'));
    const known = property(property(this.#site, 'data'), 'authors');
    const details = typeof author === 'string' ? property(known, author) : null;
    author = filters.default(details, author);
    const name = filters.default(filters.default(property(author, 'name'), author), '');
    const contact = ['email', 'uri'].map((key) => this.#element(key, filters.default(property(author, key), null)));
    return `<author><name>${filters.print(name, 'xml_escape')}</name>${contact.join('')}</author>`;
  }

  #categories(post: Value): string {
    const category = property(post, 'category');
    const many = truthy(category) ? [category] : (items(property(post, 'categories')) ?? []);
    const terms = [...many, ...(items(property(post, 'tags')) ?? [])];
    return terms.map((term) => `<category term="${this.#filters.print(term, 'xml_escape')}" />`).join('');
  }

  #summary(post: Value): string {
    const summary = this.#filters.default(property(post, 'description'), property(post, 'excerpt'));
    if (!truthy(summary) || isEmpty(summary) === true) return '';
    const text = this.#filters.print(summary, 'strip_html', 'normalize_whitespace');
    return `<summary type="html">${this.#data(text)}</summary>`;
  }

  #image(post: Value): string {
    const own = property(post, 'image');
    const image = this.#filters.default(property(own, 'path'), own);
    if (!truthy(image)) return '';
    const address = this.#filters.print(this.#located(image), 'xml_escape');
    return (
      `<media:thumbnail ${MEDIA} url="${address}" />` + `<media:content medium="image" url="${address}" ${MEDIA} />`
    );
  }
}
