// Expressions of Ruby Sass 3.7.4. What surprises in it is `#{}` outside strings: next to an operator it turns the
// operator into text, and keeps the spaces around it as they are written.

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
import type { Arguments, Expression, Parameters, Template } from './tree.ts';
import {
  FALSE,
  formatNumber,
  hexColor,
  NULL,
  namedColor,
  number,
  RubySassError,
  TRUE,
  unquoted,
  type Value,
} from './values.ts';

interface Token {
  /** An operator's own text, or what it is. */
  readonly type: string;
  /** A word, or a variable's name. */
  readonly text: string;
  readonly expression: Expression | null;
  readonly start: number;
  readonly end: number;
}

const LEVELS: readonly (readonly string[])[] = [
  ['or'],
  ['and'],
  ['==', '!='],
  ['>', '>=', '<', '<='],
  ['+', '-'],
  ['*', '/', '%'],
];
const UNARY = ['+', '-', '/', 'not'];
const NOTHING: readonly string[] = [];

const literal = (value: Value): Expression => ({ kind: 'literal', value });
const isBlank = (character: string | undefined): boolean => character !== undefined && /[ \t\r\n\f\v]/.test(character);

export const normalizeName = (name: string): string => (name.includes('_') ? name.replaceAll('_', '-') : name);

export class ScriptParser {
  readonly #source: string;
  /** Where the text goes on. */
  position: number;
  #token: Token | null = null;
  #last: Token | null = null;
  #stop: readonly string[];

  constructor(source: string, position: number, stop: readonly string[] = NOTHING) {
    this.#source = source;
    this.position = position;
    this.#stop = stop;
  }

  // What others ask for. Each leaves `position` behind what it read.

  expression(): Expression {
    const found = this.#required(this.#list());
    this.#giveBack();
    return found;
  }

  /** The inside of `#{}`, and its brace. */
  interpolated(): Expression {
    const found = this.#required(this.#list());
    this.#expect('}');
    return found;
  }

  /** A string or a `url()`. */
  string(): Expression {
    const found = this.#required(this.#primary());
    this.#giveBack();
    return found;
  }

  parameters(required: boolean): Parameters {
    const names: (readonly [string, Expression | null])[] = [];
    let rest: string | null = null;
    if (this.#accept('(') === null) {
      if (required) this.#fail('"("');
      this.#giveBack();
      return { names, rest };
    }
    while (this.#peek()?.type !== ')') {
      const name = normalizeName(this.#expect('variable').text);
      let value: Expression | null = null;
      if (this.#accept(':') !== null) value = this.#required(this.#space());
      else if (this.#accept('...') !== null) {
        rest = name;
        break;
      }
      names.push([name, value]);
      if (this.#accept(',') === null) break;
    }
    this.#expect(')');
    this.#giveBack();
    return { names, rest };
  }

  /** Of `@include`: they may be missing. */
  includeArguments(): Arguments {
    let args: Arguments = { positional: [], named: new Map(), rest: null, namedRest: null };
    if (this.#accept('(') !== null) {
      args = this.#arguments(() => this.#interpolation());
      this.#expect(')');
    }
    this.#giveBack();
    return args;
  }

  // Tokens

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.position;
    const found = pattern.exec(this.#source);
    if (found !== null) this.position = pattern.lastIndex;
    return found;
  }

  #peek(): Token | null {
    this.#token ??= this.#read();
    return this.#token;
  }

  #next(): Token | null {
    const token = this.#peek();
    this.#token = null;
    this.#last = token;
    return token;
  }

  #accept(type: string): Token | null {
    return this.#peek()?.type === type ? this.#next() : null;
  }

  #expect(type: string): Token {
    return this.#accept(type) ?? this.#fail(type);
  }

  #fail(expected: string): never {
    this.#giveBack();
    const rest = this.#source.slice(this.position, this.position + 20).split('\n')[0];
    throw new RubySassError(`Invalid CSS: expected ${expected}, was "${rest}"`);
  }

  #required(found: Expression | null): Expression {
    return found ?? this.#fail('expression (e.g. 1px, bold)');
  }

  #giveBack(): void {
    if (this.#token === null) return;
    this.position = this.#token.start;
    this.#token = null;
  }

  #read(): Token | null {
    const afterBrace = this.#last?.type === '}' && this.#last.end === this.position;
    if (afterBrace) {
      const start = this.position;
      const word = this.#match(IDENTIFIER_OR_CALL);
      if (word !== null) {
        const text = normalizeEscapes(word[1]!, false);
        return { type: word[2] === undefined ? 'word' : 'call', text, expression: null, start, end: this.position };
      }
    }
    while (this.#match(BLANK) !== null || this.#match(LOUD_COMMENT) !== null || this.#match(SILENT_COMMENT) !== null);
    if (this.position >= this.#source.length) return null;
    const start = this.position;
    const token = (type: string, text = '', expression: Expression | null = null): Token => ({
      type,
      text,
      expression,
      start,
      end: this.position,
    });
    const character = this.#source[start]!;
    if (character === '$') {
      this.position++;
      const name = this.#match(IDENTIFIER_OR_CALL);
      if (name === null) this.#fail('variable');
      if (name[2] !== undefined) this.position--;
      return token('variable', normalizeEscapes(name[1]!));
    }
    if (character === '"' || character === "'") return token('value', '', this.#string(character));
    const numeral = this.#number(start);
    if (numeral !== null) return token('value', '', numeral);
    if (character === '#' && this.#source[start + 1] !== '{') {
      const id = this.#match(ID);
      if (id !== null) {
        if (/^#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})$/.test(id[0])) {
          return token('value', '', literal(hexColor(id[0])));
        }
        return token('word', normalizeEscapes(id[0]));
      }
      const hex = this.#match(HEX_COLOR);
      if (hex !== null && [4, 5, 7, 9].includes(hex[0].length)) return token('value', '', literal(hexColor(hex[0])));
      this.position = start;
    }
    if (character === '&') {
      this.position++;
      return token('value', '', { kind: 'parent' });
    }
    if (character === 'u' || character === 'U') {
      const address = character === 'u' ? this.#url() : null;
      if (address !== null) return token('value', '', address);
      const range = this.#match(UNICODE_RANGE);
      if (range !== null) return token('value', '', literal(unquoted(range[0])));
    }
    const special = this.#match(SPECIAL_FUNCTION);
    if (special !== null) {
      this.position = start;
      return token('special', special[0], this.#special(special[0].length));
    }
    const important = character === '!' ? this.#match(IMPORTANT) : null;
    if (important !== null) return token('value', '', literal(unquoted('!important')));
    const wordOperator = this.#match(WORD_OPERATOR);
    if (wordOperator !== null) return token(wordOperator[0]);
    const word = this.#match(IDENTIFIER_OR_CALL);
    if (word !== null) return token(word[2] === undefined ? 'word' : 'call', normalizeEscapes(word[1]!));
    const operator = this.#match(OPERATOR);
    return operator === null ? null : token(operator[0]);
  }

  #number(start: number): Expression | null {
    let negative = false;
    if (this.#source[start] === '-') {
      const before = this.#source[start - 1];
      const apart = isBlank(before) || (before === '/' && this.#source[start - 2] === '*');
      if (!apart) return null;
      negative = true;
      this.position++;
    }
    const found = this.#match(NUMBER_PARTS);
    if (found === null) {
      this.position = start;
      return null;
    }
    let value = found[1] === undefined ? Number.parseInt(found[2]!, 10) : Number.parseFloat(found[1]);
    if (found[3] !== undefined) value *= 10 ** Number.parseInt(found[3], 10);
    if (negative) value = -value;
    const unit = found[4] === undefined ? '' : normalizeEscapes(found[4]);
    return literal(number(value, unit === '' ? [] : [unit], [], formatNumber(value, false) + unit));
  }

  #inner(): Expression {
    const parser = new ScriptParser(this.#source, this.position);
    const found = parser.interpolated();
    this.position = parser.position;
    return found;
  }

  #template(parts: (string | Expression)[], isQuoted: boolean): Expression {
    if (parts.length === 1 && typeof parts[0] === 'string') {
      return literal({ type: 'string', text: parts[0], quoted: isQuoted });
    }
    return { kind: 'template', parts, quoted: isQuoted };
  }

  #string(mark: string): Expression {
    const source = this.#source;
    const parts: (string | Expression)[] = [];
    let from = ++this.position;
    for (;;) {
      const character = source[this.position];
      if (character === undefined) this.#fail(mark);
      if (character === '\\') this.position += 2;
      else if (character === mark) {
        const text = unescapeString(source.slice(from, this.position++));
        if (text !== '' || parts.length === 0) parts.push(text);
        return this.#template(parts, true);
      } else if (character === '#' && source[this.position + 1] === '{') {
        parts.push(unescapeString(source.slice(from, this.position)));
        this.position += 2;
        parts.push(this.#inner());
        from = this.position;
      } else this.position++;
    }
  }

  /** A `url()` without quotes; null where it has to be read as a function. */
  #url(): Expression | null {
    const start = this.position;
    if (this.#match(URL_START) === null) return null;
    const parts: (string | Expression)[] = [];
    let text = 'url(';
    for (;;) {
      if (this.#match(URL_END) !== null) {
        parts.push(`${text})`);
        return this.#template(parts, false);
      }
      if (this.#source.startsWith('#{', this.position)) {
        this.position += 2;
        parts.push(text, this.#inner());
        text = '';
        continue;
      }
      const found = this.#match(URL_CHARACTER);
      if (found === null) {
        this.position = start;
        return null;
      }
      text += found[0];
    }
  }

  /** `calc()` and its like: text up to the bracket that closes it. */
  #special(head: number): Expression {
    const source = this.#source;
    const parts: (string | Expression)[] = [];
    let from = this.position;
    let depth = 1;
    this.position += head;
    while (depth > 0) {
      const character = source[this.position];
      if (character === undefined) this.#fail('")"');
      if (character === '#' && source[this.position + 1] === '{') {
        parts.push(source.slice(from, this.position));
        this.position += 2;
        parts.push(this.#inner());
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

  // Grammar, from the loosest to the tightest

  #list(): Expression | null {
    const first = this.#interpolation();
    return first === null ? null : this.#restOfList(first);
  }

  #restOfList(first: Expression): Expression {
    if (this.#peek()?.type !== ',') return first;
    const items = [first];
    const found: Expression = { kind: 'list', items, separator: 'comma', bracketed: false };
    for (;;) {
      const comma = this.#accept(',');
      if (comma === null) return found;
      const text = this.#operatorBeforeInterpolation(comma, items.length === 1 ? first : found);
      if (text !== null) return this.#operatorAfterInterpolation([','], () => this.#list(), text) ?? text;
      const item = this.#interpolation();
      if (item === null) return found;
      items.push(item);
    }
  }

  #interpolation(
    first: Expression | null = null,
    inner: () => Expression | null = () => this.#space(),
  ): Expression | null {
    let found = first ?? inner();
    for (;;) {
      const open = this.#accept('#{');
      if (open === null) return found;
      const spaceBefore = isBlank(this.#source[open.start - 1]);
      const stop = this.#stop;
      this.#stop = NOTHING;
      const middle = this.#required(this.#list());
      this.#stop = stop;
      this.#expect('}');
      const spaceAfter = isBlank(this.#source[this.position]);
      const after = inner();
      found = { kind: 'interpolation', before: found, middle, after, spaceBefore, spaceAfter };
    }
  }

  #operatorBeforeInterpolation(operator: Token, before: Expression | null): Expression | null {
    if (this.#peek()?.type !== '#{') return null;
    const spaceBefore = isBlank(this.#source[operator.start - 1]);
    const middle = literal(unquoted(operator.type));
    return this.#interpolation({ kind: 'interpolation', before, middle, after: null, spaceBefore, spaceAfter: false });
  }

  #operatorAfterInterpolation(
    operators: readonly string[],
    operand: () => Expression | null,
    before: Expression | null,
  ): Expression | null {
    if (this.#last?.type !== '}') return null;
    const operator = this.#peek();
    if (operator === null || !operators.includes(operator.type) || this.#stop.includes(operator.type)) return null;
    this.#next();
    const text = this.#operatorBeforeInterpolation(operator, before);
    if (text !== null) return text;
    const at = this.#token === null ? this.position : this.#token.start;
    const spaceAfter = isBlank(this.#source[operator.end]) || isBlank(this.#source[at - 1]);
    const middle = literal(unquoted(operator.type));
    const after = this.#required(operand());
    return { kind: 'interpolation', before, middle, after, spaceBefore: false, spaceAfter };
  }

  #space(): Expression | null {
    const first = this.#binary(0);
    if (first === null) return null;
    const second = this.#binary(0);
    if (second === null) return first;
    const items = [first, second];
    for (let item = this.#binary(0); item !== null; item = this.#binary(0)) items.push(item);
    return { kind: 'list', items, separator: 'space', bracketed: false };
  }

  #operators(operators: readonly string[], operand: () => Expression | null): Expression | null {
    const again = (): Expression | null => this.#operators(operators, operand);
    const text = this.#operatorAfterInterpolation(operators, again, null);
    if (text !== null) return text;
    let left = operand();
    if (left === null) return null;
    for (;;) {
      const operator = this.#peek();
      if (operator === null || !operators.includes(operator.type) || this.#stop.includes(operator.type)) return left;
      this.#next();
      const joined = this.#operatorBeforeInterpolation(operator, left);
      if (joined !== null) return this.#operatorAfterInterpolation(operators, again, joined) ?? joined;
      left = { kind: 'binary', operator: operator.type, left, right: this.#required(operand()) };
    }
  }

  #binary(level: number): Expression | null {
    const operators = LEVELS[level];
    if (operators === undefined) return this.#unary();
    return this.#operators(operators, () => this.#binary(level + 1));
  }

  #unary(): Expression | null {
    const operator = this.#peek();
    if (operator === null || !UNARY.includes(operator.type)) return this.#primary();
    this.#next();
    const text = this.#operatorBeforeInterpolation(operator, null);
    if (text !== null) return text;
    return { kind: 'unary', operator: operator.type, operand: this.#required(this.#unary()) };
  }

  #primary(): Expression | null {
    const token = this.#peek();
    if (token === null) return null;
    switch (token.type) {
      case 'word':
        if (this.#stop.includes(token.text)) return null;
        this.#next();
        return literal(word(token.text));
      case 'call':
        return this.#call(token);
      case 'value':
      case 'special':
        this.#next();
        return token.expression;
      case 'variable':
        this.#next();
        return { kind: 'variable', name: normalizeName(token.text) };
      case '[':
        return this.#free(() => this.#brackets());
      case '(':
        return this.#free(() => this.#parentheses());
      default:
        return null;
    }
  }

  /** Inside brackets nothing stops an expression. */
  #free<T>(read: () => T): T {
    const stop = this.#stop;
    this.#stop = NOTHING;
    const found = read();
    this.#stop = stop;
    return found;
  }

  #call(token: Token): Expression {
    if (/^(?:min|max)$/i.test(token.text)) {
      const parts = this.#plainComparison();
      if (parts !== null) return { kind: 'template', parts, quoted: false };
    }
    this.#next();
    const args = this.#free(() => this.#arguments(() => this.#operators(['='], () => this.#interpolation())));
    this.#expect(')');
    return { kind: 'call', name: token.text, args };
  }

  /** `min()` and `max()` of numbers and `calc()` alone are CSS' own. Null, and nothing read, for others. */
  #plainComparison(): Template | null {
    const { position } = this;
    const token = this.#token;
    const last = this.#last;
    const parts: (string | Expression)[] = [`${this.#next()!.text}(`];
    if (this.#free(() => this.#plainOperands(parts, true))) return parts;
    this.position = position;
    this.#token = token;
    this.#last = last;
    return null;
  }

  #plainOperands(parts: (string | Expression)[], commas: boolean): boolean {
    for (;;) {
      const token = this.#next();
      if (token === null) return false;
      const { expression } = token;
      if (expression?.kind === 'literal' && expression.value.type === 'number') parts.push(expression.value.original!);
      else if (token.type === 'special' && /^calc\(/i.test(token.text)) parts.push(expression!);
      else if (token.type === '#{') {
        parts.push(this.#required(this.#list()));
        this.#expect('}');
      } else if (token.type === '(') {
        parts.push('(');
        if (!this.#plainOperands(parts, false)) return false;
      } else if (token.type === 'call' && /^(?:min|max)$/i.test(token.text)) {
        parts.push(`${token.text}(`);
        if (!this.#plainOperands(parts, true)) return false;
      } else if (token.type === 'call' && /^(?:env|var)$/i.test(token.text)) {
        const head = this.#source.slice(token.start, token.end).length;
        this.position = token.start;
        parts.push(this.#special(head));
      } else return false;
      const after = this.#next();
      if (after === null) return false;
      if (after.type === ')') {
        parts.push(')');
        return true;
      }
      if (['+', '-', '*', '/'].includes(after.type)) parts.push(` ${after.type} `);
      else if (after.type === ',' && commas) parts.push(', ');
      else return false;
    }
  }

  #arguments(argument: () => Expression | null): Arguments {
    const positional: Expression[] = [];
    const named = new Map<string, Expression>();
    let rest: Expression | null = null;
    for (let found = argument(); found !== null; found = argument()) {
      if (this.#accept(':') !== null) {
        if (found.kind !== 'variable') this.#fail('comma');
        named.set(found.name, this.#required(argument()));
      } else if (this.#accept('...') !== null) {
        if (rest !== null) return { positional, named, rest, namedRest: found };
        rest = found;
      } else if (rest !== null || named.size > 0) {
        throw new RubySassError('Positional arguments must come before keyword arguments.');
      } else positional.push(found);
      if (this.#accept(',') === null) break;
    }
    return { positional, named, rest, namedRest: null };
  }

  #brackets(): Expression {
    this.#next();
    const item = (): Expression | null => this.#interpolation(null, () => this.#binary(0));
    let items: Expression[] = [];
    for (let found = item(); found !== null; found = item()) items.push(found);
    let separator: 'space' | 'comma' | null = items.length > 1 ? 'space' : null;
    if (items.length > 0 && this.#accept(',') !== null) {
      items = [items.length === 1 ? items[0]! : { kind: 'list', items, separator: 'space', bracketed: false }];
      separator = 'comma';
      for (let found = this.#space(); found !== null; found = this.#space()) {
        items.push(found);
        if (this.#accept(',') === null) break;
      }
    }
    this.#expect(']');
    return { kind: 'list', items, separator, bracketed: true };
  }

  #parentheses(): Expression {
    this.#next();
    const first = this.#interpolation();
    let found: Expression;
    if (first === null) found = { kind: 'list', items: [], separator: null, bracketed: false };
    else if (this.#peek()?.type === ':') found = this.#map(first);
    else {
      found = this.#restOfList(first);
      forceDivision(found);
    }
    this.#expect(')');
    return found;
  }

  #map(first: Expression): Expression {
    const pairs: (readonly [Expression, Expression])[] = [];
    let key: Expression | null = first;
    while (key !== null) {
      this.#expect(':');
      pairs.push([key, this.#required(this.#interpolation())]);
      key = this.#accept(',') === null ? null : this.#interpolation();
    }
    return { kind: 'map', pairs };
  }
}

function word(text: string): Value {
  if (text === 'true') return TRUE;
  if (text === 'false') return FALSE;
  if (text === 'null') return NULL;
  return namedColor(text) ?? unquoted(text);
}

/** Numbers in parentheses are divided: they forget how they were written. */
function forceDivision(found: Expression): void {
  switch (found.kind) {
    case 'literal':
      if (found.value.type === 'number') found.value = { ...found.value, original: null };
      return;
    case 'binary':
      forceDivision(found.left);
      forceDivision(found.right);
      return;
    case 'unary':
      forceDivision(found.operand);
      return;
    case 'call':
      for (const argument of found.args.positional) forceDivision(argument);
      for (const argument of found.args.named.values()) forceDivision(argument);
      return;
    case 'interpolation':
      if (found.before !== null) forceDivision(found.before);
      forceDivision(found.middle);
      if (found.after !== null) forceDivision(found.after);
  }
}
