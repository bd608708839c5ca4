// What `{{ … }}` prints of a value.

import { toS } from '../ruby/to-s.ts';
import { isHash, RubyObject, type Value } from '../ruby/values.ts';
import type { Context } from './context.ts';

/**
 * The printed form: an array's items without anything between them, else to_s. For a string, context.usAscii holds its
 * flag already and stays; anything else's is set here.
 */
export function printed(value: Value, context: Context): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) {
    const pieces: string[] = [];
    const first = flatten(value, '', pieces, []);
    context.usAscii = first === undefined || isAsciiToRuby(first) || (typeof first === 'string' && context.usAscii);
    return pieces.join('');
  }
  context.usAscii = isAsciiToRuby(value);
  return toS(value);
}

/** Array#join: nested arrays are joined as well. */
export const join = (array: readonly Value[], glue: string): string => {
  const pieces: string[] = [];
  flatten(array, glue, pieces, []);
  return pieces.join(glue);
};

// Collects the items' texts; returns the first item that isn't an array.
function flatten(
  array: readonly Value[],
  glue: string,
  pieces: string[],
  outer: readonly unknown[],
): Value | undefined {
  let first: Value | undefined;
  const within = [...outer, array];
  for (const item of array) {
    if (Array.isArray(item)) {
      if (within.includes(item)) continue;
      const inner: string[] = [];
      const leaf = flatten(item, glue, inner, within);
      pieces.push(inner.join(glue));
      if (first === undefined) first = leaf;
    } else {
      pieces.push(toS(item));
      if (first === undefined) first = item;
    }
  }
  return first;
}

/** Whether to_s of a value makes a US-ASCII string (Ruby 3.1); of an array or a hash its first item or key decides. */
export function isAsciiToRuby(value: Value): boolean {
  if (typeof value === 'string' || value instanceof RubyObject) return false;
  if (Array.isArray(value)) return value.length === 0 || isAsciiToRuby(value[0]!);
  if (isHash(value)) {
    for (const key of value.keys()) return isAsciiToRuby(key);
    return true;
  }
  return true;
}
