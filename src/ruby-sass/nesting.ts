// Which statements may be nested in which (Ruby Sass 3.7.4, CheckNesting). Checked before a stylesheet is evaluated,
// and again afterwards, when mixins have added their statements.

import type { CssNode } from './css.ts';
import { RubySassError } from './error.ts';
import type { Statement } from './tree.ts';

const CONTROL: ReadonlySet<string> = new Set(['each', 'for', 'if', 'while']);
const IN_FUNCTIONS: ReadonlySet<string> = new Set([
  ...CONTROL,
  'comment',
  'message',
  'return',
  'silent-comment',
  'variable',
]);
const IN_DECLARATIONS: ReadonlySet<string> = new Set([
  ...CONTROL,
  'comment',
  'declaration',
  'include',
  'silent-comment',
]);
const HOLD_DECLARATIONS: ReadonlySet<string> = new Set([
  'declaration',
  'directive',
  'include',
  'keyframe',
  'media',
  'mixin',
  'rule',
  'supports',
]);
const HOLD_EXTENDS: ReadonlySet<string> = new Set(['include', 'mixin', 'rule']);
/** These move out of the enclosing rule. */
const BUBBLE: ReadonlySet<string> = new Set(['at-root', 'directive', 'media', 'supports']);

/** Whether a mixin contains `@content`. */
export const takesContent = (body: readonly Statement[]): boolean =>
  body.some(
    (statement) =>
      statement.kind === 'content' ||
      ('body' in statement && statement.body !== null && takesContent(statement.body)) ||
      (statement.kind === 'if' && statement.otherwise !== null && takesContent([statement.otherwise])),
  );

interface Place {
  /** The kind of the enclosing statement, ignoring control statements and (except at the root) those in BUBBLE. */
  readonly parent: string;
  readonly inMixin: boolean;
  /** Whether it is within a control statement, a mixin or an `@include`. */
  readonly isConditional: boolean;
}

/** Checks a file on its own, wherever it is imported. Throws a RubySassError. */
export function checkStatements(statements: readonly Statement[]): void {
  check(statements, { parent: 'root', inMixin: false, isConditional: false });
}

function check(statements: readonly Statement[], place: Place): void {
  for (const statement of statements) {
    checkStatement(statement, place);
    if (!('body' in statement) || statement.body === null) continue;
    const { kind } = statement;
    const isControl = CONTROL.has(kind);
    const inside: Place = {
      parent: isControl || (BUBBLE.has(kind) && !isRoot(place.parent)) ? place.parent : kind,
      inMixin: place.inMixin || kind === 'mixin',
      isConditional: place.isConditional || isControl || kind === 'mixin' || kind === 'include',
    };
    check(statement.body, inside);
    if (kind === 'if' && statement.otherwise !== null) check([statement.otherwise], place);
  }
}

const isRoot = (parent: string): boolean => parent === 'root' || parent === 'at-root';

function checkStatement(statement: Statement, { parent, inMixin, isConditional }: Place): void {
  checkChild(statement.kind, parent);
  if (parent === 'function' && !IN_FUNCTIONS.has(statement.kind)) {
    throw new RubySassError('Functions can only contain variable declarations and control directives.');
  }
  switch (statement.kind) {
    case 'charset':
      if (parent !== 'root') throw new RubySassError('@charset may only be used at the root of a document.');
      return;
    case 'content':
      if (!inMixin) throw new RubySassError('@content may only be used within a mixin.');
      return;
    case 'import':
      if (isConditional) {
        throw new RubySassError('Import directives may not be used within control directives or mixins.');
      }
      if (/\.css$/m.test(statement.name) && parent !== 'root') {
        throw new RubySassError('CSS import directives may only be used at the root of a document.');
      }
      return;
    case 'mixin':
    case 'function':
      if (isConditional) {
        throw new RubySassError(`A ${statement.kind} may not be defined within control directives or other mixins.`);
      }
      return;
    case 'return':
      if (parent !== 'function') throw new RubySassError('@return may only be used within a function.');
  }
}

function checkChild(kind: string, parent: string): void {
  if (parent === 'declaration' && !IN_DECLARATIONS.has(kind)) {
    throw new RubySassError('Illegal nesting: Only properties may be nested beneath properties.');
  }
  if (kind === 'declaration' && !HOLD_DECLARATIONS.has(parent)) {
    throw new RubySassError(
      'Properties are only allowed within rules, directives, mixin includes, or other properties.',
    );
  }
  if (kind === 'extend' && !HOLD_EXTENDS.has(parent)) {
    throw new RubySassError('Extend directives may only be used within rules.');
  }
}

type Holder = CssNode | { readonly kind: 'root' };

/** Throws a RubySassError. */
export const checkNodes = (nodes: readonly CssNode[]): void => checkWithin(nodes, [{ kind: 'root' }]);

function checkWithin(nodes: readonly CssNode[], holders: readonly Holder[]): void {
  const parent = holders.findLast(
    (holder, i) => i === 0 || !(BUBBLE.has(holder.kind) && !isRoot(holders[i - 1]!.kind)),
  )!;
  for (const node of nodes) {
    checkChild(node.kind, parent.kind);
    if (!('children' in node) || node.children === null) continue;
    if (node.kind !== 'at-root') checkWithin(node.children, [...holders, node]);
    else
      checkWithin(
        node.children,
        holders.filter((holder) => !isExcluded(holder, node)),
      );
  }
}

function isExcluded(holder: Holder, { excludes }: Extract<CssNode, { kind: 'at-root' }>): boolean {
  if (holder.kind === 'directive') return excludes(holder.name.slice(1));
  if (holder.kind === 'keyframe') return excludes('keyframes');
  return holder.kind === 'rule' && excludes('rule');
}
