// Helpers for plugins: Ruby's semantics of values, and Liquid's filters called from code.

import { BuildError } from '../diagnostics/diagnostic.ts';
import { Context } from '../liquid/runtime/context.ts';
import { MISSING, step } from '../liquid/runtime/lookup.ts';
import { printed } from '../liquid/runtime/printed.ts';
import { inspect } from '../ruby/inspect.ts';
import { toS } from '../ruby/to-s.ts';
import { truthy } from '../ruby/truth.ts';
import { Drop, isHash, type RubyHash, toLiquid, type Value } from '../ruby/values.ts';
import type { Site } from '../site/site.ts';

/** The first truthy value, otherwise the last: Ruby's `a || b || c`. */
export function either(...values: Value[]): Value {
  return values.find(truthy) ?? values[values.length - 1] ?? null;
}

/** Ruby's `object[key]` for a hash or drop; nil for anything else. */
export function read(object: Value, key: string): Value {
  if (isHash(object)) return object.get(key) ?? null;
  return object instanceof Drop ? (object.get(key) ?? null) : null;
}

/** Liquid's `object.key`. */
export function property(object: Value, key: string): Value {
  const value = step(toLiquid(object), key, true);
  return value === MISSING ? null : value;
}

/**
 * A mapping in the configuration with a plugin's options; empty if it is missing, or if it is a string, whose `[key]`
 * is nil in Ruby.
 * @throws BuildError for anything else, where Jekyll's plugin stops with a Ruby exception
 */
export function options(site: Site, key: string): RubyHash {
  const value = site.config.get(key);
  return truthy(value) && typeof value !== 'string' ? mappingOption(value, key, site) : new Map();
}

/** `KEY: false`, or `KEY: { enabled: false }`. */
export const isSwitchedOff = (site: Site, key: string): boolean =>
  site.config.get(key) === false || options(site, key).get('enabled') === false;

/**
 * Requires a value among a plugin's options to be a mapping.
 * @param name the option as authors know it: 'feed: collections: posts'
 * @throws BuildError if it isn't, where Jekyll's plugin stops with a Ruby exception
 */
export function mappingOption(value: Value, name: string, site: Site): RubyHash {
  if (isHash(value)) return value;
  throw optionError(value, name, 'a mapping', 'its options below it as `key: value` lines', site);
}

/** Ruby's `config.dig(key, name)`: the key's value must be a mapping or nil. */
export function dig(site: Site, key: string, name: string): Value {
  const value = site.config.get(key) ?? null;
  return value === null ? null : (mappingOption(value, key, site).get(name) ?? null);
}

/** A list among a plugin's options; [] if it is missing. @throws as mappingOption */
export function listOption(value: Value | undefined, name: string, site: Site): readonly Value[] {
  if (!truthy(value)) return [];
  if (Array.isArray(value)) return value;
  throw optionError(value, name, 'a list', `${name.slice(name.lastIndexOf(' ') + 1)}: [${inspect(value)}]`, site);
}

/** A string among a plugin's options. @throws as mappingOption */
export function textOption(value: Value, name: string, site: Site): string {
  if (typeof value === 'string') return value;
  throw optionError(value, name, 'a string', `${name.slice(name.lastIndexOf(' ') + 1)}: "${toS(value)}"`, site);
}

function optionError(value: Value, name: string, kind: string, write: string, site: Site): BuildError {
  return new BuildError({
    code: 'plugin-option',
    message: `${name} should be ${kind}, but is ${inspect(value)}`,
    ...site.config.locate(name.split(':', 1)[0]!),
    hint: `Write ${write}.`,
  });
}

/** Liquid's filters, bound to a context. */
export class Filters {
  readonly context: Context;

  constructor(context: Context) {
    this.context = context;
  }

  call(name: string, input: Value, ...args: Value[]): Value {
    return this.context.env.filters.get(name)!.apply(toLiquid(input), args, this.context);
  }

  /** Applies several filters without arguments in order. */
  chain(input: Value, ...names: string[]): Value {
    return names.reduce((value, name) => this.call(name, value), input);
  }

  /** The output of `{{ input | names … }}`. */
  print(input: Value, ...names: string[]): string {
    return printed(this.chain(input, ...names));
  }

  /** `input | default: other`. */
  default(input: Value, other: Value): Value {
    return this.call('default', input, other);
  }
}

/** Liquid's `left contains right`, for a string, list or mapping. */
export function contains(left: Value, right: string): boolean {
  if (typeof left === 'string') return left.includes(right);
  if (Array.isArray(left)) return left.includes(right);
  return isHash(left) && left.has(right);
}

/** Filters outside a template, for generators. */
export function siteFilters(site: Site): Filters {
  const registers = { host: site.host, page: null };
  return new Filters(new Context(site.liquid, new Map(), registers, { path: '', text: '' }));
}
