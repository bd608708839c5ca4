// Compiles expressions to closures: kind, names and steps are resolved once, not on every read.

import { hashGet, isHash, RubyRange, type Value } from '../../ruby/values.ts';
import { undefinedVariable } from '../errors.ts';
import type { Context, Runtime } from '../runtime/context.ts';
import { strictInteger, toInteger } from '../runtime/convert.ts';
import { MISSING, step } from '../runtime/lookup.ts';
import { parseExpression } from '../syntax/expression.ts';
import type { Expression, Lookup, RangeExpression, Step } from '../syntax/tree.ts';

/** Evaluates to the value in the current rendering. */
export type Evaluate = (context: Context) => Value;

/** The value of a variable given as markup: `page.title`, `include.x`. */
export const evaluateMarkup = (markup: string, context: Context): Value =>
  compileExpression(parseExpression(markup), context.env)(context);

export function compileExpression(expression: Expression, env: Runtime): Evaluate {
  if (expression.kind === 'lookup') return compileLookup(expression, env);
  if (expression.kind === 'range') return compileRange(expression, env);
  const { value } = expression;
  return () => value;
}

function compileRange({ first, last }: RangeExpression, env: Runtime): Evaluate {
  const from = compileExpression(first, env);
  const to = compileExpression(last, env);
  return (context) => new RubyRange(bound(from(context)), bound(to(context)));
}

const bound = (value: Value): number | bigint =>
  value === null || typeof value === 'string' ? toInteger(value) : strictInteger(value);

function compileLookup({ name, steps }: Lookup, env: Runtime): Evaluate {
  const [first, second] = steps;
  const start = compileName(name, env);
  if (first === undefined) return start;
  const { strictVariables } = env;
  if (!strictVariables && typeof first === 'string') {
    if (steps.length === 1) return (context) => found(step(start(context), first, true));
    if (steps.length === 2 && typeof second === 'string') {
      return (context) => {
        const object = step(start(context), first, true);
        return object === MISSING ? null : found(step(object, second, true));
      };
    }
  }
  const keys = steps.map((key) => compileStep(key, env));
  return (context) => {
    let object = start(context);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i]!;
      const next = readStep(object, typeof key === 'string' ? key : key(context), typeof key === 'string', env);
      if (next === MISSING) return null;
      object = next;
    }
    return object;
  };
}

/** The value of a key, given as a name or in brackets. With strict variables, MISSING is an error. */
export function readStep(
  object: Value,
  key: Value,
  isName: boolean,
  { strictVariables }: Runtime,
): Value | typeof MISSING {
  const next = step(object, key, isName);
  if (!strictVariables) return next;
  if (next === MISSING || (next === null && isHash(object) && hashGet(object, key) === undefined)) {
    throw undefinedVariable(key);
  }
  return next;
}

export const found = (value: Value | typeof MISSING): Value => (value === MISSING ? null : value);

const compileStep = (key: Step, env: Runtime): string | Evaluate =>
  typeof key === 'string' ? key : compileExpression(key, env);

function compileName(name: Lookup['name'], env: Runtime): Evaluate {
  if (typeof name === 'string') return (context) => context.find(name);
  if (name === null) return (context) => context.find(null);
  const key = compileExpression(name, env);
  return (context) => context.find(key(context));
}
