import { formatFloat } from './float.ts';
import { inspect } from './inspect.ts';
import { formatDate, formatTime } from './strftime.ts';
import { isHash, RubyDate, RubyFloat, RubyRange, RubySymbol, RubyTime, type Value } from './values.ts';

/** to_s: '' for nil, inspect's output for arrays and hashes, `2020-01-02 03:04:05 +0000` for a time. */
export function toS(value: Value): string {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  if (typeof value !== 'object') return String(value);
  if (value instanceof RubyFloat) return formatFloat(value.value);
  if (value instanceof RubySymbol) return value.name;
  if (value instanceof RubyDate) return formatDate(value);
  if (value instanceof RubyTime) return formatTime(value);
  if (value instanceof RubyRange) return `${value.first}..${value.last}`;
  if (Array.isArray(value) || isHash(value)) return inspect(value);
  return value.toS();
}
