// Helpers for plugins: Ruby's semantics of values, and Liquid's filters called from code.

import type { Configuration } from '../config/configuration.ts';
import type { ExactSite } from '../contract/exact.ts';
import { BuildError } from '../diagnostics/diagnostic.ts';
import type { Context } from '../liquid/runtime/context.ts';
import { MISSING, step } from '../liquid/runtime/lookup.ts';
import { printed } from '../liquid/runtime/printed.ts';
import { inspect } from '../ruby/inspect.ts';
import { toS } from '../ruby/to-s.ts';
import { truthy } from '../ruby/truth.ts';
import { Drop, isHash, type RubyHash, toLiquid, type Value } from '../ruby/values.ts';

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
 * A plugin's options; empty if the section is missing, or a string, whose `[key]` is nil in Ruby.
 * @throws BuildError for anything else, where Jekyll's plugin stops with a Ruby exception
 */
export function options({ section, sectionName, config }: ExactSite): RubyHash {
  return truthy(section) && typeof section !== 'string' ? mappingOption(section, sectionName, config) : new Map();
}

/** `KEY: false`, or `KEY: { enabled: false }`. */
export const isSwitchedOff = (site: ExactSite): boolean =>
  site.section === false || options(site).get('enabled') === false;

/**
 * Requires a value among a plugin's options to be a mapping.
 * @param name the option as authors know it: 'feed: collections: posts'
 * @throws BuildError if it isn't, where Jekyll's plugin stops with a Ruby exception
 */
export function mappingOption(value: Value, name: string, config: Configuration): RubyHash {
  if (isHash(value)) return value;
  throw optionError(value, name, 'a mapping', 'its options below it as `key: value` lines', config);
}

/** Ruby's `config.dig(section, name)`: the section must be a mapping or nil. */
export function dig({ section = null, sectionName, config }: ExactSite, name: string): Value {
  return section === null ? null : (mappingOption(section, sectionName, config).get(name) ?? null);
}

/** A list among a plugin's options; [] if it is missing. @throws as mappingOption */
export function listOption(value: Value | undefined, name: string, config: Configuration): readonly Value[] {
  if (!truthy(value)) return [];
  if (Array.isArray(value)) return value;
  throw optionError(value, name, 'a list', `${name.slice(name.lastIndexOf(' ') + 1)}: [${inspect(value)}]`, config);
}

/** A string among a plugin's options. @throws as mappingOption */
export function textOption(value: Value, name: string, config: Configuration): string {
  if (typeof value === 'string') return value;
  throw optionError(value, name, 'a string', `${name.slice(name.lastIndexOf(' ') + 1)}: "${toS(value)}"`, config);
}

function optionError(value: Value, name: string, kind: string, write: string, config: Configuration): BuildError {
  return new BuildError({
    code: 'plugin-option',
    message: `${name} should be ${kind}, but is ${inspect(value)}`,
    ...config.locate(name.split(':', 1)[0]!),
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
