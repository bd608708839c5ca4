// Statements and expressions of Ruby Sass 3.7.4, evaluated to CSS that is still nested.

import { type CssNode, printQueries, type StaticQuery } from './css.ts';
import { BUILT_INS, type BuiltIn, type Host, selectorValue } from './functions.ts';
import { trimmed } from './lexical.ts';
import { parseQueries } from './parser.ts';
import { Scope } from './scope.ts';
import { normalizeName } from './script-parser.ts';
import { resolveParents, type SelectorList } from './selector.ts';
import { parseKeyframeSelector, parseSelector } from './selector-parser.ts';
import type {
  Arguments,
  Callable,
  Condition,
  Expression,
  FunctionValue,
  MediaQuery,
  Statement,
  Template,
} from './tree.ts';
import {
  coerce,
  inspect,
  isWhole,
  items,
  type List,
  list,
  mapOf,
  NULL,
  number,
  operate,
  operateUnary,
  print,
  RubySassError,
  type Separator,
  separatorOf,
  styled,
  truthy,
  unquoted,
  type Value,
} from './values.ts';

export interface Import {
  /** Absolute. */
  readonly path: string;
  readonly statements: readonly Statement[];
}

export interface Sources {
  /** @param from the partial that imports; null for the sheet itself. Throws where there is none. */
  find(name: string, from: string | null): Import;
}

export interface EvaluationOptions {
  readonly compressed: boolean;
  readonly sources: Sources;
  warn(message: string): void;
}

interface Given {
  readonly positional: readonly Value[];
  readonly named: Map<string, Value>;
  readonly separator: Separator;
}

const NO_NAMES: ReadonlyMap<string, Value> = new Map();
const DEPTH = 500;

export function evaluate(statements: readonly Statement[], options: EvaluationOptions): CssNode[] {
  return new Evaluator(options).sheet(statements);
}

class Evaluator implements Host {
  readonly compressed: boolean;
  readonly #options: EvaluationOptions;
  #scope = new Scope(null);
  #inKeyframes = false;
  #atRootWithoutRule = false;
  #file: string | null = null;
  readonly #files: string[] = [];
  #depth = 0;
  /** What a function has answered: nothing more of it is run. */
  #answer: Value | null = null;
  #ids = 0;
  /** Selectors without `#{}` are the same whenever their rule is reached. */
  readonly #selectors = new Map<string, SelectorList>();

  constructor(options: EvaluationOptions) {
    this.#options = options;
    this.compressed = options.compressed;
  }

  sheet(statements: readonly Statement[]): CssNode[] {
    return this.#all(statements);
  }

  #in<T>(scope: Scope, run: () => T): T {
    const before = this.#scope;
    this.#scope = scope;
    try {
      return run();
    } finally {
      this.#scope = before;
    }
  }

  #all(statements: readonly Statement[]): CssNode[] {
    const result: CssNode[] = [];
    for (const statement of statements) {
      this.#run(statement, result);
      if (this.#answer !== null) break;
    }
    return result;
  }

  #body(statements: readonly Statement[], isOpen = false): CssNode[] {
    return this.#in(new Scope(this.#scope, isOpen), () => this.#all(statements));
  }

  #run(statement: Statement, out: CssNode[]): void {
    switch (statement.kind) {
      case 'declaration': {
        const isCustom = Array.isArray(statement.value);
        const value = Array.isArray(statement.value)
          ? this.#text(statement.value)
          : print(this.#value(statement.value as Expression), this.compressed);
        const { body } = statement;
        const children = body.length === 0 ? [] : this.#body(body);
        const name = trimmed(this.#text(statement.name));
        out.push({ kind: 'declaration', name, value, isCustom, hasBody: body.length > 0, children, tabs: 0 });
        return;
      }
      case 'rule':
        this.#rule(statement, out);
        return;
      case 'variable':
        this.#assign(statement);
        return;
      case 'include':
        this.#include(statement.name, statement.args, statement.body, out);
        return;
      case 'if': {
        if (statement.test === null || truthy(this.#value(statement.test)))
          out.push(...this.#body(statement.body, true));
        else if (statement.otherwise !== null) this.#run(statement.otherwise, out);
        return;
      }
      case 'comment': {
        const text = this.#text(statement.text).replace(/\\([\\#])/g, '$1');
        out.push({ kind: 'comment', text, isLoud: statement.loud });
        return;
      }
      case 'media': {
        const queries = this.#queries(statement.queries);
        const children = this.#body(statement.body);
        out.push({
          kind: 'directive',
          type: 'media',
          name: '@media',
          value: '',
          queries,
          children,
          tabs: 0,
          groupEnd: false,
        });
        return;
      }
      case 'directive': {
        const value = trimmed(this.#text(statement.value));
        const before = this.#inKeyframes;
        this.#inKeyframes = /^@(?:-[a-zA-Z0-9]+-)?keyframes$/i.test(statement.name);
        const children = statement.body === null ? null : this.#body(statement.body);
        this.#inKeyframes = before;
        const { name } = statement;
        out.push({ kind: 'directive', type: 'plain', name, value, queries: null, children, tabs: 0, groupEnd: false });
        return;
      }
      case 'mixin':
        this.#scope.defineMixin({ ...statement, scope: new Scope(this.#scope) });
        return;
      case 'function':
        this.#scope.defineFunction({ ...statement, scope: new Scope(this.#scope) });
        return;
      case 'return':
        this.#answer = this.#value(statement.value);
        return;
      case 'for':
        this.#for(statement, out);
        return;
      case 'each':
        this.#each(statement, out);
        return;
      case 'while':
        this.#in(new Scope(this.#scope, true), () => {
          for (let turns = 0; truthy(this.#value(statement.test)); turns++) {
            if (turns > 1_000_000) throw new RubySassError('A loop without end');
            out.push(...this.#all(statement.body));
            if (this.#answer !== null) return;
          }
        });
        return;
      case 'content':
        this.#content(out);
        return;
      case 'extend': {
        const targets = parseSelector(trimmed(this.#text(statement.selector)));
        out.push({ kind: 'extend', targets, optional: statement.optional });
        return;
      }
      case 'import':
        this.#import(statement.name, out);
        return;
      case 'css-import': {
        const supports = statement.supports === null ? '' : ` supports(${this.#condition(statement.supports)})`;
        const media = statement.queries === null ? '' : ` ${this.#queryText(statement.queries)}`;
        const uri = this.#value(statement.uri);
        this.#cssImport(trimmed(print(uri, this.compressed)) + supports + media, out);
        return;
      }
      case 'supports': {
        const value = `@${statement.name} ${this.#condition(statement.condition)}`;
        const children = this.#body(statement.body);
        const name = `@${statement.name}`;
        out.push({
          kind: 'directive',
          type: 'supports',
          name,
          value,
          queries: null,
          children,
          tabs: 0,
          groupEnd: false,
        });
        return;
      }
      case 'at-root':
        this.#atRoot(statement, out);
        return;
      case 'message': {
        const value = this.#value(statement.value);
        const text = value.type === 'string' ? value.text : inspect(value);
        if (statement.level === 'error') throw new RubySassError(text);
        if (statement.level === 'warn') this.#options.warn(text);
        return;
      }
    }
  }

  #cssImport(address: string, out: CssNode[]): void {
    const value = `@import ${address}`;
    out.push({
      kind: 'directive',
      type: 'import',
      name: '@import',
      value,
      queries: null,
      children: null,
      tabs: 0,
      groupEnd: false,
    });
  }

  #rule(statement: Extract<Statement, { kind: 'rule' }>, out: CssNode[]): void {
    const text = trimmed(this.#text(statement.selector));
    if (this.#inKeyframes) {
      const value = parseKeyframeSelector(text);
      out.push({ kind: 'keyframe', value, children: this.#body(statement.body) });
      return;
    }
    const withoutRule = this.#atRootWithoutRule;
    this.#atRootWithoutRule = false;
    let parsed = this.#selectors.get(text);
    if (parsed === undefined) {
      parsed = parseSelector(text);
      this.#selectors.set(text, parsed);
    }
    const selector = resolveParents(parsed, this.#scope.currentSelector(), !withoutRule);
    const scope = new Scope(this.#scope);
    scope.selector = selector;
    const children = this.#in(scope, () => this.#all(statement.body));
    out.push({ kind: 'rule', selector, children, tabs: 0, groupEnd: false });
    this.#atRootWithoutRule = withoutRule;
  }

  #assign({ name, value, isDefault, isGlobal }: Extract<Statement, { kind: 'variable' }>): void {
    const scope = isGlobal ? this.#scope.top : this.#scope;
    if (isDefault) {
      const known = scope.variable(name);
      if (known !== null && known.type !== 'null') return;
    }
    scope.set(name, this.#value(value));
  }

  #for(statement: Extract<Statement, { kind: 'for' }>, out: CssNode[]): void {
    const from = this.#value(statement.from);
    const to = this.#value(statement.to);
    if (from.type !== 'number' || to.type !== 'number' || !isWhole(from.value)) {
      throw new RubySassError(`${inspect(from)} is not an integer.`);
    }
    const end = coerce(to, from.units, from.per);
    if (end === null || !isWhole(end)) throw new RubySassError(`${inspect(to)} is not an integer.`);
    const [first, last] = [Math.round(from.value), Math.round(end)];
    const step = first > last ? -1 : 1;
    this.#in(new Scope(this.#scope, true), () => {
      for (let i = first; step * i < step * last || (i === last && !statement.exclusive); i += step) {
        this.#scope.define(statement.name, number(i, from.units, from.per));
        out.push(...this.#all(statement.body));
        if (this.#answer !== null) return;
      }
    });
  }

  #each(statement: Extract<Statement, { kind: 'each' }>, out: CssNode[]): void {
    const all = items(this.#value(statement.list));
    const { names } = statement;
    this.#in(new Scope(this.#scope, true), () => {
      for (const item of all) {
        if (names.length === 1) this.#scope.define(names[0]!, item);
        else {
          const parts = items(item);
          for (const [i, name] of names.entries()) this.#scope.define(name, parts[i] ?? NULL);
        }
        out.push(...this.#all(statement.body));
        if (this.#answer !== null) return;
      }
    });
  }

  #include(name: string, args: Arguments, body: readonly Statement[] | null, out: CssNode[]): void {
    const mixin = this.#scope.mixin(name);
    if (mixin === null) throw new RubySassError(`Undefined mixin '${name}'.`);
    this.#enter();
    const given = this.#given(args);
    const from = this.#scope;
    this.#bound(mixin, given, (scope) => {
      scope.caller = new Scope(from);
      if (body !== null) scope.content = { body, scope: from };
      this.#in(scope, () => out.push(...this.#all(mixin.body)));
    });
    this.#depth--;
  }

  #content(out: CssNode[]): void {
    const content = this.#scope.currentContent();
    if (content === null) return;
    this.#enter();
    const scope = new Scope(content.scope);
    scope.caller = new Scope(this.#scope);
    this.#in(scope, () => out.push(...this.#all(content.body)));
    this.#depth--;
  }

  #enter(): void {
    if (++this.#depth > DEPTH) throw new RubySassError('Too many mixins or functions within each other');
  }

  #import(name: string, out: CssNode[]): void {
    if (name.endsWith('.css')) {
      this.#cssImport(`url(${name})`, out);
      return;
    }
    const found = this.#options.sources.find(name, this.#file);
    if (this.#files.includes(found.path)) throw new RubySassError(`An @import loop has been found: ${found.path}`);
    const before = this.#file;
    this.#files.push(found.path);
    this.#file = found.path;
    out.push(...this.#all(found.statements));
    this.#file = before;
    this.#files.pop();
  }

  #atRoot(statement: Extract<Statement, { kind: 'at-root' }>, out: CssNode[]): void {
    let isWith = false;
    let names = ['rule'];
    if (statement.query !== null) {
      const query = /^\(\s*(with|without)\s*:\s*([\w\s-]+?)\s*\)$/.exec(trimmed(this.#text(statement.query)));
      if (query === null) throw new RubySassError('Invalid @at-root query');
      isWith = query[1] === 'with';
      names = query[2]!.split(/\s+/);
    }
    const excludes = (name: string): boolean =>
      isWith ? !names.includes('all') && !names.includes(name) : names.includes('all') || names.includes(name);
    const [withoutRule, inKeyframes] = [this.#atRootWithoutRule, this.#inKeyframes];
    if (excludes('rule')) this.#atRootWithoutRule = true;
    if (excludes('keyframes')) this.#inKeyframes = false;
    const children = this.#body(statement.body);
    this.#atRootWithoutRule = withoutRule;
    this.#inKeyframes = inKeyframes;
    out.push({ kind: 'at-root', excludes, children, tabs: 0, groupEnd: false });
  }

  // Templates, queries, conditions

  #text(parts: Template): string {
    if (parts.length === 1 && typeof parts[0] === 'string') return parts[0];
    let text = '';
    for (const part of parts) text += typeof part === 'string' ? part : print(this.#value(part), this.compressed, true);
    return text;
  }

  #queryText(queries: readonly MediaQuery[]): string {
    return printQueries(this.#queries(queries));
  }

  /** Queries are read twice: what `#{}` brings in may be a whole query. */
  #queries(queries: readonly MediaQuery[]): StaticQuery[] {
    const text = queries
      .map(({ modifier, type, features }) => {
        const head = `${this.#text(modifier)}${modifier.length === 0 ? '' : ' '}${this.#text(type)}`;
        const tail = features.map((feature) => this.#text(feature)).join(' and ');
        return `${head}${type.length === 0 || features.length === 0 ? '' : ' and '}${tail}`;
      })
      .join(', ');
    return parseQueries(trimmed(text)).map((query) => ({
      modifier: this.#text(query.modifier),
      type: this.#text(query.type),
      features: query.features.map((feature) =>
        feature.map((part) => (typeof part === 'string' ? part : source(part))).join(''),
      ),
    }));
  }

  #condition(condition: Condition): string {
    switch (condition.kind) {
      case 'not': {
        const text = this.#condition(condition.condition);
        const needsBrackets = condition.condition.kind === 'not' || condition.condition.kind === 'operator';
        return `not ${needsBrackets ? `(${text})` : text}`;
      }
      case 'operator': {
        const part = (side: Condition): string => {
          const text = this.#condition(side);
          const isOther = side.kind === 'operator' && side.operator !== condition.operator;
          return side.kind === 'not' || isOther ? `(${text})` : text;
        };
        return `${part(condition.left)} ${condition.operator} ${part(condition.right)}`;
      }
      case 'declaration': {
        const name = print(this.#value(condition.name), this.compressed);
        return `(${name}: ${print(this.#value(condition.value), this.compressed)})`;
      }
      default:
        return print(this.#value(condition.value), this.compressed, true);
    }
  }

  // Expressions

  #value(expression: Expression): Value {
    switch (expression.kind) {
      case 'literal':
        return expression.value;
      case 'variable': {
        const value = this.#scope.variable(expression.name);
        if (value === null) throw new RubySassError(`Undefined variable: "$${expression.name}".`);
        return plain(value);
      }
      case 'binary': {
        const { operator } = expression;
        const left = this.#value(expression.left);
        if (operator === 'and') return truthy(left) ? this.#value(expression.right) : left;
        if (operator === 'or') return truthy(left) ? left : this.#value(expression.right);
        return operate(operator, left, this.#value(expression.right), this.compressed);
      }
      case 'unary':
        return operateUnary(expression.operator, this.#value(expression.operand), this.compressed);
      case 'call':
        return plain(this.#call(expression.name, expression.args));
      case 'list':
        return list(
          expression.items.map((item) => styled(this.#value(item))),
          expression.separator,
          expression.bracketed,
        );
      case 'map':
        return mapOf(expression.pairs.map(([key, value]) => [styled(this.#value(key)), styled(this.#value(value))]));
      case 'interpolation': {
        const { before, middle, after, spaceBefore, spaceAfter } = expression;
        const start = before === null ? '' : print(this.#value(before), this.compressed) + (spaceBefore ? ' ' : '');
        const text = print(this.#value(middle), this.compressed, true);
        const end = after === null ? '' : (spaceAfter ? ' ' : '') + print(this.#value(after), this.compressed);
        return unquoted(start + text + end);
      }
      case 'template': {
        let text = '';
        for (const part of expression.parts) {
          if (typeof part === 'string') text += part;
          else {
            const value = this.#value(part);
            text += value.type === 'string' ? value.text : print(value, this.compressed, true);
          }
        }
        return { type: 'string', text, quoted: expression.quoted };
      }
      default: {
        const selector = this.#scope.currentSelector();
        return selector === null ? NULL : selectorValue(selector);
      }
    }
  }

  #given(args: Arguments): Given {
    let positional: readonly Value[] = args.positional.map((argument) => this.#value(argument));
    const named = new Map<string, Value>();
    let separator: Separator = 'comma';
    const addNames = (value: Value): void => {
      if (value.type !== 'map') return;
      for (const [key, item] of value.entries.values())
        if (key.type === 'string') named.set(normalizeName(key.text), item);
    };
    if (args.rest !== null) {
      const rest = this.#value(args.rest);
      separator = separatorOf(rest) ?? 'comma';
      if (rest.type === 'map') addNames(rest);
      else positional = [...positional, ...items(rest)];
      if (rest.type === 'list') for (const [name, item] of rest.keywords ?? []) named.set(name, item);
    }
    for (const [name, argument] of args.named) named.set(name, this.#value(argument));
    if (args.namedRest !== null) addNames(this.#value(args.namedRest));
    return { positional, named, separator };
  }

  #bound<T>(callable: Callable, given: Given, run: (scope: Scope) => T): T {
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
      if (value === undefined && standard !== null) value = this.#in(scope, () => this.#value(standard));
      if (value === undefined) throw new RubySassError(`${callable.name} is missing argument $${name}.`);
      scope.define(name, value);
    });
    if (rest !== null) {
      const more: List = { ...list(positional.slice(names.length).map(styled), given.separator), keywords: left };
      scope.define(rest, more);
    } else if (left.size > 0) {
      throw new RubySassError(`${callable.name} doesn't have an argument named $${[...left.keys()][0]}.`);
    }
    return run(scope);
  }

  #call(name: string, args: Arguments): Value {
    const key = normalizeName(name);
    const own = this.#scope.callable(key);
    if (own !== null) return this.#perform(own, this.#given(args));
    if (key === 'if') return this.#conditional(args);
    const builtIn = BUILT_INS.get(key);
    const given = this.#given(args);
    return builtIn === undefined ? this.#plainCall(name, given) : this.#builtIn(builtIn, name, given);
  }

  #plainCall(name: string, { positional, named }: Given): Value {
    if (named.size > 0) throw new RubySassError(`Function ${name} doesn't support keyword arguments`);
    return unquoted(`${name}(${positional.map((value) => print(value, this.compressed)).join(', ')})`);
  }

  #conditional(args: Arguments): Value {
    if (args.rest !== null) {
      const { positional } = this.#given(args);
      return truthy(positional[0] ?? NULL) ? positional[1]! : positional[2]!;
    }
    const pick = (at: number, name: string): Expression => {
      const found = args.positional[at] ?? args.named.get(name);
      if (found === undefined) throw new RubySassError(`Function if requires an argument named $${name}`);
      return found;
    };
    const isTrue = truthy(this.#value(pick(0, 'condition')));
    return styled(this.#value(isTrue ? pick(1, 'if-true') : pick(2, 'if-false')));
  }

  #builtIn(builtIn: BuiltIn, name: string, given: Given): Value {
    const { parameters, isVariadic, takesNamed } = builtIn;
    const args = [...given.positional];
    if (args.length > parameters.length && !isVariadic) {
      throw new RubySassError(`wrong number of arguments (${args.length} for ${parameters.length}) for \`${name}'`);
    }
    let named: ReadonlyMap<string, Value> = NO_NAMES;
    if (given.named.size > 0) {
      const left = new Map(given.named);
      // rgba() and its kin also take a colour and an opacity.
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
    return styled(builtIn.run(args, this, named));
  }

  #perform(callable: Callable, given: Given): Value {
    this.#enter();
    const from = this.#scope;
    const value = this.#bound(callable, given, (scope) => {
      scope.caller = new Scope(from);
      return this.#in(scope, () => {
        this.#all(callable.body);
        const answer = this.#answer;
        this.#answer = null;
        if (answer !== null) return answer;
        throw new RubySassError(`Function ${callable.name} finished without @return`);
      });
    });
    this.#depth--;
    return value;
  }

  // For functions

  variableExists(name: string, global: boolean): boolean {
    return (global ? this.#scope.top : this.#scope).variable(name) !== null;
  }

  mixinExists(name: string): boolean {
    return this.#scope.mixin(name) !== null;
  }

  contentExists(): boolean {
    return this.#scope.currentContent() !== null;
  }

  callable(name: string): Callable | null {
    return this.#scope.callable(name);
  }

  call(target: FunctionValue, positional: readonly Value[], named: ReadonlyMap<string, Value>): Value {
    const given: Given = { positional, named: new Map(named), separator: 'comma' };
    if (target.callable !== null) return this.#perform(target.callable, given);
    const builtIn = target.plain ? undefined : BUILT_INS.get(target.name);
    return builtIn === undefined ? this.#plainCall(target.name, given) : this.#builtIn(builtIn, target.name, given);
  }

  unique(): string {
    return `u${(++this.#ids).toString(36).padStart(8, '0')}`;
  }
}

/** A number that has been given a name prints as it is computed, not as it was written. */
const plain = (value: Value): Value =>
  value.type === 'number' && value.original !== null ? { ...value, original: null } : value;

/** An expression as it is written, for what a media query compares. */
function source(expression: Expression): string {
  switch (expression.kind) {
    case 'literal':
      return inspect(expression.value);
    case 'binary':
      return `${source(expression.left)} ${expression.operator} ${source(expression.right)}`;
    case 'unary':
      return expression.operator + source(expression.operand);
    case 'list':
      return expression.items.map(source).join(expression.separator === 'comma' ? ', ' : ' ');
    case 'call':
      return `${expression.name}(${expression.args.positional.map(source).join(', ')})`;
    case 'template':
      return expression.parts.map((part) => (typeof part === 'string' ? part : source(part))).join('');
    default:
      throw new RubySassError('Invalid media query');
  }
}
