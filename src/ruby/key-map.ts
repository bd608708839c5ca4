// A map whose keys are compared with eql?, as in Ruby's Hash.

import { eql, isHash, RubyDate, RubyFloat, RubyRange, RubySymbol, RubyTime, type Value } from './values.ts';

/** Values by key, as in Ruby's Hash: keys that are eql? are the same key. Lookup takes constant time. */
export class KeyMap<T> {
  /** Keys that are only equal to themselves. */
  readonly #plain = new Map<Value, T>();
  readonly #compound = new Map<string, { key: Value; value: T }[]>();

  get(key: Value): T | undefined {
    const code = hashCode(key);
    if (code === null) return this.#plain.get(key);
    return this.#compound.get(code)?.find((entry) => eql(entry.key, key))?.value;
  }

  /** Adds a key that must be missing. */
  add(key: Value, value: T): void {
    const code = hashCode(key);
    if (code === null) {
      this.#plain.set(key, value);
      return;
    }
    const entries = this.#compound.get(code);
    if (entries === undefined) this.#compound.set(code, [{ key, value }]);
    else entries.push({ key, value });
  }
}

/** A hash code: the same for values that are eql?; null if only the same value is eql?. */
function hashCode(value: Value): string | null {
  if (typeof value !== 'object' || value === null) return null;
  if (value instanceof RubyFloat) return `f${value.value}`;
  if (value instanceof RubySymbol) return `s${value.name}`;
  if (value instanceof RubyDate) return `d${value.year}-${value.month}-${value.day}`;
  if (value instanceof RubyTime) return `t${value.seconds}.${value.nanoseconds}`;
  if (value instanceof RubyRange) return `r${value.first}..${value.last}`;
  if (Array.isArray(value)) return `a${value.length} ${value.slice(0, FEW).map(partCode).join(' ')}`;
  if (!isHash(value)) return null;
  // Hashes are eql? in any order.
  const parts = value.size > FEW ? [] : [...value.values()].map(partCode).sort();
  return `h${value.size} ${parts.join(' ')}`;
}

/** This many parts of a collection are enough to distinguish most. */
const FEW = 4;

function partCode(part: Value): string {
  if (Array.isArray(part) || isHash(part)) return '';
  return typeof part === 'object' && part !== null ? (hashCode(part) ?? '') : String(part).slice(0, 40);
}
