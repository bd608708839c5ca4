// A collection after reading: its settings, documents and other files (Jekyll::Collection of 3.10.0 and 4.4.1).

import type { CollectionSettings } from './collection-settings.ts';
import type { Document } from './document.ts';
import type { StaticFile } from './static-file.ts';

export class Collection {
  readonly settings: CollectionSettings;
  /** In the collection's order. Templates see this array itself, not a copy. */
  readonly docs: Document[];
  readonly files: StaticFile[];
  #positions: ReadonlyMap<Document, number> | null = null;

  constructor(settings: CollectionSettings, docs: Document[] = [], files: StaticFile[] = []) {
    this.settings = settings;
    this.docs = docs;
    this.files = files;
  }

  get label(): string {
    return this.settings.label;
  }

  /** The document after (1) or before (-1) another; null at the end, or if the other isn't in the collection. */
  neighbour(document: Document, step: 1 | -1): Document | null {
    this.#positions ??= new Map(this.docs.map((doc, i) => [doc, i]));
    const at = this.#positions.get(document);
    return at === undefined ? null : (this.docs[at + step] ?? null);
  }
}
