// A Jekyll::Drops::Drop: it goes for a hash in loops, in JSON, and inspected; and some of its methods can be called by
// their names, before keys of its data (drops/drop.rb; Liquid 4.0.4, Drop.invokable_methods).

import { ArgumentError } from './errors.ts';
import { prettyGenerate } from './json-value.ts';
import { compareStrings, Drop, type Value } from './values.ts';

/** Methods that want arguments, which a template can't give. */
const WANTING: ReadonlyMap<string, string> = new Map([
  ['fetch', '1..2'],
  ['include?', '1'],
  ['key?', '1'],
  ['merge', '1'],
  ['merge!', '1'],
]);

type Method = (drop: HashDrop) => Value;

const METHODS: ReadonlyMap<string, Method> = new Map<string, Method>([
  ['keys', (drop) => drop.keys()],
  ['to_hash', (drop) => new Map(drop.pairs())],
  ['hash_for_json', (drop) => new Map(drop.pairs())],
  ['count', (drop) => drop.keys().length],
  ['first', (drop) => drop.pairs()[0] ?? null],
  ['sort', (drop) => drop.sorted()],
  ['min', (drop) => drop.sorted()[0] ?? null],
  ['max', (drop) => drop.sorted().at(-1) ?? null],
]);

export abstract class HashDrop extends Drop {
  /** In the order in which Ruby lists the drop's methods, then the keys of its data. */
  abstract override keys(): string[];

  /** The value under a key of its own or of its data; undefined where there is none. */
  protected abstract read(key: string): Value | undefined;

  override get(key: string): Value | undefined {
    const method = METHODS.get(key);
    if (method !== undefined) return method(this);
    const expected = WANTING.get(key);
    if (expected !== undefined) throw new ArgumentError(`wrong number of arguments (given 0, expected ${expected})`);
    return this.read(key);
  }

  /** Keys with their values. */
  pairs(): [string, Value][] {
    return this.keys().map((key) => [key, this.read(key) ?? null]);
  }

  sorted(): [string, Value][] {
    return this.pairs().sort(([a], [b]) => compareStrings(a, b));
  }

  /** Drop#inspect: its JSON, on many lines. */
  override inspect(): string {
    return prettyGenerate(this);
  }
}
