// Numbers and their units.

import { RubySassError } from './error.ts';
import type { Num } from './values.ts';

const NONE: readonly string[] = [];
const EPSILON = 1e-11;
export const same = (a: number, b: number): boolean => Math.abs(a - b) < EPSILON;
export const modulo = (a: number, b: number): number => {
  const rest = a % b;
  return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest;
};
export const isWhole = (value: number): boolean => same(modulo(value, 1), 0);

/** Rounds halves away from zero. */
export const roundAway = (value: number): number => (value < 0 ? -Math.round(-value) : Math.round(value));

/** `round()`: numbers very close to a half are rounded like halves. */
export function roundHalf(value: number): number {
  const rest = modulo(value, 1);
  const half = same(rest, 0.5);
  if (value > 0) return !half && rest < 0.5 ? Math.floor(value) : Math.ceil(value);
  return half || rest < 0.5 ? Math.floor(value) : Math.ceil(value);
}

// For each kind, how many of a unit equal one of the largest.
const KINDS: readonly Readonly<Record<string, number>>[] = [
  { in: 1, cm: 2.54, pc: 6, mm: 25.4, q: 101.6, pt: 72, px: 96 },
  { deg: 360, grad: 400, rad: 2 * Math.PI, turn: 1 },
  { s: 1, ms: 1000 },
  { Hz: 1000, kHz: 1 },
  { dpi: 96, dpcm: 96 / 2.54, dppx: 1 },
];
const KIND_OF: ReadonlyMap<string, Readonly<Record<string, number>>> = new Map(
  KINDS.flatMap((kind) => Object.keys(kind).map((unit) => [unit, kind] as const)),
);

/** The factor from unit `from` to unit `to`; null if they aren't convertible. */
function factor(from: string, to: string): number | null {
  if (from === to) return 1;
  const kind = KIND_OF.get(from);
  if (kind === undefined || KIND_OF.get(to) !== kind) return null;
  return kind[to]! / kind[from]!;
}

export function number(
  value: number,
  units: readonly string[] = NONE,
  per: readonly string[] = NONE,
  original: string | null = null,
): Num {
  if (per.length === 0 || units.length === 0) return { type: 'number', value, units, per, original };
  const above = [...units];
  const below: string[] = [];
  let scaled = value;
  for (const unit of per) {
    let at = above.indexOf(unit);
    if (at < 0) at = above.findIndex((other) => factor(unit, other) !== null);
    if (at < 0) below.push(unit);
    else scaled /= factor(unit, above.splice(at, 1)[0]!)!;
  }
  return { type: 'number', value: scaled, units: above, per: below, original };
}

export const withUnit = (value: number, unit: string): Num => number(value, [unit]);
export const isUnitless = (n: Num): boolean => n.units.length === 0 && n.per.length === 0;
export const hasUnit = (n: Num, unit: string): boolean =>
  n.per.length === 0 && n.units.length === 1 && n.units[0] === unit;
export const unitText = (n: Num): string =>
  [...n.units].sort().join('*') + (n.per.length > 0 ? `/${[...n.per].sort().join('*')}` : '');

function scale(from: readonly string[], to: readonly string[]): number | null {
  const rest = [...to];
  const left = from.filter((unit) => {
    const at = rest.indexOf(unit);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  if (left.length !== rest.length) return null;
  let product = 1;
  for (let i = 0; i < left.length; i++) {
    const by = factor(left[i]!, rest[i]!);
    if (by === null) return null;
    product *= by;
  }
  return product;
}

/** A number in other units; null if they aren't convertible. */
export function coerce(n: Num, units: readonly string[], per: readonly string[]): number | null {
  if (isUnitless(n)) return n.value;
  const above = scale(n.units, units);
  const below = scale(n.per, per);
  return above === null || below === null ? null : (n.value * above) / below;
}

/** Both numbers in the units of one of them, and that one. Throws a RubySassError if they aren't convertible. */
export function aligned(a: Num, b: Num): readonly [number, number, Num] {
  const target = isUnitless(a) ? b : a;
  const y = isUnitless(a) ? b.value : coerce(b, a.units, a.per);
  if (y === null) throw new RubySassError(`Incompatible units: '${unitText(b)}' and '${unitText(a)}'.`);
  return [a.value, y, target];
}

export const comparable = (a: Num, b: Num): boolean => isUnitless(a) || coerce(b, a.units, a.per) !== null;

export function arithmetic(a: Num, b: Num, operator: string): Num {
  if (operator === '*') return number(a.value * b.value, [...a.units, ...b.units], [...a.per, ...b.per]);
  if (operator === '/') {
    const original = a.original !== null && b.original !== null ? `${a.original}/${b.original}` : null;
    return number(a.value / b.value, [...a.units, ...b.per], [...a.per, ...b.units], original);
  }
  const [x, y, target] = aligned(a, b);
  if (operator === '%' && b.value === 0) return number(Number.NaN);
  const result = operator === '+' ? x + y : operator === '-' ? x - y : modulo(x, y);
  return number(result, target.units, target.per);
}

export function formatNumber(value: number, compressed: boolean): string {
  if (!Number.isFinite(value)) return String(value);
  let text: string;
  if (isWhole(value)) text = String(Math.round(value));
  else {
    const rounded = roundAway(value * 1e10) / 1e10;
    text = String(rounded);
    if (text.includes('e')) text = rounded.toFixed(10).replace(/\.?0+$/, '');
  }
  return compressed ? text.replace(/^(-?)0\./, '$1.') : text;
}
