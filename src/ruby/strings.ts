// Strings as Ruby sees them: lengths and offsets in characters (code points), Unicode's full case mapping, and Ruby's
// definition of white space.

import { downcase } from '../text/downcase.ts';
import { lstrip, rstrip, strip } from '../text/strip.ts';

const isSpace = (unit: number): boolean => unit === 32 || (unit >= 9 && unit <= 13);

/** String#upcase: Unicode's full mapping (ß becomes SS). */
export const upcase = (text: string): string => text.toUpperCase();

export { downcase, lstrip, rstrip, strip };

/** String#capitalize: the first character in title case, the others in lower case. */
export function capitalize(text: string): string {
  const first = text.codePointAt(0);
  if (first === undefined) return text;
  const head = String.fromCodePoint(first);
  return titlecase(head) + downcase(text.slice(head.length));
}

// Letters whose title case differs from their upper case: Croatian digraphs, Greek iota subscript (which stays one
// character), Georgian (which has no title case), and ligatures (only their first letter is raised).
function titlecase(character: string): string {
  const code = character.codePointAt(0)!;
  if (code < 0x80) return character.toUpperCase();
  if (code >= 0x1c4 && code <= 0x1cc) return String.fromCharCode(0x1c5 + 3 * Math.floor((code - 0x1c4) / 3));
  if (code >= 0x1f1 && code <= 0x1f3) return '\u01f2';
  if (code >= 0x10d0 && code <= 0x10ff) return character;
  if (code >= 0x1c90 && code <= 0x1cbf) return character.toLowerCase();
  if (code >= 0x1f80 && code <= 0x1faf) return String.fromCharCode(code | 8);
  if (code === 0x1fb3 || code === 0x1fc3 || code === 0x1ff3) return String.fromCharCode(code + 9);
  if (code === 0x1fbc || code === 0x1fcc || code === 0x1ffc) return character;
  const upper = character.toUpperCase();
  if (upper.length === character.length || code === 0x149) return upper;
  const first = String.fromCodePoint(upper.codePointAt(0)!);
  return first + upper.slice(first.length).toLowerCase();
}

/** String#length: in characters. */
export function codePointLength(text: string): number {
  let length = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xd800 && unit <= 0xdbff && i + 1 < text.length) {
      const next = text.charCodeAt(i + 1);
      if (next >= 0xdc00 && next <= 0xdfff) {
        length--;
        i++;
      }
    }
  }
  return length;
}

/** String#[start, length] in characters. A negative start counts from the end; null if it is outside the string. */
export function sliceCodePoints(text: string, start: number, length: number): string | null {
  if (length < 0) return null;
  const size = codePointLength(text);
  const from = start < 0 ? start + size : start;
  if (from < 0 || from > size) return null;
  if (size === text.length) return text.slice(from, from + length);
  return [...text].slice(from, from + length).join('');
}

/** String#chomp(suffix); without a suffix, removes a line break (\n, \r\n or \r). */
export function chomp(text: string, suffix?: string): string {
  if (suffix !== undefined) return suffix !== '' && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text;
  if (text.endsWith('\r\n')) return text.slice(0, -2);
  return text.endsWith('\n') || text.endsWith('\r') ? text.slice(0, -1) : text;
}

/** String#squeeze: runs of the same character become one; only for the given characters, if any. */
export function squeeze(text: string, characters?: string): string {
  let out = '';
  let last = '';
  for (const character of text) {
    if (character === last && (characters === undefined || characters.includes(character))) continue;
    out += character;
    last = character;
  }
  return out;
}

/**
 * String#split(separator, limit). A single space splits like awk: at runs of white space, ignoring leading ones. ''
 * splits into characters. With limit 0, empty strings at the end are dropped; a negative limit keeps them.
 */
export function split(text: string, separator = ' ', limit = 0): string[] {
  if (text === '') return [];
  if (limit === 1) return [text];
  const parts = separator === ' ' ? splitAwk(text, limit) : splitOn(text, separator, limit);
  if (limit === 0) while (parts.length > 0 && parts[parts.length - 1] === '') parts.pop();
  return parts;
}

function splitOn(text: string, separator: string, limit: number): string[] {
  if (separator === '') {
    const all = [...text];
    if (limit <= 0) return limit < 0 ? [...all, ''] : all;
    if (all.length < limit) return [...all, ''];
    return [...all.slice(0, limit - 1), all.slice(limit - 1).join('')];
  }
  const parts: string[] = [];
  let start = 0;
  while (limit <= 0 || parts.length < limit - 1) {
    const at = text.indexOf(separator, start);
    if (at < 0) break;
    parts.push(text.slice(start, at));
    start = at + separator.length;
  }
  parts.push(text.slice(start));
  return parts;
}

const WORDS = /[^\t\n\v\f\r ]+/g;

function splitAwk(text: string, limit: number): string[] {
  if (limit === 0) return text.match(WORDS) ?? [];
  const parts: string[] = [];
  let i = 0;
  while (i < text.length && isSpace(text.charCodeAt(i))) i++;
  while (i < text.length) {
    if (limit > 0 && parts.length === limit - 1) {
      parts.push(text.slice(i));
      return parts;
    }
    const start = i;
    while (i < text.length && !isSpace(text.charCodeAt(i))) i++;
    parts.push(text.slice(start, i));
    if (i === text.length) return parts;
    while (i < text.length && isSpace(text.charCodeAt(i))) i++;
  }
  // White space at the end leaves an empty string, which is only kept if there is a limit.
  parts.push('');
  return parts;
}
