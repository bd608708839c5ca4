// Ruby's `[]`, as filters call it on any item of an array.

import { className } from '../../ruby/class-name.ts';
import { floatToInteger, normalizeInteger } from '../../ruby/integer.ts';
import { codePointLength, sliceCodePoints } from '../../ruby/strings.ts';
import {
  Drop,
  HashOfLists,
  hashGet,
  isHash,
  RubyDate,
  RubyFloat,
  RubyObject,
  RubyRange,
  RubyTime,
  type Value,
} from '../../ruby/values.ts';
import { LiquidError, noMethod, typeError } from '../errors.ts';
import { toIndex } from '../runtime/convert.ts';
import { at } from '../runtime/lookup.ts';

/** respond_to?(:[]) */
export const isIndexable = (value: Value): boolean =>
  value !== null &&
  typeof value !== 'boolean' &&
  !(
    value instanceof RubyFloat ||
    value instanceof RubyDate ||
    value instanceof RubyTime ||
    value instanceof RubyRange
  ) &&
  (!(value instanceof RubyObject) || value instanceof Drop);

/** value[key]; throws Ruby's TypeError ('liquid-type') or NoMethodError. */
export function index(value: Value, key: Value): Value {
  if (isHash(value)) return hashGet(value, key) ?? (value instanceof HashOfLists ? value.add(key) : null);
  if (value instanceof Drop) return (typeof key === 'string' ? value.get(key) : undefined) ?? null;
  if (typeof value === 'string') return indexString(value, key);
  if (Array.isArray(value)) return key instanceof RubyRange ? part(value, key) : at(value, integerKey(key));
  if (typeof value === 'number' || typeof value === 'bigint') return bits(BigInt(value), key);
  throw noMethod('[]', value);
}

// Integer#[]: a bit, or the bits of a range.
function bits(value: bigint, key: Value): Value {
  if (key instanceof RubyRange) {
    const from = toIndex(key.first);
    const shifted = from < 0 ? value << BigInt(-from) : value >> BigInt(from);
    if (key.last < key.first) return normalizeInteger(shifted);
    return normalizeInteger(BigInt.asUintN(Number(key.size), shifted));
  }
  if (key instanceof RubyFloat && Number.isFinite(key.value)) return bits(value, floatToInteger(key.value));
  if (typeof key === 'bigint') return key > 0n && value < 0n ? 1 : 0;
  const position = integerKey(key);
  return position < 0 ? 0 : Number((value >> BigInt(position)) & 1n);
}

function indexString(text: string, key: Value): Value {
  if (typeof key === 'string') return text.includes(key) ? key : null;
  if (key instanceof RubyRange) {
    const characters = part([...text], key);
    return characters === null ? null : characters.join('');
  }
  const position = integerKey(key);
  return position < codePointLength(text) ? sliceCodePoints(text, position, 1) : null;
}

function part<T>(list: readonly T[], range: RubyRange): T[] | null {
  const [first, last] = [toIndex(range.first), toIndex(range.last)];
  const start = first < 0 ? first + list.length : first;
  const end = last < 0 ? last + list.length : last;
  return start < 0 || start > list.length ? null : list.slice(start, Math.max(end + 1, start));
}

// Ruby converts it to a C long; the error message shows the float in printf's %.10g format.
function floatIndex(value: number): number {
  if (Math.abs(value) < 2 ** 63) return Math.trunc(value);
  const shown = Number.isFinite(value)
    ? Number(value.toPrecision(10))
        .toExponential()
        .replace(/e([+-])(\d)$/, 'e$10$2')
    : Number.isNaN(value)
      ? 'NaN'
      : value > 0
        ? 'Inf'
        : '-Inf';
  throw new LiquidError('liquid-range', `float ${shown} out of range of integer`, 'Use a whole number here.');
}

function integerKey(key: Value): number {
  if (typeof key === 'number' || typeof key === 'bigint') return toIndex(key);
  if (key instanceof RubyFloat) return floatIndex(key.value);
  if (key === null) throw typeError('no implicit conversion from nil to integer');
  if (typeof key === 'boolean') throw typeError(`no implicit conversion of ${key} into Integer`);
  throw typeError(`no implicit conversion of ${className(key)} into Integer`);
}
