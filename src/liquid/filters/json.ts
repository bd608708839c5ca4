// jsonify and inspect (jekyll, filters.rb; drops/drop.rb and document_drop.rb for what drops write).

import { JsonError } from '../../ruby/errors.ts';
import { inspect } from '../../ruby/inspect.ts';
import { generate } from '../../ruby/json.ts';
import { toS } from '../../ruby/to-s.ts';
import { Drop, isHash, RubyObject, RubySymbol, type Value } from '../../ruby/values.ts';
import { xmlEscape } from '../../text/escape.ts';
import { toLiquid } from '../context.ts';
import type { FilterDefinition } from '../definitions.ts';
import { LiquidError } from '../errors.ts';
import { isAsciiToRuby } from '../printed.ts';
import type { Filters } from './define.ts';

/** The value as jsonify goes into it: objects as templates see them, through arrays and hashes. */
function asLiquid(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(asLiquid);
  if (isHash(value)) {
    const out = new Map<Value, Value>();
    for (const [key, item] of value) out.set(asLiquid(key), asLiquid(item));
    return out;
  }
  if (value instanceof Drop) return value;
  return value instanceof RubyObject || value instanceof RubySymbol ? asLiquid(toLiquid(value)) : value;
}

const NEIGHBOURS: readonly string[] = ['next', 'previous'];
const OMITTED: ReadonlySet<string> = new Set(['content', 'output', 'excerpt', 'next', 'previous']);

// Drops as hashes. A document's neighbours, from the second level on, lose what would lead on without an end.
function expand(value: Value, depth: number): Value {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => expand(item, depth + 1));
  if (isHash(value)) {
    const out = new Map<Value, Value>();
    for (const [key, item] of value) out.set(key, expand(item, depth + 1));
    return out;
  }
  if (!(value instanceof Drop)) return value;
  const keys = value.keys();
  if (keys === null) return toS(value);
  const out = new Map<Value, Value>();
  for (const key of keys) {
    const item = value.get(key) ?? null;
    const collapse = depth >= 2 && item instanceof Drop && NEIGHBOURS.includes(key);
    out.set(key, expand(collapse ? collapsed(item) : item, depth + 1));
  }
  return out;
}

function collapsed(drop: Drop): Value {
  const out = new Map<Value, Value>();
  for (const key of drop.keys() ?? []) if (!OMITTED.has(key)) out.set(key, drop.get(key) ?? null);
  return out;
}

const jsonify: FilterDefinition = {
  arity: [0, 0],
  apply(input) {
    try {
      return generate(expand(asLiquid(input), 0));
    } catch (error) {
      if (!(error instanceof JsonError)) throw error;
      throw new LiquidError('liquid-json', error.message, 'JSON has no way to write this value.');
    }
  },
};

/** JSON.pretty_generate */
function pretty(value: Value, indent: string): string {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    return `[\n${value.map((item) => inner + pretty(item, inner)).join(',\n')}\n${indent}]`;
  }
  if (isHash(value)) {
    if (value.size === 0) return '{}';
    const pairs = [...value].map(([key, item]) => `${inner}${generate(toS(key))}: ${pretty(item, inner)}`);
    return `{\n${pairs.join(',\n')}\n${indent}}`;
  }
  return generate(value);
}

const inspectFilter: FilterDefinition = {
  arity: [0, 0],
  encoding: 'own',
  apply(input, _args, context) {
    context.usAscii = isAsciiToRuby(input);
    return xmlEscape(input instanceof Drop && input.keys() !== null ? pretty(expand(input, 0), '') : inspect(input));
  },
};

export const jsonFilters: Filters = [
  ['jsonify', jsonify],
  ['inspect', inspectFilter],
];
