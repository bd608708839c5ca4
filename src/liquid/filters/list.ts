// Filters for arrays (Liquid 4.0.4, StandardFilters; sort and where are Jekyll's).

import { KeyMap } from '../../ruby/key-map.ts';
import { mergeSort } from '../../ruby/merge-sort.ts';
import { civil } from '../../ruby/time.ts';
import { toS } from '../../ruby/to-s.ts';
import { compareStrings, Drop, isHash, RubyRange, RubyTime, toLiquid, type Value } from '../../ruby/values.ts';
import { argumentError, LiquidError } from '../errors.ts';
import type { FilterDefinition } from '../runtime/context.ts';
import { MAX_ITEMS } from '../runtime/limits.ts';
import { firstOf, items } from '../runtime/lookup.ts';
import { join } from '../runtime/printed.ts';
import { type Filters, unary } from './define.ts';
import { index, isIndexable } from './index-of.ts';

/** The items of Liquid's InputIterator: arrays are flattened, a hash is one item, nil is empty. */
export function iterate(input: Value): Value[] {
  if (Array.isArray(input)) return input.some(Array.isArray) ? flatten(input) : input.map(toLiquid);
  if (isHash(input)) return [input];
  if (input === null) return [];
  if (input instanceof RubyRange || (input instanceof Drop && input.keys() !== null)) return [...items(input)!];
  return input instanceof RubyTime ? timeToArray(input) : [toLiquid(input)];
}

function flatten(array: readonly Value[]): Value[] {
  const out: Value[] = [];
  // Lists count too: nested empty lists can double at each level without ever adding an item.
  let left = MAX_ITEMS;
  const walk = (list: readonly Value[], outer: readonly unknown[]): void => {
    if (outer.includes(list)) throw argumentError('tried to flatten recursive array');
    const within = [...outer, list];
    for (const item of list) {
      if (--left < 0) throw argumentError(`A list has more than ${MAX_ITEMS} items`);
      if (Array.isArray(item)) walk(item, within);
      else out.push(toLiquid(item));
    }
  };
  walk(array, []);
  return out;
}

/** Kernel#Array calls a Time's to_a. */
export function timeToArray(time: RubyTime): Value[] {
  const { second, minute, hour, day, month, year, weekday, yearDay } = civil(time);
  return [second, minute, hour, day, month, year, weekday, yearDay, false, time.zone];
}

function selectError(property: Value): LiquidError {
  return argumentError(`cannot select the property '${toS(property)}'`, 'An item of the array has no properties.');
}

// Reads a property, and replaces Ruby's TypeError with Liquid's message.
function selecting<T>(property: Value, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof LiquidError && error.code === 'liquid-type') throw selectError(property);
    throw error;
  }
}

export const joinFilter: FilterDefinition = {
  arity: [0, 1],
  apply: (input, [glue = ' ']) => join(iterate(input), toS(glue)),
};

function caseless(a: Value, b: Value): number {
  if (a === null) return 1;
  if (b === null) return -1;
  return compareStrings(foldAscii(toS(a)), foldAscii(toS(b)));
}

const foldAscii = (text: string): string => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

const sortNatural: FilterDefinition = {
  arity: [0, 1],
  apply(input, [property = null]) {
    const list = iterate(input);
    if (property === null || list.length === 0) return mergeSort(list, caseless);
    // Ruby doesn't compute the key of a single item.
    if (list.length === 1) return isIndexable(list[0]!) ? list : null;
    if (!list.every(isIndexable)) return null;
    return selecting(property, () =>
      mergeSort(
        list.map((item) => ({ item, key: index(item, property) })),
        (a, b) => caseless(a.key, b.key),
      ).map(({ item }) => item),
    );
  },
};

/** Array#uniq by a key. */
function uniqueBy(list: Value[], keyOf: (item: Value) => Value): Value[] {
  // Ruby doesn't compute the key of a single item.
  if (list.length < 2) return list;
  const seen = new KeyMap<true>();
  return list.filter((item) => {
    const key = keyOf(item);
    if (seen.get(key)) return false;
    seen.add(key, true);
    return true;
  });
}

const unique: FilterDefinition = {
  arity: [0, 1],
  apply(input, [property = null]) {
    const list = iterate(input);
    if (property === null) return uniqueBy(list, (item) => item);
    if (list.length === 0) return [];
    if (!isIndexable(list[0]!)) return null;
    return selecting(property, () => uniqueBy(list, (item) => index(item, property)));
  },
};

const compact: FilterDefinition = {
  arity: [0, 1],
  apply(input, [property = null]) {
    const list = iterate(input);
    if (property === null) return list.filter((item) => item !== null);
    if (list.length === 0) return [];
    if (!isIndexable(list[0]!)) return null;
    return selecting(property, () => list.filter((item) => index(item, property) !== null));
  },
};

const map: FilterDefinition = {
  arity: [1, 1],
  apply: (input, [property]) =>
    selecting(property!, () =>
      iterate(input).map((item) =>
        property === 'to_liquid' ? item : isIndexable(item) ? index(item, property!) : null,
      ),
    ),
};

const concat: FilterDefinition = {
  arity: [1, 1],
  apply(input, [other]) {
    if (!Array.isArray(other)) {
      throw argumentError('concat filter requires an array argument', 'Pass an array to concat.');
    }
    return [...iterate(input), ...other];
  },
};

function last(input: Value): Value {
  if (Array.isArray(input)) return toLiquid(input[input.length - 1] ?? null);
  return input instanceof RubyRange ? input.last : null;
}

export const listFilters: Filters = [
  ['join', joinFilter],
  ['sort_natural', sortNatural],
  ['uniq', unique],
  ['compact', compact],
  ['reverse', unary((input) => iterate(input).reverse())],
  ['map', map],
  ['concat', concat],
  ['first', unary(firstOf)],
  ['last', unary(last)],
];
