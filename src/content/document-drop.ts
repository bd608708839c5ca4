// What a template sees of a document or of an excerpt (Jekyll::Drops::DocumentDrop and ExcerptDrop of 3.10.0, 4.4.1).

import { compare } from '../ruby/compare.ts';
import { HashDrop } from '../ruby/hash-drop.ts';
import { toS } from '../ruby/to-s.ts';
import type { Value } from '../ruby/values.ts';
import type { Document } from './document.ts';
import type { Excerpt } from './excerpt.ts';

// The order in which Ruby lists the drops' methods, as `jsonify` shows it.
const KEYS_3 = ['id', 'excerpt', 'previous', 'content', 'output', 'next', 'relative_path', 'url', 'collection', 'path'];
const KEYS_4 = [
  'name',
  'collection',
  'id',
  'tags',
  'content',
  'output',
  'next',
  'previous',
  'relative_path',
  'url',
  'path',
  'excerpt',
  'title',
  'date',
  'categories',
];
const EXCERPT_KEYS_3 = ['layout', 'excerpt', ...KEYS_3.filter((key) => key !== 'excerpt')];
const EXCERPT_KEYS_4 = [
  'name',
  'excerpt',
  'date',
  'layout',
  ...KEYS_4.filter((key) => !['name', 'excerpt', 'date'].includes(key)),
];

/** The keys that a nested next or previous loses in JSON. */
export const COLLAPSED_KEYS: readonly string[] = ['content', 'output', 'excerpt', 'next', 'previous'];

export class DocumentDrop extends HashDrop {
  readonly className: string = 'Jekyll::Drops::DocumentDrop';
  protected override readonly unaryMethods = ['collapse_document'];
  readonly document: Document;

  constructor(document: Document) {
    super();
    this.document = document;
  }

  protected override read(key: string): Value | undefined {
    const doc = this.document;
    switch (key) {
      case 'id':
        return doc.id;
      case 'url':
        return doc.url;
      case 'content':
        return doc.content;
      case 'output':
        return doc.output;
      case 'path':
      case 'relative_path':
        return doc.relativePath;
      case 'collection':
        return doc.collection.label;
      case 'excerpt':
        return toS(doc.field('excerpt'));
      case 'next':
        return doc.next?.toLiquid() ?? null;
      case 'previous':
        return doc.previous?.toLiquid() ?? null;
      default:
        return this.getByVersion(key);
    }
  }

  /** The excerpt is printed before a template sees it, and nil.to_s is US-ASCII. */
  override isAsciiAt(key: string): boolean {
    if (key !== 'excerpt') return false;
    const own = this.document.field(key);
    return typeof own !== 'string' && !(own instanceof Object);
  }

  protected getByVersion(key: string): Value | undefined {
    const doc = this.document;
    if (doc.site.stack.profile === 'jekyll-4') {
      if (key === 'date') {
        const own = doc.field('date');
        return own === null || own === false ? doc.date : own;
      }
      if (key === 'name') {
        const own = doc.field('name');
        return own === null || own === false ? doc.basename : own;
      }
    }
    const own = doc.data.get(key);
    if (own !== undefined) return own;
    return doc.field(key) ?? undefined;
  }

  override toS(): string {
    return this.document.toS();
  }

  /** DocumentDrop#<=>: by date, then by path. */
  override compareTo(other: Value): number | null {
    if (!(other instanceof DocumentDrop)) return null;
    const order = compare(this.get('date') ?? null, other.get('date') ?? null);
    return order === null || order === 0 ? compare(this.get('path') ?? null, other.get('path') ?? null) : order;
  }

  override get contentMethods(): readonly string[] {
    return this.document.site.stack.profile === 'jekyll-4' ? KEYS_4 : KEYS_3;
  }

  protected override dataKeys(): Iterable<Value> {
    return this.document.data.keys();
  }
}

export class ExcerptDrop extends DocumentDrop {
  override readonly className = 'Jekyll::Drops::ExcerptDrop';
  readonly #excerpt: Excerpt;

  constructor(excerpt: Excerpt, document: Document) {
    super(document);
    this.#excerpt = excerpt;
  }

  protected override read(key: string): Value | undefined {
    const excerpt = this.#excerpt;
    switch (key) {
      case 'id':
        return `${this.document.id}#excerpt`;
      case 'content':
        return excerpt.content;
      case 'output':
        return excerpt.toS();
      case 'path':
      case 'relative_path':
        return excerpt.relativePath;
      case 'excerpt':
        return null;
      case 'layout':
        return this.document.field('layout');
      default:
        return super.read(key);
    }
  }

  override toS(): string {
    return this.#excerpt.toS();
  }

  override get contentMethods(): readonly string[] {
    return this.document.site.stack.profile === 'jekyll-4' ? EXCERPT_KEYS_4 : EXCERPT_KEYS_3;
  }
}
