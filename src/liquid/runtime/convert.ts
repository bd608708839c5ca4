// Ruby's conversions for Liquid's Utils and tags.

import { digitsToInteger, floatToInteger, negateInteger, toI } from '../../ruby/integer.ts';
import { toS } from '../../ruby/to-s.ts';
import { RubyFloat, RubyTime, type Value } from '../../ruby/values.ts';
import { argumentError, LiquidError, noMethod } from '../errors.ts';

/** `to_i`: 0 for nil, the numeric prefix of a string, a float truncated; NoMethodError for other types. */
export function toInteger(value: Value): number | bigint {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  if (value === null) return 0;
  if (typeof value === 'string') return toI(value);
  if (value instanceof RubyFloat) return cut(value.value);
  if (value instanceof RubyTime) return value.seconds;
  throw noMethod('to_i', value, 'Use a number here.');
}

/** Float#to_i; infinity and NaN are errors. */
export function cut(value: number): number | bigint {
  if (!Number.isFinite(value)) {
    const name = Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity';
    throw new LiquidError('liquid-float-domain', name, 'Use a finite number here.');
  }
  return floatToInteger(value);
}

/** The same as a JavaScript number, for counts and offsets. */
export const toCount = (value: Value): number => Number(toInteger(value));

// Kernel#Integer: sign, base prefix, single underscores between digits, surrounding whitespace.
const STRICT =
  /^[ \t\r\n\f\v]*([+-]?)(0[xX][0-9a-fA-F]+(?:_[0-9a-fA-F]+)*|0[bB][01]+(?:_[01]+)*|0[oO]?_?[0-7]+(?:_[0-7]+)*|0[dD][0-9]+(?:_[0-9]+)*|[1-9][0-9]*(?:_[0-9]+)*|0)[ \t\r\n\f\v]*$/;

/** Liquid::Utils.to_integer: the whole string must be an integer, otherwise 'invalid integer'. */
export function strictInteger(value: Value): number | bigint {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  const match = STRICT.exec(toS(value));
  if (match === null) throw argumentError('invalid integer', 'The filter needs a whole number here.');
  let digits = match[2]!.replaceAll('_', '').toLowerCase();
  let base: 2 | 8 | 10 | 16 = 10;
  if (digits.startsWith('0x')) [digits, base] = [digits.slice(2), 16];
  else if (digits.startsWith('0b')) [digits, base] = [digits.slice(2), 2];
  else if (digits.startsWith('0d')) digits = digits.slice(2);
  else if (digits.startsWith('0o')) [digits, base] = [digits.slice(2), 8];
  else if (digits.length > 1 && digits[0] === '0') [digits, base] = [digits.slice(1), 8];
  const number = digitsToInteger(digits, base);
  return match[1] === '-' ? negateInteger(number) : number;
}

/** The same as a JavaScript number. */
export const strictCount = (value: Value): number => Number(strictInteger(value));

/** An index or count, which Ruby must fit into a machine word. */
export function toIndex(value: number | bigint): number {
  if (typeof value === 'bigint' && value !== BigInt.asIntN(64, value)) {
    throw new LiquidError('liquid-range', "bignum too big to convert into `long'", 'The number is too large.');
  }
  return Number(value);
}
