// Text with `#{}`, as it is assembled.

import { leftTrimmed, rightTrimmed } from './lexical.ts';
import type { Expression, Template } from './tree.ts';

export type Parts = (string | Expression)[];

/** Merges consecutive strings. */
export function merged(parts: Template): Parts {
  const result: Parts = [];
  for (const part of parts) {
    const last = result.length - 1;
    if (typeof part === 'string' && typeof result[last] === 'string') result[last] += part;
    else result.push(part);
  }
  return result;
}

/** Removes white space from both ends. */
export function stripped(parts: Parts): Parts {
  const result = merged(parts);
  if (typeof result[0] === 'string') result[0] = leftTrimmed(result[0]);
  const last = result.length - 1;
  if (typeof result[last] === 'string') result[last] = rightTrimmed(result[last]);
  return result;
}
