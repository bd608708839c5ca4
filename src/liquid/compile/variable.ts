// `value | filter: argument` as closures. A filter and its arguments' number are looked at once; what is wrong with them is
// told when it is rendered, as in Ruby. context.usAscii tells of each result what keepsAscii knows.

import { HashDrop } from '../../ruby/hash-drop.ts';
import { Drop, toLiquid, type Value } from '../../ruby/values.ts';
import { argumentError, LiquidError } from '../errors.ts';
import type { Context, FilterDefinition, Fused, Runtime } from '../runtime/context.ts';
import { isAscii, isAsciiToRuby, isName } from '../runtime/printed.ts';
import type { FilterCall, Lookup, Step, Variable } from '../syntax/tree.ts';
import { compileExpression, type Evaluate, found, readStep } from './expression.ts';

/**
 * A value through its filters. It leaves in context.usAscii whether the value's printed form is US-ASCII, if it is a string
 * or prints as one.
 */
export function compileVariable({ name, filters }: Variable, env: Runtime): Evaluate {
  let value: Evaluate;
  if (name === null) value = withFlag(() => null);
  else if (name.kind === 'lookup' && name.steps.length === 0 && typeof name.name === 'string') value = plain(name.name);
  else if (name.kind === 'lookup' && isIndexing(name.steps[name.steps.length - 1])) value = indexed(name, env);
  else value = withFlag(compileExpression(name, env));
  for (let i = 0; i < filters.length; i++) {
    const [call, next] = [filters[i]!, filters[i + 1]];
    const input = value;
    const fused =
      next === undefined ? null : (env.filters.get(call.name)?.fuse?.(call, next, env.filters.get(next.name)) ?? null);
    if (fused === null) value = compileFilter(call, input, env);
    else {
      value = compileFused(fused, input, (one) => compileFilter(next!, compileFilter(call, one, env), env));
      i++;
    }
  }
  return value;
}

const withFlag =
  (evaluate: Evaluate): Evaluate =>
  (context) => {
    const value = evaluate(context);
    context.usAscii = false;
    return value;
  };

// Only a variable that assign or capture wrote can be US-ASCII as a string.
const plain =
  (name: string): Evaluate =>
  (context) => {
    const value = context.find(name);
    context.usAscii = context.isAscii(name) && (typeof value === 'string' || Array.isArray(value));
    return value;
  };

const isIndexing = (step: Step | undefined): boolean =>
  step !== undefined && (typeof step !== 'string' || step === 'first' || step === 'last' || step === 'excerpt');

// A string out of a list may be US-ASCII: a method's name, or one of what a filter made for assign. So may an excerpt.
function indexed(lookup: Lookup, env: Runtime): Evaluate {
  const { name, steps } = lookup;
  const container = compileExpression({ ...lookup, steps: steps.slice(0, -1) }, env);
  const last = steps[steps.length - 1]!;
  const key = typeof last === 'string' ? () => last : compileExpression(last, env);
  return (context) => {
    const list = container(context);
    const asked = key(context);
    const value = found(readStep(list, asked, typeof last === 'string', env));
    context.usAscii = false;
    if (typeof value !== 'string') return value;
    if (list instanceof Drop && typeof asked === 'string') context.usAscii = list.isAsciiAt(asked);
    if (!Array.isArray(list)) return value;
    const at = asked === 'first' ? 0 : asked === 'last' ? -1 : Number(asked);
    context.usAscii =
      isName(list, at < 0 ? at + list.length : at) ||
      (steps.length === 1 && typeof name === 'string' && context.isAscii(name));
    return value;
  };
}

/** @param otherwise both filters, for what isn't a string */
const compileFused =
  (fused: Fused, input: Evaluate, otherwise: (input: Evaluate) => Evaluate): Evaluate =>
  (context) => {
    const value = input(context);
    return typeof value === 'string' ? fused(value, context) : otherwise(() => value)(context);
  };

function compileFilter(call: FilterCall, input: Evaluate, env: Runtime): Evaluate {
  const args = compileArguments(call, env);
  const definition = env.filters.get(call.name);
  if (definition === undefined) return compileUnknown(call.name, input, args, env);
  const count = call.args.length + (call.keywords === null ? 0 : 1);
  const [least, most] = definition.arity;
  if (count < least || count > most) return compileMiscount(call.name, count, definition, input, args);
  const { encoding } = definition;
  if (encoding === 'own') {
    return (context) => {
      const value = input(context);
      const result = toLiquid(definition.apply(value, args(context), context));
      context.usAscii &&= typeof result !== 'string' || isAscii(result);
      return limited(result, context);
    };
  }
  return (context) => {
    const value = input(context);
    const given = args(context);
    const before = context.usAscii;
    const result = toLiquid(definition.apply(value, given, context));
    context.usAscii = result === value ? before : keepsAscii(encoding, value, before, result);
    return limited(result, context);
  };
}

function limited(result: Value, context: Context): Value {
  const { limits } = context;
  if (typeof result === 'string') {
    if (result.length > limits.length) limits.exceedLength();
    limits.work(result.length);
  } else if (Array.isArray(result)) {
    if (result.length > limits.items) limits.exceedItems();
    limits.work(result.length);
  } else if (typeof result === 'bigint') limits.checkInteger(result);
  return result;
}

// Whether a filter's result is US-ASCII, or the strings in it; `before` tells it of the input.
function keepsAscii(encoding: FilterDefinition['encoding'], input: Value, before: boolean, result: Value): boolean {
  if (encoding === undefined) return false;
  if (encoding === 'ascii') return true;
  if (encoding === 'items') {
    if (Array.isArray(input))
      return before || isName(input, input.indexOf(Array.isArray(result) ? result[0]! : result));
    return typeof input === 'string' ? before : isItemsAscii(input);
  }
  if (typeof result !== 'string') return false;
  return (typeof input === 'string' ? before : isAsciiToRuby(input)) && isAscii(result);
}

function compileArguments(call: FilterCall, env: Runtime): (context: Context) => readonly Value[] {
  const { constant, keywords } = call;
  if (constant !== null) return () => constant;
  const args = call.args.map((arg) => compileExpression(arg, env));
  if (keywords !== null) {
    const named = keywords.map(([key, value]) => [key, compileExpression(value, env)] as const);
    args.push((context) => new Map(named.map(([key, value]) => [key, value(context)])));
  }
  const [only] = args;
  if (args.length === 1) return (context) => [only!(context)];
  return (context) => args.map((arg) => arg(context));
}

function compileUnknown(
  name: string,
  input: Evaluate,
  args: (context: Context) => readonly Value[],
  env: Runtime,
): Evaluate {
  const { strictFilters } = env;
  return (context) => {
    const value = input(context);
    args(context);
    if (!strictFilters) return toLiquid(value);
    throw new LiquidError(
      'liquid-undefined-filter',
      `undefined filter ${name}`,
      'liquid.strict_filters is set in _config.yml: every filter has to exist.',
      name,
    );
  };
}

function compileMiscount(
  name: string,
  count: number,
  { arity: [least, most] }: FilterDefinition,
  input: Evaluate,
  args: (context: Context) => readonly Value[],
): Evaluate {
  const expected = least === most ? `${least + 1}` : most === Infinity ? `${least + 1}+` : `${least + 1}..${most + 1}`;
  return (context) => {
    input(context);
    args(context);
    throw argumentError(
      `wrong number of arguments (given ${count + 1}, expected ${expected})`,
      `The filter ${name} takes ${takes(least, most)}.`,
    );
  };
}

// The names of a drop's methods, its first keys, are US-ASCII.
const isItemsAscii = (input: Value): boolean => input instanceof HashDrop || isAsciiToRuby(input);

const takes = (least: number, most: number): string =>
  most === 0
    ? 'no argument'
    : least === most
      ? `${least === 1 ? 'one argument' : `${least} arguments`}`
      : `${least} to ${most} arguments`;
