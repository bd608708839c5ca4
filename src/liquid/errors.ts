// Errors in templates. The parser knows the position and throws a BuildError right away; during rendering, a tag or
// filter throws a LiquidError, and the renderer, which knows the node and the chain of includes, adds the position.

import type { DiagnosticCode } from '../diagnostics/catalogue.ts';
import { className } from '../ruby/class-name.ts';
import { inspect } from '../ruby/inspect.ts';
import { toS } from '../ruby/to-s.ts';
import { Drop, RubyFloat, RubyObject, RubySymbol, type Value } from '../ruby/values.ts';

/** An error without a position yet. `message` is Ruby's own if Ruby has one. */
export class LiquidError extends Error {
  readonly code: DiagnosticCode;
  readonly hint: string | undefined;
  /** See Diagnostic. */
  readonly about: string | undefined;
  constructor(code: DiagnosticCode, message: string, hint?: string, about?: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'LiquidError';
    this.code = code;
    this.hint = hint;
    this.about = about;
  }
}

/** Ruby's ArgumentError, which Liquid raises under its own name. */
export const argumentError = (message: string, hint?: string): LiquidError =>
  new LiquidError('liquid-argument', message, hint);

/** Ruby's TypeError. */
export const typeError = (message: string, hint?: string): LiquidError => new LiquidError('liquid-type', message, hint);

/** Ruby's NoMethodError, with the wording of Ruby 3.1. */
export const noMethod = (method: string, receiver: Value, hint?: string): LiquidError =>
  new LiquidError(
    'liquid-no-method',
    `undefined method \`${method}' for ${describe(receiver)}`,
    hint ?? `The value here is ${describe(receiver)}, which Ruby can't use here: set a default, or test it first.`,
  );

function describe(value: Value): string {
  if (value instanceof Drop || value instanceof RubyObject) return `#<${value.className}>`;
  const shown = inspect(value);
  return shown.startsWith('#') ? shown : `${shown}:${className(value)}`;
}

/** The error for an undefined variable with strict_variables. */
export const undefinedVariable = (name: Value): LiquidError =>
  new LiquidError(
    'liquid-undefined-variable',
    `undefined variable ${toS(name)}`,
    'liquid.strict_variables is set in _config.yml: every variable must exist.',
  );

/** The error for values that have no order: `comparison of Integer with String failed`. */
export function comparisonError(a: Value, b: Value): LiquidError {
  const shown =
    b === null || typeof b === 'boolean' || typeof b === 'number' || b instanceof RubyFloat || b instanceof RubySymbol
      ? inspect(b)
      : className(b);
  return argumentError(
    `comparison of ${className(a)} with ${shown} failed`,
    'The two values have different types. Convert one, for instance with `| plus: 0` or `| append: ""`.',
  );
}
