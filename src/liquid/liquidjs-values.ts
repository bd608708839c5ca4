// Converts Ruby values, which our templates use, to JavaScript values for liquidjs plugins; ruby/plain.ts converts back.

import type { Drop as LiquidjsDrop } from 'liquidjs';
import { toS } from '../ruby/to-s.ts';
import {
  Drop,
  isHash,
  RubyDate,
  RubyFloat,
  RubyObject,
  RubyRange,
  RubySymbol,
  RubyTime,
  toLiquid,
  type Value,
} from '../ruby/values.ts';
import { items } from './runtime/lookup.ts';

export interface JsValues {
  /** Numbers, strings, arrays, plain objects, Dates; pages and drops become liquidjs drops. */
  toJs(value: Value): unknown;
  /** An object whose properties are looked up by `find`. */
  scope(find: (name: string) => Value): object;
}

/** Conversions that create drops of liquidjs's own class. */
export function jsValues(DropClass: typeof LiquidjsDrop): JsValues {
  class Lookup extends (DropClass as new () => LiquidjsDrop) {
    readonly #find: (name: string) => Value;
    readonly #text: string;
    constructor(find: (name: string) => Value, text: string) {
      super();
      this.#find = find;
      this.#text = text;
    }
    override liquidMethodMissing(key: string | number): unknown {
      return toJs(this.#find(String(key)));
    }
    override toString(): string {
      return this.#text;
    }
  }

  function toJs(value: Value): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (value instanceof RubyFloat) return value.value;
    if (Array.isArray(value)) return value.map(toJs);
    if (isHash(value)) {
      const out: Record<string, unknown> = Object.create(null);
      for (const [key, item] of value) out[toS(key)] = toJs(item);
      return out;
    }
    if (value instanceof RubyTime) return new Date(value.seconds * 1000 + value.nanoseconds / 1e6);
    if (value instanceof RubyDate) return new Date(Date.UTC(value.year, value.month - 1, value.day));
    if (value instanceof RubyRange) return [...items(value)!];
    if (value instanceof RubySymbol) return value.name;
    if (value instanceof Drop) return new Lookup((name) => value.get(name) ?? null, value.toS());
    return value instanceof RubyObject ? toJs(toLiquid(value)) : null;
  }

  return { toJs, scope: (find) => new Lookup(find, '') };
}
