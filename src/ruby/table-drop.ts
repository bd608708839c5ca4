// A drop whose own keys are a table.

import { HashDrop } from './hash-drop.ts';
import type { Value } from './values.ts';

/** How each key is read from a drop's source. */
export type Readers<Source> = Readonly<Record<string, (source: Source) => Value | undefined>>;

/** The readers of something that a drop's source leads to. */
export const readersThrough = <Source, Inner>(inner: (source: Source) => Inner, of: Readers<Inner>): Readers<Source> =>
  Object.fromEntries(Object.entries(of).map(([key, read]) => [key, (source: Source) => read(inner(source))]));

/** A drop's own keys, in the order in which Ruby lists its methods. Made once and used by many drops. */
export class Fields<Source> {
  readonly names: readonly string[];
  readonly readers: ReadonlyMap<string, Readers<Source>[string]>;

  /** @param names which of the readers, if not all */
  constructor(readers: Readers<Source>, names: readonly string[] = Object.keys(readers)) {
    this.names = names;
    this.readers = new Map(names.map((name) => [name, readers[name]!]));
  }
}

export abstract class TableDrop<Source> extends HashDrop {
  protected abstract readonly source: Source;
  protected abstract readonly fields: Fields<Source>;

  override get contentMethods(): readonly string[] {
    return this.fields.names;
  }

  protected override read(key: string): Value | undefined {
    const reader = this.fields.readers.get(key);
    return reader === undefined ? this.readData(key) : reader(this.source);
  }

  /** A value of the underlying data; undefined if the key is missing. */
  protected abstract readData(key: string): Value | undefined;
}
