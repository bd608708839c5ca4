// Parts of Liquid 4.0.4's regular expressions. Ruby's \s, \S and \w only match ASCII.

/** Ruby's \s. */
export const SPACE = '[ \\t\\r\\n\\f\\v]';

/** A quoted string, or a run of characters other than whitespace, commas, bars and quotes (Liquid's QuotedFragment). */
export const FRAGMENT = '(?:"[^"]*"|\'[^\']*\'|(?:[^ \\t\\r\\n\\f\\v,|\'"]|"[^"]*"|\'[^\']*\')+)';

/** `key: value` */
export const ATTRIBUTE = `([A-Za-z0-9_]+)${SPACE}*:${SPACE}*(${FRAGMENT})`;

/** The name in assign and capture, which may contain dots, brackets and single parentheses. */
export const SIGNATURE = '(?:\\(?[\\w\\-.[\\]]\\)?)+';

/** Whitespace only, or empty. */
export const isBlank = (text: string): boolean => !/[^ \t\r\n\f\v]/.test(text);
