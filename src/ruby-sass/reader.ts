// Reads the text of a stylesheet: the parts that all SCSS statements are made of.

import { RubySassError } from './error.ts';
import {
  BLANK,
  HYPHENS_BEFORE_INTERPOLATION,
  IDENTIFIER,
  LOOSE_TEXT,
  LOUD_COMMENT,
  NAME,
  normalizeEscapes,
  RAW_VALUE,
  RAW_VALUE_IN_BRACKETS,
  SILENT_COMMENT,
  URL_CHARACTER,
  URL_END,
  URL_START,
} from './lexical.ts';
import { merged, type Parts } from './parts.ts';
import { ScriptParser } from './script-parser.ts';
import type { Expression } from './tree.ts';

export class Reader {
  readonly source: string;
  readonly #compressed: boolean;
  /** The current offset. */
  at = 0;

  /** @param compressed how numbers in expressions are kept: see ScriptLexer */
  constructor(source: string, compressed = false) {
    this.source = source.includes('\r') ? source.replaceAll('\r', '') : source;
    this.#compressed = compressed;
  }

  get isAtEnd(): boolean {
    return this.at >= this.source.length;
  }

  match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.source);
    if (found === null) return null;
    this.at = pattern.lastIndex;
    return found[0];
  }

  looksAt(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    return pattern.test(this.source);
  }

  is(character: string): boolean {
    return this.source.startsWith(character, this.at);
  }

  take(text: string): boolean {
    if (!this.is(text)) return false;
    this.at += text.length;
    return true;
  }

  expect(text: string): void {
    if (!this.take(text)) this.fail(`"${text}"`);
  }

  fail(expected: string): never {
    const was = this.source.slice(this.at, this.at + 20).split('\n')[0];
    throw new RubySassError(`Invalid CSS: expected ${expected}, was "${was}"`);
  }

  /** Only white space and comments may be left. */
  end(expected: string): void {
    this.space();
    if (!this.isAtEnd) this.fail(expected);
  }

  /** Reads white space; skips comments. */
  space(): string {
    let text = '';
    for (;;) {
      const blank = this.match(BLANK);
      if (blank !== null) text += blank;
      else if (this.match(SILENT_COMMENT) === null && this.match(LOUD_COMMENT) === null) return text;
    }
  }

  script<T>(read: (parser: ScriptParser) => T, stop: readonly string[] = []): T {
    const parser = new ScriptParser(this.source, this.at, stop, this.#compressed);
    const found = read(parser);
    this.at = parser.position;
    return found;
  }

  expression(stop?: readonly string[]): Expression {
    return this.script((parser) => parser.expression(), stop);
  }

  interpolation(): Expression | null {
    return this.take('#{') ? this.script((parser) => parser.interpolated()) : null;
  }

  word(): string {
    return normalizeEscapes(this.match(IDENTIFIER) ?? this.fail('identifier'));
  }

  /** A word that may contain `#{}`. */
  looseWord(): Parts | null {
    const word = this.match(IDENTIFIER);
    const first =
      word !== null ? normalizeEscapes(word) : (this.interpolation() ?? this.match(HYPHENS_BEFORE_INTERPOLATION));
    if (first === null) return null;
    const parts: Parts = [first];
    for (;;) {
      const name = this.match(NAME);
      const next = name !== null ? normalizeEscapes(name) : this.interpolation();
      if (next === null) return parts;
      parts.push(next);
    }
  }

  /** A quoted string or a `url()`, verbatim except for `#{}`. */
  looseString(): Parts | null {
    const mark = this.source[this.at];
    if (mark === '"' || mark === "'") {
      const start = this.at;
      const parts: Parts = [];
      let from = this.at++;
      for (;;) {
        const character = this.source[this.at];
        if (character === undefined) {
          this.at = start;
          return null;
        }
        if (character === '\\') this.at += 2;
        else if (character === mark) {
          parts.push(this.source.slice(from, ++this.at));
          return parts;
        } else if (this.is('#{')) {
          parts.push(this.source.slice(from, this.at), this.interpolation()!);
          from = this.at;
        } else this.at++;
      }
    }
    if (mark !== 'u') return null;
    const start = this.at;
    const head = this.match(URL_START);
    if (head === null) return null;
    const parts: Parts = [head];
    for (;;) {
      const end = this.match(URL_END);
      if (end !== null) return [...parts, end];
      const part = this.interpolation() ?? this.match(URL_CHARACTER);
      if (part === null) {
        this.at = start;
        return null;
      }
      parts.push(part);
    }
  }

  /** A selector, or the head of an at-rule, up to its block or end. */
  loose(): Parts | null {
    const parts: Parts = [];
    for (;;) {
      const text = this.match(LOOSE_TEXT) ?? this.match(LOUD_COMMENT) ?? this.match(SILENT_COMMENT);
      if (text !== null) {
        parts.push(text);
        continue;
      }
      const more = this.looseString() ?? this.interpolation();
      if (more === null) return parts.length === 0 ? null : merged(parts);
      if (Array.isArray(more)) parts.push(...more);
      else parts.push(more as Expression);
    }
  }

  /** A custom property's value. */
  raw(outer: boolean): Parts {
    const parts: Parts = [];
    const pairs: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
    for (;;) {
      const text = this.match(outer ? RAW_VALUE : RAW_VALUE_IN_BRACKETS);
      if (text !== null) {
        parts.push(text);
        continue;
      }
      const more = this.looseString() ?? this.interpolation() ?? this.match(LOUD_COMMENT);
      if (more !== null) {
        if (Array.isArray(more)) parts.push(...more);
        else parts.push(more as Expression | string);
        continue;
      }
      const blank = this.match(BLANK);
      if (blank !== null) {
        parts.push(blank.includes('\n') ? blank.slice(blank.indexOf('\n')) : ' ');
        continue;
      }
      const open = this.source[this.at];
      const close = open === undefined ? undefined : pairs[open];
      if (close === undefined) return merged(parts);
      this.at++;
      parts.push(open!, ...this.raw(false), close);
      this.expect(close);
    }
  }
}

/** Parses a whole string as one expression. */
export function parseScript(text: string, compressed: boolean): Expression {
  const reader = new Reader(text, compressed);
  const found = reader.expression();
  reader.end('end of line');
  return found;
}
