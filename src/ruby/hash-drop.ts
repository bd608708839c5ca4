// A Jekyll::Drops::Drop: it goes for a hash in loops, in JSON, and inspected; and some of its methods can be called by
// their names, before keys of its data (drops/drop.rb; Liquid 4.0.4, Drop.invokable_methods).

import { ArgumentError, NoMethodError } from './errors.ts';
import { inspect } from './inspect.ts';
import { prettyGenerate } from './json-value.ts';
import { OBJECT_METHODS } from './object-methods.ts';
import { compareStrings, Drop, NameList, type Value } from './values.ts';

/** Methods that want arguments, which a template can't give. */
const WANTING: ReadonlyMap<string, string> = new Map([
  ['[]=', '2'],
  ['fetch', '1..2'],
  ['include?', '1'],
  ['merge', '1'],
  ['merge!', '1'],
]);

type Method = (drop: HashDrop) => Value;

const METHODS: ReadonlyMap<string, Method> = new Map<string, Method>([
  ['to_liquid', (drop) => drop],
  ['content_methods', (drop) => NameList.holding(drop.contentMethods, drop.contentMethods.length)],
  ['keys', (drop) => NameList.holding(drop.keys(), drop.contentMethods.length)],
  [
    'each_key',
    (drop) => {
      throw new NoMethodError(`undefined method \`to_liquid' for #<Enumerator: ${inspect(drop.keys())}:each>`);
    },
  ],
  ['to_hash', (drop) => new Map(drop.pairs())],
  ['hash_for_json', (drop) => new Map(drop.pairs())],
  ['count', (drop) => drop.keys().length],
  ['first', (drop) => drop.pairLists(false)[0] ?? null],
  ['sort', (drop) => drop.pairLists(true)],
  ['min', (drop) => drop.pairLists(true)[0] ?? null],
  ['max', (drop) => drop.pairLists(true).at(-1) ?? null],
]);

const wanting = (expected: string): ArgumentError =>
  new ArgumentError(`wrong number of arguments (given 0, expected ${expected})`);

export abstract class HashDrop extends Drop {
  /** The keys of its own, in the order in which Ruby lists the drop's methods. */
  abstract readonly contentMethods: readonly string[];

  /** Methods of its own that want an argument; a template that names one calls it. */
  protected readonly unaryMethods: readonly string[] = [];

  /** The keys of the data behind them. */
  protected abstract dataKeys(): Iterable<Value>;

  override keys(): string[] {
    return [...new Set([...this.contentMethods, ...this.dataKeys()])] as string[];
  }

  /** The value under a key of its own or of its data; undefined where there is none. */
  protected abstract read(key: string): Value | undefined;

  override get(key: string): Value | undefined {
    const method = METHODS.get(key);
    if (method !== undefined) return method(this);
    const expected = WANTING.get(key);
    if (expected !== undefined) throw wanting(expected);
    const value = this.read(key);
    if (value !== undefined) return value;
    if (this.unaryMethods.includes(key)) throw wanting('1');
    return OBJECT_METHODS.has(key) ? null : undefined;
  }

  /** Keys with their values. */
  pairs(): [string, Value][] {
    return this.keys().map((key) => [key, this.read(key) ?? null]);
  }

  /** Pairs of a key and its value, as Enumerable's methods give them, by keys where `sorted`. */
  pairLists(sorted: boolean): NameList[] {
    const pairs = this.pairs();
    if (sorted) pairs.sort(([a], [b]) => compareStrings(a, b));
    return pairs.map((pair) => NameList.holding(pair, this.contentMethods.includes(pair[0]) ? 1 : 0));
  }

  /** Drop#inspect: its JSON, on many lines. */
  override inspect(): string {
    return prettyGenerate(this);
  }
}
