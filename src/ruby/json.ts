import { JsonError } from './errors.ts';
import { positional } from './float.ts';
import { grisu2 } from './grisu.ts';
import { toS } from './to-s.ts';
import { isHash, RubyFloat, type Value } from './values.ts';

/**
 * JSON.generate (json 2.10 and later, which both stacks have): no spaces, no HTML escapes, keys and other objects as
 * their to_s. Infinity, NaN and collections deeper than 100 throw a JsonError with Ruby's message.
 */
export function generate(value: Value): string {
  return write(value, 0);
}

const MAX_DEPTH = 100;

function write(value: Value, depth: number): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return quote(value);
  if (typeof value !== 'object') return String(value);
  if (value instanceof RubyFloat) return jsonFloat(value.value);
  if (Array.isArray(value)) {
    enter(depth);
    return `[${value.map((item) => write(item, depth + 1)).join(',')}]`;
  }
  if (isHash(value)) {
    enter(depth);
    const pairs: string[] = [];
    for (const [key, item] of value) pairs.push(`${quote(toS(key))}:${write(item, depth + 1)}`);
    return `{${pairs.join(',')}}`;
  }
  return quote(toS(value));
}

function enter(depth: number): void {
  if (depth >= MAX_DEPTH) throw new JsonError(`nesting of ${depth + 1} is too deep`);
}

// JSON.stringify escapes the same characters as Ruby. Lone surrogates stand for invalid bytes (text/decode.ts), which
// the gem rejects.
function quote(text: string): string {
  if (!text.isWellFormed()) throw new JsonError('source sequence is illegal/malformed utf-8');
  return JSON.stringify(text);
}

/** A float as the json gem writes it (2.10 and later): plain digits while there are few, otherwise like `1e+20`. */
export function jsonFloat(value: number): string {
  if (!Number.isFinite(value)) {
    throw new JsonError(`${Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity'} not allowed in JSON`);
  }
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const sign = value < 0 ? '-' : '';
  const { digits, exponent } = grisu2(Math.abs(value));
  const power = exponent - 1;
  const zeros = exponent - digits.length;
  const plain = zeros >= 0 ? Math.abs(power) < 15 : zeros > -7 || Math.abs(power) < 10;
  if (plain) return sign + positional(digits, exponent);
  const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
  return `${sign}${digits[0]}${fraction}e${power < 0 ? '-' : '+'}${Math.abs(power)}`;
}
