// Integers: a number where it is safe, a bigint beyond; and what Ruby reads out of a string's start.

import { RubyFloat } from './values.ts';

/** A bigint in the form that values have: a number where that is exact. */
export const normalizeInteger = (value: bigint): number | bigint =>
  value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Number(value) : value;

const MAX_DIGITS = 1_000_000;

/** The integer that digits of a base stand for (no sign, no underscores). Throws a RangeError where they are too many. */
export function digitsToInteger(digits: string, base: 2 | 8 | 10 | 16 = 10): number | bigint {
  if (digits.length <= 12) return Number.parseInt(digits, base);
  if (digits.length > MAX_DIGITS) throw new RangeError(`an integer of more than ${MAX_DIGITS} digits`);
  const prefix = { 2: '0b', 8: '0o', 10: '', 16: '0x' }[base];
  return normalizeInteger(BigInt(prefix + digits));
}

export const negateInteger = (value: number | bigint): number | bigint =>
  typeof value === 'bigint' ? normalizeInteger(-value) : value === 0 ? 0 : -value;

// One underscore may stand between digits.
const LEADING_INTEGER = /^[\t\n\v\f\r ]*([+-]?)(\d+(?:_\d+)*)/;
const LEADING_FLOAT =
  /^[\t\n\v\f\r ]*([+-]?(?:\d+(?:_\d+)*(?:\.\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:[eE][+-]?\d+(?:_\d+)*)?)/;

/** String#to_i: the integer at the start of a string, 0 where there is none. */
export function toI(text: string): number | bigint {
  const match = LEADING_INTEGER.exec(text);
  if (!match) return 0;
  const value = digitsToInteger(match[2]!.replaceAll('_', ''));
  return match[1] === '-' ? negateInteger(value) : value;
}

/** String#to_f: the number at the start of a string, 0.0 where there is none. */
export function toF(text: string): RubyFloat {
  const match = LEADING_FLOAT.exec(text);
  return new RubyFloat(match ? Number(match[1]!.replaceAll('_', '')) : 0);
}

/** Float#to_i and Float#floor for a finite number: an integer in the form that values have. */
export const floatToInteger = (value: number): number | bigint =>
  Number.isSafeInteger(Math.trunc(value)) ? Math.trunc(value) + 0 : BigInt(Math.trunc(value));
