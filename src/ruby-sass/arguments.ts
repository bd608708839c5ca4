// Evaluates the arguments of calls, and binds them to parameters.

import { RubySassError } from './error.ts';
import type { BuiltIn } from './functions/define.ts';
import { Scope } from './scope.ts';
import { normalizeName } from './script-parser.ts';
import type { Arguments, Callable, Expression } from './tree.ts';
import { items, type List, list, type Separator, separatorOf, styled, type Value } from './values.ts';

export interface Given {
  readonly positional: readonly Value[];
  readonly named: ReadonlyMap<string, Value>;
  readonly separator: Separator;
}

interface BuiltInArguments {
  readonly args: readonly Value[];
  /** Named arguments without a parameter, for functions that accept any names. */
  readonly named: ReadonlyMap<string, Value>;
}

const NO_NAMES: ReadonlyMap<string, Value> = new Map();

export function evaluateArguments(args: Arguments, evaluated: (expression: Expression) => Value): Given {
  let positional: readonly Value[] = args.positional.map((argument) => evaluated(argument));
  const named = new Map<string, Value>();
  let separator: Separator = 'comma';
  const addNames = (value: Value): void => {
    if (value.type !== 'map') return;
    for (const [key, item] of value.entries.values())
      if (key.type === 'string') named.set(normalizeName(key.text), item);
  };
  if (args.rest !== null) {
    const rest = evaluated(args.rest);
    separator = separatorOf(rest) ?? 'comma';
    if (rest.type === 'map') addNames(rest);
    else positional = [...positional, ...items(rest)];
    if (rest.type === 'list') for (const [name, item] of rest.keywords ?? []) named.set(name, item);
  }
  for (const [name, argument] of args.named) named.set(name, evaluated(argument));
  if (args.namedRest !== null) addNames(evaluated(args.namedRest));
  return { positional, named, separator };
}

/**
 * The scope of a mixin's or function's body.
 * @param valueIn evaluates the default of a missing argument, in that scope
 */
export function bindParameters(
  callable: Callable,
  given: Given,
  valueIn: (scope: Scope, expression: Expression) => Value,
): Scope {
  const { names, rest } = callable.parameters;
  const { positional, named } = given;
  if (positional.length > names.length && rest === null) {
    throw new RubySassError(`${callable.name} takes ${names.length} arguments but ${positional.length} were passed.`);
  }
  const scope = new Scope(callable.scope as Scope);
  const left = new Map(named);
  names.forEach(([name, standard], i) => {
    let value = positional[i] ?? left.get(name);
    left.delete(name);
    if (value === undefined && standard !== null) value = valueIn(scope, standard);
    if (value === undefined) throw new RubySassError(`${callable.name} is missing argument $${name}.`);
    scope.define(name, value);
  });
  if (rest !== null) {
    const more: List = { ...list(positional.slice(names.length).map(styled), given.separator), keywords: left };
    scope.define(rest, more);
  } else if (left.size > 0) {
    throw new RubySassError(`${callable.name} doesn't have an argument named $${[...left.keys()][0]}.`);
  }
  return scope;
}

/** Like `bindParameters`, for built-in functions. */
export function bindBuiltIn(builtIn: BuiltIn, name: string, given: Given): BuiltInArguments {
  const { parameters, isVariadic, takesNamed } = builtIn;
  const args = [...given.positional];
  if (args.length > parameters.length && !isVariadic) {
    throw new RubySassError(`wrong number of arguments (${args.length} for ${parameters.length}) for \`${name}'`);
  }
  let named: ReadonlyMap<string, Value> = NO_NAMES;
  if (given.named.size > 0) {
    const left = new Map(given.named);
    // rgba() and the like also accept a colour and an opacity.
    const isPair = left.has('color') && parameters[0] === 'red';
    const wanted = isPair ? ['color', 'alpha'] : parameters;
    for (let i = args.length; i < wanted.length; i++) {
      const parameter = wanted[i]!.replace('?', '');
      const value = left.get(parameter);
      if (value === undefined) break;
      args.push(value);
      left.delete(parameter);
    }
    if (left.size > 0 && !takesNamed) {
      throw new RubySassError(`Function ${name} doesn't have an argument named $${[...left.keys()][0]}`);
    }
    named = left;
  }
  const needed = parameters.filter((parameter) => !parameter.endsWith('?')).length;
  if (args.length < needed) {
    throw new RubySassError(`wrong number of arguments (${args.length} for ${needed}) for \`${name}'`);
  }
  return { args, named };
}
