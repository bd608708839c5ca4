// Text with `#{}` in it, as it is put together.

import type { Expression, Template } from './tree.ts';

export type Parts = (string | Expression)[];

/** Strings that follow each other made one. */
export function merged(parts: Template): Parts {
  const result: Parts = [];
  for (const part of parts) {
    const last = result.length - 1;
    if (typeof part === 'string' && typeof result[last] === 'string') result[last] += part;
    else result.push(part);
  }
  return result;
}

/** Without space at both ends. */
export function stripped(parts: Parts): Parts {
  const result = merged(parts);
  if (typeof result[0] === 'string') result[0] = result[0].replace(/^[\0 \t\r\n\f\v]+/, '');
  const last = result.length - 1;
  if (typeof result[last] === 'string') result[last] = result[last].replace(/(?<!\\)[ \t\r\n\f\v]+$/, '');
  return result;
}
