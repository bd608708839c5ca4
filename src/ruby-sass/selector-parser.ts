// Parses selectors as Ruby Sass 3.7.4 does, after `#{}` have been replaced.

import { RubySassError } from './error.ts';
import {
  BLANK,
  IDENTIFIER,
  LOUD_COMMENT,
  NAME,
  normalizeEscapes,
  PERCENTAGE,
  SILENT_COMMENT,
  STRING,
  trimmed,
} from './lexical.ts';
import {
  type Compound,
  compound,
  element,
  named,
  type Part,
  parent,
  pseudo,
  type SelectorList,
  type Simple,
  withoutPrefix,
} from './selector.ts';

const WITH_SELECTORS = new Set(['not', 'matches', 'current', 'any', 'has', 'host', 'host-context']);
const COUNTED = new Set(['nth-child', 'nth-last-child']);
const FORMULA = /(?:even|odd|[+-]?[0-9]+\s*(?:n\s*(?:[+-]\s*[0-9]+)?)?|[+-]?n\s*(?:[+-]\s*[0-9]+)?)\s*/iy;
const OPERATOR = /[~|^$*]?=/y;

class SelectorParser {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  whole(): SelectorList {
    const list = this.#list();
    if (list === null || this.#at < this.#source.length) this.#fail('selector');
    return list;
  }

  keyframes(): string {
    let text = this.#space();
    for (;;) {
      const found = this.#match(IDENTIFIER) ?? this.#match(PERCENTAGE);
      if (found === null) this.#fail('keyframes selector (e.g. 10%)');
      text += found + this.#space();
      if (!this.#take(',')) break;
      text += `,${this.#space()}`;
    }
    if (this.#at < this.#source.length) this.#fail('keyframes selector');
    return text;
  }

  #fail(expected: string): never {
    throw new RubySassError(`Invalid CSS after "${this.#source.slice(0, this.#at)}": expected ${expected}`);
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#source);
    if (found === null) return null;
    this.#at = pattern.lastIndex;
    return found[0];
  }

  #take(text: string): boolean {
    if (!this.#source.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  /** Reads white space; skips comments. */
  #space(): string {
    let text = '';
    for (;;) {
      const blank = this.#match(BLANK);
      if (blank !== null) text += blank;
      else if (this.#match(SILENT_COMMENT) === null && this.#match(LOUD_COMMENT) === null) return text;
    }
  }

  #word(): string | null {
    const found = this.#match(IDENTIFIER);
    return found === null ? null : normalizeEscapes(found);
  }

  #list(): SelectorList | null {
    const first = this.#complex();
    if (first === null) return null;
    const found = [{ parts: first }];
    let space = '';
    while (this.#take(',')) {
      space += this.#space();
      const parts = this.#complex();
      if (parts === null) continue;
      found.push({ parts: space.includes('\n') ? ['\n', ...parts] : parts });
      space = '';
    }
    return found;
  }

  #complex(): Part[] | null {
    const parts: Part[] = [];
    for (let part = this.#part(); part !== null; part = this.#part()) {
      parts.push(part);
      if (this.#space().includes('\n')) parts.push('\n');
    }
    return parts.length === 0 ? null : parts;
  }

  #part(): Part | null {
    const character = this.#source[this.#at];
    if (character === '+' || character === '>' || character === '~') {
      this.#at++;
      return character;
    }
    return this.#compound();
  }

  #compound(): Compound | null {
    const first = this.#element() ?? this.#simple() ?? this.#parent();
    if (first === null) return null;
    const simples = [first];
    for (;;) {
      const simple = this.#simple() ?? (this.#take('*') ? element('*') : null);
      if (simple === null) break;
      simples.push(simple);
    }
    const next = this.#source[this.#at];
    if (next === '&' || (next !== undefined && this.#element() !== null)) this.#fail('"{"');
    return compound(simples);
  }

  #element(): Simple | null {
    const start = this.#at;
    const first = this.#word() ?? (this.#take('*') ? '*' : this.#source[start] === '|' ? '' : null);
    if (first === null) return null;
    if (!this.#take('|')) return element(first);
    const name = this.#word() ?? (this.#take('*') ? '*' : null);
    if (name === null) this.#fail('identifier or *');
    return element(name, first);
  }

  #parent(): Simple | null {
    if (!this.#take('&')) return null;
    const suffix = this.#match(NAME);
    return parent(suffix === null ? '' : normalizeEscapes(suffix));
  }

  #simple(): Simple | null {
    switch (this.#source[this.#at]) {
      case '.':
        this.#at++;
        return named('class', this.#word() ?? this.#fail('class name'));
      case '#': {
        this.#at++;
        return named('id', normalizeEscapes(this.#match(NAME) ?? this.#fail('id name')));
      }
      case '%':
        this.#at++;
        return named('placeholder', this.#word() ?? this.#fail('placeholder name'));
      case '[':
        return this.#attribute();
      case ':':
        return this.#pseudo();
      default:
        return null;
    }
  }

  #attribute(): Simple {
    this.#at++;
    this.#space();
    let text = '[';
    let name = this.#word();
    if (name === null || (this.#source[this.#at] === '|' && this.#source[this.#at + 1] !== '=')) {
      name ??= this.#take('*') ? '*' : '';
      if (!this.#take('|')) this.#fail('"|"');
      text += `${name}|`;
      name = this.#word() ?? this.#fail('identifier');
    }
    text += name;
    this.#space();
    const operator = this.#match(OPERATOR);
    if (operator !== null) {
      this.#space();
      text += operator + (this.#word() ?? this.#match(STRING) ?? this.#fail('identifier or string'));
      this.#space();
    }
    const flags = this.#word() ?? this.#match(STRING);
    if (flags !== null) text += ` ${flags}`;
    if (!this.#take(']')) this.#fail('"]"');
    return { kind: 'attribute', text: `${text}]`, name };
  }

  #pseudo(): Simple {
    const syntax = this.#take('::') ? '::' : ':';
    if (syntax === ':') this.#at++;
    const name = this.#word() ?? this.#fail('pseudoclass or pseudoelement');
    if (!this.#take('(')) return pseudo(syntax, name);
    this.#space();
    const kind = withoutPrefix(name);
    let argument: string | null = null;
    let inner: SelectorList | null = null;
    if ((syntax === ':' && WITH_SELECTORS.has(kind)) || (syntax === '::' && kind === 'slotted')) inner = this.#list();
    else if (syntax === ':' && COUNTED.has(kind)) {
      argument = this.#match(FORMULA) ?? this.#fail('An+B expression');
      if (this.#take('of')) {
        argument += 'of';
        this.#space();
        inner = this.#list() ?? this.#fail('selector');
      } else argument = argument.trimEnd();
    } else argument = this.#raw();
    if (!this.#take(')')) this.#fail('")"');
    return pseudo(syntax, name, argument, inner);
  }

  /** Reads the content of brackets, with white space collapsed. */
  #raw(): string {
    const start = this.#at;
    for (let depth = 0; this.#at < this.#source.length; this.#at++) {
      const character = this.#source[this.#at]!;
      if (character === '"' || character === "'") {
        if (this.#match(STRING) === null) this.#fail('string');
        this.#at--;
      } else if (character === '(') depth++;
      else if (character === ')' && depth-- === 0) break;
    }
    return trimmed(this.#source.slice(start, this.#at).replace(/[ \t\r\f]+/g, ' '));
  }
}

/** Throws a RubySassError. */
export const parseSelector = (source: string): SelectorList => new SelectorParser(source).whole();

/** `from`, `to` and percentages, verbatim. */
export const parseKeyframeSelector = (source: string): string => new SelectorParser(source).keyframes();
