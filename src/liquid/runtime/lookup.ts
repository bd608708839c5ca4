// Look-ups after a dot or in brackets (Liquid 4.0.4, VariableLookup), and the methods that Ruby objects respond to.

import { HashDrop } from '../../ruby/hash-drop.ts';
import { inspect } from '../../ruby/inspect.ts';
import { codePointLength } from '../../ruby/strings.ts';
import { Drop, HashOfLists, hashGet, isHash, RubyFloat, RubyRange, toLiquid, type Value } from '../../ruby/values.ts';
import { LiquidError, typeError } from '../errors.ts';
import { toIndex } from './convert.ts';
import { MAX_ITEMS } from './limits.ts';

/** The key doesn't exist, so the whole look-up is nil. */
export const MISSING = Symbol('missing');

/** A single step. @param command true for a plain name, which may also be size, first or last */
export function step(object: Value, key: Value, command: boolean): Value | typeof MISSING {
  if (typeof object !== 'object') {
    if (typeof object === 'string') return command && key === 'size' ? codePointLength(object) : MISSING;
    if (typeof object === 'number' || typeof object === 'bigint') {
      return command && key === 'size' ? integerSize(object) : MISSING;
    }
    return MISSING;
  }
  if (object === null) return MISSING;
  if (isHash(object)) {
    const value = hashGet(object, key);
    if (value !== undefined) return toLiquid(value);
    if (isInteger(key)) return object instanceof HashOfLists ? object.add(key) : null;
    if (!command) return MISSING;
    if (key === 'size') return object.size;
    if (key === 'first') return firstOf(object);
    return MISSING;
  }
  if (Array.isArray(object)) {
    if (isInteger(key)) return toLiquid(at(object, toIndex(key)));
    if (!command) return MISSING;
    if (key === 'size') return object.length;
    if (key === 'first') return toLiquid(object[0] ?? null);
    if (key === 'last') return toLiquid(object[object.length - 1] ?? null);
    return MISSING;
  }
  if (object instanceof Drop) {
    if (typeof key !== 'string') return otherKey(object, key);
    const value = object.get(key);
    if (value !== undefined) return toLiquid(value);
    if (command && key === 'first') return firstOf(object);
    return MISSING;
  }
  if (object instanceof RubyRange && command) {
    if (key === 'size') return object.size;
    if (key === 'first') return object.first;
    if (key === 'last') return object.last;
  }
  return MISSING;
}

// A Jekyll drop checks itself whether it responds to the key.
function otherKey(drop: Drop, key: Value): typeof MISSING {
  if (key === null || !(drop instanceof HashDrop)) return MISSING;
  throw typeError(`${inspect(key)} is not a symbol nor a string`, 'Keys of pages and documents are strings.');
}

export const isInteger = (value: Value): value is number | bigint =>
  typeof value === 'number' || typeof value === 'bigint';

/** Array#[] with an index; negative ones count from the end. */
export const at = (array: readonly Value[], index: number): Value =>
  array[index < 0 ? index + array.length : index] ?? null;

/** Integer#size: the bytes of a machine word, or those of a larger number's digits. */
export function integerSize(value: number | bigint): number {
  if (typeof value === 'number') return 8;
  const bits = (value < 0n ? -value : value).toString(2).length;
  return bits <= 62 ? 8 : Math.ceil(bits / 8);
}

/** `first` of an array, a hash (a pair), a range, or a drop with keys. */
export function firstOf(value: Value): Value {
  if (Array.isArray(value)) return toLiquid(value[0] ?? null);
  if (isHash(value)) {
    for (const [key, item] of value) return [key, item];
    return null;
  }
  if (value instanceof RubyRange) return value.first;
  if (value instanceof Drop) {
    const key = value.keys()?.[0];
    return key === undefined ? null : [key, value.get(key) ?? null];
  }
  return null;
}

/** The items that Ruby's `each` passes to a block with one parameter; null for values without each, such as strings. */
export function items(value: Value): readonly Value[] | null {
  if (Array.isArray(value)) return value;
  if (isHash(value)) return [...value].map(([key, item]) => [key, item]);
  if (value instanceof RubyRange) return rangeItems(value);
  if (value instanceof Drop) return value.keys();
  return null;
}

/** The same for methods of Enumerable, which see a drop as pairs of keys and values. */
export function enumerable(value: Value): readonly Value[] | null {
  if (!(value instanceof Drop)) return items(value);
  return value.keys()?.map((key) => [key, value.get(key) ?? null]) ?? null;
}

function rangeItems(range: RubyRange): (number | bigint)[] {
  const { size } = range;
  if (size > MAX_ITEMS) {
    throw new LiquidError(
      'liquid-limit',
      `The range ${range.first}..${range.last} has more than ${MAX_ITEMS} items`,
      'Check both ends of the range.',
    );
  }
  const out: (number | bigint)[] = [];
  for (let i = 0; i < size; i++) out.push(range.at(i));
  return out;
}

/** empty?; null if Ruby's object doesn't have the method. */
export function isEmpty(value: Value): boolean | null {
  if (typeof value === 'string') return value === '';
  if (Array.isArray(value)) return value.length === 0;
  if (isHash(value)) return value.size === 0;
  return null;
}

/** blank?, which ActiveSupport adds to every object. */
export function isBlankValue(value: Value): boolean {
  if (value === null || value === false) return true;
  if (typeof value === 'string') return /^[\p{White_Space}]*$/u.test(value);
  return isEmpty(value) ?? false;
}

export const isNumber = (value: Value): value is number | bigint | RubyFloat =>
  isInteger(value) || value instanceof RubyFloat;
