// Checks for strings that Ruby's regular expressions and string methods accept: valid UTF-8.

import { BuildError } from '../../diagnostics/diagnostic.ts';
import type { FilterDefinition } from '../runtime/context.ts';

/** Returns the string. @throws BuildError 'liquid-not-utf-8' if it has bytes that aren't UTF-8 (see text/decode.ts) */
export function validText(text: string): string {
  if (text.isWellFormed()) return text;
  throw new BuildError({
    code: 'liquid-not-utf-8',
    message: 'invalid byte sequence in UTF-8',
    hint: 'Remove invalid character references, such as `&#xD800;`.',
  });
}

/** The filter, restricted to valid strings. */
export const onValid = (filter: FilterDefinition): FilterDefinition => ({
  ...filter,
  apply(input, args, context) {
    if (typeof input === 'string') validText(input);
    return filter.apply(input, args, context);
  },
});

const INVALID_START = /^[\ud800-\udfff]/u;
const INVALID_END = /[\ud800-\udfff]$/u;

/** String#lstrip, #rstrip and #strip check the first character that remains, the last, or both. */
export const stripped =
  (strip: (text: string) => string, looksAt: 'start' | 'end' | 'both') =>
  (text: string): string => {
    const result = strip(text);
    if (looksAt !== 'end' && INVALID_START.test(result)) validText(result);
    if (looksAt !== 'start' && INVALID_END.test(result)) validText(result);
    return result;
  };
