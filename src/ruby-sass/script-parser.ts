// Parses the expressions of Ruby Sass 3.7.4. Surprisingly, `#{}` outside strings turns an operator next to it into
// text, and keeps the white space around it as written.

import { namedColor } from './colors.ts';
import { RubySassError } from './error.ts';
import { isBlank, literal, ScriptLexer, type Token } from './script-lexer.ts';
import type { Arguments, Expression, Parameters, Template } from './tree.ts';
import { FALSE, NULL, TRUE, unquoted, type Value } from './values.ts';

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

export const normalizeName = (name: string): string => (name.includes('_') ? name.replaceAll('_', '-') : name);

export class ScriptParser extends ScriptLexer {
  #stop: readonly string[];

  /** @param stop words and operators that end an expression */
  constructor(source: string, position: number, stop: readonly string[] = NOTHING, compressed = false) {
    super(source, position, compressed);
    this.#stop = stop;
  }

  // Entry points. Each leaves `position` after what it read.

  expression(): Expression {
    const found = this.required(this.#list());
    this.giveBack();
    return found;
  }

  /** The content of `#{}`, and its closing brace. */
  interpolated(): Expression {
    const found = this.required(this.#list());
    this.expect('}');
    return found;
  }

  /** A string or a `url()`. */
  string(): Expression {
    const found = this.required(this.#primary());
    this.giveBack();
    return found;
  }

  parameters(required: boolean): Parameters {
    const names: (readonly [string, Expression | null])[] = [];
    let rest: string | null = null;
    if (this.accept('(') === null) {
      if (required) this.fail('"("');
      this.giveBack();
      return { names, rest };
    }
    while (this.peek()?.type !== ')') {
      const name = normalizeName(this.expect('variable').text);
      let value: Expression | null = null;
      if (this.accept(':') !== null) value = this.required(this.#space());
      else if (this.accept('...') !== null) {
        rest = name;
        break;
      }
      names.push([name, value]);
      if (this.accept(',') === null) break;
    }
    this.expect(')');
    this.giveBack();
    return { names, rest };
  }

  /** The arguments of `@include`, which are optional. */
  includeArguments(): Arguments {
    let args: Arguments = { positional: [], named: new Map(), rest: null, namedRest: null };
    if (this.accept('(') !== null) {
      args = this.#arguments(() => this.#interpolation());
      this.expect(')');
    }
    this.giveBack();
    return args;
  }

  protected inner(): Expression {
    const parser = new ScriptParser(this.source, this.position, NOTHING, this.compressed);
    const found = parser.interpolated();
    this.position = parser.position;
    return found;
  }

  // The grammar, from the lowest precedence to the highest

  #list(): Expression | null {
    const first = this.#interpolation();
    return first === null ? null : this.#restOfList(first);
  }

  #restOfList(first: Expression): Expression {
    if (this.peek()?.type !== ',') return first;
    const items = [first];
    const found: Expression = { kind: 'list', items, separator: 'comma', bracketed: false };
    for (;;) {
      const comma = this.accept(',');
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
      const open = this.accept('#{');
      if (open === null) return found;
      const spaceBefore = isBlank(this.source[open.start - 1]);
      const stop = this.#stop;
      this.#stop = NOTHING;
      const middle = this.required(this.#list());
      this.#stop = stop;
      this.expect('}');
      const spaceAfter = isBlank(this.source[this.position]);
      const after = inner();
      found = { kind: 'interpolation', before: found, middle, after, spaceBefore, spaceAfter };
    }
  }

  #operatorBeforeInterpolation(operator: Token, before: Expression | null): Expression | null {
    if (this.peek()?.type !== '#{') return null;
    const spaceBefore = isBlank(this.source[operator.start - 1]);
    const middle = literal(unquoted(operator.type));
    return this.#interpolation({ kind: 'interpolation', before, middle, after: null, spaceBefore, spaceAfter: false });
  }

  #operatorAfterInterpolation(
    operators: readonly string[],
    operand: () => Expression | null,
    before: Expression | null,
  ): Expression | null {
    if (this.last?.type !== '}') return null;
    const operator = this.peek();
    if (operator === null || !operators.includes(operator.type) || this.#stop.includes(operator.type)) return null;
    this.next();
    const text = this.#operatorBeforeInterpolation(operator, before);
    if (text !== null) return text;
    const at = this.token === null ? this.position : this.token.start;
    const spaceAfter = isBlank(this.source[operator.end]) || isBlank(this.source[at - 1]);
    const middle = literal(unquoted(operator.type));
    const after = this.required(operand());
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
      const operator = this.peek();
      if (operator === null || !operators.includes(operator.type) || this.#stop.includes(operator.type)) return left;
      this.next();
      const joined = this.#operatorBeforeInterpolation(operator, left);
      if (joined !== null) return this.#operatorAfterInterpolation(operators, again, joined) ?? joined;
      left = { kind: 'binary', operator: operator.type, left, right: this.required(operand()) };
    }
  }

  #binary(level: number): Expression | null {
    const operators = LEVELS[level];
    if (operators === undefined) return this.#unary();
    return this.#operators(operators, () => this.#binary(level + 1));
  }

  #unary(): Expression | null {
    const operator = this.peek();
    if (operator === null || !UNARY.includes(operator.type)) return this.#primary();
    this.next();
    const text = this.#operatorBeforeInterpolation(operator, null);
    if (text !== null) return text;
    return { kind: 'unary', operator: operator.type, operand: this.required(this.#unary()) };
  }

  #primary(): Expression | null {
    const token = this.peek();
    if (token === null) return null;
    switch (token.type) {
      case 'word':
        if (this.#stop.includes(token.text)) return null;
        this.next();
        return literal(word(token.text));
      case 'call':
        return this.#call(token);
      case 'value':
      case 'special':
        this.next();
        return token.expression;
      case 'variable':
        this.next();
        return { kind: 'variable', name: normalizeName(token.text) };
      case '[':
        return this.#free(() => this.#brackets());
      case '(':
        return this.#free(() => this.#parentheses());
      default:
        return null;
    }
  }

  /** Within brackets, the stop words don't apply. */
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
    this.next();
    const args = this.#free(() => this.#arguments(() => this.#operators(['='], () => this.#interpolation())));
    this.expect(')');
    return { kind: 'call', name: token.text, args };
  }

  /** `min()` and `max()` of only numbers and `calc()` are CSS functions. For others, reads nothing and returns null. */
  #plainComparison(): Template | null {
    const { position } = this;
    const token = this.token;
    const last = this.last;
    const parts: (string | Expression)[] = [`${this.next()!.text}(`];
    if (this.#free(() => this.#plainOperands(parts, true))) return parts;
    this.position = position;
    this.token = token;
    this.last = last;
    return null;
  }

  #plainOperands(parts: (string | Expression)[], commas: boolean): boolean {
    for (;;) {
      const token = this.next();
      if (token === null) return false;
      const { expression } = token;
      if (expression?.kind === 'literal' && expression.value.type === 'number') parts.push(expression.value.original!);
      else if (token.type === 'special' && /^calc\(/i.test(token.text)) parts.push(expression!);
      else if (token.type === '#{') {
        parts.push(this.required(this.#list()));
        this.expect('}');
      } else if (token.type === '(') {
        parts.push('(');
        if (!this.#plainOperands(parts, false)) return false;
      } else if (token.type === 'call' && /^(?:min|max)$/i.test(token.text)) {
        parts.push(`${token.text}(`);
        if (!this.#plainOperands(parts, true)) return false;
      } else if (token.type === 'call' && /^(?:env|var)$/i.test(token.text)) {
        const head = this.source.slice(token.start, token.end).length;
        this.position = token.start;
        parts.push(this.special(head));
      } else return false;
      const after = this.next();
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
      if (this.accept(':') !== null) {
        if (found.kind !== 'variable') this.fail('comma');
        named.set(found.name, this.required(argument()));
      } else if (this.accept('...') !== null) {
        if (rest !== null) return { positional, named, rest, namedRest: found };
        rest = found;
      } else if (rest !== null || named.size > 0) {
        throw new RubySassError('Positional arguments must come before keyword arguments.');
      } else positional.push(found);
      if (this.accept(',') === null) break;
    }
    return { positional, named, rest, namedRest: null };
  }

  #brackets(): Expression {
    this.next();
    const item = (): Expression | null => this.#interpolation(null, () => this.#binary(0));
    let items: Expression[] = [];
    for (let found = item(); found !== null; found = item()) items.push(found);
    let separator: 'space' | 'comma' | null = items.length > 1 ? 'space' : null;
    if (items.length > 0 && this.accept(',') !== null) {
      items = [items.length === 1 ? items[0]! : { kind: 'list', items, separator: 'space', bracketed: false }];
      separator = 'comma';
      for (let found = this.#space(); found !== null; found = this.#space()) {
        items.push(found);
        if (this.accept(',') === null) break;
      }
    }
    this.expect(']');
    return { kind: 'list', items, separator, bracketed: true };
  }

  #parentheses(): Expression {
    this.next();
    const first = this.#interpolation();
    let found: Expression;
    if (first === null) found = { kind: 'list', items: [], separator: null, bracketed: false };
    else if (this.peek()?.type === ':') found = this.#map(first);
    else {
      found = this.#restOfList(first);
      forceDivision(found);
    }
    this.expect(')');
    return found;
  }

  #map(first: Expression): Expression {
    const pairs: (readonly [Expression, Expression])[] = [];
    let key: Expression | null = first;
    while (key !== null) {
      this.expect(':');
      pairs.push([key, this.required(this.#interpolation())]);
      key = this.accept(',') === null ? null : this.#interpolation();
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

/** In parentheses, `/` always divides: numbers lose their original notation. */
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
