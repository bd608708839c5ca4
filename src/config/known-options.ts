// The options of a configuration as typed properties, and as written.

import { toS } from '../ruby/to-s.ts';
import { truthy } from '../ruby/truth.ts';
import { isHash, type RubyHash, type Value } from '../ruby/values.ts';
import { KEYS, type Key, type KeyProperty, OPTIONS, type OptionName, type OptionType, propertyOf } from './options.ts';

interface Read {
  text: string;
  flag: boolean;
  list: string[];
  section: RubyHash;
  value: Value | undefined;
}

export type KnownOptions = {
  readonly [Name in OptionName as KeyProperty<Name>]: Read[(typeof OPTIONS)[Name]['type']];
};

export type RawOptions = { readonly [Name in Key as KeyProperty<Name>]: Value | undefined };

export function strings(value: Value | undefined): string[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.map(toS) : [toS(value)];
}

const READ: { readonly [Type in OptionType]: (value: Value | undefined) => Read[Type] } = {
  text: (value) => (value === undefined || value === null ? '' : toS(value)),
  flag: truthy,
  list: strings,
  section: (value) => (isHash(value) ? value : new Map()),
  value: (value) => value,
};

interface OverHash {
  readonly hash: RubyHash;
}

function getter(name: Key, read: (value: Value | undefined) => unknown): PropertyDescriptor {
  return {
    get(this: OverHash): unknown {
      return read(this.hash.get(name));
    },
  };
}

const KNOWN = Object.defineProperties(
  {},
  Object.fromEntries(
    Object.entries(OPTIONS).map(([name, { type }]) => [propertyOf(name), getter(name as OptionName, READ[type])]),
  ),
);
const RAW = Object.defineProperties(
  {},
  Object.fromEntries(KEYS.map((name) => [propertyOf(name), getter(name, READ.value)])),
);

/** The options with their types. */
export const knownOptions = (hash: RubyHash): KnownOptions => Object.create(KNOWN, { hash: { value: hash } });

/** The options as written, those of older versions included; undefined if absent. */
export const rawOptions = (hash: RubyHash): RawOptions => Object.create(RAW, { hash: { value: hash } });
