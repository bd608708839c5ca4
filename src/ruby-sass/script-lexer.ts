// Splits Ruby Sass's expressions into tokens.

import { hexColor } from './colors.ts';
import { RubySassError } from './error.ts';
import {
  BLANK,
  HEX_COLOR,
  ID,
  IDENTIFIER_OR_CALL,
  IMPORTANT,
  LOUD_COMMENT,
  NUMBER_PARTS,
  normalizeEscapes,
  OPERATOR,
  SILENT_COMMENT,
  SPECIAL_FUNCTION,
  UNICODE_RANGE,
  URL_CHARACTER,
  URL_END,
  URL_START,
  unescapeString,
  WORD_OPERATOR,
} from './lexical.ts';
import { formatNumber, number } from './numbers.ts';
import type { Expression } from './tree.ts';
import { unquoted, type Value } from './values.ts';

export interface Token {
  /** An operator's text, or the kind of token. */
  readonly type: string;
  /** A word, or a variable's name. */
  readonly text: string;
  readonly expression: Expression | null;
  readonly start: number;
  readonly end: number;
}

export const literal = (value: Value): Expression => ({ kind: 'literal', value });
export const isBlank = (character: string | undefined): boolean =>
  character !== undefined && /[ \t\r\n\f\v]/.test(character);

/** Reads tokens with a lookahead of one. The parser parses the content of `#{}` (see `inner`). */
export abstract class ScriptLexer {
  protected readonly source: string;
  protected readonly compressed: boolean;
  /** The offset of the next token. */
  position: number;
  /** The lookahead token, if it has been read. */
  protected token: Token | null = null;
  protected last: Token | null = null;

  /** @param compressed whether numbers are kept as the compressed style prints them: `.5px` */
  constructor(source: string, position: number, compressed: boolean) {
    this.source = source;
    this.position = position;
    this.compressed = compressed;
  }

  /** Parses the expression at `position` and the closing brace; `position` is then after it. */
  protected abstract inner(): Expression;

  protected match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.position;
    const found = pattern.exec(this.source);
    if (found !== null) this.position = pattern.lastIndex;
    return found;
  }

  protected peek(): Token | null {
    this.token ??= this.#read();
    return this.token;
  }

  protected next(): Token | null {
    const token = this.peek();
    this.token = null;
    this.last = token;
    return token;
  }

  protected accept(type: string): Token | null {
    return this.peek()?.type === type ? this.next() : null;
  }

  protected expect(type: string): Token {
    return this.accept(type) ?? this.fail(type);
  }

  protected fail(expected: string): never {
    this.giveBack();
    const rest = this.source.slice(this.position, this.position + 20).split('\n')[0];
    throw new RubySassError(`Invalid CSS: expected ${expected}, was "${rest}"`);
  }

  protected required(found: Expression | null): Expression {
    return found ?? this.fail('expression (e.g. 1px, bold)');
  }

  protected giveBack(): void {
    if (this.token === null) return;
    this.position = this.token.start;
    this.token = null;
  }

  #read(): Token | null {
    const word = this.#wordAfterBrace();
    if (word !== null) return word;
    while (this.match(BLANK) !== null || this.match(LOUD_COMMENT) !== null || this.match(SILENT_COMMENT) !== null);
    if (this.position >= this.source.length) return null;
    const start = this.position;
    const value = this.#value(start);
    return value === null ? this.#wordOrOperator(start) : this.#token(start, 'value', '', value);
  }

  #token(start: number, type: string, text = '', expression: Expression | null = null): Token {
    return { type, text, expression, start, end: this.position };
  }

  /** Directly after `}` a word isn't an operator, nor a function whose arguments are read verbatim. */
  #wordAfterBrace(): Token | null {
    if (this.last?.type !== '}' || this.last.end !== this.position) return null;
    const start = this.position;
    const word = this.match(IDENTIFIER_OR_CALL);
    if (word === null) return null;
    return this.#token(start, word[2] === undefined ? 'word' : 'call', normalizeEscapes(word[1]!, false));
  }

  #value(start: number): Expression | null {
    const character = this.source[start]!;
    if (character === '$') return null;
    if (character === '"' || character === "'") return this.#string(character);
    const numeral = this.#number(start);
    if (numeral !== null) return numeral;
    switch (character) {
      case '#':
        return this.#color(start);
      case '&':
        this.position++;
        return { kind: 'parent' };
      case 'u':
        return this.#url() ?? this.#unicodeRange();
      case 'U':
        return this.#unicodeRange();
      case '!':
        return this.match(IMPORTANT) === null ? null : literal(unquoted('!important'));
      default:
        return null;
    }
  }

  #color(start: number): Expression | null {
    if (this.source[start + 1] === '{') return null;
    const id = this.match(ID);
    if (id !== null && /^#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})$/.test(id[0])) {
      return literal(hexColor(id[0]));
    }
    const hex = id === null ? this.match(HEX_COLOR) : null;
    if (hex !== null && [4, 5, 7, 9].includes(hex[0].length)) return literal(hexColor(hex[0]));
    this.position = start;
    return null;
  }

  #unicodeRange(): Expression | null {
    const range = this.match(UNICODE_RANGE);
    return range === null ? null : literal(unquoted(range[0]));
  }

  #wordOrOperator(start: number): Token | null {
    const character = this.source[start]!;
    if (character === '$') return this.#variable(start);
    const id = character === '#' && this.source[start + 1] !== '{' ? this.match(ID) : null;
    if (id !== null) return this.#token(start, 'word', normalizeEscapes(id[0]));
    const special = this.match(SPECIAL_FUNCTION);
    if (special !== null) {
      this.position = start;
      const expression = this.special(special[0].length);
      return this.#token(start, 'special', special[0], expression);
    }
    const wordOperator = this.match(WORD_OPERATOR);
    if (wordOperator !== null) return this.#token(start, wordOperator[0]);
    const word = this.match(IDENTIFIER_OR_CALL);
    if (word !== null) {
      return this.#token(start, word[2] === undefined ? 'word' : 'call', normalizeEscapes(word[1]!));
    }
    const operator = this.match(OPERATOR);
    return operator === null ? null : this.#token(start, operator[0]);
  }

  #variable(start: number): Token {
    this.position++;
    const name = this.match(IDENTIFIER_OR_CALL);
    if (name === null) return this.fail('variable');
    if (name[2] !== undefined) this.position--;
    return this.#token(start, 'variable', normalizeEscapes(name[1]!));
  }

  #number(start: number): Expression | null {
    let negative = false;
    if (this.source[start] === '-') {
      const before = this.source[start - 1];
      const apart = isBlank(before) || (before === '/' && this.source[start - 2] === '*');
      if (!apart) return null;
      negative = true;
      this.position++;
    }
    const found = this.match(NUMBER_PARTS);
    if (found === null) {
      this.position = start;
      return null;
    }
    let value = found[1] === undefined ? Number.parseInt(found[2]!, 10) : Number.parseFloat(found[1]);
    if (found[3] !== undefined) value *= 10 ** Number.parseInt(found[3], 10);
    if (negative) value = -value;
    const unit = found[4] === undefined ? '' : normalizeEscapes(found[4]);
    return literal(number(value, unit === '' ? [] : [unit], [], formatNumber(value, this.compressed) + unit));
  }

  #template(parts: (string | Expression)[], isQuoted: boolean): Expression {
    if (parts.length === 1 && typeof parts[0] === 'string') {
      return literal({ type: 'string', text: parts[0], quoted: isQuoted });
    }
    return { kind: 'template', parts, quoted: isQuoted };
  }

  #string(mark: string): Expression {
    const source = this.source;
    const parts: (string | Expression)[] = [];
    let from = ++this.position;
    for (;;) {
      const character = source[this.position];
      if (character === undefined) this.fail(mark);
      if (character === '\\') this.position += 2;
      else if (character === mark) {
        const text = unescapeString(source.slice(from, this.position++));
        if (text !== '' || parts.length === 0) parts.push(text);
        return this.#template(parts, true);
      } else if (character === '#' && source[this.position + 1] === '{') {
        parts.push(unescapeString(source.slice(from, this.position)));
        this.position += 2;
        parts.push(this.inner());
        from = this.position;
      } else this.position++;
    }
  }

  /** An unquoted `url()`; null if it must be parsed as a function call. */
  #url(): Expression | null {
    const start = this.position;
    if (this.match(URL_START) === null) return null;
    const parts: (string | Expression)[] = [];
    let text = 'url(';
    for (;;) {
      if (this.match(URL_END) !== null) {
        parts.push(`${text})`);
        return this.#template(parts, false);
      }
      if (this.source.startsWith('#{', this.position)) {
        this.position += 2;
        parts.push(text, this.inner());
        text = '';
        continue;
      }
      const found = this.match(URL_CHARACTER);
      if (found === null) {
        this.position = start;
        return null;
      }
      text += found[0];
    }
  }

  /** `calc()` and the like: text up to the closing parenthesis. */
  protected special(head: number): Expression {
    const source = this.source;
    const parts: (string | Expression)[] = [];
    let from = this.position;
    let depth = 1;
    this.position += head;
    while (depth > 0) {
      const character = source[this.position];
      if (character === undefined) this.fail('")"');
      if (character === '#' && source[this.position + 1] === '{') {
        parts.push(source.slice(from, this.position));
        this.position += 2;
        parts.push(this.inner());
        from = this.position;
        continue;
      }
      if (character === '(') depth++;
      else if (character === ')') depth--;
      this.position++;
    }
    parts.push(source.slice(from, this.position));
    return this.#template(parts, false);
  }
}
