// jsonify and inspect (jekyll, filters.rb; for drops: drops/drop.rb and document_drop.rb).

import { JsonError } from '../../ruby/errors.ts';
import { inspect } from '../../ruby/inspect.ts';
import { generate } from '../../ruby/json.ts';
import { jsonValue } from '../../ruby/json-value.ts';
import { Drop, isHash, RubyObject, RubySymbol, toLiquid, type Value } from '../../ruby/values.ts';
import { xmlEscape } from '../../text/escape.ts';
import { LiquidError } from '../errors.ts';
import type { FilterDefinition } from '../runtime/context.ts';
import type { Limits } from '../runtime/limits.ts';
import type { Filters } from './define.ts';

/** The value that jsonify serializes: objects as templates see them, also inside arrays and hashes. */
function asLiquid(input: Value, limits: Limits): Value {
  // A list that repeatedly contains itself can expand beyond any memory.
  let left = limits.items;
  const through = (value: Value): Value => {
    if (typeof value !== 'object' || value === null) return value;
    if (--left < 0) limits.exceedItems();
    if (Array.isArray(value)) return value.map(through);
    if (isHash(value)) {
      const out = new Map<Value, Value>();
      for (const [key, item] of value) out.set(through(key), through(item));
      return out;
    }
    if (value instanceof Drop) return value;
    if (!(value instanceof RubyObject || value instanceof RubySymbol)) return value;
    const liquid = toLiquid(value);
    return liquid === value ? value : through(liquid);
  };
  return through(input);
}

const jsonify: FilterDefinition = {
  arity: [0, 0],
  apply(input, _args, { limits }) {
    try {
      return generate(jsonValue(asLiquid(input, limits)));
    } catch (error) {
      if (!(error instanceof JsonError)) throw error;
      throw new LiquidError('liquid-json', error.message, "JSON can't represent this value.");
    }
  },
};

const inspectFilter: FilterDefinition = {
  arity: [0, 0],
  apply: (input) => xmlEscape(inspect(input)),
};

export const jsonFilters: Filters = [
  ['jsonify', jsonify],
  ['inspect', inspectFilter],
];
