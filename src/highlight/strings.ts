/**
 * Strings with escapes, as lexers of Rouge often write them: with an alternation in which a backslash may as well be
 * an ordinary character, so that a string whose end is missing ends at its last quote after all, and so that trying
 * takes exponential time. These sources match the same and take linear time.
 */

/** A quote to a quote; a backslash before a quote or a backslash escapes it. Over several lines. */
export function escapableString(quote: string): string {
  return `${quote}(?:\\\\[\\\\${quote}]|[^${quote}\\\\]|\\\\(?![\\\\${quote}]))*${quote}|${quote}[\\s\\S]*${quote}`;
}

/** A quote to a quote; a backslash escapes any character but a newline. Over several lines. */
export function multilineString(quote: string): string {
  return `${quote}(?:\\\\[^\\n]|[^${quote}\\\\]|\\\\(?=\\n))*${quote}|${quote}[\\s\\S]*${quote}`;
}

/** A quote to a quote on one line; a backslash escapes any character. */
export function lineString(quote: string): string {
  return `${quote}(?:\\\\[^\\n]|[^${quote}\\\\\\n])*${quote}|${quote}[^\\n]*${quote}`;
}

/** As `escapableString`, on one line. */
export function escapableLine(quote: string): string {
  return `${quote}(?:\\\\[\\\\${quote}]|[^${quote}\\\\\\n]|\\\\(?![\\\\${quote}]))*${quote}|${quote}[^\\n]*${quote}`;
}

/** A quote to a quote; a backslash before a quote escapes it, two backslashes are nothing special. Over several lines. */
export function looseString(quote: string): string {
  return `${quote}(?:\\\\${quote}|[^${quote}\\\\]|\\\\(?!${quote}))*${quote}|${quote}[\\s\\S]*${quote}`;
}
