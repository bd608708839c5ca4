// Compiles conditions and values that filters get as strings (where_exp, find_exp, group_by_exp), each only once.

import { conversionName } from '../../ruby/class-name.ts';
import type { Value } from '../../ruby/values.ts';
import { compileCondition, type Test } from '../compile/condition.ts';
import type { Evaluate } from '../compile/expression.ts';
import { LiquidError, typeError } from '../errors.ts';
import type { Context, Runtime } from '../runtime/context.ts';
import { parseComparison, parseJoined } from '../syntax/condition.ts';
import { MarkupError } from '../syntax/lexer.ts';
import { StrictParser } from '../syntax/strict-parser.ts';
import type { Variable } from '../syntax/tree.ts';
import { parseVariableLaxly, parseVariableStrictly } from '../syntax/variable.ts';

type Reader<T> = (markup: Value, context: Context) => T;

function reader<T>(read: (markup: string, env: Runtime) => T): Reader<T> {
  const known = new Map<string, T>();
  return (markup, { env }) => {
    if (typeof markup !== 'string') {
      throw typeError(`no implicit conversion of ${conversionName(markup)} into String`);
    }
    let result = known.get(markup);
    if (result === undefined) {
      result = read(markup, env);
      known.set(markup, result);
    }
    return result;
  };
}

/**
 * Parses conditions with the strict grammar only.
 * @param joined whether `and` and `or` are supported: Jekyll 3.10 only allows a single comparison
 */
export const conditionReader = (joined: boolean): Reader<Test> =>
  reader((markup, env) => {
    try {
      const parser = new StrictParser(markup);
      const condition = joined ? parseJoined(parser) : parseComparison(parser);
      parser.consume('end_of_string');
      return compileCondition(condition, env);
    } catch (error) {
      if (!(error instanceof MarkupError)) throw error;
      throw new LiquidError(
        'liquid-syntax',
        error.message,
        joined
          ? `In the expression "${markup}".`
          : `In the expression "${markup}": Jekyll 3 allows a single comparison, without and, or.`,
      );
    }
  });

/** Parses values with filters, like an output. */
export const expressionReader = (compile: (variable: Variable, env: Runtime) => Evaluate): Reader<Evaluate> =>
  reader((markup, env) => compile(parse(markup, env), env));

function parse(markup: string, { errorMode }: Runtime): Variable {
  if (errorMode === 'lax') return parseVariableLaxly(markup);
  try {
    return parseVariableStrictly(markup);
  } catch (error) {
    if (!(error instanceof MarkupError)) throw error;
    if (errorMode === 'strict') throw new LiquidError('liquid-syntax', error.message);
    return parseVariableLaxly(markup);
  }
}
