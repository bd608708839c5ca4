// `site` in templates (Jekyll::Drops::SiteDrop of 3.10.0 and 4.4.1).

import { compareDocuments, type Document } from '../../content/document.ts';
import { HashDrop } from '../../ruby/hash-drop.ts';
import { mergeSort } from '../../ruby/merge-sort.ts';
import type { Fields, Readers } from '../../ruby/table-drop.ts';
import type { Value } from '../../ruby/values.ts';
import type { Site } from '../site.ts';

export const SITE: Readers<SiteDrop> = {
  posts: kept(({ posts }) => mergeSort(posts.docs, (a, b) => compareDocuments(b, a))),
  pages: ({ site }) => site.pages,
  static_files: ({ site }) => site.staticFiles,
  html_pages: kept(({ pages }) => pages.filter((page) => page.isHtml || page.url.endsWith('/'))),
  tags: kept((site) => site.postsBy('tags')),
  categories: kept((site) => site.postsBy('categories')),
  collections: kept(({ collections, drops }) =>
    [...collections.values()]
      .sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0))
      .map((collection) => drops.of(collection)),
  ),
  documents: kept(({ documents }) => documents),
  data: ({ site }) => site.siteData,
  time: ({ site }) => site.time,
  related_posts: ({ site, currentDocument }) => (currentDocument === null ? null : site.relatedPosts(currentDocument)),
  config: () => null,
};

/** Computed on first use, since Jekyll's SiteDrop memoizes it. */
function kept(compute: (site: Site) => Value): (drop: SiteDrop) => Value {
  return (drop) => {
    let value = drop.kept.get(compute);
    if (value === undefined) {
      value = compute(drop.site);
      drop.kept.set(compute, value);
    }
    return value;
  };
}

export class SiteDrop extends HashDrop {
  readonly className = 'Jekyll::Drops::SiteDrop';
  /** The document being rendered, for related_posts. */
  currentDocument: Document | null = null;
  protected override readonly unaryMethods = ['current_document='];
  readonly #fields: Fields<SiteDrop>;
  readonly site: Site;
  readonly kept = new Map<(site: Site) => Value, Value>();

  constructor(site: Site, fields: Fields<SiteDrop>) {
    super();
    this.site = site;
    this.#fields = fields;
  }

  override get contentMethods(): readonly string[] {
    return this.#fields.names;
  }

  /** Whether a key comes from the configuration, which doesn't change while pages are rendered. */
  isConfigured(key: string): boolean {
    return !this.#fields.readers.has(key) && !this.site.collections.has(key);
  }

  protected override read(key: string): Value | undefined {
    this.site.reads?.siteKey(key);
    const collection = key === 'posts' ? undefined : this.site.collections.get(key);
    if (collection !== undefined) return collection.docs;
    const reader = this.#fields.readers.get(key);
    if (reader !== undefined) return reader(this);
    return key === 'source' || key === 'destination' ? this.site[key] : this.site.config.get(key);
  }

  protected override dataKeys(): Value[] {
    return ['source', 'destination', ...this.site.config.hash.keys()];
  }
}
