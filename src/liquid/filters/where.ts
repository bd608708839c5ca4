// where, find, group_by and their _exp forms; sort (jekyll, filters.rb and filters/grouping_filters.rb).

import type { Stack } from '../../config/stacks.ts';
import { className } from '../../ruby/class-name.ts';
import { compare } from '../../ruby/compare.ts';
import { KeyMap } from '../../ruby/key-map.ts';
import { mergeSort } from '../../ruby/merge-sort.ts';
import { toS } from '../../ruby/to-s.ts';
import { compareStrings, isHash, RubyTime, type Value } from '../../ruby/values.ts';
import { compileVariable } from '../compile/variable.ts';
import { argumentError, comparisonError, noMethod } from '../errors.ts';
import type { FilterDefinition } from '../runtime/context.ts';
import { enumerable, items } from '../runtime/lookup.ts';
import { join } from '../runtime/printed.ts';
import { MethodLiteral } from '../syntax/expression.ts';
import type { Filters } from './define.ts';
import { conditionReader, expressionReader } from './expressions.ts';
import { timeToArray } from './list.ts';
import { propertyReader, type ReadProperty } from './property.ts';

/** The items that these filters use: for a hash, its values. Null if the filter returns its input. */
const candidates = (input: Value): readonly Value[] | null => (isHash(input) ? [...input.values()] : enumerable(input));

/** Kernel#Array of a property. */
function listOf(value: Value): readonly Value[] {
  if (Array.isArray(value)) return value;
  if (value === null) return [];
  if (isHash(value)) return [...value].map(([k, v]) => [k, v]);
  return value instanceof RubyTime ? timeToArray(value) : [value];
}

function matchesInPlace(property: Value, target: string): boolean {
  if (!Array.isArray(property)) return listOf(property).some((item) => toS(item) === target);
  // 3.10 converts the array's items to strings in place.
  for (let i = 0; i < property.length; i++) if (typeof property[i] !== 'string') property[i] = toS(property[i]!);
  return property.includes(target);
}

function matches(property: Value, target: Value): boolean {
  if (target === null) return property === null;
  if (target instanceof MethodLiteral) return property === '' || join([...listOf(property)], '') === '';
  const text = toS(target);
  if (typeof property === 'string') return property === text;
  return listOf(property).some((item) => toS(item) === text);
}

function whereInPlace(read: ReadProperty): FilterDefinition {
  return {
    arity: [2, 2],
    apply(input, [property, value]) {
      if (property === null || value === null) return input;
      const list = candidates(input);
      if (list === null) return input;
      const [name, target] = [toS(property!), toS(value!)];
      return list.filter((item) => matchesInPlace(read(item, name), target));
    },
  };
}

function whereWithLiterals(read: ReadProperty): FilterDefinition {
  return {
    arity: [2, 2],
    apply(input, [property, value]) {
      if (property === null || property === false || Array.isArray(value) || isHash(value)) return input;
      const list = candidates(input);
      if (list === null) return input;
      const name = toS(property!);
      return list.filter((item) => matches(read(item, name), value!));
    },
  };
}

const find = (read: ReadProperty): FilterDefinition => ({
  arity: [2, 2],
  apply(input, [property, value]) {
    if (property === null || property === false || Array.isArray(value) || isHash(value)) return input;
    const list = candidates(input);
    if (list === null) return input;
    const name = toS(property!);
    return list.find((item) => matches(read(item, name), value!)) ?? null;
  },
});

function selectBy(joined: boolean): FilterDefinition {
  const testOf = conditionReader(joined);
  return {
    arity: [2, 2],
    apply(input, [variable, expression], context) {
      const list = candidates(input);
      if (list === null) return input;
      const test = testOf(expression!, context);
      const name = variable!;
      const scope = context.enter();
      const out = list.filter((item) => {
        context.set(name, item);
        return test(context);
      });
      context.leave(scope);
      return out;
    },
  };
}

const findBy = (testOf = conditionReader(true)): FilterDefinition => ({
  arity: [2, 2],
  apply(input, [variable, expression], context) {
    const list = candidates(input);
    if (list === null) return input;
    const test = testOf(expression!, context);
    const name = variable!;
    const scope = context.enter();
    const found = list.find((item) => {
      context.set(name, item);
      return test(context);
    });
    context.leave(scope);
    return found ?? null;
  },
});

/** Enumerable#group_by, then Jekyll's hashes of name, items and size. */
function group(list: readonly Value[], keyOf: (item: Value) => Value): Value[] {
  const known = new KeyMap<Value[]>();
  const groups: { key: Value; items: Value[] }[] = [];
  for (const item of list) {
    const key = keyOf(item);
    const members = known.get(key);
    if (members !== undefined) {
      members.push(item);
      continue;
    }
    const items = [item];
    groups.push({ key, items });
    known.add(key, items);
  }
  return groups.map(
    ({ key, items }) =>
      new Map<Value, Value>([
        ['name', key],
        ['items', items],
        ['size', items.length],
      ]),
  );
}

const groupBy = (read: ReadProperty): FilterDefinition => ({
  arity: [1, 1],
  apply(input, [property]) {
    const list = enumerable(input);
    if (list === null) return input;
    const name = toS(property!);
    return group(list, (item) => toS(read(item, name)));
  },
});

const groupByExpression = (read = expressionReader(compileVariable)): FilterDefinition => ({
  arity: [2, 2],
  apply(input, [variable, expression], context) {
    const list = enumerable(input);
    if (list === null) return input;
    const value = read(expression!, context);
    const name = variable!;
    const scope = context.enter();
    const groups = group(list, (item) => {
      context.set(name, item);
      return value(context);
    });
    context.leave(scope);
    return groups;
  },
});

function sortValues(input: Value): Value[] {
  const list = enumerable(input);
  if (list === null) throw noMethod('sort', input, 'Only a list can be sorted.');
  return mergeSort([...list], (a, b) => {
    const order = compare(a, b);
    if (order === null) throw comparisonError(a, b);
    return order;
  });
}

const sort = (read: ReadProperty, stack: Stack): FilterDefinition => ({
  arity: [0, 2],
  apply(input, [property = null, nils = 'first']) {
    if (input === null)
      throw argumentError('Cannot sort a null object.', 'The list does not exist here: check its name.');
    if (property === null) return sortValues(input);
    if (nils !== 'first' && nils !== 'last') {
      throw argumentError(
        `Invalid nils order: '${toS(nils)}' is not a valid nils order. It must be 'first' or 'last'.`,
        'Say where to put the items without the property.',
      );
    }
    // map passes only a drop's keys to its block, whereas sort uses pairs.
    const list = items(input);
    if (list === null) throw noMethod('map', input, 'Only a list can be sorted.');
    const name = toS(property);
    const nilOrder = nils === 'first' ? -1 : 1;
    const keyed = list.map((item) => ({ key: read(item, name), item }));
    const sorted = mergeSort(keyed, (a, b) => {
      if (a.key === null) return b.key === null ? 0 : nilOrder;
      if (b.key === null) return -nilOrder;
      const order = compare(a.key, b.key);
      if (order !== null) return order;
      if (stack.filters.sortsMixedKinds) return compareStrings(toS(a.key), toS(b.key));
      throw argumentError(
        'comparison of Array with Array failed',
        `The items' ${name} have different types: ${className(a.key)} and ${className(b.key)}.`,
      );
    });
    return sorted.map(({ item }) => item);
  },
});

export function whereFilters(stack: Stack): Filters {
  const read = propertyReader(stack);
  const { whereKnowsLiterals, joinsConditions, hasFind } = stack.filters;
  const both: Filters = [
    ['where', whereKnowsLiterals ? whereWithLiterals(read) : whereInPlace(read)],
    ['where_exp', selectBy(joinsConditions)],
    ['group_by', groupBy(read)],
    ['group_by_exp', groupByExpression()],
    ['sort', sort(read, stack)],
  ];
  return hasFind ? [...both, ['find', find(read)], ['find_exp', findBy()]] : both;
}
