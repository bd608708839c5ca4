// The built-in functions of Ruby Sass 3.7.4.

import { COLORS } from './colors.ts';
import { type BuiltIn, builtIn } from './define.ts';
import { INTROSPECTION } from './introspection.ts';
import { LISTS } from './lists.ts';
import { MAPS } from './maps.ts';
import { NUMBERS } from './numbers.ts';
import { SELECTORS } from './selectors.ts';
import { STRINGS } from './strings.ts';

/** By name, with hyphens. `if` isn't here, since it doesn't evaluate all its arguments. */
export const BUILT_INS: ReadonlyMap<string, BuiltIn> = new Map(
  [COLORS, STRINGS, NUMBERS, LISTS, MAPS, SELECTORS, INTROSPECTION]
    .flatMap((functions) => Object.entries(functions))
    .map(([name, [signature, run]]) => [name, builtIn(signature, run)]),
);
