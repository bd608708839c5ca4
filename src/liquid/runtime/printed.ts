// What `{{ … }}` prints of a value.

import { Bounds } from '../../ruby/bounds.ts';
import { toS } from '../../ruby/to-s.ts';
import { Drop, isHash, NameList, RubyObject, type Value } from '../../ruby/values.ts';
import type { Context } from './context.ts';

/**
 * The printed form: an array's items without anything between them, else to_s. For a string, context.usAscii holds its
 * flag already and stays; anything else's is set here.
 */
export function printed(value: Value, context: Context): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) {
    const text = join(value, '');
    context.usAscii = isJoinAscii(value, context.usAscii) && isAscii(text);
    return text;
  }
  context.usAscii = isAsciiToRuby(value);
  return toS(value);
}

/** Whether Array#join starts with a US-ASCII text: its first string decides, a list within doesn't. */
export function isJoinAscii(list: readonly Value[], ofStrings: boolean): boolean {
  const first = list[0];
  if (first === undefined || Array.isArray(first)) return true;
  return typeof first === 'string' ? ofStrings || isName(list, 0) : isAsciiToRuby(first);
}

/** Whether the item of a list is a method's name. */
export const isName = (list: Value | readonly Value[], index: number): boolean =>
  list instanceof NameList && index >= 0 && index < list.names;

export const isAscii = (text: string): boolean => !/[^\x00-\x7f]/.test(text);

/** Array#join: nested arrays are joined as well. */
export function join(array: readonly Value[], glue: string): string {
  const pieces: string[] = [];
  collect(array, glue, pieces, [], new Bounds());
  return pieces.join(glue);
}

function collect(
  array: readonly Value[],
  glue: string,
  pieces: string[],
  outer: readonly unknown[],
  bounds: Bounds,
): void {
  const within = [...outer, array];
  for (const item of array) {
    if (!Array.isArray(item)) {
      const text = toS(item);
      bounds.count(text.length + glue.length);
      pieces.push(text);
    } else if (!within.includes(item)) {
      const inner: string[] = [];
      bounds.count();
      collect(item, glue, inner, within, bounds);
      pieces.push(inner.join(glue));
    }
  }
}

/** Whether to_s of a value makes a US-ASCII string (Ruby 3.1); of an array or a hash its first item or key decides. */
export function isAsciiToRuby(value: Value): boolean {
  if (typeof value === 'string') return false;
  // A drop that prints its class's name: names of classes are US-ASCII.
  if (value instanceof RubyObject) return value instanceof Drop && value.toS() === value.className;
  if (!Array.isArray(value) && !isHash(value)) return true;
  const [first] = Array.isArray(value) ? value : value.keys();
  return first === undefined || (isAsciiToRuby(first) && isAscii(toS(value)));
}
