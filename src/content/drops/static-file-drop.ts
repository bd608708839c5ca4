// A static file as templates see it (Jekyll::Drops::StaticFileDrop of 3.10.0 and 4.4.1).

import { type Fields, type Readers, TableDrop } from '../../ruby/table-drop.ts';
import type { Value } from '../../ruby/values.ts';
import type { StaticFile } from '../static-file.ts';

export const STATIC_FILE: Readers<StaticFile> = {
  name: ({ name }) => name,
  extname: ({ extname }) => extname,
  modified_time: ({ modifiedTime }) => modifiedTime,
  basename: ({ basename }) => basename,
  path: ({ relativePath }) => relativePath,
  collection: ({ type }) => type,
};

export class StaticFileDrop extends TableDrop<StaticFile> {
  readonly className = 'Jekyll::Drops::StaticFileDrop';
  protected readonly source: StaticFile;
  protected readonly fields: Fields<StaticFile>;

  constructor(file: StaticFile, fields: Fields<StaticFile>) {
    super();
    this.source = file;
    this.fields = fields;
  }

  protected override readData(key: string): Value | undefined {
    return this.source.data.get(key);
  }

  protected override dataKeys(): Iterable<Value> {
    return this.source.data.keys();
  }
}
