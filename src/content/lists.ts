// Lists in front matter: tags, categories.

import { BuildError } from '../diagnostics/diagnostic.ts';
import { split } from '../ruby/strings.ts';
import { truthy } from '../ruby/truth.ts';
import type { Value } from '../ruby/values.ts';

export const unique = <T>(list: readonly T[]): T[] => [...new Set(list)];

/** Array#flatten. */
export function flatten(list: readonly Value[], flat: Value[] = [], outer: readonly unknown[] = []): Value[] {
  if (outer.includes(list)) {
    throw new BuildError({
      code: 'front-matter-recursive',
      message: 'tried to flatten recursive array',
      hint: 'An alias in the front matter makes a list contain itself: write out its items instead.',
    });
  }
  const within = [...outer, list];
  for (const item of list) {
    if (Array.isArray(item)) flatten(item, flat, within);
    else flat.push(item);
  }
  return flat;
}

/**
 * Utils.pluralized_array_from_hash: the singular key's value, otherwise the plural's; a string is split on whitespace.
 */
export function pluralized(field: (key: string) => Value, singular: string, plural: string): Value[] {
  const one = field(singular);
  if (truthy(one)) return flatten([one]).filter((item) => item !== null);
  const many = field(plural);
  const list: Value[] = typeof many === 'string' ? split(many) : Array.isArray(many) ? many : [];
  return flatten(list).filter((item) => item !== null);
}
