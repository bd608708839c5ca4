// The parse tree of a template. Nodes are plain data: what a tag does when it is rendered is in its own file in tags/.

import type { BuildError } from '../../diagnostics/diagnostic.ts';
import type { Value } from '../../ruby/values.ts';

/** A value in markup. Empty markup is the literal nil. */
export type Expression = Literal | RangeExpression | Lookup;

export interface Literal {
  readonly kind: 'literal';
  readonly value: Value;
}

/** `(a..b)` where a or b is known only when rendering. */
export interface RangeExpression {
  readonly kind: 'range';
  readonly first: Expression;
  readonly last: Expression;
}

/** `name.step[step]` */
export interface Lookup {
  readonly kind: 'lookup';
  /** A name, or the expression of `[name]`; null where the markup has neither (it looks nothing up). */
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
  /** Named arguments, which Ruby hands over as one hash after the others. */
  readonly keywords: ReadonlyArray<readonly [string, Expression]> | null;
  /** The arguments' values where all are literals. */
  readonly constant: readonly Value[] | null;
}

/** A comparison, or a bare value, and what is joined to it on its right. */
export interface Condition {
  readonly left: Expression;
  /** As written; one that Liquid doesn't know is an error only when it is evaluated. */
  readonly operator: string | null;
  readonly right: Expression;
  relation: 'and' | 'or' | null;
  child: Condition | null;
}

export interface Body {
  readonly nodes: Node[];
  /** Nothing in it prints anything but white space: a block of such bodies prints nothing at all. */
  blank: boolean;
}

export type Node = TextNode | OutputNode | TagNode;

export interface TextNode {
  readonly kind: 'text';
  text: string;
}

/** Offsets in the source's text: of the first brace, and after the last. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** `{{ … }}` */
export interface OutputNode extends Place {
  readonly kind: 'output';
  readonly variable: Variable;
}

/** `{% … %}`, for a block all up to its end tag (`end` is the opening tag's). */
export interface TagNode extends Place {
  readonly kind: 'tag';
  readonly name: string;
  readonly content: TagContent;
  readonly blank: boolean;
  readonly block: boolean;
}

/** What a tag's parse returns. */
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
  /** It prints nothing but white space. */
  readonly blank: boolean;
  /** It has an end tag. A blank block's output is dropped. */
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

/** One value of a `when`, or `else` (condition null). Values of one `when` share their body. */
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
  /** What counts together: a value, or a name that is this tag's own. */
  readonly group: Expression;
  readonly values: readonly Expression[];
}

export interface ForTag extends TagBase {
  readonly kind: 'for';
  readonly variable: string;
  /** `variable-collection` as written: forloop.name, and what `offset: continue` goes by. */
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
  /** The file's name, or a template that makes it. */
  readonly file: string | Body | null;
  /** null where the tag has none: then an outer include's `include` stays visible. */
  readonly parameters: ReadonlyArray<readonly [string, Expression]> | null;
}

export interface InterruptTag extends TagBase {
  readonly kind: 'break' | 'continue';
}

export interface LinkTag extends TagBase {
  readonly kind: 'link';
  /** A plain path, a template that makes it, or the fault of such a template. */
  readonly path: string | Body | BuildError;
}

export interface PostUrlTag extends TagBase {
  readonly kind: 'post_url';
  /** As written. */
  readonly post: string;
  /** What a post's path relative to the source has to match. */
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

/** What a tag has in it, for a walk through the tree (visit.ts). */
export interface TagParts {
  readonly expressions?: readonly Expression[];
  readonly conditions?: readonly Condition[];
  readonly variables?: readonly Variable[];
  readonly bodies?: readonly Body[];
}

/** A plugin's tag. */
export interface CustomTag {
  readonly kind?: 'custom';
  /** Missing if the tag reads its markup only when it is rendered. */
  readonly parts?: TagParts;
  readonly blank?: boolean;
  readonly block?: boolean;
}

export const NIL: Literal = { kind: 'literal', value: null };
