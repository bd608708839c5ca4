// Compiles a filter and its arguments to closures. Name and arity are checked once, but errors are only raised during
// rendering, as in Ruby.

import { toLiquid, type Value } from '../../ruby/values.ts';
import { argumentError, LiquidError } from '../errors.ts';
import type { Context, FilterDefinition, FilterEncoding, Fused, Runtime } from '../runtime/context.ts';
import type { FilterCall } from '../syntax/tree.ts';
import { compileExpression } from './expression.ts';

export interface CompiledFilter {
  readonly args: (context: Context) => readonly Value[];
  readonly apply: (input: Value, args: readonly Value[], context: Context) => Value;
  readonly encoding: FilterEncoding | undefined;
}

/** One filter, or two that run as one. */
export interface Stage {
  readonly filter: CompiledFilter;
  readonly fused: { readonly next: CompiledFilter; readonly run: Fused } | null;
}

export function compileFilters(calls: readonly FilterCall[], env: Runtime): Stage[] {
  const stages: Stage[] = [];
  for (let i = 0; i < calls.length; i++) {
    const [call, next] = [calls[i]!, calls[i + 1]];
    const run = next && env.filters.get(call.name)?.fuse?.(call, next, env.filters.get(next.name));
    stages.push({ filter: compileFilter(call, env), fused: run ? { next: compileFilter(next!, env), run } : null });
    if (run) i++;
  }
  return stages;
}

function compileFilter(call: FilterCall, env: Runtime): CompiledFilter {
  const args = compileArguments(call, env);
  const definition = env.filters.get(call.name);
  if (definition === undefined) return { args, apply: unknown(call.name, env), encoding: PASSING };
  const count = call.args.length + (call.keywords === null ? 0 : 1);
  const [least, most] = definition.arity;
  const encoding = env.encodings.get(definition);
  if (count < least || count > most) return { args, apply: miscount(call.name, count, definition), encoding };
  const apply: CompiledFilter['apply'] = (input, given, context) => {
    if (typeof input === 'string') context.limits.checkInput(input);
    return limited(toLiquid(definition.apply(input, given, context)), context);
  };
  return { args, apply, encoding };
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

const PASSING: FilterEncoding = { isAscii: (before) => before };

function unknown(name: string, { strictFilters }: Runtime): CompiledFilter['apply'] {
  return (value) => {
    if (!strictFilters) return toLiquid(value);
    throw new LiquidError(
      'liquid-undefined-filter',
      `undefined filter ${name}`,
      'liquid.strict_filters is set in _config.yml: every filter must exist.',
      name,
    );
  };
}

function miscount(name: string, count: number, { arity: [least, most] }: FilterDefinition): CompiledFilter['apply'] {
  const expected = least === most ? `${least + 1}` : most === Infinity ? `${least + 1}+` : `${least + 1}..${most + 1}`;
  return () => {
    throw argumentError(
      `wrong number of arguments (given ${count + 1}, expected ${expected})`,
      `The filter ${name} takes ${takes(least, most)}.`,
    );
  };
}

const takes = (least: number, most: number): string =>
  most === 0
    ? 'no argument'
    : least === most
      ? `${least === 1 ? 'one argument' : `${least} arguments`}`
      : `${least} to ${most} arguments`;
