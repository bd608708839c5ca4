type Part = string | RegExp;

/**
 * A pattern that can read some text in many ways (comments that may end at any of their ends, say), so that one attempt
 * alone could take quadratic or exponential time, or that looks to the end of the text again and again within one: it is
 * always matched with memory, see regex/matcher.ts.
 */
class Ambiguous extends RegExp {
  readonly isAmbiguous = true;
}

/** By its field, not by its class: a lexer may have been loaded with a class of its own (LexerSource). */
export const isAmbiguous = (pattern: RegExp): boolean => 'isAmbiguous' in pattern;

export const ambiguous = (pattern: RegExp): Ambiguous => new Ambiguous(pattern);

function source(strings: TemplateStringsArray, parts: readonly Part[]): string {
  // A template can't hold a bare backquote.
  const raw = strings.raw.map((text) => text.replaceAll('\\`', '`'));
  return String.raw({ raw }, ...parts.map((part) => (typeof part === 'string' ? part : part.source)));
}

/** A pattern put together from named parts: rx`${name}\s*\(`. */
export function rx(strings: TemplateStringsArray, ...parts: readonly Part[]): RegExp {
  return new RegExp(source(strings, parts));
}

/** As `rx`, in any case. */
export function rxi(strings: TemplateStringsArray, ...parts: readonly Part[]): RegExp {
  return new RegExp(source(strings, parts), 'i');
}
