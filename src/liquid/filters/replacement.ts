// String#gsub and sub with a string pattern (Liquid 4.0.4's replace, remove and their _first forms).

import { LiquidError } from '../errors.ts';

// In a replacement, \0 and \& are the match, \` and \' the parts before and after it, and \\ is a backslash; \1 to \9 and
// \k<name> are groups, which a string pattern doesn't have.
const REFERENCE = /\\(?:([0-9&`'\\])|k<([^>]*)(>?))/g;

/** A parsed replacement: strings, and the references between them. */
export class Replacement {
  readonly #pieces: string[] = [];
  readonly #codes: string[] = [];

  constructor(text: string) {
    let from = 0;
    for (const { 0: reference, 1: code, 2: name = '', 3: end, index } of text.matchAll(REFERENCE)) {
      if (code === undefined) throw noGroup(name, end !== '');
      this.#pieces.push(text.slice(from, index));
      this.#codes.push(code);
      from = index + reference.length;
    }
    this.#pieces.push(text.slice(from));
  }

  /** The result if it is the same for every match of a fixed pattern, otherwise null. */
  constant(match: string): string | null {
    return this.#codes.some((code) => code === '`' || code === "'") ? null : this.of('', 0, match);
  }

  /** The result for a match at a position. */
  of(text: string, at: number, match: string): string {
    let out = this.#pieces[0]!;
    for (let i = 0; i < this.#codes.length; i++) {
      out += referred(this.#codes[i]!, text, at, match) + this.#pieces[i + 1]!;
    }
    return out;
  }
}

function referred(code: string, text: string, at: number, match: string): string {
  if (code === '0' || code === '&') return match;
  if (code === '`') return text.slice(0, at);
  if (code === "'") return text.slice(at + match.length);
  return code === '\\' ? '\\' : '';
}

const noGroup = (name: string, isClosed: boolean): LiquidError =>
  new LiquidError(
    'liquid-replacement',
    isClosed ? `undefined group name reference: ${name}` : 'invalid group name reference format',
    'Write backslashes in the replacement twice.',
  );

// A longer string has many pieces, and joining them at once is faster.
const LONG = 500;

/** String#gsub with a string pattern; replaces all matches or only the first. */
export function replaceText(text: string, pattern: string, replacement: string, all: boolean): string {
  if (pattern === '') return replaceBetween(text, replacement, all);
  let at = text.indexOf(pattern);
  if (at < 0) return text;
  const expanded = replacement.includes('\\') ? new Replacement(replacement) : null;
  const constant = expanded === null ? replacement : expanded.constant(pattern);
  if (all && constant !== null && text.length > LONG) return text.split(pattern).join(constant);
  let out = '';
  let from = 0;
  for (; at >= 0; at = text.indexOf(pattern, from)) {
    out += text.slice(from, at) + (constant ?? expanded!.of(text, at, pattern));
    from = at + pattern.length;
    if (!all) break;
  }
  return out + text.slice(from);
}

// An empty pattern matches before every character and at the end.
function replaceBetween(text: string, replacement: string, all: boolean): string {
  const expanded = new Replacement(replacement);
  if (!all) return expanded.of(text, 0, '') + text;
  let out = '';
  let at = 0;
  for (const character of text) {
    out += expanded.of(text, at, '') + character;
    at += character.length;
  }
  return out + expanded.of(text, at, '');
}
