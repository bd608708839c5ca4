// The metadata that jekyll-seo-tag derives for a page: title, description, author, image, dates… each from the page,
// otherwise from the site.

import type { PluginBehaviour } from '../../config/versions/plugin-behaviour.ts';
import { dirName, joinPath } from '../../files/paths.ts';
import { noMethod, typeError } from '../../liquid/errors.ts';
import type { Context } from '../../liquid/runtime/context.ts';
import { className, conversionName } from '../../ruby/class-name.ts';
import { toS } from '../../ruby/to-s.ts';
import { truthy } from '../../ruby/truth.ts';
import { isHash, RubyFloat, type RubyHash, RubyObject, type Value } from '../../ruby/values.ts';
import { isAbsoluteUri } from '../../text/uri.ts';
import { either, Filters, read } from '../values.ts';

const SEPARATOR = ' | ';
const HINT_FOR_MESSAGE = 'Write `seo_paginator_message: "Page %<current>s of %<total>s for "`.';
const HOME_OR_ABOUT = /(?:^|\n)\/(?:about\/)?(?:index.html?)?(?![^\n])/;

export class Metadata {
  readonly filters: Filters;
  readonly site: Value;
  readonly page: Value;
  readonly paginator: Value;
  readonly behaviour: PluginBehaviour['seoTag'];
  readonly showsTitle: boolean;
  readonly showsCanonical: boolean;
  readonly siteTitle: string | null;
  readonly pageTitle: string | null;
  readonly author: Author;
  readonly #formatted: Map<string, string | null>;
  #description: string | null | undefined;
  #image: Image | undefined;

  /** @param formatted cache of strings already formatted in this build */
  constructor(context: Context, markup: string, formatted: Map<string, string | null>) {
    this.filters = new Filters(context);
    this.#formatted = formatted;
    this.site = context.find('site');
    this.page = context.registers.page;
    this.paginator = context.find('paginator');
    this.behaviour = context.env.stack.plugins.seoTag;
    this.siteTitle = this.#format(either(read(this.site, 'title'), read(this.site, 'name')));
    this.pageTitle = this.#titleOfPage();
    this.author = new Author(this.page, this.site);
    this.showsTitle = this.title !== null && !/title=false/i.test(markup);
    this.showsCanonical = !(this.behaviour.canHideCanonical && /canonical=false/i.test(markup));
  }

  get version(): string {
    return this.behaviour.version;
  }

  #titleOfPage(): string | null {
    const title = this.#format(read(this.page, 'title'));
    if (!this.behaviour.hasTitleCategories) return title ?? this.siteTitle;
    const category = this.#format(read(this.page, 'title_category'));
    if (title !== null && category !== null && title !== category) return title + SEPARATOR + category;
    return title ?? category ?? this.siteTitle;
  }

  get title(): string | null {
    const { pageTitle, siteTitle } = this;
    const about = this.#format(read(this.site, 'description'));
    let title = pageTitle ?? siteTitle;
    if (siteTitle !== null && pageTitle !== siteTitle) title = pageTitle + SEPARATOR + siteTitle;
    else if (about !== null && siteTitle !== null) {
      title = siteTitle + SEPARATOR + (this.#format(read(this.site, 'tagline')) ?? about);
    }
    const number = this.#pageNumber();
    return number === null ? title : number + (title ?? '');
  }

  /** 'Page 2 of 5 for ', or as seo_paginator_message says. */
  #pageNumber(): string | null {
    const current = read(this.paginator, 'page');
    if (!truthy(current) || Number(current) <= 1) return null;
    const message = read(this.site, 'seo_paginator_message');
    const values: Record<string, string> = { current: toS(current), total: toS(read(this.paginator, 'total_pages')) };
    if (truthy(message) && typeof message !== 'string') {
      throw typeError(`no implicit conversion of ${conversionName(message)} into String`, HINT_FOR_MESSAGE);
    }
    return (typeof message === 'string' ? message : 'Page %<current>s of %<total>s for ').replace(
      /%(?:<(\w+)>[sdi]|\{(\w+)\}|%)/g,
      (whole, a?: string, b?: string) => (whole === '%%' ? '%' : (values[a ?? b ?? ''] ?? whole)),
    );
  }

  get description(): string | null {
    if (this.#description !== undefined) return this.#description;
    const own = this.#format(either(read(this.page, 'description'), read(this.page, 'excerpt')));
    const text = own ?? this.#format(read(this.site, 'description'));
    this.#description = text === null || !this.behaviour.shortensDescriptions ? text : this.#snippet(text);
    return this.#description;
  }

  // The first words; 100 unless the page sets the number.
  #snippet(text: string): string {
    const most = read(this.page, 'seo_description_max_words');
    if (truthy(most) && typeof most !== 'number' && !(most instanceof RubyFloat))
      throw typeError('no implicit conversion of Integer into String', 'Write `seo_description_max_words: 30`.');
    const count = truthy(most) ? Number(toS(most)) : 100;
    const words = text.split(/[ \t\r\n\f\v]+/);
    const short = words.slice(0, count).join(' ');
    return [...short].length < [...text].length ? `${short}…` : short;
  }

  get image(): Image | null {
    this.#image ??= new Image(this);
    return this.#image.path === null ? null : this.#image;
  }

  get locale(): string {
    const lang = either(read(this.page, 'lang'), read(this.site, 'lang'), 'en_US');
    const locale = either(read(this.page, 'locale'), read(this.site, 'locale'), lang);
    if (typeof locale === 'string') return locale.replaceAll('-', '_');
    throw noMethod('tr', locale, 'Write the language in quotes: `lang: "en"`.');
  }

  get canonicalUrl(): Value {
    const own = read(this.page, 'canonical_url');
    if (toS(own) !== '') return own;
    const url = this.filters.print(read(this.page, 'url'), 'absolute_url');
    return url.replace(/\/index\.html(?![^\n])/g, '/');
  }

  get isHomeOrAbout(): boolean {
    return HOME_OR_ABOUT.test(toS(read(this.page, 'url')));
  }

  get seo(): RubyHash {
    return hash(read(this.page, 'seo'));
  }

  get social(): RubyHash {
    return hash(read(this.site, 'social'));
  }

  get datePublished(): string | null {
    return this.#date(read(this.page, 'date'));
  }

  get dateModified(): string | null {
    return this.#date(
      either(this.seo.get('date_modified') ?? null, read(this.page, 'last_modified_at'), read(this.page, 'date')),
    );
  }

  #date(value: Value): string | null {
    return truthy(value) ? this.filters.print(value, 'date_to_xmlschema') : null;
  }

  get type(): Value {
    const own = this.seo.get('type') ?? null;
    if (truthy(own)) return own;
    if (this.isHomeOrAbout) return 'WebSite';
    return truthy(read(this.page, 'date')) ? 'BlogPosting' : 'WebPage';
  }

  get name(): string | null {
    const own = this.seo.get('name') ?? null;
    const name = truthy(own) ? this.#format(own) : null;
    if (name !== null) return name;
    if (!this.isHomeOrAbout) return null;
    const social = this.social.get('name') ?? null;
    return truthy(social) ? this.#format(social) : this.siteTitle;
  }

  get links(): Value {
    const own = this.seo.get('links') ?? null;
    if (truthy(own)) return own;
    const social = this.social.get('links') ?? null;
    return this.isHomeOrAbout && truthy(social) ? social : null;
  }

  get logo(): Value {
    const logo = read(this.site, 'logo');
    if (!truthy(logo)) return null;
    if (typeof logo !== 'string') {
      throw typeError(`Can't convert ${className(logo)} into String.`, 'Write the logo as a path or a URL.');
    }
    const address = isAbsolute(logo) === true ? logo : this.filters.call('absolute_url', logo);
    return this.filters.call('uri_escape', address);
  }

  /** Markdown as plain text; null if nothing is left. */
  #format(value: Value): string | null {
    if (value === null || value === '') return null;
    const key = typeof value === 'string' ? value : null;
    let formatted = key === null ? undefined : this.#formatted.get(key);
    if (formatted === undefined) {
      // The gem calls the filters directly: an excerpt is converted with to_s.
      const text = value instanceof RubyObject ? toS(value) : value;
      const plain = this.filters.chain(text, 'markdownify', 'strip_html', 'normalize_whitespace', 'escape_once');
      formatted = toS(plain) || null;
      if (key !== null) this.#formatted.set(key, formatted);
    }
    return formatted;
  }
}

const hash = (value: Value): RubyHash => (isHash(value) ? value : new Map());

/** True, false, or null if the string isn't a valid URI. */
function isAbsolute(text: string): boolean | null {
  try {
    return isAbsoluteUri(text);
  } catch {
    return null;
  }
}

/** The page's author: its `author`, the first of `authors`, or the site's; names are looked up in site.data.authors. */
class Author {
  readonly #details: RubyHash;

  constructor(page: Value, site: Value) {
    const several = read(page, 'authors');
    const sources = [read(page, 'author'), Array.isArray(several) ? (several[0] ?? null) : null, read(site, 'author')];
    const found = sources.find((source) => toS(source) !== '') ?? null;
    this.#details = isHash(found) ? found : new Map();
    if (typeof found !== 'string') return;
    const known = read(read(read(site, 'data'), 'authors'), found);
    this.#details = new Map([['name', found], ...(isHash(known) ? known : [])]);
  }

  get(key: string): Value {
    return this.#details.get(key) ?? null;
  }

  get name(): Value {
    return this.get('name');
  }

  get twitter(): string | null {
    const own = either(this.get('twitter'), this.get('name'));
    return typeof own === 'string' ? own.replace(/^@/m, '') : null;
  }
}

/** The page's image: a path, or a mapping with a path (or one for facebook or twitter) and other fields. */
export class Image {
  readonly details: RubyHash;
  readonly path: Value;

  constructor({ page, filters, behaviour }: Metadata) {
    const own = read(page, 'image');
    this.details = new Map<Value, Value>([['path', null], ...(isHash(own) ? own : [])]);
    if (typeof own === 'string') this.details.set('path', own);
    const raw = either(...['path', 'facebook', 'twitter'].map((key) => this.details.get(key) ?? null));
    let address: Value = truthy(raw) ? raw : null;
    if (typeof raw === 'string' && isAbsolute(raw) === false) {
      const url = toS(read(page, 'url'));
      const beside = behaviour.findsImagesBesidePages && !raw.startsWith('/');
      address = filters.call('absolute_url', beside ? joinPath(url.endsWith('/') ? url : dirName(url), raw) : raw);
    }
    this.path = address === null ? null : filters.call('uri_escape', address);
  }

  get(key: string): Value {
    return key === 'path' ? this.path : (this.details.get(key) ?? null);
  }
}
