// Ruby's character classes, which differ from JavaScript's: \s and \w are ASCII, `.` only excludes \n, and [[:alpha:]],
// [[:alnum:]], \p{Word} and \b are Unicode-aware. Characters are UTF-16 units here unless a name says otherwise.

/** Ruby's \s, for use in a regular expression. */
export const S = '[ \\t\\r\\n\\f\\v]';
/** Ruby's \S. */
export const NOT_S = '[^ \\t\\r\\n\\f\\v]';

const ALPHA = /^\p{Alphabetic}/u;
const ALNUM = /^[\p{Alphabetic}\p{Nd}]/u;
const WORD = /^[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]/u;

/** \s: space, \t, \n, \v, \f, \r. */
export function isSpace(c: number): boolean {
  return c === 32 || (c >= 9 && c <= 13);
}

const isAsciiLetter = (c: number) => (c >= 97 && c <= 122) || (c >= 65 && c <= 90);
export const isDigit = (c: number): boolean => c >= 48 && c <= 57;

/** \w: ASCII letters, digits and the underscore. */
export function isAsciiWord(c: number): boolean {
  return isAsciiLetter(c) || isDigit(c) || c === 95;
}

/** [[:alpha:]] at an offset. */
export function isAlphaAt(text: string, at: number): boolean {
  const c = text.charCodeAt(at);
  return c < 128 ? isAsciiLetter(c) : ALPHA.test(characterAt(text, at));
}

/** [[:alnum:]] at an offset. */
export function isAlnumAt(text: string, at: number): boolean {
  const c = text.charCodeAt(at);
  return c < 128 ? isAsciiLetter(c) || isDigit(c) : ALNUM.test(characterAt(text, at));
}

/** \p{Word} at an offset: letters, marks, digits, connectors. */
export function isWordAt(text: string, at: number): boolean {
  const c = text.charCodeAt(at);
  return c < 128 ? isAsciiWord(c) : WORD.test(characterAt(text, at));
}

/** What \b counts as a word character: \p{Word}, and the digits ¹²³ and fractions of Latin 1. */
export const isWordAtBoundary = (text: string, at: number): boolean =>
  isWordAt(text, at) || '¹²³¼½¾'.includes(text.charAt(at) || ' ');

/** The character (code point) at an offset; '' at the end. */
export function characterAt(text: string, at: number): string {
  const c = text.charCodeAt(at);
  if (c < 0xd800 || c > 0xdbff) return text.charAt(at);
  const low = text.charCodeAt(at + 1);
  return low >= 0xdc00 && low <= 0xdfff ? text.slice(at, at + 2) : text.charAt(at);
}

/** The offset of the character (code point) before an offset. */
export function previousCharacter(text: string, at: number): number {
  const c = text.charCodeAt(at - 1);
  const pair = c >= 0xdc00 && c <= 0xdfff && at > 1 && (text.charCodeAt(at - 2) & 0xfc00) === 0xd800;
  return at - (pair ? 2 : 1);
}

// Ruby's strip also strips NUL.
const isStripped = (c: number) => isSpace(c) || c === 0;

/** String#lstrip. */
export function lstrip(text: string): string {
  let start = 0;
  while (start < text.length && isStripped(text.charCodeAt(start))) start++;
  return start === 0 ? text : text.slice(start);
}

/** String#rstrip. */
export function rstrip(text: string): string {
  let end = text.length;
  while (end > 0 && isStripped(text.charCodeAt(end - 1))) end--;
  return end === text.length ? text : text.slice(0, end);
}

/** String#strip. */
export function strip(text: string): string {
  return lstrip(rstrip(text));
}

/** String#chomp: removes one line break at the end. */
export function chomp(text: string): string {
  if (text.endsWith('\r\n')) return text.slice(0, -2);
  return text.endsWith('\n') || text.endsWith('\r') ? text.slice(0, -1) : text;
}

/** String#downcase. Unlike toLowerCase, it lower-cases Σ without looking at its neighbours. */
export function downcase(text: string): string {
  return (text.includes('Σ') ? text.replaceAll('Σ', 'σ') : text).toLowerCase();
}

/** String#split with a string, which drops empty strings at the end. */
export function splitLines(text: string): string[] {
  const lines = text.split('\n');
  while (lines.length > 0 && lines[lines.length - 1] === '') lines.pop();
  return lines;
}

/** Whether the text contains the word between word boundaries in Ruby's sense. */
export function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const end = at + word.length;
    if ((at === 0 || !isWordAtBoundary(text, at - 1)) && (end === text.length || !isWordAtBoundary(text, end)))
      return true;
  }
  return false;
}
