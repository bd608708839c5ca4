// Short forms for plugins: Ruby's values, and Liquid's filters called from code.

import { BuildError } from '../diagnostics/diagnostic.ts';
import { Context } from '../liquid/runtime/context.ts';
import { MISSING, step } from '../liquid/runtime/lookup.ts';
import { printed } from '../liquid/runtime/printed.ts';
import { inspect } from '../ruby/inspect.ts';
import { toS } from '../ruby/to-s.ts';
import { truthy } from '../ruby/truth.ts';
import { Drop, isHash, type RubyHash, toLiquid, type Value } from '../ruby/values.ts';
import type { Site } from '../site/site.ts';

/** The first that is true to Ruby, else the last: `a || b || c`. */
export function either(...values: Value[]): Value {
  return values.find(truthy) ?? values[values.length - 1] ?? null;
}

/** Ruby's `object[key]` of a hash or a drop; nil of anything else. */
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
 * A nested hash of the configuration that a plugin reads its options from; an empty one where there is none, or a text,
 * which answers to any key with nil.
 * @throws BuildError where it is anything else, at which Jekyll's plugin stops with an exception of Ruby's
 */
export function options(site: Site, key: string): RubyHash {
  const value = site.config.get(key);
  return truthy(value) && typeof value !== 'string' ? mappingOption(value, key, site) : new Map();
}

/** `KEY: false`, or `KEY: { enabled: false }`. */
export const isSwitchedOff = (site: Site, key: string): boolean =>
  site.config.get(key) === false || options(site, key).get('enabled') === false;

/**
 * A mapping that a plugin's options hold.
 * @param name the option as authors know it: 'feed: collections: posts'
 * @throws BuildError where it is none, at which Jekyll's plugin stops with an exception of Ruby's
 */
export function mappingOption(value: Value, name: string, site: Site): RubyHash {
  if (isHash(value)) return value;
  throw optionError(value, name, 'a mapping', 'the options below it, each on a line of its own, as `key: value`', site);
}

/** Ruby's `config.dig(key, name)`: a key that is there has to hold a mapping. */
export function dig(site: Site, key: string, name: string): Value {
  const value = site.config.get(key) ?? null;
  return value === null ? null : (mappingOption(value, key, site).get(name) ?? null);
}

/** A list that a plugin's options hold; [] where there is none. @throws as mappingOption */
export function listOption(value: Value | undefined, name: string, site: Site): readonly Value[] {
  if (!truthy(value)) return [];
  if (Array.isArray(value)) return value;
  throw optionError(value, name, 'a list', `${name.slice(name.lastIndexOf(' ') + 1)}: [${inspect(value)}]`, site);
}

/** A text among a plugin's options. @throws as mappingOption */
export function textOption(value: Value, name: string, site: Site): string {
  if (typeof value === 'string') return value;
  throw optionError(value, name, 'a string', `${name.slice(name.lastIndexOf(' ') + 1)}: "${toS(value)}"`, site);
}

function optionError(value: Value, name: string, kind: string, write: string, site: Site): BuildError {
  return new BuildError({
    code: 'plugin-option',
    message: `${name} should be ${kind}, but is ${inspect(value)}`,
    ...site.config.place(name.split(':', 1)[0]!),
    hint: `Write ${write}.`,
  });
}

/** Liquid's filters, with the context that they work in. */
export class Filters {
  readonly context: Context;

  constructor(context: Context) {
    this.context = context;
  }

  call(name: string, input: Value, ...args: Value[]): Value {
    return this.context.env.filters.get(name)!.apply(toLiquid(input), args, this.context);
  }

  /** Several filters without arguments, one after the other. */
  chain(input: Value, ...names: string[]): Value {
    return names.reduce((value, name) => this.call(name, value), input);
  }

  /** What `{{ input | names … }}` prints. */
  print(input: Value, ...names: string[]): string {
    return printed(this.chain(input, ...names));
  }

  /** `input | default: other`. */
  default(input: Value, other: Value): Value {
    return this.call('default', input, other);
  }
}

/** `left contains right`, for a text, a list or a hash. */
export function contains(left: Value, right: string): boolean {
  if (typeof left === 'string') return left.includes(right);
  if (Array.isArray(left)) return left.includes(right);
  return isHash(left) && left.has(right);
}

/** Filters outside of a template: what generators call. */
export function siteFilters(site: Site): Filters {
  const registers = { host: site.host, page: null };
  return new Filters(new Context(site.liquid, new Map(), registers, { path: '', text: '' }));
}
