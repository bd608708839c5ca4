/**
 * Strings with escapes, as Rouge's lexers often define them: with an alternation in which a backslash can also be an
 * ordinary character. So an unterminated string ends at its last quote, and matching takes exponential time. The
 * sources here match the same in linear time.
 */

/** From quote to quote, over several lines. A backslash escapes a quote or a backslash. */
export function escapableString(quote: string): string {
  return `${quote}(?:\\\\[\\\\${quote}]|[^${quote}\\\\]|\\\\(?![\\\\${quote}]))*${quote}|${quote}[\\s\\S]*${quote}`;
}

/** From quote to quote, over several lines. A backslash escapes any character except a newline. */
export function multilineString(quote: string): string {
  return `${quote}(?:\\\\[^\\n]|[^${quote}\\\\]|\\\\(?=\\n))*${quote}|${quote}[\\s\\S]*${quote}`;
}

/** From quote to quote on one line. A backslash escapes any character. */
export function lineString(quote: string): string {
  return `${quote}(?:\\\\[^\\n]|[^${quote}\\\\\\n])*${quote}|${quote}[^\\n]*${quote}`;
}

/** Like `escapableString`, on one line. */
export function escapableLine(quote: string): string {
  return `${quote}(?:\\\\[\\\\${quote}]|[^${quote}\\\\\\n]|\\\\(?![\\\\${quote}]))*${quote}|${quote}[^\\n]*${quote}`;
}

/** From quote to quote, over several lines. A backslash escapes a quote; two backslashes have no special meaning. */
export function looseString(quote: string): string {
  return `${quote}(?:\\\\${quote}|[^${quote}\\\\]|\\\\(?!${quote}))*${quote}|${quote}[\\s\\S]*${quote}`;
}
