// Functions for lists.

import { isWhole, number } from '../numbers.ts';
import { equal } from '../operators.ts';
import { inspect } from '../print-value.ts';
import { bool, items, list, NULL, type Num, separatorOf, unquoted, type Value } from '../values.ts';
import { type Functions, fail, num, str } from './define.ts';

function index(value: Value, at: Num): number {
  const { length } = items(value);
  if (!isWhole(at.value) || Math.round(at.value) === 0) fail(`List index ${inspect(at)} must be a non-zero integer`);
  const n = Math.round(at.value);
  if (Math.abs(n) > length) fail(`List index is ${n} but list is only ${length} items long`);
  return n > 0 ? n - 1 : length + n;
}

function withItems(value: Value, content: readonly Value[], separator = separatorOf(value)): Value {
  return list(content, separator, value.type === 'list' && value.bracketed);
}

function separatorNamed(value: Value | undefined, ...others: readonly (Value | undefined)[]): 'comma' | 'space' {
  const name = value === undefined ? 'auto' : str(value).text;
  if (name === 'comma' || name === 'space') return name;
  if (name !== 'auto') fail('Separator name must be space, comma, or auto');
  for (const other of others) {
    const own = other === undefined ? null : separatorOf(other);
    if (own !== null) return own;
  }
  return 'space';
}

export const LISTS: Functions = {
  length: ['list', ([value]) => number(items(value!).length)],
  'set-nth': [
    'list n value',
    ([value, n, item]) => {
      const content = [...items(value!)];
      content[index(value!, num(n))] = item!;
      return withItems(value!, content);
    },
  ],
  nth: ['list n', ([value, n]) => items(value!)[index(value!, num(n))]!],
  join: [
    'list1 list2 separator? bracketed?',
    ([a, b, separator, bracketed]) => {
      const isAuto = bracketed === undefined || (bracketed.type === 'string' && bracketed.text === 'auto');
      const brackets = isAuto
        ? a!.type === 'list' && a!.bracketed
        : !(bracketed.type === 'null' || (bracketed.type === 'bool' && !bracketed.value));
      return list([...items(a!), ...items(b!)], separatorNamed(separator, a, b), brackets);
    },
  ],
  append: [
    'list val separator?',
    ([value, item, separator]) => withItems(value!, [...items(value!), item!], separatorNamed(separator, value)),
  ],
  zip: [
    '...',
    (args) => {
      const all = args.map(items);
      const length = Math.min(...all.map((one) => one.length));
      const rows = Array.from({ length: args.length === 0 ? 0 : length }, (_, i) =>
        list(
          all.map((one) => one[i]!),
          'space',
        ),
      );
      return list(rows, 'comma');
    },
  ],
  index: [
    'list value',
    ([value, item]) => {
      const at = items(value!).findIndex((one) => equal(one, item!));
      return at < 0 ? NULL : number(at + 1);
    },
  ],
  'list-separator': ['list', ([value]) => unquoted(separatorOf(value!) ?? 'space')],
  'is-bracketed': ['list', ([value]) => bool(value!.type === 'list' && value!.bracketed)],
};
