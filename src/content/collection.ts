// A collection: its documents, other files, and settings (Jekyll::Collection of 3.10.0 and 4.4.1).

import { checkCollection, checkCollectionPermalink } from '../config/stops.ts';
import { joinPath, sanitizedPath } from '../files/paths.ts';
import { HashDrop } from '../ruby/hash-drop.ts';
import { inspect } from '../ruby/inspect.ts';
import { toS } from '../ruby/to-s.ts';
import { type Drop, isHash, type RubyHash, RubyObject, type Value } from '../ruby/values.ts';
import type { Document } from './document.ts';
import { withPermalinkSuffix } from './permalink.ts';
import type { SiteContext } from './site-context.ts';
import type { StaticFile } from './static-file.ts';

export class Collection extends RubyObject {
  readonly className = 'Jekyll::Collection';
  readonly site: SiteContext;
  readonly label: string;
  docs: Document[] = [];
  files: StaticFile[] = [];
  readonly relativeDirectory: string;
  readonly #options: Value;
  #positions = new Map<Document, number>();

  constructor(site: SiteContext, label: string) {
    super();
    this.site = site;
    this.label = label.replace(/[^a-z0-9_\-.]/gi, '');
    this.#options = site.config.known.collections.get(this.label) ?? null;
    this.relativeDirectory = `_${this.label}`;
  }

  /** @throws BuildError if the options aren't a mapping; only checked on access, as in Jekyll */
  get metadata(): RubyHash {
    if (isHash(this.#options)) return this.#options;
    checkCollection(this.label, this.#options, this.site.config.place);
    return new Map();
  }

  /**
   * The absolute path. File.join also accepts a list of names.
   * @throws BuildError if `collections_dir` is neither a string nor such a list
   */
  get directory(): string {
    const { config, source } = this.site;
    const own = config.raw.collectionsDir ?? '';
    const names = ([own] as unknown[]).flat(Number.POSITIVE_INFINITY);
    const isNames = names.every((name) => typeof name === 'string');
    if (!isNames) config.check.collectionsDir();
    return sanitizedPath(source, joinPath(...(names as string[]), this.relativeDirectory));
  }

  get isWritten(): boolean {
    const output = this.metadata.get('output');
    return output !== undefined && output !== null && output !== false;
  }

  get urlTemplate(): string {
    const own = this.metadata.get('permalink');
    checkCollectionPermalink(this.label, own ?? null, this.site.config.place);
    if (own !== undefined && own !== null) return toS(own);
    return withPermalinkSuffix('/:collection/:path', this.site.config.permalinkStyle);
  }

  /** The index of a document in docs; -1 if it isn't in the collection. */
  position(document: Document): number {
    const known = this.#positions.get(document);
    if (known !== undefined && this.docs[known] === document) return known;
    this.#positions = new Map(this.docs.map((doc, i) => [doc, i]));
    return this.#positions.get(document) ?? -1;
  }

  override inspect(): string {
    return `#<Jekyll::Collection @label=${this.label} docs=${inspect(this.docs)}>`;
  }

  override toLiquid(): Drop {
    return new CollectionDrop(this);
  }
}

class CollectionDrop extends HashDrop {
  readonly className = 'Jekyll::Drops::CollectionDrop';
  readonly #collection: Collection;

  constructor(collection: Collection) {
    super();
    this.#collection = collection;
  }

  protected override read(key: string): Value | undefined {
    const collection = this.#collection;
    switch (key) {
      case 'label':
        return collection.label;
      case 'docs':
        return collection.docs;
      case 'files':
        return collection.files;
      case 'directory':
        return collection.directory;
      case 'relative_directory':
        return collection.relativeDirectory;
      case 'output':
        return collection.isWritten;
      default:
        return collection.metadata.get(key);
    }
  }

  override toS(): string {
    return inspect(this.#collection.docs);
  }

  override get contentMethods(): readonly string[] {
    return this.#collection.site.stack.drops.collection;
  }

  protected override dataKeys(): Iterable<Value> {
    return this.#collection.metadata.keys();
  }
}
