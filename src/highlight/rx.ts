// Builds regular expressions from parts.

type Part = string | RegExp;

/**
 * A pattern that is always matched with memory (see regex/matcher.ts): it can match some text in many ways (such as
 * comments that may end at any of their ends), so that even a single attempt could take quadratic or exponential time;
 * or it searches to the end of the text repeatedly.
 */
class Ambiguous extends RegExp {
  readonly isAmbiguous = true;
}

/** Checks the field instead of the class: a lexer may have been loaded with its own copy of the class (LexerSource). */
export const isAmbiguous = (pattern: RegExp): boolean => 'isAmbiguous' in pattern;

export const ambiguous = (pattern: RegExp): Ambiguous => new Ambiguous(pattern);

function source(strings: TemplateStringsArray, parts: readonly Part[]): string {
  // A template literal can't contain an unescaped backquote.
  const raw = strings.raw.map((text) => text.replaceAll('\\`', '`'));
  return String.raw({ raw }, ...parts.map((part) => (typeof part === 'string' ? part : part.source)));
}

/** Combines named parts into a pattern: rx`${name}\s*\(`. */
export function rx(strings: TemplateStringsArray, ...parts: readonly Part[]): RegExp {
  return new RegExp(source(strings, parts));
}

/** Like `rx`, case-insensitive. */
export function rxi(strings: TemplateStringsArray, ...parts: readonly Part[]): RegExp {
  return new RegExp(source(strings, parts), 'i');
}
