// Hand-written equivalents of kramdown's expressions for HTML tags: XML names, and three kinds of attribute values.

import { isAlnumAt, isAlphaAt, isSpace, isWordAt, isWordAtBoundary } from '../characters.ts';
import type { Source } from '../source.ts';

function plainNameEnd(text: string, at: number): number {
  if (text.charCodeAt(at) !== 95 && !isAlphaAt(text, at)) return -1;
  let i = at;
  for (;;) {
    const c = text.charCodeAt(i);
    if (c === 45 || c === 46 || c === 95 || isAlnumAt(text, i)) i += c >= 0xd800 && c <= 0xdbff ? 2 : 1;
    else return i;
  }
}

/** The end of the name at an offset, which may contain one colon, or -1. */
export function nameEnd(text: string, at: number): number {
  const end = plainNameEnd(text, at);
  if (end < 0 || text.charCodeAt(end) !== 58) return end;
  const second = plainNameEnd(text, end + 1);
  return second < 0 ? end : second;
}

/** Whether the name at an offset is that of a span element or `script`, or starts with one up to a word boundary. */
export function isSpanTagAt(text: string, at: number, spans: ReadonlySet<string>): boolean {
  // These names are ASCII letters and digits, so the longest possible match ends with those.
  let end = at;
  for (let c = text.charCodeAt(end); (c >= 97 && c <= 122) || (c >= 48 && c <= 57); c = text.charCodeAt(end)) end++;
  if (end === at || isWordAtBoundary(text, end)) return false;
  const name = text.slice(at, end);
  return name === 'script' || spans.has(name);
}

export interface Tag {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  /** Ends in `/>`. */
  readonly closed: boolean;
  readonly end: number;
}

const skipSpace = (text: string, at: number) => {
  let i = at;
  while (isSpace(text.charCodeAt(i))) i++;
  return i;
};

/** The start tag at a `<`, or null. */
export function startTagAt(src: Source, at: number): Tag | null {
  const { text } = src;
  const end = nameEnd(text, at + 1);
  if (end < 0) return null;
  const attributes: [string, string][] = [];
  let i = end;
  for (;;) {
    const behind = skipSpace(text, i);
    if (behind === i) break;
    const nameStop = nameEnd(text, behind);
    if (nameStop < 0) break;
    const name = text.slice(behind, nameStop);
    i = nameStop;
    const equals = skipSpace(text, i);
    if (text.charCodeAt(equals) !== 61) {
      attributes.push([name, '']);
      continue;
    }
    const start = skipSpace(text, equals + 1);
    const c = text.charCodeAt(start);
    if (c === 34 || c === 39) {
      const stop = src.find(c === 34 ? '"' : "'", start + 1);
      if (stop < 0) return null;
      attributes.push([name, text.slice(start + 1, stop)]);
      i = stop + 1;
    } else {
      let stop = start;
      while (stop < text.length && isWordAt(text, stop)) stop += (text.charCodeAt(stop) & 0xfc00) === 0xd800 ? 2 : 1;
      if (stop === start) return null;
      attributes.push([name, text.slice(start, stop)]);
      i = stop;
    }
  }
  i = skipSpace(text, i);
  const closed = text.charCodeAt(i) === 47;
  if (closed) i++;
  if (text.charCodeAt(i) !== 62) return null;
  return { name: text.slice(at + 1, end), attributes, closed, end: i + 1 };
}

export interface EndTag {
  readonly name: string;
  readonly end: number;
}

/** The end tag at a `</`, or null. */
export function endTagAt(text: string, at: number): EndTag | null {
  if (text.charCodeAt(at) !== 60 || text.charCodeAt(at + 1) !== 47) return null;
  const stop = nameEnd(text, at + 2);
  if (stop < 0) return null;
  const end = skipSpace(text, stop);
  return text.charCodeAt(end) === 62 ? { name: text.slice(at + 2, stop), end: end + 1 } : null;
}

/** The end of the comment at an offset, or -1. */
export function commentEnd(src: Source, at: number): number {
  if (!src.text.startsWith('<!--', at)) return -1;
  const end = src.find('-->', at + 4);
  return end < 0 ? -1 : end + 3;
}

/** Escapes a string for use in a regular expression. */
export function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
