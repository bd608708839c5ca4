// Text that a regular expression of Ruby can be matched with.

import { BuildError } from '../../diagnostics/diagnostic.ts';

/** The text itself. @throws BuildError 'liquid-not-utf-8' if it has bytes that are not UTF-8 (see text/decode.ts) */
export function validText(text: string): string {
  if (text.isWellFormed()) return text;
  throw new BuildError({
    code: 'liquid-not-utf-8',
    message: 'invalid byte sequence in UTF-8',
    hint: 'Remove character references that name no character, such as `&#xD800;`.',
  });
}
