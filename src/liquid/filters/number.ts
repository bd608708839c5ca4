// Arithmetic. Fractions are computed as decimals (0.1 plus 0.2 is 0.3) and printed as floats.

import { BigDecimal, floorDivide, floorModulo } from '../../ruby/big-decimal.ts';
import { equal } from '../../ruby/compare.ts';
import { normalizeInteger, toI } from '../../ruby/integer.ts';
import { strip } from '../../ruby/strings.ts';
import { RubyFloat, type Value } from '../../ruby/values.ts';
import { LiquidError } from '../errors.ts';
import type { FilterDefinition } from '../runtime/context.ts';
import { cut, toIndex } from '../runtime/convert.ts';
import { binary, type Filters, unary } from './define.ts';
import { validText } from './valid-text.ts';

/** An integer, a decimal, or a float for infinity and NaN. */
type Num = number | bigint | BigDecimal | RubyFloat;

const DECIMAL = /^-?[0-9]+\.[0-9]+$/;

/** Liquid::Utils.to_number: the numeric prefix of a string; 0 for anything that isn't a number. */
function toNumber(value: Value): Num {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  if (value instanceof RubyFloat) return Number.isFinite(value.value) ? BigDecimal.fromFloat(value.value) : value;
  if (typeof value !== 'string') return 0;
  const text = strip(validText(value));
  return DECIMAL.test(text) ? BigDecimal.parse(text) : toI(value);
}

const fromNumber = (value: Num): Value => (value instanceof BigDecimal ? value.toFloat() : value);

const isInteger = (value: Num): value is number | bigint => typeof value === 'number' || typeof value === 'bigint';

const decimal = (value: number | bigint | BigDecimal): BigDecimal =>
  value instanceof BigDecimal ? value : new BigDecimal(BigInt(value), 0);

const float = (value: Num): number =>
  value instanceof RubyFloat ? value.value : value instanceof BigDecimal ? value.toFloat().value : Number(value);

interface Operation {
  integers(a: bigint, b: bigint): bigint;
  decimals(a: BigDecimal, b: BigDecimal): BigDecimal;
  /** If an operand is infinity or NaN. */
  floats(a: number, b: number): number;
}

function operate(left: Value, right: Value, operation: Operation): Value {
  const a = toNumber(left);
  const b = toNumber(right);
  if (isInteger(a) && isInteger(b)) return normalizeInteger(operation.integers(BigInt(a), BigInt(b)));
  if (a instanceof RubyFloat || b instanceof RubyFloat) return new RubyFloat(operation.floats(float(a), float(b)));
  return operation.decimals(decimal(a), decimal(b)).toFloat();
}

const plus: Operation = { integers: (a, b) => a + b, decimals: (a, b) => a.plus(b), floats: (a, b) => a + b };
const minus: Operation = { integers: (a, b) => a - b, decimals: (a, b) => a.minus(b), floats: (a, b) => a - b };
const times: Operation = { integers: (a, b) => a * b, decimals: (a, b) => a.times(b), floats: (a, b) => a * b };
const divide: Operation = { integers: floorDivide, decimals: (a, b) => a.dividedBy(b), floats: (a, b) => a / b };
const modulo: Operation = {
  integers: floorModulo,
  decimals: (a, b) => a.modulo(b),
  floats: (a, b) => (Number.isFinite(a) && !Number.isNaN(b) ? (a < 0 === b < 0 || a === 0 ? a : b) : Number.NaN),
};

const dividedByZero = (): LiquidError =>
  new LiquidError('liquid-zero-division', 'divided by 0', 'Test the divisor first, or set a default.');

const isZero = (value: Num): boolean =>
  isInteger(value) ? Number(value) === 0 : value instanceof BigDecimal && value.digits === 0n;

function dividedBy(left: Value, right: Value): Value {
  const b = toNumber(right);
  if (!isZero(b)) return operate(left, right, divide);
  const a = toNumber(left);
  if (isInteger(a) && isInteger(b)) throw dividedByZero();
  const negative =
    (a instanceof BigDecimal ? a.isNegative : float(a) < 0) !== (b instanceof BigDecimal && b.isNegative);
  if (isZero(a) || Number.isNaN(float(a))) return new RubyFloat(Number.NaN);
  return new RubyFloat(negative ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY);
}

function remainder(left: Value, right: Value): Value {
  const b = toNumber(right);
  if (isZero(b) && !Number.isNaN(float(toNumber(left)))) throw dividedByZero();
  return operate(left, right, modulo);
}

function whole(value: Num, round: (decimal: BigDecimal) => bigint): Value {
  if (isInteger(value)) return value;
  if (value instanceof RubyFloat) return notFinite(value.value);
  return normalizeInteger(round(value));
}

function notFinite(value: number): never {
  const name = Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity';
  throw new LiquidError(
    'liquid-float-domain',
    `Computation results in '${name}'${Number.isNaN(value) ? ' (Not a Number)' : ''}`,
    'Test the divisor first, or set a default.',
  );
}

// A number of digits, which Ruby must fit into a C int.
function toPlaces(value: number | bigint): number {
  const places = toIndex(value);
  if (places >= -(2 ** 31) && places < 2 ** 31) return places;
  throw new LiquidError(
    'liquid-range',
    `integer ${value} too ${places < 0 ? 'small' : 'big'} to convert to \`int'`,
    'Use a smaller number of digits.',
  );
}

function round(input: Value, digits: Value): Value {
  const value = toNumber(input);
  const wanted = toNumber(digits);
  const places = toPlaces(
    isInteger(wanted) ? wanted : wanted instanceof RubyFloat ? cut(wanted.value) : cut(wanted.toFloat().value),
  );
  if (value instanceof RubyFloat) {
    if (places > 0 && !equal(digits, 0)) return value;
    return notFinite(value.value);
  }
  if (isInteger(value)) {
    return places >= 0 ? value : normalizeInteger(decimal(value).round(places).floor());
  }
  const rounded = value.round(places);
  return places < 1 || equal(digits, 0) ? normalizeInteger(rounded.round(0).floor()) : rounded.toFloat();
}

function order(a: Num, b: Num): number {
  if (a instanceof RubyFloat || b instanceof RubyFloat) {
    const [x, y] = [float(a), float(b)];
    return x < y ? -1 : x > y ? 1 : 0;
  }
  return decimal(a).compare(decimal(b));
}

function atLeast(input: Value, least: Value): Value {
  const value = toNumber(input);
  const bound = toNumber(least);
  return fromNumber(order(bound, value) > 0 ? bound : value);
}

function atMost(input: Value, most: Value): Value {
  const value = toNumber(input);
  const bound = toNumber(most);
  return fromNumber(order(bound, value) < 0 ? bound : value);
}

function abs(input: Value): Value {
  const value = toNumber(input);
  if (value instanceof BigDecimal) return value.abs().toFloat();
  if (value instanceof RubyFloat) return new RubyFloat(Math.abs(value.value));
  return value < 0 ? normalizeInteger(-BigInt(value)) : value;
}

const roundFilter: FilterDefinition = {
  arity: [0, 1],
  apply: (input, args) => round(input, args[0] === undefined ? 0 : args[0]),
};

export const numberFilters: Filters = [
  ['plus', binary((a, b) => operate(a, b, plus))],
  ['minus', binary((a, b) => operate(a, b, minus))],
  ['times', binary((a, b) => operate(a, b, times))],
  ['divided_by', binary(dividedBy)],
  ['modulo', binary(remainder)],
  ['round', roundFilter],
  ['ceil', unary((input) => whole(toNumber(input), (value) => value.ceil()))],
  ['floor', unary((input) => whole(toNumber(input), (value) => value.floor()))],
  ['abs', unary(abs)],
  ['at_least', binary(atLeast)],
  ['at_most', binary(atMost)],
];
