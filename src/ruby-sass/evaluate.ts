// Evaluates the statements of Ruby Sass 3.7.4 to CSS, which is still nested.

import type { CssNode, StaticQuery } from './css.ts';
import { RubySassError } from './error.ts';
import { ExpressionEvaluator } from './expressions.ts';
import { trimmed } from './lexical.ts';
import { takesContent } from './nesting.ts';
import { coerce, isWhole, number } from './numbers.ts';
import { inspect, print } from './print-value.ts';
import { conditionText, evaluateQueries, queryText } from './queries.ts';
import { Scope } from './scope.ts';
import { resolveParents, type SelectorList } from './selector.ts';
import { parseKeyframeSelector, parseSelector } from './selector-parser.ts';
import type { Expression, Statement } from './tree.ts';
import { items, NULL, truthy } from './values.ts';

type Directive = Extract<CssNode, { kind: 'directive' }>;

export interface Import {
  /** An absolute path. */
  readonly path: string;
  readonly statements: readonly Statement[];
}

export interface Sources {
  /** @param from the partial with the `@import`; null for the main stylesheet. Throws if the file isn't found. */
  find(name: string, from: string | null): Import;
}

export interface EvaluationOptions {
  readonly compressed: boolean;
  readonly sources: Sources;
  warn(message: string): void;
}

export function evaluate(statements: readonly Statement[], options: EvaluationOptions): CssNode[] {
  return new Evaluator(options).all(statements);
}

type Of<Kind extends Statement['kind']> = Extract<Statement, { kind: Kind }>;

/** Evaluates a statement; what it makes is appended to `out`. */
type Run<Kind extends Statement> = (statement: Kind, out: CssNode[]) => void;

class Evaluator extends ExpressionEvaluator {
  readonly #options: EvaluationOptions;
  #inKeyframes = false;
  #atRootWithoutRule = false;
  #file: string | null = null;
  readonly #files: string[] = [];
  /** Caches parsed selectors without `#{}`, which are the same each time their rule is evaluated. */
  readonly #selectors = new Map<string, SelectorList>();

  readonly #statements: { readonly [Kind in Statement['kind']]: Run<Of<Kind>> } = {
    declaration: (statement, out) => this.#declaration(statement, out),
    rule: (statement, out) => this.#rule(statement, out),
    comment: (statement, out) => this.#comment(statement, out),
    'silent-comment': () => {},
    charset: () => {},
    media: (statement, out) => this.#media(statement, out),
    supports: (statement, out) => this.#supports(statement, out),
    'at-root': (statement, out) => this.#atRoot(statement, out),
    directive: (statement, out) => this.#directive(statement, out),
    import: ({ name }, out) => this.#import(name, out),
    'css-import': (statement, out) => this.#cssImport(statement, out),
    extend: (statement, out) => this.#extend(statement, out),
    mixin: (statement) => this.scope.defineMixin({ ...statement, scope: new Scope(this.scope) }),
    include: (statement, out) => this.#include(statement, out),
    content: (_, out) => this.#content(out),
    function: (statement) => this.scope.defineFunction({ ...statement, scope: new Scope(this.scope) }),
    return: ({ value }) => {
      this.answer = this.value(value);
    },
    variable: (statement) => this.#assign(statement),
    if: (statement, out) => this.#if(statement, out),
    for: (statement, out) => this.#for(statement, out),
    each: (statement, out) => this.#each(statement, out),
    while: (statement, out) => this.#while(statement, out),
    message: (statement) => this.#message(statement),
  };

  constructor(options: EvaluationOptions) {
    super(options.compressed);
    this.#options = options;
  }

  all(statements: readonly Statement[]): CssNode[] {
    const result: CssNode[] = [];
    for (const statement of statements) {
      this.#run(statement, result);
      if (this.answer !== null) break;
    }
    return result;
  }

  #body(statements: readonly Statement[], isOpen = false): CssNode[] {
    return this.in(new Scope(this.scope, isOpen), () => this.all(statements));
  }

  #run(statement: Statement, out: CssNode[]): void {
    (this.#statements[statement.kind] as Run<Statement>)(statement, out);
  }

  #declaration(statement: Of<'declaration'>, out: CssNode[]): void {
    const isCustom = Array.isArray(statement.value);
    const value = Array.isArray(statement.value)
      ? this.text(statement.value)
      : print(this.value(statement.value as Expression), this.compressed);
    const { body } = statement;
    const children = body.length === 0 ? [] : this.#body(body);
    const name = trimmed(this.text(statement.name));
    out.push({ kind: 'declaration', name, value, isCustom, hasBody: body.length > 0, children, tabs: 0 });
  }

  #comment(statement: Of<'comment'>, out: CssNode[]): void {
    const text = this.text(statement.text).replace(/\\([\\#])/g, '$1');
    out.push({ kind: 'comment', text, isLoud: statement.loud });
  }

  #media(statement: Of<'media'>, out: CssNode[]): void {
    const queries = evaluateQueries(statement.queries, this);
    out.push(directive('media', '@media', '', this.#body(statement.body), queries));
  }

  #supports(statement: Of<'supports'>, out: CssNode[]): void {
    const value = `@${statement.name} ${conditionText(statement.condition, this)}`;
    out.push(directive('supports', `@${statement.name}`, value, this.#body(statement.body)));
  }

  #directive(statement: Of<'directive'>, out: CssNode[]): void {
    const value = trimmed(this.text(statement.value));
    const before = this.#inKeyframes;
    this.#inKeyframes = /^@(?:-[a-zA-Z0-9]+-)?keyframes$/i.test(statement.name);
    const children = statement.body === null ? null : this.#body(statement.body);
    this.#inKeyframes = before;
    out.push(directive('plain', statement.name, value, children));
  }

  #extend(statement: Of<'extend'>, out: CssNode[]): void {
    const targets = parseSelector(trimmed(this.text(statement.selector)));
    out.push({ kind: 'extend', targets, optional: statement.optional });
  }

  #message({ value: expression, level }: Of<'message'>): void {
    const value = this.value(expression);
    const text = value.type === 'string' ? value.text : inspect(value);
    if (level === 'error') throw new RubySassError(text);
    if (level === 'warn') this.#options.warn(text);
  }

  #rule(statement: Of<'rule'>, out: CssNode[]): void {
    const text = trimmed(this.text(statement.selector));
    if (this.#inKeyframes) {
      const value = parseKeyframeSelector(text);
      if (statement.isLine) out.push(directive('plain', value, value, null));
      else out.push({ kind: 'keyframe', value, children: this.#body(statement.body) });
      return;
    }
    const withoutRule = this.#atRootWithoutRule;
    this.#atRootWithoutRule = false;
    let parsed = this.#selectors.get(text);
    if (parsed === undefined) {
      parsed = parseSelector(text);
      this.#selectors.set(text, parsed);
    }
    const selector = resolveParents(parsed, this.scope.currentSelector(), !withoutRule);
    const scope = new Scope(this.scope);
    scope.selector = selector;
    const children = this.in(scope, () => this.all(statement.body));
    out.push({ kind: 'rule', selector, children, tabs: 0, groupEnd: false });
    this.#atRootWithoutRule = withoutRule;
  }

  #assign({ name, value, isDefault, isGlobal }: Of<'variable'>): void {
    const scope = isGlobal ? this.scope.top : this.scope;
    if (isDefault) {
      const known = scope.variable(name);
      if (known !== null && known.type !== 'null') return;
    }
    scope.set(name, this.value(value));
  }

  #if(statement: Of<'if'>, out: CssNode[]): void {
    if (statement.test === null || truthy(this.value(statement.test))) out.push(...this.#body(statement.body, true));
    else if (statement.otherwise !== null) this.#run(statement.otherwise, out);
  }

  #while(statement: Of<'while'>, out: CssNode[]): void {
    this.in(new Scope(this.scope, true), () => {
      for (let turns = 0; truthy(this.value(statement.test)); turns++) {
        if (turns > 1_000_000) throw new RubySassError('Endless loop');
        out.push(...this.all(statement.body));
        if (this.answer !== null) return;
      }
    });
  }

  #for(statement: Of<'for'>, out: CssNode[]): void {
    const from = this.value(statement.from);
    const to = this.value(statement.to);
    if (from.type !== 'number' || to.type !== 'number' || !isWhole(from.value)) {
      throw new RubySassError(`${inspect(from)} is not an integer.`);
    }
    const end = coerce(to, from.units, from.per);
    if (end === null || !isWhole(end)) throw new RubySassError(`${inspect(to)} is not an integer.`);
    const [first, last] = [Math.round(from.value), Math.round(end)];
    const step = first > last ? -1 : 1;
    this.in(new Scope(this.scope, true), () => {
      for (let i = first; step * i < step * last || (i === last && !statement.exclusive); i += step) {
        this.scope.define(statement.name, number(i, from.units, from.per));
        out.push(...this.all(statement.body));
        if (this.answer !== null) return;
      }
    });
  }

  #each(statement: Of<'each'>, out: CssNode[]): void {
    const all = items(this.value(statement.list));
    const { names } = statement;
    this.in(new Scope(this.scope, true), () => {
      for (const item of all) {
        if (names.length === 1) this.scope.define(names[0]!, item);
        else {
          const parts = items(item);
          for (const [i, name] of names.entries()) this.scope.define(name, parts[i] ?? NULL);
        }
        out.push(...this.all(statement.body));
        if (this.answer !== null) return;
      }
    });
  }

  #include({ name, args, body }: Of<'include'>, out: CssNode[]): void {
    const mixin = this.scope.mixin(name);
    if (mixin === null) throw new RubySassError(`Undefined mixin '${name}'.`);
    if (body !== null && !takesContent(mixin.body)) {
      throw new RubySassError(`Mixin "${name}" does not accept a content block.`);
    }
    this.enter();
    const scope = this.bind(mixin, this.given(args));
    scope.caller = new Scope(this.scope);
    if (body !== null) scope.content = { body, scope: this.scope };
    this.in(scope, () => out.push(...this.all(mixin.body)));
    this.leave();
  }

  #content(out: CssNode[]): void {
    const content = this.scope.currentContent();
    if (content === null) return;
    this.enter();
    const scope = new Scope(content.scope);
    scope.caller = new Scope(this.scope);
    this.in(scope, () => out.push(...this.all(content.body)));
    this.leave();
  }

  #import(name: string, out: CssNode[]): void {
    if (name.endsWith('.css')) {
      out.push(cssImport(`url(${name})`));
      return;
    }
    const found = this.#options.sources.find(name, this.#file);
    if (this.#files.includes(found.path)) throw new RubySassError(`An @import loop has been found: ${found.path}`);
    const before = this.#file;
    this.#files.push(found.path);
    this.#file = found.path;
    out.push(...this.all(found.statements));
    this.#file = before;
    this.#files.pop();
  }

  #cssImport(statement: Of<'css-import'>, out: CssNode[]): void {
    const supports = statement.supports === null ? '' : ` supports(${conditionText(statement.supports, this)})`;
    const media = statement.queries === null ? '' : ` ${queryText(statement.queries, this)}`;
    const uri = this.value(statement.uri);
    out.push(cssImport(trimmed(print(uri, this.compressed)) + supports + media));
  }

  #atRoot(statement: Of<'at-root'>, out: CssNode[]): void {
    let isWith = false;
    let names = ['rule'];
    if (statement.query !== null) {
      const query = /^\(\s*(with|without)\s*:\s*([\w\s-]+?)\s*\)$/.exec(trimmed(this.text(statement.query)));
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
}

function directive(
  type: Directive['type'],
  name: string,
  value: string,
  children: CssNode[] | null,
  queries: StaticQuery[] | null = null,
): Directive {
  return { kind: 'directive', type, name, value, queries, children, tabs: 0, groupEnd: false };
}

const cssImport = (address: string): Directive => directive('import', '@import', `@import ${address}`, null);
