// A document or excerpt as templates see it (Jekyll::Drops::DocumentDrop and ExcerptDrop of 3.10.0 and 4.4.1).

import { compare } from '../ruby/compare.ts';
import { HashDrop } from '../ruby/hash-drop.ts';
import { toS } from '../ruby/to-s.ts';
import type { Value } from '../ruby/values.ts';
import type { Document } from './document.ts';
import type { Excerpt } from './excerpt.ts';

/** The keys that a nested next or previous omits in JSON. */
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

  /** The excerpt is converted with to_s before a template sees it, and nil.to_s is US-ASCII. */
  override isAsciiAt(key: string): boolean {
    if (key !== 'excerpt') return false;
    const own = this.document.field(key);
    return typeof own !== 'string' && !(own instanceof Object);
  }

  protected getByVersion(key: string): Value | undefined {
    const doc = this.document;
    if ((key === 'date' || key === 'name') && this.contentMethods.includes(key)) {
      const own = doc.field(key);
      if (own !== null && own !== false) return own;
      return key === 'date' ? doc.date : doc.basename;
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
    return this.document.site.stack.drops.document;
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
    return this.document.site.stack.drops.excerpt;
  }
}
