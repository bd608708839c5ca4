// What templates see of the nouns, in one version of Jekyll. A page has no drop of Jekyll's: see Page#toLiquid.

import type { DropBehaviour } from '../../config/versions/stack.ts';
import { Fields } from '../../ruby/table-drop.ts';
import type { Drop } from '../../ruby/values.ts';
import type { Collection } from '../collection.ts';
import { Document, DocumentExcerpt } from '../document.ts';
import { StaticFile } from '../static-file.ts';
import { COLLECTION, CollectionDrop } from './collection-drop.ts';
import { DOCUMENT, DocumentDrop, EXCERPT, ExcerptDrop } from './document-drop.ts';
import { STATIC_FILE, StaticFileDrop } from './static-file-drop.ts';

export class Drops {
  readonly #document: Fields<Document>;
  readonly #excerpt: Fields<DocumentExcerpt>;
  readonly #staticFile: Fields<StaticFile>;
  readonly #collection: Fields<Collection>;

  constructor(keys: DropBehaviour) {
    this.#document = new Fields(DOCUMENT, keys.document);
    this.#excerpt = new Fields(EXCERPT, keys.excerpt);
    this.#staticFile = new Fields(STATIC_FILE, keys.staticFile);
    this.#collection = new Fields(COLLECTION, keys.collection);
  }

  of(noun: Document | DocumentExcerpt | StaticFile | Collection): Drop {
    if (noun instanceof Document) return new DocumentDrop(noun, this.#document, noun);
    if (noun instanceof DocumentExcerpt) return new ExcerptDrop(noun, this.#excerpt);
    if (noun instanceof StaticFile) return new StaticFileDrop(noun, this.#staticFile);
    return new CollectionDrop(noun, this.#collection);
  }
}
