// Values of a stylesheet's script as Ruby Sass 3.7.4 has them, and how they print. A number that is written in the
// source prints as it was read (`original`), a colour in the shortest of its spellings when the style is compressed.

import { COLOR_NAMES, OTHER_COLOR_NAMES } from './color-names.ts';
import type { FunctionValue } from './tree.ts';

/** What Ruby Sass refuses. Not an Error: the parser tries and goes back, and a stack costs time. */
export class RubySassError {
  readonly message: string;
  constructor(message: string) {
    this.message = message;
  }
}

export interface Num {
  readonly type: 'number';
  readonly value: number;
  /** Units above and below the line. */
  readonly units: readonly string[];
  readonly per: readonly string[];
  /** As the source spells it, for `10px/3`, which is a division only when a part of it is computed. */
  readonly original: string | null;
  /** Prints `0.5` where others print `.5`: what a unary minus made has not been told the style. */
  readonly isLong?: true;
}

export interface Str {
  readonly type: 'string';
  readonly text: string;
  readonly quoted: boolean;
}

type Triple = readonly [number, number, number];

export interface Color {
  readonly type: 'color';
  /** 0 to 255, whole; computed on demand. */
  rgb: Triple | null;
  /** Degrees, percent, percent; computed on demand. */
  hsl: Triple | null;
  readonly alpha: number;
  readonly spelling: string | null;
}

export type Separator = 'comma' | 'space';

export interface List {
  readonly type: 'list';
  readonly items: readonly Value[];
  readonly separator: Separator | null;
  readonly bracketed: boolean;
  /** Named arguments of a `$rest...`. */
  readonly keywords?: ReadonlyMap<string, Value>;
}

export interface MapValue {
  readonly type: 'map';
  /** By keyOf. */
  readonly entries: ReadonlyMap<string, readonly [Value, Value]>;
}

export type Value =
  | Num
  | Str
  | Color
  | List
  | MapValue
  | FunctionValue
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'null' };

export const TRUE: Value = { type: 'bool', value: true };
export const FALSE: Value = { type: 'bool', value: false };
export const NULL: Value = { type: 'null' };
const NONE: readonly string[] = [];

export const bool = (value: boolean): Value => (value ? TRUE : FALSE);
export const unquoted = (text: string): Str => ({ type: 'string', text, quoted: false });
export const quoted = (text: string): Str => ({ type: 'string', text, quoted: true });
export const list = (items: readonly Value[], separator: Separator | null, bracketed = false): List => ({
  type: 'list',
  items,
  separator,
  bracketed,
});
export const mapOf = (pairs: readonly (readonly [Value, Value])[]): MapValue => ({
  type: 'map',
  entries: new Map(pairs.map((pair) => [keyOf(pair[0]), pair])),
});

/** A value that has been told the style. */
export const styled = (value: Value): Value =>
  value.type === 'number' && value.isLong
    ? { type: 'number', value: value.value, units: value.units, per: value.per, original: value.original }
    : value;

export const truthy = (value: Value): boolean =>
  !(value.type === 'null' || (value.type === 'bool' && value.value === false));

/** A value as a list: itself, its items, a map's pairs. */
export function items(value: Value): readonly Value[] {
  if (value.type === 'list') return value.items;
  if (value.type === 'map') return [...value.entries.values()].map((pair) => list(pair, 'space'));
  return [value];
}

export const separatorOf = (value: Value): Separator | null =>
  value.type === 'list' ? value.separator : value.type === 'map' && value.entries.size > 0 ? 'comma' : null;

// Numbers

const EPSILON = 1e-11;
const same = (a: number, b: number): boolean => Math.abs(a - b) < EPSILON;
export const modulo = (a: number, b: number): number => {
  const rest = a % b;
  return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest;
};
export const isWhole = (value: number): boolean => same(modulo(value, 1), 0);

/** Halves go away from zero. */
const roundAway = (value: number): number => (value < 0 ? -Math.round(-value) : Math.round(value));

/** `round()`: near halves count as halves. */
export function roundHalf(value: number): number {
  const rest = modulo(value, 1);
  const half = same(rest, 0.5);
  if (value > 0) return !half && rest < 0.5 ? Math.floor(value) : Math.ceil(value);
  return half || rest < 0.5 ? Math.floor(value) : Math.ceil(value);
}

// How many of a unit make one of its kind's largest.
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

/** What a number of `from` is multiplied with to be one of `to`; null where they don't convert. */
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
const unitText = (n: Num): string =>
  [...n.units].sort().join('*') + (n.per.length > 0 ? `/${[...n.per].sort().join('*')}` : '');

export { unitText };

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

/** A number in other units; null where they don't convert. */
export function coerce(n: Num, units: readonly string[], per: readonly string[]): number | null {
  if (isUnitless(n)) return n.value;
  const above = scale(n.units, units);
  const below = scale(n.per, per);
  return above === null || below === null ? null : (n.value * above) / below;
}

function aligned(a: Num, b: Num): readonly [number, number, Num] {
  const target = isUnitless(a) ? b : a;
  const x = target === b ? a.value : a.value;
  const y = isUnitless(a) ? b.value : coerce(b, a.units, a.per);
  if (y === null) throw new RubySassError(`Incompatible units: '${unitText(b)}' and '${unitText(a)}'.`);
  return [x, y, target];
}

export const comparable = (a: Num, b: Num): boolean => isUnitless(a) || coerce(b, a.units, a.per) !== null;

export function compare(a: Value, b: Value, operator: string): boolean {
  if (a.type !== 'number' || b.type !== 'number') {
    throw new RubySassError(`Undefined operation: "${inspect(a)} ${operator} ${inspect(b)}".`);
  }
  const [x, y] = aligned(a, b);
  return operator === '<' ? x < y : operator === '<=' ? x <= y : operator === '>' ? x > y : x >= y;
}

function arithmetic(a: Num, b: Num, operator: string): Num {
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

// Colours

const limit = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);
const channel = (value: number): number => limit(roundHalf(value), 0, 255);

export const rgba = (r: number, g: number, b: number, alpha = 1, spelling: string | null = null): Color => ({
  type: 'color',
  rgb: [channel(r), channel(g), channel(b)],
  hsl: null,
  alpha: limit(alpha, 0, 1),
  spelling,
});

export const hsla = (hue: number, saturation: number, lightness: number, alpha = 1): Color => ({
  type: 'color',
  rgb: null,
  hsl: [modulo(hue, 360), limit(saturation, 0, 100), limit(lightness, 0, 100)],
  alpha: limit(alpha, 0, 1),
  spelling: null,
});

export const withAlpha = (color: Color, alpha: number): Color => ({
  ...color,
  alpha: limit(alpha, 0, 1),
  spelling: null,
});

export function hexColor(spelling: string): Color {
  const digits = spelling.slice(1);
  const wide = digits.length < 6 ? [...digits].map((digit) => digit + digit).join('') : digits;
  const at = (i: number): number => Number.parseInt(wide.slice(2 * i, 2 * i + 2), 16);
  return rgba(at(0), at(1), at(2), wide.length === 8 ? at(3) / 255 : 1, spelling);
}

/** The colour of a name, which it is printed with; null where the word is none. */
export function namedColor(word: string): Color | null {
  const name = word.toLowerCase();
  if (name === 'transparent') return rgba(0, 0, 0, 0, word);
  const code = COLOR_NAMES.get(name) ?? OTHER_COLOR_NAMES.get(name);
  return code === undefined ? null : rgba(code >> 16, (code >> 8) & 255, code & 255, 1, word);
}

const NAME_OF: ReadonlyMap<number, string> = new Map([...COLOR_NAMES].map(([name, code]) => [code, name]));

export function rgbOf(color: Color): Triple {
  if (color.rgb !== null) return color.rgb;
  const [hue, saturation, lightness] = color.hsl!;
  const h = hue / 360;
  const s = saturation / 100;
  const l = lightness / 100;
  const high = l <= 0.5 ? l * (s + 1) : l + s - l * s;
  const low = l * 2 - high;
  const part = (at: number): number => {
    const turn = at < 0 ? at + 1 : at > 1 ? at - 1 : at;
    if (turn * 6 < 1) return low + (high - low) * turn * 6;
    if (turn * 2 < 1) return high;
    if (turn * 3 < 2) return low + (high - low) * (2 / 3 - turn) * 6;
    return low;
  };
  const whole = (value: number): number => roundHalf(value * 255);
  color.rgb = [whole(part(h + 1 / 3)), whole(part(h)), whole(part(h - 1 / 3))];
  return color.rgb;
}

export function hslOf(color: Color): Triple {
  if (color.hsl !== null) return color.hsl;
  const [r, g, b] = color.rgb!.map((value) => value / 255) as [number, number, number];
  const max = Math.max(r, g, b);
  const min = Math.min(r, g, b);
  const span = max - min;
  let hue = 0;
  if (max === min) hue = 0;
  else if (max === r) hue = (60 * (g - b)) / span;
  else if (max === g) hue = (60 * (b - r)) / span + 120;
  else hue = (60 * (r - g)) / span + 240;
  const lightness = (max + min) / 2;
  const saturation = max === min ? 0 : lightness < 0.5 ? span / (2 * lightness) : span / (2 - 2 * lightness);
  color.hsl = [modulo(hue, 360), saturation * 100, lightness * 100];
  return color.hsl;
}

export function colorName(color: Color): string | null {
  const [r, g, b] = rgbOf(color);
  if (color.alpha === 0 && r + g + b === 0) return 'transparent';
  return color.alpha === 1 ? (NAME_OF.get((r << 16) | (g << 8) | b) ?? null) : null;
}

export const hexText = (color: Color): string =>
  `#${rgbOf(color)
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')}`;

function printColor(color: Color, compressed: boolean): string {
  const functional = (): string => {
    const gap = compressed ? ',' : ', ';
    return `rgba(${rgbOf(color).join(gap)}${gap}${formatNumber(color.alpha, false)})`;
  };
  if (!compressed) {
    if (color.spelling !== null) return color.spelling;
    if (same(color.alpha, 0)) return functional();
    return colorName(color) ?? (color.alpha < 1 ? functional() : hexText(color));
  }
  const explicit = color.alpha < 1 ? functional() : hexText(color).replace(/^#(.)\1(.)\2(.)\3$/, '#$1$2$3');
  let shortest: string | null = null;
  for (const text of [color.spelling, colorName(color), explicit]) {
    if (text !== null && (shortest === null || text.length < shortest.length)) shortest = text;
  }
  return shortest!;
}

function piecewise(a: Color, b: Num | Color, operator: string): Color {
  const other = b.type === 'number' ? [b.value, b.value, b.value] : rgbOf(b);
  if (b.type === 'number' && !isUnitless(b)) throw new RubySassError('A colour and a number with a unit');
  if (b.type === 'color' && b.alpha !== a.alpha) throw new RubySassError('Alpha channels must be equal');
  const result = rgbOf(a).map((x, i) => {
    const y = other[i]!;
    if (operator === '+') return x + y;
    if (operator === '-') return x - y;
    if (operator === '*') return x * y;
    return operator === '/' ? x / y : modulo(x, y);
  });
  return rgba(result[0]!, result[1]!, result[2]!, a.alpha);
}

// Printing

/** A string with its quotes, as CSS. */
export function quote(text: string): string {
  if (!/[\n\\"']|#\{/.test(text)) return `"${text}"`;
  const mark = text.includes('"') && !text.includes("'") ? "'" : '"';
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll(mark, `\\${mark}`)
    .replace(/\n(?![a-fA-F0-9\s])/g, '\\a')
    .replaceAll('\n', '\\a ');
  return mark + escaped + mark;
}

const joined = (text: string): string => (text.includes('\n') ? text.replace(/\n\s*/g, ' ') : text);

/** A value as CSS. */
export function print(value: Value, compressed: boolean, bare = false): string {
  switch (value.type) {
    case 'string':
      return bare || !value.quoted ? joined(value.text) : quote(value.text);
    case 'number':
      if (value.original !== null) return value.original;
      if (value.units.length > 1 || value.per.length > 0) {
        throw new RubySassError(`${inspect(value)} isn't a valid CSS value.`);
      }
      return formatNumber(value.value, compressed && value.isLong === undefined) + unitText(value);
    case 'color':
      return printColor(value, compressed);
    case 'list': {
      if (!value.bracketed && value.items.length === 0) throw new RubySassError("() isn't a valid CSS value.");
      const shown = value.items.filter(
        (item) => item.type !== 'null' && !(item.type === 'list' && item.items.length === 0),
      );
      const gap = value.separator === 'space' ? ' ' : compressed ? ',' : ', ';
      const text = shown.map((item) => print(item, compressed, bare)).join(gap);
      return value.bracketed ? `[${text}]` : text;
    }
    case 'bool':
      return String(value.value);
    case 'null':
      return '';
    default:
      throw new RubySassError(`${inspect(value)} isn't a valid CSS value.`);
  }
}

/** A value as a stylesheet would write it: `inspect()`. */
export function inspect(value: Value, compressed = false): string {
  switch (value.type) {
    case 'string':
      return value.quoted ? quote(value.text) : value.text;
    case 'number':
      return value.original ?? formatNumber(value.value, compressed) + unitText(value);
    case 'null':
      return 'null';
    case 'function':
      return `get-function("${value.name}")`;
    case 'list': {
      if (value.items.length === 0) return value.bracketed ? '[]' : '()';
      const parts = value.items.map((item) => {
        const text = inspect(item, compressed);
        if (item.type !== 'list' || item.items.length < 2 || item.bracketed) return text;
        return value.separator !== 'comma' || item.separator === 'comma' ? `(${text})` : text;
      });
      const only = value.separator === 'comma' && parts.length === 1;
      const text = only ? `${parts[0]},` : parts.join(value.separator === 'space' ? ' ' : ', ');
      return value.bracketed ? `[${text}]` : only ? `(${text})` : text;
    }
    case 'map': {
      if (value.entries.size === 0) return '()';
      const part = (item: Value): string => {
        const text = inspect(item, compressed);
        return item.type === 'list' && item.separator === 'comma' ? `(${text})` : text;
      };
      return `(${[...value.entries.values()].map(([key, item]) => `${part(key)}: ${part(item)}`).join(', ')})`;
    }
    default:
      return print(value, compressed);
  }
}

// Comparing and computing

/** Equal values that may be a map's key have the same text. */
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
