// Stops where Jekyll does: at an option's value that it can't use. Which ones they are is in the table.

import { BuildError } from '../diagnostics/diagnostic.ts';
import { isHash, type RubyHash, type Value } from '../ruby/values.ts';
import { type Check, collectionOptions } from './checks.ts';
import type { Option } from './option.ts';
import { type KeyProperty, OPTIONS, type OptionName, propertyOf } from './options.ts';
import type { Locate, Place, Places } from './places.ts';
import type { Stack } from './stacks.ts';

const ROWS = Object.entries<Option>(OPTIONS);

/** What the site itself writes, before the defaults are merged in. @throws BuildError */
export function checkRead(config: RubyHash, stack: Stack, locate: Locate): void {
  for (const [name, { stops }] of ROWS) {
    const check = stops?.whenRead?.(stack.config);
    if (check !== undefined) pass(check, config.get(name), name, () => locate(name));
  }
}

/** The configuration with the defaults, before anything else is read. @throws BuildError */
export function checkMerged(config: RubyHash, locate: Locate): void {
  for (const [name, { stops }] of ROWS) {
    if (stops?.whenMerged !== undefined) pass(stops.whenMerged, config.get(name), name, () => locate(name));
  }
}

type Table = typeof OPTIONS;
type InUse = { stops: { whenUsed: Check } };
type NamesInUse<Options> = { [Name in keyof Options]: Options[Name] extends InUse ? Name : never }[keyof Options];
type Inside<Row> = Row extends { keys: infer Keys } ? [key?: NamesInUse<Keys> & string] : [];

/** `check.limitPosts()`, `check.sass('load_paths')`: they throw a BuildError. */
export type UseChecks = {
  readonly [Name in NamesInUse<Table> as KeyProperty<Name>]: (...inside: Inside<Table[Name]>) => void;
};

interface Checked {
  readonly hash: RubyHash;
  readonly locate: Locate;
}

const CHECKS = Object.fromEntries(
  ROWS.filter(([, { stops }]) => stops?.whenUsed !== undefined).map(([name, { stops, keys }]) => [
    propertyOf(name),
    function (this: Checked, key?: string): void {
      const value = this.hash.get(name);
      if (key === undefined) pass(stops!.whenUsed!, value, name, () => this.locate(name));
      else {
        const inside = isHash(value) ? value.get(key) : undefined;
        pass(keys![key]!.stops!.whenUsed!, inside, key, () => this.locate(name, key));
      }
    },
  ]),
);

export const useChecks = (hash: RubyHash, locate: Locate): UseChecks =>
  Object.create(CHECKS, { hash: { value: hash }, locate: { value: locate } });

/** The options of a collection, checked once they are used. @throws BuildError */
export const checkCollection = (label: string, options: Value, place: Places): void =>
  pass(collectionOptions, options, label, () => place.collections(label));

/** A collection's `permalink`, checked once a document's URL is built from it. @throws BuildError */
export const checkCollectionPermalink = (label: string, permalink: Value, place: Places): void =>
  pass(OPTIONS.collections.entries.permalink.stops.whenUsed, permalink, 'permalink', () =>
    place.collections(label, 'permalink'),
  );

/** An option that must be a list in any version. @throws BuildError */
export const checkOption = (check: Check, config: RubyHash, name: OptionName, locate: Locate): void =>
  pass(check, config.get(name), name, () => locate(name));

function pass(check: Check, value: Value | undefined, key: string, place: () => Place): void {
  const fault = check(value, key);
  if (fault !== null) throw new BuildError({ ...fault, ...place() });
}
