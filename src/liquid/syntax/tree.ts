// The parse tree of a template. Nodes are plain data; the rendering of each tag is in its file in tags/.

import type { BuildError } from '../../diagnostics/diagnostic.ts';
import type { Value } from '../../ruby/values.ts';

/** A value in markup. Empty markup is the literal nil. */
export type Expression = Literal | RangeExpression | Lookup;

export interface Literal {
  readonly kind: 'literal';
  readonly value: Value;
}

/** `(a..b)` if a or b is only known during rendering. */
export interface RangeExpression {
  readonly kind: 'range';
  readonly first: Expression;
  readonly last: Expression;
}

/** `name.step[step]` */
export interface Lookup {
  readonly kind: 'lookup';
  /** A name, or the expression of `[name]`; null if the markup has neither, so that nothing is looked up. */
  readonly name: string | Expression | null;
  readonly steps: readonly Step[];
}

/** A step of a lookup: a plain name, or an expression in brackets. */
export type Step = string | Expression;

/** `name | filter: argument` */
export interface Variable {
  readonly name: Expression | null;
  readonly filters: readonly FilterCall[];
}

export interface FilterCall {
  readonly name: string;
  readonly args: readonly Expression[];
  /** Named arguments, which Ruby passes as one hash at the end. */
  readonly keywords: ReadonlyArray<readonly [string, Expression]> | null;
  /** The values of the arguments if all are literals. */
  readonly constant: readonly Value[] | null;
}

/** A comparison or single value, with the conditions joined to its right. */
export interface Condition {
  readonly left: Expression;
  /** As written; an unknown operator is only an error when it is evaluated. */
  readonly operator: string | null;
  readonly right: Expression;
  relation: 'and' | 'or' | null;
  child: Condition | null;
}

export interface Body {
  readonly nodes: Node[];
  /** Nothing in it prints anything but whitespace: a block with only such bodies prints nothing at all. */
  blank: boolean;
}

export type Node = TextNode | OutputNode | TagNode;

export interface TextNode {
  readonly kind: 'text';
  text: string;
}

/** Offsets in the source's text: of the first brace, and after the last one. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** `{{ … }}` */
export interface OutputNode extends Place {
  readonly kind: 'output';
  readonly variable: Variable;
}

/** `{% … %}`; for a block, everything up to its end tag (`end` is that of the opening tag). */
export interface TagNode extends Place {
  readonly kind: 'tag';
  readonly name: string;
  readonly content: TagContent;
  readonly blank: boolean;
  readonly block: boolean;
}

/** The result of a tag's parse. */
export type TagContent =
  | AssignTag
  | CaptureTag
  | CaseTag
  | CommentTag
  | CounterTag
  | CycleTag
  | ForTag
  | HighlightTag
  | IfTag
  | IfChangedTag
  | IncludeTag
  | InterruptTag
  | LinkTag
  | PostUrlTag
  | RawTag
  | TableRowTag
  | CustomTag;

interface TagBase {
  /** It prints only whitespace. */
  readonly blank: boolean;
  /** It has an end tag. The output of a blank block is dropped. */
  readonly block: boolean;
}

export interface AssignTag extends TagBase {
  readonly kind: 'assign';
  readonly name: string;
  readonly value: Variable;
}

export interface CaptureTag extends TagBase {
  readonly kind: 'capture';
  readonly name: string;
  readonly body: Body;
}

export interface CaseTag extends TagBase {
  readonly kind: 'case';
  readonly branches: readonly CaseBranch[];
}

/** One value of a `when`, or `else` (condition null). Values of the same `when` share their body. */
export interface CaseBranch {
  readonly condition: Condition | null;
  readonly body: Body;
}

export interface CommentTag extends TagBase {
  readonly kind: 'comment';
}

export interface CounterTag extends TagBase {
  readonly kind: 'increment' | 'decrement';
  readonly name: string;
}

export interface CycleTag extends TagBase {
  readonly kind: 'cycle';
  /** The key of the shared position: a value, or one unique to this tag. */
  readonly group: Expression;
  readonly values: readonly Expression[];
}

export interface ForTag extends TagBase {
  readonly kind: 'for';
  readonly variable: string;
  /** `variable-collection` as written: forloop.name, and the key for `offset: continue`. */
  readonly name: string;
  readonly collection: Expression;
  readonly reversed: boolean;
  readonly limit: Expression | null;
  readonly offset: Expression | 'continue' | null;
  readonly body: Body;
  readonly otherwise: Body | null;
}

export interface HighlightTag extends TagBase {
  readonly kind: 'highlight';
  readonly language: string;
  readonly options: ReadonlyMap<string, string | boolean | string[]>;
  readonly body: Body;
}

export interface IfTag extends TagBase {
  readonly kind: 'if' | 'unless';
  readonly branches: readonly IfBranch[];
}

export interface IfBranch {
  /** null: else */
  readonly condition: Condition | null;
  readonly body: Body;
}

export interface IfChangedTag extends TagBase {
  readonly kind: 'ifchanged';
  readonly body: Body;
}

export interface IncludeTag extends TagBase {
  readonly kind: 'include';
  readonly tag: string;
  /** The file's name, or a template that computes it. */
  readonly file: string | Body | null;
  /** Null if the tag has none; the `include` of an outer include then stays visible. */
  readonly parameters: ReadonlyArray<readonly [string, Expression]> | null;
}

export interface InterruptTag extends TagBase {
  readonly kind: 'break' | 'continue';
}

export interface LinkTag extends TagBase {
  readonly kind: 'link';
  /** A plain path, a template that computes it, or the error of such a template. */
  readonly path: string | Body | BuildError;
}

export interface PostUrlTag extends TagBase {
  readonly kind: 'post_url';
  /** As written. */
  readonly post: string;
  /** Matches the post's path relative to the source. */
  readonly pattern: RegExp;
  readonly date: string;
  readonly slug: string;
}

export interface RawTag extends TagBase {
  readonly kind: 'raw';
  readonly text: string;
}

export interface TableRowTag extends TagBase {
  readonly kind: 'tablerow';
  readonly variable: string;
  readonly collection: Expression;
  readonly limit: Expression | null;
  readonly offset: Expression | null;
  readonly columns: Expression | null;
  readonly body: Body;
}

/** The parts of a tag, for traversing the tree (visit.ts). */
export interface TagParts {
  readonly expressions?: readonly Expression[];
  readonly conditions?: readonly Condition[];
  readonly variables?: readonly Variable[];
  readonly bodies?: readonly Body[];
}

/** A plugin's tag. */
export interface CustomTag {
  readonly kind?: 'custom';
  /** Missing if the tag only parses its markup during rendering. */
  readonly parts?: TagParts;
  readonly blank?: boolean;
  readonly block?: boolean;
}

export const NIL: Literal = { kind: 'literal', value: null };
