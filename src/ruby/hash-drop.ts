// A Jekyll::Drops::Drop. It acts as a hash in loops, in JSON and when inspected, and templates can call some of its
// methods by name, which take precedence over keys of its data (drops/drop.rb; Liquid 4.0.4, Drop.invokable_methods).

import { ArgumentError, NoMethodError } from './errors.ts';
import { inspect } from './inspect.ts';
import { prettyGenerate } from './json-value.ts';
import { OBJECT_METHODS } from './object-methods.ts';
import { compareStrings, Drop, NameList, type Value } from './values.ts';

type Method = (drop: HashDrop) => Value;

/** A method that requires arguments, which a template can't pass. @param arity as Ruby's message shows it */
const wanting = (arity: string): Method => {
  return () => {
    throw new ArgumentError(`wrong number of arguments (given 0, expected ${arity})`);
  };
};

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
  ['[]=', wanting('2')],
  ['fetch', wanting('1..2')],
  ['include?', wanting('1')],
  ['merge', wanting('1')],
  ['merge!', wanting('1')],
]);

export abstract class HashDrop extends Drop {
  /** Its own keys, in the order in which Ruby lists the drop's methods. */
  abstract readonly contentMethods: readonly string[];

  /** Its own methods that require an argument: naming one in a template is an ArgumentError. */
  protected readonly unaryMethods: readonly string[] = [];

  /** The keys of the underlying data. */
  protected abstract dataKeys(): Iterable<Value>;

  override keys(): string[] {
    return [...new Set([...this.contentMethods, ...this.dataKeys()])] as string[];
  }

  /** The value of one of its own keys, or of its data; undefined if the key is missing. */
  protected abstract read(key: string): Value | undefined;

  override get(key: string): Value | undefined {
    const method = METHODS.get(key);
    if (method !== undefined) return method(this);
    const value = this.read(key);
    if (value !== undefined) return value;
    if (this.unaryMethods.includes(key)) return wanting('1')(this);
    return OBJECT_METHODS.has(key) ? null : undefined;
  }

  pairs(): [string, Value][] {
    return this.keys().map((key) => [key, this.read(key) ?? null]);
  }

  /** Pairs of a key and its value, as Enumerable's methods return them; by key if `sorted`. */
  pairLists(sorted: boolean): NameList[] {
    const pairs = this.pairs();
    if (sorted) pairs.sort(([a], [b]) => compareStrings(a, b));
    return pairs.map((pair) => NameList.holding(pair, this.contentMethods.includes(pair[0]) ? 1 : 0));
  }

  /** Drop#inspect: pretty-printed JSON. */
  override inspect(): string {
    return prettyGenerate(this);
  }
}
