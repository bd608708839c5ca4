// The options of a configuration as typed properties, and as written.

import { toS } from '../ruby/to-s.ts';
import { truthy } from '../ruby/truth.ts';
import { isHash, type RubyHash, type Value } from '../ruby/values.ts';
import type { Option, OptionType } from './option.ts';
import { KEYS, type Key, type KeyProperty, OPTIONS, propertyOf } from './options.ts';

interface Read {
  text: string;
  flag: boolean;
  list: string[];
  section: RubyHash;
  value: Value | undefined;
}

type Table = Readonly<Record<string, Option>>;

type Known<Options extends Table> = {
  readonly [Name in keyof Options & string as KeyProperty<Name>]: Options[Name] extends {
    keys: infer Keys extends Table;
  }
    ? Known<Keys>
    : Read[Options[Name]['type']];
};

/** `known.markdownExt`, and inside sections with known keys: `known.sass.loadPaths`. */
export type KnownOptions = Known<typeof OPTIONS>;

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

function getter(name: string, read: (value: Value | undefined) => unknown): PropertyDescriptor {
  return {
    get(this: OverHash): unknown {
      return read(this.hash.get(name));
    },
  };
}

/** The getters of a table, to be put over a hash. */
const getters = (table: Table): object =>
  Object.defineProperties(
    {},
    Object.fromEntries(
      Object.entries(table).map(([name, { type, keys }]) => {
        if (keys === undefined) return [propertyOf(name), getter(name, READ[type])];
        const inside = getters(keys);
        return [propertyOf(name), getter(name, (value) => over(READ.section(value), inside))];
      }),
    ),
  );

const over = <Options>(hash: RubyHash, prototype: object): Options =>
  Object.create(prototype, { hash: { value: hash } });

const KNOWN = getters(OPTIONS);
const RAW = Object.defineProperties(
  {},
  Object.fromEntries(KEYS.map((name) => [propertyOf(name), getter(name, READ.value)])),
);

/** The options with their types. */
export const knownOptions = (hash: RubyHash): KnownOptions => over(hash, KNOWN);

/** The options as written, those of older versions included; undefined if absent. */
export const rawOptions = (hash: RubyHash): RawOptions => over(hash, RAW);
