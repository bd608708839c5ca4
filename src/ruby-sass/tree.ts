// The syntax tree of a stylesheet: expressions and statements.

import type { Separator, Value } from './values.ts';

export type Expression =
  | { readonly kind: 'literal'; value: Value }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'unary'; readonly operator: string; readonly operand: Expression }
  | { readonly kind: 'call'; readonly name: string; readonly args: Arguments }
  | {
      readonly kind: 'list';
      readonly items: Expression[];
      readonly separator: Separator | null;
      readonly bracketed: boolean;
    }
  | { readonly kind: 'map'; readonly pairs: (readonly [Expression, Expression])[] }
  | {
      /** `before#{mid}after` outside strings, with white space as in the source. */
      readonly kind: 'interpolation';
      readonly before: Expression | null;
      readonly middle: Expression;
      readonly after: Expression | null;
      readonly spaceBefore: boolean;
      readonly spaceAfter: boolean;
    }
  | { readonly kind: 'template'; readonly parts: Template; readonly quoted: boolean }
  | { readonly kind: 'parent' };

export type Template = readonly (string | Expression)[];

export interface Arguments {
  readonly positional: readonly Expression[];
  readonly named: ReadonlyMap<string, Expression>;
  readonly rest: Expression | null;
  readonly namedRest: Expression | null;
}

export interface Parameters {
  readonly names: readonly (readonly [name: string, value: Expression | null])[];
  readonly rest: string | null;
}

/** A mixin or function of the stylesheet, with the scope in which it was defined. */
export interface Callable {
  readonly name: string;
  readonly parameters: Parameters;
  readonly body: readonly Statement[];
  readonly scope: unknown;
}

export interface MediaQuery {
  readonly modifier: Template;
  readonly type: Template;
  readonly features: readonly Template[];
}

export type Condition =
  | { readonly kind: 'not'; readonly condition: Condition }
  | { readonly kind: 'operator'; readonly operator: string; readonly left: Condition; readonly right: Condition }
  | { readonly kind: 'declaration'; readonly name: Expression; readonly value: Expression }
  | { readonly kind: 'interpolation'; readonly value: Expression };

export type Statement =
  | { readonly kind: 'comment'; readonly text: Template; readonly loud: boolean }
  /**
   * Prints nothing, but makes its parent non-empty. After a selector in the indented syntax, it also has the rule's
   * body.
   */
  | { readonly kind: 'silent-comment'; readonly body: readonly Statement[] }
  | { readonly kind: 'variable'; name: string; value: Expression; isDefault: boolean; isGlobal: boolean }
  | {
      readonly kind: 'rule';
      readonly selector: Template;
      /** In the indented syntax: there are no lines below. */
      readonly isLine?: boolean;
      body: Statement[];
    }
  | {
      readonly kind: 'declaration';
      readonly name: Template;
      /** A template if this is a custom property. */
      readonly value: Expression | Template;
      body: Statement[];
    }
  | { readonly kind: 'directive'; readonly value: Template; readonly name: string; body: Statement[] | null }
  | { readonly kind: 'media'; readonly queries: readonly MediaQuery[]; body: Statement[] }
  | { readonly kind: 'supports'; readonly name: string; readonly condition: Condition; body: Statement[] }
  | { readonly kind: 'at-root'; readonly query: Template | null; body: Statement[] }
  | { readonly kind: 'import'; readonly name: string }
  | {
      readonly kind: 'css-import';
      readonly uri: Expression;
      readonly supports: Condition | null;
      readonly queries: readonly MediaQuery[] | null;
    }
  | { readonly kind: 'charset' }
  | { readonly kind: 'mixin'; readonly name: string; readonly parameters: Parameters; body: Statement[] }
  | { readonly kind: 'function'; readonly name: string; readonly parameters: Parameters; body: Statement[] }
  | { readonly kind: 'include'; readonly name: string; readonly args: Arguments; body: Statement[] | null }
  | { readonly kind: 'content' }
  | { readonly kind: 'return'; readonly value: Expression }
  | { readonly kind: 'if'; readonly test: Expression | null; body: Statement[]; otherwise: Statement | null }
  | {
      readonly kind: 'for';
      readonly name: string;
      readonly from: Expression;
      readonly to: Expression;
      readonly exclusive: boolean;
      body: Statement[];
    }
  | { readonly kind: 'each'; readonly names: readonly string[]; readonly list: Expression; body: Statement[] }
  | { readonly kind: 'while'; readonly test: Expression; body: Statement[] }
  | { readonly kind: 'extend'; readonly selector: Template; readonly optional: boolean }
  | { readonly kind: 'message'; readonly level: 'warn' | 'error' | 'debug'; readonly value: Expression };
