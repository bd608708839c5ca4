// A collection as templates see it (Jekyll::Drops::CollectionDrop of 3.10.0 and 4.4.1).

import { inspect } from '../../ruby/inspect.ts';
import { type Fields, type Readers, TableDrop } from '../../ruby/table-drop.ts';
import type { Value } from '../../ruby/values.ts';
import type { Collection } from '../collection.ts';

export const COLLECTION: Readers<Collection> = {
  label: ({ label }) => label,
  docs: ({ docs }) => docs,
  files: ({ files }) => files,
  directory: ({ settings }) => settings.directory,
  relative_directory: ({ settings }) => settings.relativeDirectory,
  output: ({ settings }) => settings.isWritten,
};

export class CollectionDrop extends TableDrop<Collection> {
  readonly className = 'Jekyll::Drops::CollectionDrop';
  protected readonly source: Collection;
  protected readonly fields: Fields<Collection>;

  constructor(collection: Collection, fields: Fields<Collection>) {
    super();
    this.source = collection;
    this.fields = fields;
  }

  override toS(): string {
    return inspect(this.source.docs);
  }

  protected override readData(key: string): Value | undefined {
    return this.source.settings.metadata.get(key);
  }

  protected override dataKeys(): Iterable<Value> {
    return this.source.settings.metadata.keys();
  }
}
