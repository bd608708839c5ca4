// Shared by the tables of functions: their form, and Ruby Sass 3.7.4's checks of arguments.

import { RubySassError } from '../error.ts';
import { mapOf } from '../operators.ts';
import { inspect } from '../print-value.ts';
import type { Callable } from '../tree.ts';
import type { Color, FunctionValue, MapValue, Num, Str, Value } from '../values.ts';

/** What a function can access. */
export interface Host {
  readonly compressed: boolean;
  variableExists(name: string, global: boolean): boolean;
  mixinExists(name: string): boolean;
  contentExists(): boolean;
  callable(name: string): Callable | null;
  isBuiltIn(name: string): boolean;
  call(target: FunctionValue, args: readonly Value[], named: ReadonlyMap<string, Value>): Value;
  unique(): string;
}

export type Implementation = (args: readonly Value[], host: Host, named: ReadonlyMap<string, Value>) => Value;

/** Signatures and implementations, by name (with hyphens). */
export type Functions = Readonly<Record<string, readonly [signature: string, run: Implementation]>>;

export interface BuiltIn {
  /** Parameter names; optional ones end with a question mark. */
  readonly parameters: readonly string[];
  /** Whether it accepts more arguments. */
  readonly isVariadic: boolean;
  /** Whether it accepts named arguments that aren't listed. */
  readonly takesNamed: boolean;
  readonly run: Implementation;
}

export const fail = (message: string): never => {
  throw new RubySassError(message);
};

export function num(value: Value | undefined): Num {
  return value?.type === 'number' ? value : fail(`${value === undefined ? '' : inspect(value)} is not a number`);
}
export function color(value: Value | undefined): Color {
  return value?.type === 'color' ? value : fail(`${value === undefined ? '' : inspect(value)} is not a color`);
}
export function str(value: Value | undefined): Str {
  return value?.type === 'string' ? value : fail(`${value === undefined ? '' : inspect(value)} is not a string`);
}
export function map(value: Value | undefined): MapValue {
  if (value?.type === 'map') return value;
  if (value?.type === 'list' && value.items.length === 0) return mapOf([]);
  return fail(`${value === undefined ? '' : inspect(value)} is not a map`);
}

export function inRange(value: Num, low: number, high: number): number {
  if (value.value >= low && value.value <= high) return value.value;
  if (Math.abs(value.value - low) <= 0.00001) return low;
  if (Math.abs(value.value - high) <= 0.00001) return high;
  return fail(`Amount ${inspect(value)} must be between ${low} and ${high}`);
}

/** @param signature parameter names; `?` marks optional ones, `...` allows more arguments, `**` allows any names */
export function builtIn(signature: string, run: Implementation): BuiltIn {
  const names = signature.split(' ').filter((name) => name !== '');
  return {
    parameters: names.filter((name) => !name.endsWith('...') && name !== '**'),
    isVariadic: names.includes('...'),
    takesNamed: names.includes('**'),
    run,
  };
}
