// Helpers for tables of filters.

import { toS } from '../../ruby/to-s.ts';
import type { Value } from '../../ruby/values.ts';
import type { FilterDefinition } from '../runtime/context.ts';

export type Filters = ReadonlyArray<readonly [string, FilterDefinition]>;

export const unary = (apply: (input: Value) => Value): FilterDefinition => ({ arity: [0, 0], apply });

export const binary = (apply: (input: Value, argument: Value) => Value): FilterDefinition => ({
  arity: [1, 1],
  apply: (input, args) => apply(input, args[0]!),
});

/** Applies to the input's to_s. */
export const onText = (apply: (text: string) => string): FilterDefinition => ({
  arity: [0, 0],
  apply: (input) => apply(toS(input)),
});
