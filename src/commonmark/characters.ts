// Character classes of cmark-gfm (0.29.0.gfm.11): white space and punctuation, in ASCII and Unicode.

import { WIDE_PUNCTUATION } from './punctuation.ts';

/** Space, tab and line ends: cmark's ASCII white space. */
export const isSpace = (c: number): boolean => c === 32 || c === 9 || c === 10 || c === 13;

export const isSpaceOrTab = (c: number): boolean => c === 32 || c === 9;

/** ASCII punctuation: what a backslash can escape. */
export const isPunctuation = (c: number): boolean =>
  (c >= 33 && c <= 47) || (c >= 58 && c <= 64) || (c >= 91 && c <= 96) || (c >= 123 && c <= 126);

export const isLetter = (c: number): boolean => (c >= 65 && c <= 90) || (c >= 97 && c <= 122);
export const isLetterOrDigit = (c: number): boolean => isLetter(c) || (c >= 48 && c <= 57);

/** White space next to emphasis: also Unicode's, but not the vertical tab. */
export const isWideSpace = (c: number): boolean =>
  c === 12 || isSpace(c) || (c > 127 && WIDE_SPACE.test(String.fromCodePoint(c)));

const WIDE_SPACE = /\p{Zs}/u;

/** Punctuation next to emphasis; in ASCII, this includes symbols. */
export const isWidePunctuation = (c: number): boolean =>
  c < 128 ? isPunctuation(c) : WIDE_PUNCTUATION.test(String.fromCodePoint(c));

/** Removes ASCII white space from the end. */
export function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end--;
  return text.slice(0, end);
}

/** Removes ASCII white space from both ends. */
export function trim(text: string): string {
  let start = 0;
  while (start < text.length && isSpace(text.charCodeAt(start))) start++;
  return trimEnd(text.slice(start));
}

/** The length of a string in UTF-8 bytes. */
export function byteLength(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c >= 0x800 && (c < 0xd800 || c > 0xdfff)) bytes += 2;
    else if (c >= 0x80) bytes += 1;
  }
  return bytes;
}
