// Ruby's == and <=>.

import { Bounds } from './bounds.ts';
import { dateToJd } from './calendar.ts';
import { ROUND } from './time.ts';
import {
  compareStrings,
  eql,
  equalParts,
  RubyDate,
  RubyFloat,
  RubyObject,
  RubySymbol,
  RubyTime,
  type Value,
} from './values.ts';

/** Ruby's ==: numbers by value (1 == 1.0), times by moment, arrays and hashes by their elements. */
export function equal(a: Value, b: Value): boolean {
  return a instanceof RubyFloat && Number.isNaN(a.value) ? false : same(a, b, null);
}

// Within arrays and hashes, Ruby considers identical objects equal without calling ==, even NaN.
function same(a: Value, b: Value, outer: Bounds | null): boolean {
  if (a === b) return true;
  const x = numeric(a);
  if (x !== undefined) {
    const y = numeric(b);
    // biome-ignore lint/suspicious/noDoubleEquals: a number and a bigint of the same value are equal
    return y !== undefined && x == y;
  }
  return equalParts(a, b, outer, same) ?? eql(a, b);
}

/** Ruby's <=>: negative, 0 or positive; null if the two can't be compared. */
export function compare(a: Value, b: Value, outer: Bounds | null = null): number | null {
  if (typeof a === 'string') return typeof b === 'string' ? compareStrings(a, b) : null;
  const x = numeric(a);
  if (x !== undefined) {
    const y = numeric(b);
    if (y === undefined) return null;
    // biome-ignore lint/suspicious/noDoubleEquals: a number and a bigint of the same value are equal
    return x < y ? -1 : x > y ? 1 : x == y ? 0 : null;
  }
  if (a instanceof RubyTime) {
    if (!(b instanceof RubyTime)) return null;
    const seconds = a.rounds === b.rounds ? a.seconds - b.seconds : Number(epoch(a) - epoch(b));
    return Math.sign(seconds) || Math.sign(a.nanoseconds - b.nanoseconds);
  }
  if (a instanceof RubyDate) {
    const y = b instanceof RubyDate ? dateToJd(b.year, b.month, b.day) : astronomical(b);
    return y === undefined ? null : compare(dateToJd(a.year, a.month, a.day), y);
  }
  if (a instanceof RubySymbol) return b instanceof RubySymbol ? compareStrings(a.name, b.name) : null;
  if (Array.isArray(a)) return Array.isArray(b) ? compareArrays(a, b, outer ?? new Bounds()) : null;
  if (a instanceof RubyObject) return a.compareTo(b);
  return equal(a, b) ? 0 : null;
}

function compareArrays(a: Value[], b: Value[], bounds: Bounds): number | null {
  if (a === b) return 0;
  for (let i = 0; i < a.length && i < b.length; i++) {
    bounds.count();
    const order = compare(a[i]!, b[i]!, bounds);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

const epoch = (time: RubyTime): bigint => BigInt(time.seconds) + time.rounds * BigInt(ROUND);

function numeric(value: Value): number | bigint | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  return value instanceof RubyFloat ? value.value : undefined;
}

// Date#<=> compares with a number as an astronomical Julian day, which starts half a day before the chronological one.
function astronomical(value: Value): number | undefined {
  const number = numeric(value);
  return number === undefined ? undefined : Number(number) + 0.5;
}
