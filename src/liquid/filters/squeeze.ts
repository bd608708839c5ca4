// Speeds up `split: " " | join: " "`, which squeezes whitespace, without creating an array of words.

import type { FilterDefinition, Fused } from '../runtime/context.ts';
import type { FilterCall } from '../syntax/tree.ts';
import { joinFilter } from './list.ts';
import { validText } from './valid-text.ts';

/** Null unless the filters are split and join, both with a single space. */
export const squeezing = (first: FilterCall, second: FilterCall, secondFilter?: FilterDefinition): Fused | null =>
  secondFilter === joinFilter &&
  first.constant?.length === 1 &&
  first.constant[0] === ' ' &&
  (second.constant?.length === 0 || (second.constant?.length === 1 && second.constant[0] === ' '))
    ? squeeze
    : null;

// Whitespace other than a single space.
const RUN = /[\t\n\v\f\r][\t\n\v\f\r ]*| [\t\n\v\f\r ]+/g;

const squeeze: Fused = (value) => {
  const text = validText(value).replace(RUN, ' ');
  const start = text.startsWith(' ') ? 1 : 0;
  return text.slice(start, text.length > start && text.endsWith(' ') ? -1 : undefined);
};
