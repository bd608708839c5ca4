// The CSS that a stylesheet evaluates to: first nested, as in the source, then flat (flatten.ts), then printed
// (print.ts).

import { isInvisible, type SelectorList } from './selector.ts';

export interface CssRule {
  readonly kind: 'rule';
  selector: SelectorList;
  children: CssNode[];
  /** Additional levels of indentation in the nested style. */
  tabs: number;
  /** Whether this is the last of the rules that a rule of the source became. */
  groupEnd: boolean;
}

export interface CssDeclaration {
  readonly kind: 'declaration';
  name: string;
  readonly value: string;
  readonly isCustom: boolean;
  readonly hasBody: boolean;
  children: CssNode[];
  tabs: number;
}

export interface StaticQuery {
  readonly modifier: string;
  readonly type: string;
  readonly features: readonly string[];
}

export interface CssDirective {
  readonly kind: 'directive';
  readonly type: 'plain' | 'media' | 'supports' | 'import';
  /** `@media`, `@font-face` and so on. */
  readonly name: string;
  /** The head; not used for media rules. */
  readonly value: string;
  queries: readonly StaticQuery[] | null;
  children: CssNode[] | null;
  tabs: number;
  groupEnd: boolean;
}

export interface CssKeyframe {
  readonly kind: 'keyframe';
  readonly value: string;
  children: CssNode[];
}

export interface CssComment {
  readonly kind: 'comment';
  readonly text: string;
  readonly isLoud: boolean;
}

export interface CssAtRoot {
  readonly kind: 'at-root';
  readonly excludes: (name: string) => boolean;
  children: CssNode[];
  tabs: number;
  groupEnd: boolean;
}

export interface CssExtend {
  readonly kind: 'extend';
  readonly targets: SelectorList;
  readonly optional: boolean;
}

/** An at-rule that moves out of the enclosing rule. */
export interface CssBubble {
  readonly kind: 'bubble';
  readonly node: CssDirective | CssAtRoot;
  tabs: number;
  groupEnd: boolean;
}

export type CssNode =
  | CssRule
  | CssDeclaration
  | CssDirective
  | CssKeyframe
  | CssComment
  | CssAtRoot
  | CssExtend
  | CssBubble;

export const printQueries = (queries: readonly StaticQuery[]): string =>
  queries
    .map(({ modifier, type, features }) => {
      const head = modifier === '' ? type : `${modifier} ${type}`;
      return `${head}${type === '' || features.length === 0 ? '' : ' and '}${features.join(' and ')}`;
    })
    .join(', ');

export const headOf = (node: CssDirective | CssKeyframe): string =>
  node.kind === 'directive' && node.queries !== null && node.type === 'media'
    ? `@media ${printQueries(node.queries)}`
    : node.value;

export function isHidden(node: CssNode, compressed: boolean): boolean {
  switch (node.kind) {
    case 'rule':
      return node.selector.every(isInvisible);
    case 'declaration':
      return node.value === '' && !node.isCustom;
    case 'comment':
      return compressed && !node.isLoud;
    case 'directive':
      return (
        (node.type === 'media' || node.type === 'supports') &&
        node.children!.every((child) => isHidden(child, compressed))
      );
    default:
      return false;
  }
}
