// Compiles `value | filter: argument` to closures.

import type { Runtime } from '../runtime/context.ts';
import type { Expression, Variable } from '../syntax/tree.ts';
import { compileEncoded, withoutEncoding } from './encoded.ts';
import { compileExpression, type Evaluate } from './expression.ts';
import { type CompiledFilter, compileFilters, type Stage } from './filter.ts';

/** A value with its filters applied. */
export function compileVariable({ name, filters }: Variable, env: Runtime): Evaluate {
  const stages = compileFilters(filters, env);
  // Encodings are tracked up to the last filter that needs them.
  const asking = stages.findLastIndex(({ filter }) => filter.encoding?.asks);
  let value =
    asking < 0 ? compileName(name, env) : withoutEncoding(compileEncoded(name, stages.slice(0, asking + 1), env));
  for (const stage of stages.slice(asking + 1)) value = compileStage(stage, value);
  return value;
}

/** The same, keeping the encoding: a value that is US-ASCII in Ruby is returned as a UsAscii. */
export const compileWithEncoding = ({ name, filters }: Variable, env: Runtime): Evaluate =>
  compileEncoded(name, compileFilters(filters, env), env);

const compileName = (name: Expression | null, env: Runtime): Evaluate =>
  name === null ? () => null : compileExpression(name, env);

function compileStage({ filter, fused }: Stage, input: Evaluate): Evaluate {
  if (fused === null) return applied(filter, input);
  const { run, next } = fused;
  return (context) => {
    const value = input(context);
    if (typeof value === 'string') return run(value);
    return next.apply(filter.apply(value, filter.args(context), context), next.args(context), context);
  };
}

const applied =
  ({ apply, args }: CompiledFilter, input: Evaluate): Evaluate =>
  (context) =>
    apply(input(context), args(context), context);
