// The fragments of Liquid 4.0.4's regular expressions. Ruby's \s, \S and \w are ASCII.

/** Ruby's \s. */
export const SPACE = '[ \\t\\r\\n\\f\\v]';

/** A quoted string, or a run of other characters than white space, commas, bars and quotes (Liquid's QuotedFragment). */
export const FRAGMENT = '(?:"[^"]*"|\'[^\']*\'|(?:[^ \\t\\r\\n\\f\\v,|\'"]|"[^"]*"|\'[^\']*\')+)';

/** `key: value` */
export const ATTRIBUTE = `([A-Za-z0-9_]+)${SPACE}*:${SPACE}*(${FRAGMENT})`;

/** The name that assign and capture take: dots, brackets and single round brackets included. */
export const SIGNATURE = '(?:\\(?[\\w\\-.[\\]]\\)?)+';

/** White space only, or nothing. */
export const isBlank = (text: string): boolean => !/[^ \t\r\n\f\v]/.test(text);
