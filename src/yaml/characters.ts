// Code units that have a meaning in YAML, and classes of them.

export const TAB = 0x09;
export const LF = 0x0a;
export const CR = 0x0d;
export const SPACE = 0x20;
export const EXCLAMATION = 0x21;
export const DOUBLE_QUOTE = 0x22;
export const HASH = 0x23;
export const PERCENT = 0x25;
export const COMMA = 0x2c;
export const DASH = 0x2d;
export const DOT = 0x2e;
export const ZERO = 0x30;
export const COLON = 0x3a;
export const LESS = 0x3c;
export const GREATER = 0x3e;
export const QUESTION = 0x3f;
export const OPEN_BRACKET = 0x5b;
export const BACKSLASH = 0x5c;
export const CLOSE_BRACKET = 0x5d;
export const OPEN_BRACE = 0x7b;
export const CLOSE_BRACE = 0x7d;
export const NEL = 0x85;
export const LINE_SEPARATOR = 0x2028;
export const PARAGRAPH_SEPARATOR = 0x2029;
export const BYTE_ORDER_MARK = 0xfeff;

export const isBlank = (c: number): boolean => c === SPACE || c === TAB;
/** YAML 1.1 also counts NEL and Unicode's two separators as line breaks. */
export const isBreak = (c: number): boolean =>
  c === LF || c === CR || c === NEL || c === LINE_SEPARATOR || c === PARAGRAPH_SEPARATOR;
// The end of the text is NaN (see Cursor.code), which isn't equal to itself.
const isEnd = (c: number): boolean => Number.isNaN(c);
export const isBreakOrEnd = (c: number): boolean => isBreak(c) || isEnd(c);
export const isBlankOrEnd = (c: number): boolean => c === SPACE || c === TAB || isBreak(c) || isEnd(c);
export const isDigit = (c: number): boolean => c >= ZERO && c <= ZERO + 9;
/** Characters in the names of anchors, directives and handles: ASCII letters, digits, `_` and `-`. */
export const isWord = (c: number): boolean =>
  (c >= 0x61 && c <= 0x7a) || (c >= 0x41 && c <= 0x5a) || isDigit(c) || c === 0x5f || c === DASH;
