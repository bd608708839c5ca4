// `site` and `jekyll` in templates (Jekyll::Drops::SiteDrop and JekyllDrop of 3.10.0 and 4.4.1).

import type { Document } from '../content/document.ts';
import { compareDocuments } from '../content/document.ts';
import { HashDrop } from '../ruby/hash-drop.ts';
import { mergeSort } from '../ruby/merge-sort.ts';
import { Drop, type Value } from '../ruby/values.ts';
import type { Site } from './site.ts';

export class SiteDrop extends HashDrop {
  readonly className = 'Jekyll::Drops::SiteDrop';
  /** The document being rendered, for related_posts. */
  currentDocument: Document | null = null;
  override readonly contentMethods: readonly string[];
  protected override readonly unaryMethods = ['current_document='];
  readonly #site: Site;
  readonly #kept = new Map<string, Value>();

  constructor(site: Site) {
    super();
    this.#site = site;
    this.contentMethods = site.stack.drops.site;
  }

  /** Whether a key comes from the configuration, which doesn't change while pages are rendered. */
  isConfigured(key: string): boolean {
    return !this.contentMethods.includes(key) && !this.#site.collections.has(key);
  }

  protected override read(key: string): Value | undefined {
    const site = this.#site;
    site.reads?.siteKey(key);
    const collection = key === 'posts' ? undefined : site.collections.get(key);
    if (collection !== undefined) return collection.docs;
    switch (key) {
      case 'posts':
        return this.#keep(key, () => mergeSort(site.posts.docs, (a, b) => compareDocuments(b, a)));
      case 'pages':
        return site.pages;
      case 'static_files':
        return site.staticFiles;
      case 'html_pages':
        return this.#keep(key, () => site.pages.filter((page) => page.isHtml || page.url.endsWith('/')));
      case 'tags':
      case 'categories':
        return this.#keep(key, () => site.postsBy(key));
      case 'collections':
        return this.#keep(key, () =>
          [...site.collections.values()]
            .sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0))
            .map((one) => one.toLiquid()),
        );
      case 'documents':
        return this.#keep(key, () => site.documents);
      case 'data':
        return site.siteData;
      case 'time':
        return site.time;
      case 'related_posts':
        return this.currentDocument === null ? null : site.relatedPosts(this.currentDocument);
      case 'config':
        return null;
      case 'source':
        return site.source;
      case 'destination':
        return site.destination;
      default:
        return site.config.get(key);
    }
  }

  /** Computed on first use, since SiteDrop memoizes it. */
  #keep(key: string, compute: () => Value): Value {
    let value = this.#kept.get(key);
    if (value === undefined) {
      value = compute();
      this.#kept.set(key, value);
    }
    return value;
  }

  protected override dataKeys(): Value[] {
    return ['source', 'destination', ...this.#site.config.hash.keys()];
  }
}

export class JekyllDrop extends Drop {
  readonly className = 'Jekyll::Drops::JekyllDrop';
  readonly #values: Readonly<Record<string, string>>;

  constructor(version: string, environment: string) {
    super();
    this.#values = { version, environment };
  }

  override get(key: string): Value | undefined {
    if (key === 'to_liquid') return this;
    if (key === 'to_h') return this.toJson();
    return Object.hasOwn(this.#values, key) ? this.#values[key] : undefined;
  }

  /** A Liquid::Drop: not a hash, but with its own to_json. */
  override toJson(): Value {
    return new Map(Object.entries(this.#values));
  }
}
