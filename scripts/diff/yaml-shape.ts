// A YAML value as text, so that two values can be compared: yaml.rb writes Ruby's in the same way.

import { formatFloat } from '../../src/ruby/float.ts';
import { toS } from '../../src/ruby/to-s.ts';
import { isHash, RubyDate, RubyFloat, RubyTime, type Value } from '../../src/ruby/values.ts';

/** A collection that an alias repeats is written once and then named by its number. */
export function shape(value: Value, seen = new Map<Value, number>()): string {
  if (typeof value === 'string') return `'${value}\u0001`;
  if (value === null) return 'n ';
  if (value === true) return 't ';
  if (value === false) return 'f ';
  if (typeof value === 'number' || typeof value === 'bigint') return `i${value} `;
  if (value instanceof RubyFloat) return `d${formatFloat(value.value)} `;
  if (value instanceof RubyDate) return `D${toS(value)} `;
  if (value instanceof RubyTime) return `T${value.seconds}.${value.nanoseconds}+${value.offset} `;
  const known = seen.get(value);
  if (known !== undefined) return `*${known} `;
  seen.set(value, seen.size);
  let text = '';
  if (Array.isArray(value)) {
    for (const item of value) text += shape(item, seen);
    return `[${text}]`;
  }
  if (!isHash(value)) throw new Error('no shape');
  for (const [key, item] of value) text += shape(key, seen) + shape(item, seen);
  return `{${text}}`;
}
