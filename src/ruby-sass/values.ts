// SassScript values, as in Ruby Sass 3.7.4.

/** The result of `get-function`. */
export interface FunctionValue {
  readonly type: 'function';
  readonly name: string;
  /** A function of the stylesheet: a Callable of the tree, opaque to values. Null for a built-in or a CSS function. */
  readonly callable: unknown;
  readonly plain: boolean;
}

export interface Num {
  readonly type: 'number';
  readonly value: number;
  /** Units in the numerator and in the denominator. */
  readonly units: readonly string[];
  readonly per: readonly string[];
  /** As written in the source, for `10px/3`, which is only a division if a part of it is computed. */
  readonly original: string | null;
  /** Prints `0.5` where others print `.5`: Ruby Sass doesn't pass the style to the result of a unary minus. */
  readonly isLong?: true;
}

export interface Str {
  readonly type: 'string';
  readonly text: string;
  readonly quoted: boolean;
}

export type Triple = readonly [number, number, number];

export interface Color {
  readonly type: 'color';
  /** Integers from 0 to 255; computed on demand. */
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
  /** The named arguments in a `$rest...`. */
  readonly keywords?: ReadonlyMap<string, Value>;
}

export interface MapValue {
  readonly type: 'map';
  /** Keys are those of keyOf. */
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

export const bool = (value: boolean): Value => (value ? TRUE : FALSE);
export const unquoted = (text: string): Str => ({ type: 'string', text, quoted: false });
export const quoted = (text: string): Str => ({ type: 'string', text, quoted: true });
export const list = (items: readonly Value[], separator: Separator | null, bracketed = false): List => ({
  type: 'list',
  items,
  separator,
  bracketed,
});
/** A value to which the style has been passed (see Num.isLong). */
export const styled = (value: Value): Value =>
  value.type === 'number' && value.isLong
    ? { type: 'number', value: value.value, units: value.units, per: value.per, original: value.original }
    : value;

export const truthy = (value: Value): boolean =>
  !(value.type === 'null' || (value.type === 'bool' && value.value === false));

/** A value as a list: a list's items, a map's pairs, or the value itself. */
export function items(value: Value): readonly Value[] {
  if (value.type === 'list') return value.items;
  if (value.type === 'map') return [...value.entries.values()].map((pair) => list(pair, 'space'));
  return [value];
}

export const separatorOf = (value: Value): Separator | null =>
  value.type === 'list' ? value.separator : value.type === 'map' && value.entries.size > 0 ? 'comma' : null;
