// Ruby's values as plain JavaScript values, and back. Going there and back loses what JavaScript doesn't distinguish:
// 1.0 becomes 1, a symbol a string, a time its moment without its zone.

import { fromEpoch } from './time.ts';
import { toS } from './to-s.ts';
import { Drop, isHash, RubyDate, RubyFloat, RubyObject, RubySymbol, RubyTime, type Value } from './values.ts';
import { UTC, type Zone } from './zone.ts';

/** A value that JavaScript has, too. */
export type Plain = null | boolean | number | string | Date | readonly Plain[] | { readonly [key: string]: Plain };

/**
 * The same value in JavaScript. Of Jekyll's objects (pages, documents, drops) it has the fields that templates see, each
 * of which is only computed when it is read, since a document leads to all others; an excerpt is a string.
 */
export function toPlain(value: Value): Plain {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof RubyFloat) return value.value;
  if (value instanceof RubySymbol) return value.name;
  if (value instanceof RubyTime) return new Date(value.seconds * 1000 + Math.trunc(value.nanoseconds / 1e6));
  if (value instanceof RubyDate) return new Date(Date.UTC(value.year, value.month - 1, value.day));
  if (Array.isArray(value)) return value.map(toPlain);
  if (isHash(value)) {
    const values = [...value.values()];
    return lazily([...value.keys()].map(toS), (_key, i) => values[i]!);
  }
  if (!(value instanceof RubyObject) || value.isText) return toS(value);
  const seen = value.toLiquid();
  if (isHash(seen)) return toPlain(seen);
  const keys = seen instanceof Drop ? seen.keys() : null;
  return keys === null ? toS(value) : lazily(keys, (key) => (seen as Drop).get(key) ?? null);
}

function lazily(keys: readonly string[], read: (key: string, index: number) => Value): Plain {
  const object = {};
  keys.forEach((key, i) => {
    Object.defineProperty(object, key, { enumerable: true, configurable: true, get: () => toPlain(read(key, i)) });
  });
  return object;
}

/**
 * The same value in Ruby: a safe integer becomes an Integer, any other number a Float; undefined and functions become
 * nil, iterables arrays.
 * @param zone of times
 */
export function fromPlain(value: unknown, zone: Zone = UTC): Value {
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'bigint':
      return value;
    case 'number':
      return Number.isSafeInteger(value) ? value : new RubyFloat(value);
    case 'object':
      return value === null ? null : fromObject(value, zone);
    default:
      return null;
  }
}

function fromObject(value: object, zone: Zone): Value {
  if (value instanceof Date) {
    const milliseconds = value.getTime();
    return fromEpoch(Math.floor(milliseconds / 1000), (((milliseconds % 1000) + 1000) % 1000) * 1e6, zone);
  }
  const inside = (item: unknown): Value => fromPlain(item, zone);
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [inside(key), inside(item)]));
  if (Symbol.iterator in value) return Array.from(value as Iterable<unknown>, inside);
  return new Map(Object.entries(value).map(([key, item]) => [key, inside(item)]));
}
