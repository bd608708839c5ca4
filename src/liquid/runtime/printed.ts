// The output of `{{ … }}` for a value.

import { Bounds } from '../../ruby/bounds.ts';
import { toS } from '../../ruby/to-s.ts';
import type { Value } from '../../ruby/values.ts';

/** Joins an array without a separator; for anything else, to_s. */
export function printed(value: Value): string {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? join(value, '') : toS(value);
}

/** Array#join, which also joins nested arrays. */
export function join(array: readonly Value[], glue: string): string {
  const pieces: string[] = [];
  collect(array, glue, pieces, [], new Bounds());
  return pieces.join(glue);
}

function collect(
  array: readonly Value[],
  glue: string,
  pieces: string[],
  outer: readonly unknown[],
  bounds: Bounds,
): void {
  const within = [...outer, array];
  for (const item of array) {
    if (!Array.isArray(item)) {
      const text = toS(item);
      bounds.count(text.length + glue.length);
      pieces.push(text);
    } else if (!within.includes(item)) {
      const inner: string[] = [];
      bounds.count();
      collect(item, glue, inner, within, bounds);
      pieces.push(inner.join(glue));
    }
  }
}
