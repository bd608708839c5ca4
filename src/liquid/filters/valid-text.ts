// Text that Ruby can match with a regular expression, take apart or change: it has no bytes that are not UTF-8.

import { BuildError } from '../../diagnostics/diagnostic.ts';
import type { FilterDefinition } from '../runtime/context.ts';

/** The text itself. @throws BuildError 'liquid-not-utf-8' if it has bytes that are not UTF-8 (see text/decode.ts) */
export function validText(text: string): string {
  if (text.isWellFormed()) return text;
  throw new BuildError({
    code: 'liquid-not-utf-8',
    message: 'invalid byte sequence in UTF-8',
    hint: 'Remove character references that name no character, such as `&#xD800;`.',
  });
}

/** The filter, for valid text alone. */
export const onValid = (filter: FilterDefinition): FilterDefinition => ({
  ...filter,
  apply(input, args, context) {
    if (typeof input === 'string') validText(input);
    return filter.apply(input, args, context);
  },
});

const INVALID_START = /^[\ud800-\udfff]/u;
const INVALID_END = /[\ud800-\udfff]$/u;

/** String#lstrip, #rstrip and #strip look at the first character that they keep, or the last one, or both. */
export const stripped =
  (strip: (text: string) => string, looksAt: 'start' | 'end' | 'both') =>
  (text: string): string => {
    const result = strip(text);
    if (looksAt !== 'end' && INVALID_START.test(result)) validText(result);
    if (looksAt !== 'start' && INVALID_END.test(result)) validText(result);
    return result;
  };
