import { formatFloat } from '../../src/ruby/float.ts';
import { toS } from '../../src/ruby/to-s.ts';
import { isHash, RubyDate, RubyFloat, RubyTime, type Value } from '../../src/ruby/values.ts';

/** A value with its type, as scripts/goldens/ruby.rb writes Ruby's. */
export function typed(value: Value, outer: readonly Value[] = []): unknown {
  if (outer.includes(value) && typeof value === 'object' && value !== null) return { cycle: true };
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint') return { integer: String(value) };
  if (value instanceof RubyFloat) return { float: formatFloat(value.value) };
  if (value instanceof RubyDate) return { date: toS(value) };
  if (value instanceof RubyTime) {
    const { seconds, nanoseconds, offset, zone, utc } = value;
    return { time: String(seconds), nanoseconds, offset, zone, utc };
  }
  const within = [...outer, value];
  if (Array.isArray(value)) return value.map((item) => typed(item, within));
  if (!isHash(value)) throw new Error('no typed form');
  return { hash: [...value].map((pair) => pair.map((item) => typed(item, within))) };
}
