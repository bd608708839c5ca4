// Integers (numbers while they are safe, bigints beyond), and the numbers that Ruby reads from the start of a string.

import { RubyFloat } from './values.ts';

/** A bigint as a Value: a number if that is exact. */
export const normalizeInteger = (value: bigint): number | bigint =>
  value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Number(value) : value;

const MAX_DIGITS = 1_000_000;

/** Parses digits in a base (no sign, no underscores). Throws a RangeError if there are too many. */
export function digitsToInteger(digits: string, base: 2 | 8 | 10 | 16 = 10): number | bigint {
  if (digits.length <= 12) return Number.parseInt(digits, base);
  if (digits.length > MAX_DIGITS) throw new RangeError(`an integer of more than ${MAX_DIGITS} digits`);
  const prefix = { 2: '0b', 8: '0o', 10: '', 16: '0x' }[base];
  return normalizeInteger(BigInt(prefix + digits));
}

export const negateInteger = (value: number | bigint): number | bigint =>
  typeof value === 'bigint' ? normalizeInteger(-value) : value === 0 ? 0 : -value;

// A single underscore is allowed between digits.
const LEADING_INTEGER = /^[\t\n\v\f\r ]*([+-]?)(\d+(?:_\d+)*)/;
const LEADING_FLOAT =
  /^[\t\n\v\f\r ]*([+-]?(?:\d+(?:_\d+)*(?:\.\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:[eE][+-]?\d+(?:_\d+)*)?)/;

/** String#to_i: the integer at the start of a string, otherwise 0. */
export function toI(text: string): number | bigint {
  const match = LEADING_INTEGER.exec(text);
  if (!match) return 0;
  const value = digitsToInteger(match[2]!.replaceAll('_', ''));
  return match[1] === '-' ? negateInteger(value) : value;
}

/** String#to_f: the number at the start of a string, otherwise 0.0. */
export function toF(text: string): RubyFloat {
  const match = LEADING_FLOAT.exec(text);
  return new RubyFloat(match ? Number(match[1]!.replaceAll('_', '')) : 0);
}

/** Float#to_i of a finite number, and Float#floor of a whole one, as a Value. */
export const floatToInteger = (value: number): number | bigint =>
  Number.isSafeInteger(Math.trunc(value)) ? Math.trunc(value) + 0 : BigInt(Math.trunc(value));
