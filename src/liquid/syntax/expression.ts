// Parses a fragment of markup (Liquid 4.0.4, Expression and VariableLookup).

import { floatToInteger, toF, toI } from '../../ruby/integer.ts';
import { ADDRESS, RubyFloat, RubyObject, RubyRange, type Value } from '../../ruby/values.ts';
import { noMethod } from '../errors.ts';
import { type Expression, NIL, type Step } from './tree.ts';

/** `empty` and `blank`: in comparisons they call the method on the other value; elsewhere they are an empty string. */
export class MethodLiteral extends RubyObject {
  readonly className = 'Liquid::Expression::MethodLiteral';
  readonly method: 'empty?' | 'blank?';
  constructor(method: 'empty?' | 'blank?') {
    super();
    this.method = method;
  }
  toLiquid(): Value {
    return '';
  }
  override toS(): string {
    return '';
  }
  override inspect(): string {
    return `#<${this.className}:${ADDRESS} @method_name=:${this.method}, @to_s="">`;
  }
}

const LITERALS: ReadonlyMap<string, Expression> = new Map<string, Expression>([
  ['', NIL],
  ['nil', NIL],
  ['null', NIL],
  ['true', { kind: 'literal', value: true }],
  ['false', { kind: 'literal', value: false }],
  ['empty', { kind: 'literal', value: new MethodLiteral('empty?') }],
  ['blank', { kind: 'literal', value: new MethodLiteral('blank?') }],
]);

const INTEGER = /^-?[0-9]+$/;
const FLOAT = /^-?[0-9][0-9.]+$/;
const NAMES = /\[[^\]]+\]|[\w-]+\??/g;
const UNBRACKETED = /[\w-]+\??/g;

/** Parses a value; undefined (no markup at all) is nil. Never fails, except for ranges with invalid bounds. */
export function parseExpression(markup: string | undefined): Expression {
  if (markup === undefined) return NIL;
  const literal = LITERALS.get(markup);
  if (literal !== undefined) return literal;
  const first = markup[0];
  if ((first === "'" || first === '"') && markup.length > 1 && markup.endsWith(first)) {
    return { kind: 'literal', value: markup.slice(1, -1) };
  }
  if (INTEGER.test(markup)) return { kind: 'literal', value: toI(markup) };
  if (first === '(') {
    const range = boundsOf(markup);
    if (range !== null) return parseRange(...range);
  }
  if (FLOAT.test(markup)) return { kind: 'literal', value: toF(markup) };
  return parseLookup(markup);
}

/** The bounds of `(from..to)`, split at the last dots; null if it isn't a range. */
function boundsOf(markup: string): [string, string] | null {
  if (!markup.endsWith(')') || /[ \t\r\n\f\v]/.test(markup)) return null;
  const dots = markup.lastIndexOf('..', markup.length - 4);
  return dots < 2 ? null : [markup.slice(1, dots), markup.slice(dots + 2, -1)];
}

function parseRange(from: string, to: string): Expression {
  const first = parseExpression(from);
  const last = parseExpression(to);
  if (first.kind !== 'literal' || last.kind !== 'literal') return { kind: 'range', first, last };
  return {
    kind: 'literal',
    value: new RubyRange(literalInteger(first.value), literalInteger(last.value)),
  };
}

function literalInteger(value: Value): number | bigint {
  if (value === null) return 0;
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  if (typeof value === 'string') return toI(value);
  if (value instanceof RubyFloat) return floatToInteger(value.value);
  throw noMethod('to_i', value, 'Write a range with two whole numbers: (1..5).');
}

// Skips everything but names and brackets, as Ruby does for `h..a`, `(a` or `a.“b”`.
function parseLookup(markup: string): Expression {
  // Nothing is in brackets after the last `]`, and trying each `[` there would take quadratic time.
  const end = markup.lastIndexOf(']') + 1;
  const names = [...(markup.slice(0, end).match(NAMES) ?? []), ...(markup.slice(end).match(UNBRACKETED) ?? [])];
  const [name, ...steps] = names.map(parseStep);
  return { kind: 'lookup', name: name ?? null, steps };
}

const parseStep = (text: string): Step =>
  text[0] === '[' && text.endsWith(']') ? parseExpression(text.slice(1, -1)) : text;
