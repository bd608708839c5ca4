// Compiles conditions to closures; the operator is chosen only once.

import { compare, equal } from '../../ruby/compare.ts';
import { toS } from '../../ruby/to-s.ts';
import { truthy } from '../../ruby/truth.ts';
import { hashGet, isHash, RubyDate, RubyFloat, RubyRange, RubyTime, type Value } from '../../ruby/values.ts';
import { argumentError, comparisonError } from '../errors.ts';
import type { Context, Runtime } from '../runtime/context.ts';
import { enumerable, isBlankValue, isEmpty } from '../runtime/lookup.ts';
import { MethodLiteral } from '../syntax/expression.ts';
import type { Condition } from '../syntax/tree.ts';
import { compileExpression, type Evaluate } from './expression.ts';

export type Test = (context: Context) => boolean;

/**
 * Conditions associate to the right, so the result is decided by the first comparison that is true before `or`, or
 * false before `and`.
 */
export function compileCondition(condition: Condition, env: Runtime): Test {
  const tests: Test[] = [];
  /** For each comparison but the last, the result that decides. */
  const deciding: boolean[] = [];
  for (let one: Condition | null = condition; one !== null; one = one.relation === null ? null : one.child) {
    tests.push(compileComparison(one, env));
    deciding.push(one.relation === 'or');
  }
  const [first, second] = tests;
  const last = tests.length - 1;
  if (last === 0) return first!;
  if (last === 1) {
    return deciding[0]
      ? (context) => first!(context) || second!(context)
      : (context) => first!(context) && second!(context);
  }
  return (context) => {
    for (let i = 0; i < last; i++) if (tests[i]!(context) === deciding[i]) return deciding[i]!;
    return tests[last]!(context);
  };
}

function compileComparison({ left, operator, right }: Condition, env: Runtime): Test {
  const a = compileExpression(left, env);
  if (operator === null) return (context) => truthy(a(context));
  const b = compileExpression(right, env);
  switch (operator) {
    case '==':
      return compileEquality(a, b, right.kind === 'literal' ? right.value : undefined);
    case '!=':
    case '<>': {
      const same = compileEquality(a, b, right.kind === 'literal' ? right.value : undefined);
      return (context) => !same(context);
    }
    case 'contains':
      return (context) => contains(a(context), b(context), context);
    case '<':
    case '>':
    case '<=':
    case '>=':
      return (context) => inOrder(a(context), operator, b(context));
    default:
      return (context) => {
        a(context);
        b(context);
        throw argumentError(`Unknown operator ${operator}`, unknownOperatorHint(operator));
      };
  }
}

function unknownOperatorHint(operator: string): string {
  if (operator === '=' || operator === '===') return 'Compare with ==.';
  return 'Use == != <> < > <= >= or contains, and join conditions with and, or.';
}

/** @param literal the value of the right side if it is a literal */
function compileEquality(a: Evaluate, b: Evaluate, literal: Value | undefined): Test {
  // In Ruby these only equal themselves. A left side that asks (`empty == x`) is an object.
  if (typeof literal === 'string' || literal === null || typeof literal === 'boolean') {
    return (context) => {
      const value = a(context);
      return value === literal || (value instanceof MethodLiteral && ask(value, literal, context));
    };
  }
  return (context) => equalValues(a(context), b(context), context);
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

function contains(left: Value, right: Value, context: Context): boolean {
  if (!truthy(left) || !truthy(right)) return false;
  if (typeof left === 'string') return left.includes(toS(right));
  if (Array.isArray(left)) {
    context.limits.work(left.length);
    return typeof right === 'string' ? left.includes(right) : left.some((item) => equal(item, right));
  }
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
    // NaN can't be compared with other numbers, but that isn't an error.
    if (isNumeric(left) && isNumeric(right)) return false;
    throw comparisonError(left, right);
  }
  return operator === '<' ? order < 0 : operator === '>' ? order > 0 : operator === '<=' ? order <= 0 : order >= 0;
}

const isNumeric = (value: Value): boolean =>
  typeof value === 'number' || typeof value === 'bigint' || value instanceof RubyFloat;

const isComparable = (value: Value): boolean =>
  typeof value === 'string' || isNumeric(value) || value instanceof RubyTime || value instanceof RubyDate;
