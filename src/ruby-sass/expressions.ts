// Evaluates the expressions of Ruby Sass 3.7.4.

import { bindBuiltIn, bindParameters, evaluateArguments, type Given } from './arguments.ts';
import type { CssNode } from './css.ts';
import { RubySassError } from './error.ts';
import type { BuiltIn, Host } from './functions/define.ts';
import { selectorValue } from './functions/selectors.ts';
import { BUILT_INS } from './functions/table.ts';
import { mapOf, operate, operateUnary } from './operators.ts';
import { print } from './print-value.ts';
import { Scope } from './scope.ts';
import { normalizeName } from './script-parser.ts';
import type { Arguments, Callable, Expression, Statement, Template } from './tree.ts';
import { type FunctionValue, list, NULL, styled, truthy, unquoted, type Value } from './values.ts';

const DEPTH = 500;

export abstract class ExpressionEvaluator implements Host {
  readonly compressed: boolean;
  protected scope = new Scope(null);
  /** The value of a function's `@return`, after which none of its statements run. */
  protected answer: Value | null = null;
  #depth = 0;
  #ids = 0;

  constructor(compressed: boolean) {
    this.compressed = compressed;
  }

  /** Evaluates statements to CSS, up to a `@return`. */
  protected abstract all(statements: readonly Statement[]): CssNode[];

  protected in<T>(scope: Scope, run: () => T): T {
    const before = this.scope;
    this.scope = scope;
    try {
      return run();
    } finally {
      this.scope = before;
    }
  }

  /** Counts nested mixins, functions and content blocks. */
  protected enter(): void {
    if (++this.#depth > DEPTH) throw new RubySassError('Mixins or functions are nested too deep');
  }

  protected leave(): void {
    this.#depth--;
  }

  protected given(args: Arguments): Given {
    return evaluateArguments(args, (expression) => this.value(expression));
  }

  protected bind(callable: Callable, given: Given): Scope {
    return bindParameters(callable, given, (scope, expression) => this.in(scope, () => this.value(expression)));
  }

  text(parts: Template): string {
    if (parts.length === 1 && typeof parts[0] === 'string') return parts[0];
    let text = '';
    for (const part of parts) text += typeof part === 'string' ? part : print(this.value(part), this.compressed, true);
    return text;
  }

  value(expression: Expression): Value {
    switch (expression.kind) {
      case 'literal':
        return expression.value;
      case 'variable': {
        const value = this.scope.variable(expression.name);
        if (value === null) throw new RubySassError(`Undefined variable: "$${expression.name}".`);
        return plain(value);
      }
      case 'binary': {
        const { operator } = expression;
        const left = this.value(expression.left);
        if (operator === 'and') return truthy(left) ? this.value(expression.right) : left;
        if (operator === 'or') return truthy(left) ? left : this.value(expression.right);
        return operate(operator, left, this.value(expression.right), this.compressed);
      }
      case 'unary':
        return operateUnary(expression.operator, this.value(expression.operand), this.compressed);
      case 'call':
        return plain(this.#call(expression.name, expression.args));
      case 'list':
        return list(
          expression.items.map((item) => styled(this.value(item))),
          expression.separator,
          expression.bracketed,
        );
      case 'map':
        return mapOf(expression.pairs.map(([key, value]) => [styled(this.value(key)), styled(this.value(value))]));
      case 'interpolation': {
        const { before, middle, after, spaceBefore, spaceAfter } = expression;
        const start = before === null ? '' : print(this.value(before), this.compressed) + (spaceBefore ? ' ' : '');
        const text = print(this.value(middle), this.compressed, true);
        const end = after === null ? '' : (spaceAfter ? ' ' : '') + print(this.value(after), this.compressed);
        return unquoted(start + text + end);
      }
      case 'template': {
        let text = '';
        for (const part of expression.parts) {
          if (typeof part === 'string') text += part;
          else {
            const value = this.value(part);
            text += value.type === 'string' ? value.text : print(value, this.compressed, true);
          }
        }
        return { type: 'string', text, quoted: expression.quoted };
      }
      default: {
        const selector = this.scope.currentSelector();
        return selector === null ? NULL : selectorValue(selector);
      }
    }
  }

  #call(name: string, args: Arguments): Value {
    const key = normalizeName(name);
    const own = this.scope.callable(key);
    if (own !== null) return this.#perform(own, this.given(args));
    if (key === 'if') return this.#conditional(args);
    const builtIn = BUILT_INS.get(key);
    const given = this.given(args);
    return builtIn === undefined ? this.#plainCall(name, given) : this.#builtIn(builtIn, name, given);
  }

  #plainCall(name: string, { positional, named }: Given): Value {
    if (named.size > 0) throw new RubySassError(`Function ${name} doesn't support keyword arguments`);
    return unquoted(`${name}(${positional.map((value) => print(value, this.compressed)).join(', ')})`);
  }

  #conditional(args: Arguments): Value {
    if (args.rest !== null) {
      const { positional } = this.given(args);
      return truthy(positional[0] ?? NULL) ? positional[1]! : positional[2]!;
    }
    const pick = (at: number, name: string): Expression => {
      const found = args.positional[at] ?? args.named.get(name);
      if (found === undefined) throw new RubySassError(`Function if requires an argument named $${name}`);
      return found;
    };
    const isTrue = truthy(this.value(pick(0, 'condition')));
    return styled(this.value(isTrue ? pick(1, 'if-true') : pick(2, 'if-false')));
  }

  #builtIn(builtIn: BuiltIn, name: string, given: Given): Value {
    const { args, named } = bindBuiltIn(builtIn, name, given);
    return styled(builtIn.run(args, this, named));
  }

  #perform(callable: Callable, given: Given): Value {
    this.enter();
    const scope = this.bind(callable, given);
    scope.caller = new Scope(this.scope);
    const answer = this.in(scope, () => {
      this.all(callable.body);
      const found = this.answer;
      this.answer = null;
      return found;
    });
    if (answer === null) throw new RubySassError(`Function ${callable.name} finished without @return`);
    this.leave();
    return answer;
  }

  // Used by built-in functions

  variableExists(name: string, global: boolean): boolean {
    return (global ? this.scope.top : this.scope).variable(name) !== null;
  }

  mixinExists(name: string): boolean {
    return this.scope.mixin(name) !== null;
  }

  contentExists(): boolean {
    return this.scope.currentContent() !== null;
  }

  isBuiltIn(name: string): boolean {
    return BUILT_INS.has(name);
  }

  callable(name: string): Callable | null {
    return this.scope.callable(name);
  }

  call(target: FunctionValue, positional: readonly Value[], named: ReadonlyMap<string, Value>): Value {
    const given: Given = { positional, named, separator: 'comma' };
    if (target.callable !== null) return this.#perform(target.callable as Callable, given);
    const builtIn = target.plain ? undefined : BUILT_INS.get(target.name);
    return builtIn === undefined ? this.#plainCall(target.name, given) : this.#builtIn(builtIn, target.name, given);
  }

  unique(): string {
    return `u${(++this.#ids).toString(36).padStart(8, '0')}`;
  }
}

/** A number assigned to a variable prints as computed, not as written. */
const plain = (value: Value): Value =>
  value.type === 'number' && value.original !== null ? { ...value, original: null } : value;
