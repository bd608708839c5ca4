// Values of expressions, filters, conditions; the text of a body. Every function that makes text leaves its encoding's
// flag in context.usAscii.

import { compare, equal } from '../ruby/compare.ts';
import { toS } from '../ruby/to-s.ts';
import { hashGet, isHash, RubyDate, RubyFloat, RubyRange, RubyTime, type Value } from '../ruby/values.ts';
import { type Context, toLiquid } from './context.ts';
import { strictInteger, toInteger } from './convert.ts';
import type { FilterDefinition } from './definitions.ts';
import { argumentError, comparisonError, LiquidError } from './errors.ts';
import { MethodLiteral } from './expression.ts';
import { enumerable, isBlankValue, isEmpty, MISSING, step } from './lookup.ts';
import { isAsciiToRuby, printed } from './printed.ts';
import type { Body, Condition, Expression, FilterCall, Lookup, TagNode, Variable } from './tree.ts';

export function evaluate(expression: Expression, context: Context): Value {
  if (expression.kind === 'lookup') return lookUp(expression, context);
  if (expression.kind === 'literal') return expression.value;
  return new RubyRange(bound(expression.first, context), bound(expression.last, context));
}

function bound(expression: Expression, context: Context): number {
  const value = evaluate(expression, context);
  return Number(value === null || typeof value === 'string' ? toInteger(value) : strictInteger(value));
}

function lookUp(lookup: Lookup, context: Context): Value {
  const { name, steps } = lookup;
  let object = context.find(typeof name === 'string' || name === null ? name : evaluate(name, context));
  for (let i = 0; i < steps.length; i++) {
    const key = steps[i]!;
    const next = typeof key === 'string' ? step(object, key, true) : step(object, evaluate(key, context), false);
    if (next === MISSING) {
      if (!context.env.strictVariables) return null;
      throw new LiquidError(
        'liquid-undefined-variable',
        `undefined variable ${toS(typeof key === 'string' ? key : evaluate(key, context))}`,
        'liquid.strict_variables is set in _config.yml: every variable has to exist.',
      );
    }
    object = next;
  }
  return object;
}

/** A value through its filters. context.usAscii: the value's printed form is US-ASCII, if it is a string or prints as one. */
export function evaluateVariable(variable: Variable, context: Context): Value {
  const { name, filters } = variable;
  let value = name === null ? null : evaluate(name, context);
  context.usAscii = typeof value === 'string' && isAsciiName(name, context);
  for (let i = 0; i < filters.length; i++) value = applyFilter(filters[i]!, value, context);
  return value;
}

const isAsciiName = (name: Expression | null, context: Context): boolean =>
  name !== null &&
  name.kind === 'lookup' &&
  name.steps.length === 0 &&
  context.asciiNames.size > 0 &&
  typeof name.name === 'string' &&
  context.asciiNames.has(name.name);

function applyFilter(call: FilterCall, input: Value, context: Context): Value {
  const args = call.constant ?? evaluateArguments(call, context);
  let { definition } = call;
  if (definition === undefined) {
    definition = context.env.filters.get(call.name) ?? null;
    call.definition = definition;
  }
  if (definition === null) {
    if (!context.env.strictFilters) return toLiquid(input);
    throw new LiquidError(
      'liquid-undefined-filter',
      `undefined filter ${call.name}`,
      'liquid.strict_filters is set in _config.yml: every filter has to exist.',
    );
  }
  const [least, most] = definition.arity;
  if (args.length < least || args.length > most) {
    const expected =
      least === most ? `${least + 1}` : most === Infinity ? `${least + 1}+` : `${least + 1}..${most + 1}`;
    throw argumentError(
      `wrong number of arguments (given ${args.length + 1}, expected ${expected})`,
      `The filter ${call.name} takes ${takes(least, most)}.`,
    );
  }
  const before = context.usAscii;
  const result = toLiquid(definition.apply(input, args, context));
  if (definition.encoding === 'own') context.usAscii &&= typeof result !== 'string' || isAscii(result);
  else context.usAscii = result === input ? before : keepsAscii(definition, input, before, result);
  return result;
}

// Whether a filter's result is US-ASCII, or the strings in it; `before` tells it of the input.
function keepsAscii({ encoding }: FilterDefinition, input: Value, before: boolean, result: Value): boolean {
  if (encoding === 'ascii') return true;
  if (encoding === 'items') return typeof input === 'string' || Array.isArray(input) ? before : isAsciiToRuby(input);
  if (encoding !== 'input' || typeof result !== 'string') return false;
  return (typeof input === 'string' ? before : isAsciiToRuby(input)) && isAscii(result);
}

const takes = (least: number, most: number): string =>
  most === 0
    ? 'no argument'
    : least === most
      ? `${least === 1 ? 'one argument' : `${least} arguments`}`
      : `${least} to ${most} arguments`;

function evaluateArguments(call: FilterCall, context: Context): Value[] {
  const args: Value[] = [];
  for (const arg of call.args) args.push(evaluate(arg, context));
  if (call.keywords !== null) {
    const hash = new Map<Value, Value>();
    for (const [key, value] of call.keywords) hash.set(key, evaluate(value, context));
    args.push(hash);
  }
  return args;
}

/** Everything is true but nil and false. */
export const truthy = (value: Value): boolean => value !== null && value !== false;

/** A condition's truth. */
export function test(condition: Condition, context: Context): boolean {
  let current = condition;
  while (true) {
    const result = compareSides(current, context);
    if (current.relation === null || current.child === null) return result;
    if (current.relation === 'or' ? result : !result) return result;
    current = current.child;
  }
}

function compareSides(condition: Condition, context: Context): boolean {
  const { operator } = condition;
  const left = evaluate(condition.left, context);
  if (operator === null) return truthy(left);
  const right = evaluate(condition.right, context);
  switch (operator) {
    case '==':
      return equalValues(left, right, context);
    case '!=':
    case '<>':
      return !equalValues(left, right, context);
    case 'contains':
      return contains(left, right);
    case '<':
    case '>':
    case '<=':
    case '>=':
      return inOrder(left, operator, right);
    default:
      throw argumentError(`Unknown operator ${operator}`, unknownOperatorHint(operator));
  }
}

function unknownOperatorHint(operator: string): string {
  if (operator === '=' || operator === '===') return 'Liquid compares with ==.';
  return 'Liquid knows == != <> < > <= >= and contains; conditions are joined by and, or.';
}

function equalValues(left: Value, right: Value, context: Context): boolean {
  if (left instanceof MethodLiteral) return ask(left, right, context);
  if (right instanceof MethodLiteral) return ask(right, left, context);
  return equal(left, right);
}

function ask(literal: MethodLiteral, value: Value, context: Context): boolean {
  if (literal.method === 'empty?') return isEmpty(value) ?? false;
  return context.host.activeSupport && isBlankValue(value);
}

function contains(left: Value, right: Value): boolean {
  if (!truthy(left) || !truthy(right)) return false;
  if (typeof left === 'string') return left.includes(toS(right));
  if (Array.isArray(left)) return left.some((item) => equal(item, right));
  if (isHash(left)) return hashGet(left, right) !== undefined;
  if (left instanceof RubyRange) {
    const number = right instanceof RubyFloat ? right.value : right;
    return (typeof number === 'number' || typeof number === 'bigint') && number >= left.first && number <= left.last;
  }
  return enumerable(left)?.some((item) => equal(item, right)) ?? false;
}

function inOrder(left: Value, operator: '<' | '>' | '<=' | '>=', right: Value): boolean {
  if (!isComparable(left) || !isComparable(right)) return false;
  const order = compare(left, right);
  if (order === null) {
    // NaN has no order to other numbers, and that is no fault.
    if (isNumeric(left) && isNumeric(right)) return false;
    throw comparisonError(left, right);
  }
  return operator === '<' ? order < 0 : operator === '>' ? order > 0 : operator === '<=' ? order <= 0 : order >= 0;
}

const isNumeric = (value: Value): boolean =>
  typeof value === 'number' || typeof value === 'bigint' || value instanceof RubyFloat;

const isComparable = (value: Value): boolean =>
  typeof value === 'string' || isNumeric(value) || value instanceof RubyTime || value instanceof RubyDate;

/** The text of a body. context.usAscii: see Rendered. */
export function renderBody(body: Body, context: Context): string {
  const { nodes } = body;
  let text = '';
  // An empty body is US-ASCII; else the first piece decides (Array#join).
  let usAscii = true;
  let first = true;
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i]!;
    let piece: string;
    if (node.kind === 'text') {
      piece = node.text;
      context.usAscii = false;
    } else if (node.kind === 'output') {
      context.place = node;
      piece = printed(evaluateVariable(node.variable, context), context);
    } else {
      const { content } = node;
      if (content.kind === 'break' || content.kind === 'continue') {
        context.interrupts.push(content.kind);
        break;
      }
      context.place = node;
      piece = renderTag(node, context);
      if (node.block && node.blank) {
        if (context.interrupts.length > 0) break;
        continue;
      }
      if (context.interrupts.length > 0) {
        if (first) usAscii = context.usAscii;
        first = false;
        text += piece;
        break;
      }
    }
    if (first) usAscii = context.usAscii;
    first = false;
    text += piece;
  }
  context.usAscii = usAscii && isAscii(text);
  return text;
}

function renderTag(node: TagNode, context: Context): string {
  const { definition, content } = node;
  const result = definition.render === undefined ? renderCustom(content, context) : definition.render(content, context);
  if (typeof result === 'string') return result;
  context.usAscii = result.usAscii;
  return result.text;
}

function renderCustom(content: unknown, context: Context): string | { text: string; usAscii: boolean } {
  const result = (content as { render(context: Context): string | { text: string; usAscii: boolean } }).render(context);
  context.usAscii = false;
  return result;
}

const isAscii = (text: string): boolean => !/[^\x00-\x7f]/.test(text);

/** Leaves the flag of a text that Ruby counts as UTF-8. */
export function utf8(text: string, context: Context): string {
  context.usAscii = false;
  return text;
}
