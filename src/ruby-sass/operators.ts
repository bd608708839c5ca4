// Comparison and arithmetic.

import { piecewise, rgbOf } from './colors.ts';
import { RubySassError } from './error.ts';
import { aligned, arithmetic, coerce, isUnitless, number, roundAway, same, unitText } from './numbers.ts';
import { inspect, print } from './print-value.ts';
import { bool, type MapValue, truthy, unquoted, type Value } from './values.ts';

/** A key that is the same for values that are equal as keys of a map. */
export function keyOf(value: Value): string {
  switch (value.type) {
    case 'string':
      return `s${value.text}`;
    case 'number':
      return `n${roundAway(value.value * 1e10)} ${unitText(value)}`;
    case 'color':
      return `c${rgbOf(value)} ${value.alpha}`;
    case 'list':
      return `l${value.separator}${value.bracketed}${JSON.stringify(value.items.map(keyOf))}`;
    case 'map':
      return `m${JSON.stringify([...value.entries.values()].map(([key, item]) => [keyOf(key), keyOf(item)]).sort())}`;
    case 'function':
      return `f${value.name}`;
    case 'bool':
      return `b${value.value}`;
    default:
      return '0';
  }
}

export function equal(a: Value, b: Value): boolean {
  if (a.type === 'number' && b.type === 'number') {
    const other = isUnitless(a) ? b.value : coerce(b, a.units, a.per);
    return other !== null && same(a.value, other);
  }
  return a.type === b.type && keyOf(a) === keyOf(b);
}

export function operate(operator: string, a: Value, b: Value, compressed: boolean): Value {
  if (operator === '==') return bool(equal(a, b));
  if (operator === '!=') return bool(!equal(a, b));
  if (a.type === 'null' || b.type === 'null') {
    throw new RubySassError(`Invalid null operation: "${inspect(a)} ${operator} ${inspect(b)}".`);
  }
  if (operator === '<' || operator === '<=' || operator === '>' || operator === '>=') {
    return bool(compare(a, b, operator));
  }
  if (operator === '=') return unquoted(`${print(a, compressed)}=${print(b, compressed)}`);
  if (a.type === 'number' && b.type === 'number') return arithmetic(a, b, operator);
  if (a.type === 'color' && (b.type === 'number' || b.type === 'color')) return piecewise(a, b, operator);
  if (a.type === 'number' && b.type === 'color' && (operator === '+' || operator === '*')) {
    return piecewise(b, a, operator);
  }
  if (operator === '+') {
    const left = a.type === 'string' ? a.text : print(a, compressed, true);
    const right = b.type === 'string' ? b.text : print(b, compressed, true);
    return {
      type: 'string',
      text: left + right,
      quoted: a.type === 'string' ? a.quoted : b.type === 'string' && b.quoted,
    };
  }
  if (operator === '-' || operator === '/') {
    return unquoted(`${print(a, compressed)}${operator}${print(b, compressed)}`);
  }
  throw new RubySassError(`Undefined operation: "${inspect(a)} ${operator} ${inspect(b)}".`);
}

export function operateUnary(operator: string, value: Value, compressed: boolean): Value {
  if (operator === 'not') return bool(!truthy(value));
  if (value.type === 'number' && operator !== '/') {
    return operator === '+' ? value : { ...number(-value.value, value.units, value.per), isLong: true };
  }
  return unquoted(operator + print(value, compressed));
}

export function compare(a: Value, b: Value, operator: string): boolean {
  if (a.type !== 'number' || b.type !== 'number') {
    throw new RubySassError(`Undefined operation: "${inspect(a)} ${operator} ${inspect(b)}".`);
  }
  const [x, y] = aligned(a, b);
  return operator === '<' ? x < y : operator === '<=' ? x <= y : operator === '>' ? x > y : x >= y;
}

export const mapOf = (pairs: readonly (readonly [Value, Value])[]): MapValue => ({
  type: 'map',
  entries: new Map(pairs.map((pair) => [keyOf(pair[0]), pair])),
});
