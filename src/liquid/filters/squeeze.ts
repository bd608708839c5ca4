// `split: " " | join: " "`, which squeezes white space, without a list of all words between the two.

import type { Evaluate } from '../compile/expression.ts';
import type { LiquidEnvironment } from '../engine.ts';
import type { FilterCall } from '../syntax/tree.ts';
import { joinFilter } from './list.ts';
import { splitFilter } from './text.ts';

/** The two filters are these, of one space. */
export function squeezes(first: FilterCall, second: FilterCall | undefined, env: LiquidEnvironment): boolean {
  return (
    second !== undefined &&
    env.filters.get(first.name) === splitFilter &&
    env.filters.get(second.name) === joinFilter &&
    first.constant?.length === 1 &&
    first.constant[0] === ' ' &&
    (second.constant?.length === 0 || (second.constant?.length === 1 && second.constant[0] === ' '))
  );
}

// White space but for a single space.
const RUN = /[\t\n\v\f\r][\t\n\v\f\r ]*| [\t\n\v\f\r ]+/g;

/** @param otherwise both filters, for what is no string */
export const compileSqueeze =
  (input: Evaluate, otherwise: (input: Evaluate) => Evaluate): Evaluate =>
  (context) => {
    const value = input(context);
    if (typeof value !== 'string') return otherwise(() => value)(context);
    const text = value.replace(RUN, ' ');
    const start = text.startsWith(' ') ? 1 : 0;
    const squeezed = text.slice(start, text.length > start && text.endsWith(' ') ? -1 : undefined);
    // An empty list joined is US-ASCII.
    context.usAscii = squeezed === '' || (context.usAscii && !/[^\x00-\x7f]/.test(squeezed));
    return squeezed;
  };
