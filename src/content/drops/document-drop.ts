// A document or excerpt as templates see it (Jekyll::Drops::DocumentDrop and ExcerptDrop of 3.10.0 and 4.4.1).

import { compare } from '../../ruby/compare.ts';
import { type Fields, type Readers, readersThrough, TableDrop } from '../../ruby/table-drop.ts';
import { toS } from '../../ruby/to-s.ts';
import { truthy } from '../../ruby/truth.ts';
import type { Value } from '../../ruby/values.ts';
import type { Document, DocumentExcerpt } from '../document.ts';

export const DOCUMENT: Readers<Document> = {
  id: (doc) => doc.id,
  url: (doc) => doc.url,
  content: (doc) => doc.content,
  output: (doc) => doc.output,
  path: (doc) => doc.relativePath,
  relative_path: (doc) => doc.relativePath,
  collection: (doc) => doc.collection.label,
  excerpt: (doc) => toS(doc.field('excerpt')),
  next: (doc) => doc.next?.toLiquid() ?? null,
  previous: (doc) => doc.previous?.toLiquid() ?? null,
  name: (doc) => {
    const own = doc.field('name');
    return truthy(own) ? own : doc.basename;
  },
  date: (doc) => {
    const own = doc.field('date');
    return truthy(own) ? own : doc.date;
  },
  title: (doc) => dataOf(doc, 'title'),
  tags: (doc) => dataOf(doc, 'tags'),
  categories: (doc) => dataOf(doc, 'categories'),
};

export const EXCERPT: Readers<DocumentExcerpt> = {
  ...readersThrough(({ document }: DocumentExcerpt) => document, DOCUMENT),
  id: ({ document }) => `${document.id}#excerpt`,
  content: (excerpt) => excerpt.content,
  output: (excerpt) => excerpt.toS(),
  path: (excerpt) => excerpt.relativePath,
  relative_path: (excerpt) => excerpt.relativePath,
  excerpt: () => null,
  layout: ({ document }) => document.field('layout'),
};

/** A front matter value, which may be nil, or its default. */
function dataOf(document: Document, key: string): Value | undefined {
  const own = document.data.get(key);
  return own === undefined ? (document.field(key) ?? undefined) : own;
}

export class DocumentDrop<Source extends Document | DocumentExcerpt = Document> extends TableDrop<Source> {
  readonly className: string = 'Jekyll::Drops::DocumentDrop';
  protected override readonly unaryMethods = ['collapse_document'];
  protected readonly source: Source;
  protected readonly fields: Fields<Source>;
  readonly #document: Document;

  constructor(source: Source, fields: Fields<Source>, document: Document) {
    super();
    this.source = source;
    this.fields = fields;
    this.#document = document;
  }

  /** The excerpt is converted with to_s before a template sees it, and nil.to_s is US-ASCII. */
  override isAsciiAt(key: string): boolean {
    if (key !== 'excerpt') return false;
    const own = this.#document.field(key);
    return typeof own !== 'string' && !(own instanceof Object);
  }

  override toS(): string {
    return this.source.toS();
  }

  /** DocumentDrop#<=>: by date, then by path. */
  override compareTo(other: Value): number | null {
    if (!(other instanceof DocumentDrop)) return null;
    const order = compare(this.get('date') ?? null, other.get('date') ?? null);
    return order === null || order === 0 ? compare(this.get('path') ?? null, other.get('path') ?? null) : order;
  }

  protected override readData(key: string): Value | undefined {
    return dataOf(this.#document, key);
  }

  protected override dataKeys(): Iterable<Value> {
    return this.#document.data.keys();
  }
}

export class ExcerptDrop extends DocumentDrop<DocumentExcerpt> {
  override readonly className = 'Jekyll::Drops::ExcerptDrop';

  override get isText(): boolean {
    return true;
  }

  constructor(excerpt: DocumentExcerpt, fields: Fields<DocumentExcerpt>) {
    super(excerpt, fields, excerpt.document);
  }
}
