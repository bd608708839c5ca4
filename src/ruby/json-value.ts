// Jekyll's objects as JSON (jekyll, drops/drop.rb and document_drop.rb).

import { generate } from './json.ts';
import { toS } from './to-s.ts';
import { Drop, isHash, RubyObject, type Value } from './values.ts';

/** A value as JSON shows it: drops become hashes, other objects what their to_json or to_s returns. */
export const jsonValue = (value: Value): Value => expand(value, 0);

const NEIGHBOURS: readonly string[] = ['next', 'previous'];
const OMITTED: ReadonlySet<string> = new Set(['content', 'output', 'excerpt', 'next', 'previous']);

// From the second level on, a document's `next` and `previous` lose the keys that would lead on endlessly.
function expand(value: Value, depth: number): Value {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => expand(item, depth + 1));
  if (isHash(value)) {
    const out = new Map<Value, Value>();
    for (const [key, item] of value) out.set(key, expand(item, depth + 1));
    return out;
  }
  if (!(value instanceof RubyObject)) return value;
  const keys = value instanceof Drop ? value.keys() : null;
  if (keys === null) return expand(value.toJson(), depth);
  const out = new Map<Value, Value>();
  for (const key of keys) {
    const item = (value as Drop).get(key) ?? null;
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

/** JSON.pretty_generate. */
export const prettyGenerate = (value: Value): string => pretty(jsonValue(value), '');

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
