// Ruby's values, as the rest of the engine sees them, on one page on purpose: everything that a template, front matter
// or a data file can hold is one of these.
//
//     Ruby            here                        remarks
//     nil             null                        never undefined: undefined means "no such key"
//     true, false     boolean
//     Integer         number | bigint             a number is always a safe integer; larger ones are bigints
//     Float           RubyFloat                   keeps 1.0 and 1 apart
//     String          string                      compared by code point (compareStrings), not by UTF-16 unit
//     Symbol          RubySymbol
//     Date, Time      RubyDate, RubyTime
//     Range           RubyRange
//     Array           Value[]
//     Hash            Map<Value, Value>           keeps order and the keys' types; hashGet for keys that are objects
//     other objects   RubyObject                  pages, documents, drops: templates see toLiquid()
//
// Strings are UTF-8. One that is US-ASCII in Ruby is wrapped where its encoding matters: us-ascii.ts.

import { Bounds } from './bounds.ts';

/** Any value that a template can hold. */
export type Value =
  | null
  | boolean
  | string
  | number
  | bigint
  | RubyFloat
  | RubySymbol
  | RubyDate
  | RubyTime
  | RubyRange
  | Value[]
  | RubyHash
  | RubyObject;

/** A Hash: insertion order, typed keys. */
export type RubyHash = Map<Value, Value>;

/** A Float. Integers are plain numbers, so `1.0` and `1` print as they do in Ruby. */
export class RubyFloat {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}

export class RubySymbol {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** A Date: a day in the proleptic Gregorian calendar, without a zone. Month and day start at 1. */
export class RubyDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  constructor(year: number, month: number, day: number) {
    this.year = year;
    this.month = month;
    this.day = day;
  }
}

/** A Time: a moment, with the offset and zone name that it is shown in. */
export class RubyTime {
  /** Whole seconds since 1970-01-01 00:00:00 UTC; negative before. */
  readonly seconds: number;
  /** 0 to 999,999,999. */
  readonly nanoseconds: number;
  /** Seconds east of UTC. */
  readonly offset: number;
  /** What %Z prints: an abbreviation such as 'CST'; null (printed as '') for a fixed offset. */
  readonly zone: string | null;
  /** Whether this is a UTC time, which to_s prints as 'UTC' instead of '+0000'. */
  readonly utc: boolean;
  /** Whole 400-year Gregorian cycles, for times that don't fit in `seconds`. */
  readonly rounds: bigint;
  constructor(seconds: number, nanoseconds: number, offset: number, zone: string | null, utc = false, rounds = 0n) {
    this.seconds = seconds;
    this.nanoseconds = nanoseconds;
    this.offset = offset;
    this.zone = zone;
    this.utc = utc;
    this.rounds = rounds;
  }
}

/** An inclusive range of integers: Liquid's `(a..b)`. */
export class RubyRange {
  readonly first: number | bigint;
  readonly last: number | bigint;
  constructor(first: number | bigint, last: number | bigint) {
    this.first = first;
    this.last = last;
  }
  /** Range#size: 0 if it ends before it starts. */
  get size(): number | bigint {
    if (this.last < this.first) return 0;
    return small(BigInt(this.last) - BigInt(this.first) + 1n);
  }
  /** The integer at an index, whether or not it is within the range. */
  at(index: number): number | bigint {
    const { first } = this;
    const sum = typeof first === 'number' ? first + index : first;
    return typeof sum === 'number' && Number.isSafeInteger(sum) ? sum : small(BigInt(first) + BigInt(index));
  }
}

const small = (value: bigint): number | bigint => (Number.isSafeInteger(Number(value)) ? Number(value) : value);

/** Stands for an object's address, which differs in each run of Ruby but always has this length. */
export const ADDRESS = '0x0000000000000000';

/** A Jekyll object (page, document, static file, drop). Templates see whatever toLiquid() returns. */
export abstract class RubyObject {
  /** The class's name in Ruby, e.g. 'Jekyll::Page'. */
  abstract readonly className: string;
  /** The value that a template sees: a drop, or a hash. */
  abstract toLiquid(): Value;
  /** Ruby's to_s; Object#to_s includes the object's address. */
  toS(): string {
    return `#<${this.className}:${ADDRESS}>`;
  }
  /** Whether its to_s stands for it where only plain values can: an excerpt. */
  get isText(): boolean {
    return false;
  }
  /** Ruby's inspect, which arrays and hashes use for their items. */
  inspect(): string {
    return `#<${this.className}>`;
  }
  /** Its value in JSON: its to_s, unless it has a to_json of its own. */
  toJson(): Value {
    return this.toS();
  }
  /** Ruby's <=>: null if the two can't be ordered. */
  compareTo(other: Value): number | null {
    return this === other ? 0 : null;
  }
}

/** A Liquid::Drop: values by name, computed when they are read. */
export abstract class Drop extends RubyObject {
  override toLiquid(): Value {
    return this;
  }
  /** The value of a key; undefined if the key is missing (templates print nothing for undefined or null). */
  abstract get(key: string): Value | undefined;
  /** Whether the string under a key is US-ASCII in Ruby (us-ascii.ts). */
  isAsciiAt(_key: string): boolean {
    return false;
  }
  /** What `{{ drop }}` prints. Liquid::Drop prints its class name. */
  override toS(): string {
    return this.className;
  }
  /** Liquid::Drop#inspect. */
  override inspect(): string {
    return this.className;
  }
  /** The keys, in the order in which `jsonify` and loops show them; null if the drop isn't a hash. */
  keys(): string[] | null {
    return null;
  }
}

/** An Array whose first items are method names, which are US-ASCII in Ruby (Symbol#to_s). */
export class NameList extends Array<Value> {
  /** The number of method names at its start. */
  names = 0;

  static holding(items: Iterable<Value>, names: number): NameList {
    const list = new NameList();
    for (const item of items) list.push(item);
    list.names = names;
    return list;
  }
}

export const isHash = (value: unknown): value is RubyHash => value instanceof Map;

/** `Hash.new { |hash, key| hash[key] = [] }`: reading a missing key adds it. */
export class HashOfLists extends Map<Value, Value> {
  add(key: Value): Value[] {
    const list: Value[] = [];
    this.set(key, list);
    return list;
  }
}

/** Hash#[] with Ruby's eql? for keys that are objects here (floats, dates); undefined if the key is missing. */
export function hashGet(hash: RubyHash, key: Value): Value | undefined {
  if (typeof key !== 'object' || key === null) return hash.get(key);
  const same = findKey(hash, key);
  return same === undefined ? undefined : hash.get(same);
}

/** Hash#[]=: an equal key keeps its position. */
export function hashSet(hash: RubyHash, key: Value, value: Value): void {
  const same = typeof key === 'object' && key !== null ? findKey(hash, key) : undefined;
  hash.set(same === undefined ? key : same, value);
}

function findKey(hash: RubyHash, key: Value): Value | undefined {
  for (const other of hash.keys()) if (eql(other, key)) return other;
  return undefined;
}

/** Ruby's eql?: like ==, but 1 and 1.0 differ. */
export function eql(a: Value, b: Value, outer: Bounds | null = null): boolean {
  if (a === b) return true;
  if (a instanceof RubyFloat) return b instanceof RubyFloat && a.value === b.value;
  if (a instanceof RubySymbol) return b instanceof RubySymbol && a.name === b.name;
  if (a instanceof RubyDate)
    return b instanceof RubyDate && a.year === b.year && a.month === b.month && a.day === b.day;
  if (a instanceof RubyTime)
    return b instanceof RubyTime && a.seconds === b.seconds && a.nanoseconds === b.nanoseconds && a.rounds === b.rounds;
  if (a instanceof RubyRange) return b instanceof RubyRange && a.first === b.first && a.last === b.last;
  return equalParts(a, b, outer, eql) ?? false;
}

/** Whether two arrays or hashes have equal parts, by the given comparison; null if the first is neither. */
export function equalParts(
  a: Value,
  b: Value,
  outer: Bounds | null,
  equal: (a: Value, b: Value, bounds: Bounds) => boolean,
): boolean | null {
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false;
    const bounds = outer ?? new Bounds();
    bounds.count(a.length);
    return a.every((item, i) => equal(item, b[i]!, bounds));
  }
  if (isHash(a)) {
    if (!isHash(b) || a.size !== b.size) return false;
    const bounds = outer ?? new Bounds();
    bounds.count(a.size);
    for (const [key, value] of a) {
      const other = hashGet(b, key);
      if (other === undefined || !equal(value, other, bounds)) return false;
    }
    return true;
  }
  return null;
}

/** String#<=>: by code point, which is also the order of the UTF-8 bytes. Negative, 0 or positive. */
export function compareStrings(a: string, b: string): number {
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) {
    let x = a.charCodeAt(i);
    let y = b.charCodeAt(i);
    if (x === y) continue;
    // Surrogates belong to code points above U+FFFF, so they sort after U+E000..U+FFFF.
    if (x >= 0xd800 && x <= 0xdfff) x += 0x10000;
    if (y >= 0xd800 && y <= 0xdfff) y += 0x10000;
    return x - y;
  }
  return a.length - b.length;
}

/** Ruby's to_liquid: an object as templates see it. Other values are returned unchanged. */
export function toLiquid(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof RubyObject) return value.toLiquid();
  return value instanceof RubySymbol ? value.name : value;
}
