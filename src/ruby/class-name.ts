import { isHash, RubyDate, RubyFloat, type RubyObject, RubyRange, RubySymbol, RubyTime, type Value } from './values.ts';

/** The name of a value's class in Ruby. */
export function className(value: Value): string {
  if (value === null) return 'NilClass';
  if (value === true) return 'TrueClass';
  if (value === false) return 'FalseClass';
  if (typeof value === 'string') return 'String';
  if (typeof value === 'number' || typeof value === 'bigint') return 'Integer';
  if (value instanceof RubyFloat) return 'Float';
  if (value instanceof RubySymbol) return 'Symbol';
  if (value instanceof RubyDate) return 'Date';
  if (value instanceof RubyTime) return 'Time';
  if (value instanceof RubyRange) return 'Range';
  if (Array.isArray(value)) return 'Array';
  return isHash(value) ? 'Hash' : (value as RubyObject).className;
}

/**
 * How Ruby names a value in `no implicit conversion of … into …`: nil, true and false as themselves, others by class.
 */
export const conversionName = (value: Value): string =>
  value === null || typeof value === 'boolean' ? (value === null ? 'nil' : String(value)) : className(value);
