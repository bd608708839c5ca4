// Compiles `value | filter: argument` to closures that keep the encoding: values that are US-ASCII in Ruby are wrapped
// (ruby/us-ascii.ts). Only used where the encoding matters: the first piece of a template, what assign and capture
// store, and the input of the filter markdownify.

import { isAscii, isJoinAscii, isName, type Text, toText, UsAscii } from '../../ruby/us-ascii.ts';
import { Drop, type Value } from '../../ruby/values.ts';
import type { Context, Render, Runtime } from '../runtime/context.ts';
import { join } from '../runtime/printed.ts';
import type { Expression, Lookup, Step } from '../syntax/tree.ts';
import { compileExpression, type Evaluate, found, readStep } from './expression.ts';
import type { CompiledFilter, Stage } from './filter.ts';

export function compileEncoded(name: Expression | null, stages: readonly Stage[], env: Runtime): Evaluate {
  let value = compileName(name, env);
  for (const { filter, fused } of stages) {
    const input = value;
    if (fused === null) value = applied(filter, input);
    else {
      const separately = (one: Evaluate): Evaluate => applied(fused.next, applied(filter, one));
      value = (context) => {
        const encoded = input(context);
        const text = plain(encoded);
        if (typeof text !== 'string') return separately(() => encoded)(context);
        const result = fused.run(text);
        // The two filters are split and join; joining an empty array gives US-ASCII.
        return wrapped(result, encoded !== text || result === '');
      };
    }
  }
  return value;
}

export const withoutEncoding =
  (evaluate: Evaluate): Evaluate =>
  (context) =>
    plain(evaluate(context));

/** A value to be stored by assign: the encoding only needs to be kept for strings and arrays. */
export const storable =
  (evaluate: Evaluate): Evaluate =>
  (context) => {
    const value = evaluate(context);
    const bare = plain(value);
    return typeof bare === 'string' || Array.isArray(bare) ? value : bare;
  };

const plain = (value: Value): Value => (value instanceof UsAscii ? value.value : value);

const wrapped = (value: Value, ascii: boolean): Value =>
  ascii && (typeof value !== 'string' || isAscii(value)) ? new UsAscii(value) : value;

function applied({ apply, args, encoding }: CompiledFilter, input: Evaluate): Evaluate {
  return (context) => {
    const encoded = input(context);
    const value = plain(encoded);
    const given = args(context);
    const result = apply(encoding?.asks ? encoded : value, given, context);
    const before = encoded !== value;
    const ascii =
      encoding === undefined ? before && result === value : encoding.isAscii(before, value, given, result, context);
    return wrapped(result, ascii);
  };
}

function compileName(name: Expression | null, env: Runtime): Evaluate {
  if (name === null) return () => null;
  if (name.kind === 'lookup') {
    if (name.steps.length === 0 && typeof name.name === 'string') return variable(name.name);
    if (isIndexing(name.steps[name.steps.length - 1])) return indexed(name, env);
  }
  return compileExpression(name, env);
}

/** The wrapped value of assign or capture; null if it isn't wrapped. */
function stored(name: Lookup['name'], context: Context): UsAscii | null {
  const value = typeof name === 'string' ? context.variables.get(name) : null;
  return value instanceof UsAscii ? value : null;
}

const variable =
  (name: string): Evaluate =>
  (context) =>
    stored(name, context) ?? context.find(name);

const isIndexing = (step: Step | undefined): boolean =>
  step !== undefined && (typeof step !== 'string' || step === 'first' || step === 'last' || step === 'excerpt');

// A string from an array may be US-ASCII: a method's name, or an item of a filter's result stored by assign. So may an
// excerpt.
function indexed(lookup: Lookup, env: Runtime): Evaluate {
  const { name, steps } = lookup;
  const container = compileExpression({ ...lookup, steps: steps.slice(0, -1) }, env);
  const last = steps[steps.length - 1]!;
  const key = typeof last === 'string' ? () => last : compileExpression(last, env);
  return (context) => {
    const list = container(context);
    const asked = key(context);
    const value = found(readStep(list, asked, typeof last === 'string', env));
    if (typeof value !== 'string') return value;
    if (list instanceof Drop) return wrapped(value, typeof asked === 'string' && list.isAsciiAt(asked));
    if (!Array.isArray(list)) return value;
    const at = asked === 'first' ? 0 : asked === 'last' ? -1 : Number(asked);
    const ofStored = steps.length === 1 && stored(name, context) !== null;
    return wrapped(value, ofStored || isName(list, at < 0 ? at + list.length : at));
  };
}

/** The output of `{{ … }}` for a value. */
export function printedText(value: Value): Text {
  const bare = plain(value);
  if (!Array.isArray(bare)) return toText(value);
  const text = join(bare, '');
  return isJoinAscii(bare, bare !== value) && isAscii(text) ? new UsAscii(text) : text;
}

/** A piece of a body. A silent one prints nothing; a tag may interrupt the enclosing body. */
export interface Piece<R = Render> {
  run: string | R;
  readonly tag: boolean;
  readonly silent: boolean;
}

/** Concatenates the pieces, in the encoding of the first; without pieces it is US-ASCII (Array#join). */
export function joinedText(pieces: readonly Piece[]): Render {
  return (context) => {
    let text = '';
    let ascii: boolean | null = null;
    for (const { run, tag, silent } of pieces) {
      const piece = typeof run === 'string' ? run : run(context);
      if (!silent) {
        ascii ??= piece instanceof UsAscii;
        text += typeof piece === 'string' ? piece : piece.toS();
      }
      if (tag && context.interrupts.length > 0) break;
    }
    return (ascii ?? true) && isAscii(text) ? new UsAscii(text) : text;
  };
}
