// Traverses a template's tree, including the parts of every tag.

import type {
  Body,
  Condition,
  Expression,
  FilterCall,
  OutputNode,
  TagContent,
  TagNode,
  TagParts,
  Variable,
} from './tree.ts';

export interface Visitor {
  /** Called for outputs and tags, before their parts. */
  node?(node: OutputNode | TagNode): void;
  filter?(call: FilterCall): void;
  /** Called for every value: in outputs, tags, conditions and filter arguments, and inside look-ups and ranges. */
  expression?(expression: Expression): void;
}

/** Visits everything in a body. The parser keeps nothing of a comment, and only a string of raw. */
export function visit(body: Body, visitor: Visitor): void {
  for (const node of body.nodes) {
    if (node.kind === 'text') continue;
    visitor.node?.(node);
    if (node.kind === 'output') visitVariable(node.variable, visitor);
    else visitParts(partsOf(node.content), visitor);
  }
}

function visitParts({ expressions = [], conditions = [], variables = [], bodies = [] }: TagParts, visitor: Visitor) {
  for (const expression of expressions) visitExpression(expression, visitor);
  for (const condition of conditions) visitCondition(condition, visitor);
  for (const variable of variables) visitVariable(variable, visitor);
  for (const body of bodies) visit(body, visitor);
}

function visitVariable({ name, filters }: Variable, visitor: Visitor): void {
  if (name !== null) visitExpression(name, visitor);
  for (const call of filters) {
    visitor.filter?.(call);
    for (const arg of call.args) visitExpression(arg, visitor);
    for (const [, value] of call.keywords ?? []) visitExpression(value, visitor);
  }
}

function visitCondition(condition: Condition, visitor: Visitor): void {
  for (let one: Condition | null = condition; one !== null; one = one.child) {
    visitExpression(one.left, visitor);
    if (one.operator !== null) visitExpression(one.right, visitor);
  }
}

function visitExpression(expression: Expression, visitor: Visitor): void {
  visitor.expression?.(expression);
  if (expression.kind === 'range') {
    visitExpression(expression.first, visitor);
    visitExpression(expression.last, visitor);
  } else if (expression.kind === 'lookup') {
    for (const step of [expression.name, ...expression.steps]) {
      if (typeof step === 'object' && step !== null) visitExpression(step, visitor);
    }
  }
}

/** The parts of a tag. */
export function partsOf(tag: TagContent): TagParts {
  switch (tag.kind) {
    case 'assign':
      return { variables: [tag.value] };
    case 'capture':
    case 'highlight':
    case 'ifchanged':
      return { bodies: [tag.body] };
    case 'case':
    case 'if':
    case 'unless':
      return {
        conditions: present(tag.branches.map(({ condition }) => condition)),
        // Values of the same `when` share their body.
        bodies: [...new Set(tag.branches.map(({ body }) => body))],
      };
    case 'cycle':
      return { expressions: [tag.group, ...tag.values] };
    case 'for':
      return {
        expressions: present([tag.collection, tag.limit, tag.offset === 'continue' ? null : tag.offset]),
        bodies: present([tag.body, tag.otherwise]),
      };
    case 'include':
      return {
        expressions: (tag.parameters ?? []).map(([, value]) => value),
        bodies: typeof tag.file === 'object' ? present([tag.file]) : [],
      };
    case 'link':
      return { bodies: typeof tag.path === 'object' && 'nodes' in tag.path ? [tag.path] : [] };
    case 'tablerow':
      return { expressions: present([tag.collection, tag.limit, tag.offset, tag.columns]), bodies: [tag.body] };
    case 'break':
    case 'comment':
    case 'continue':
    case 'decrement':
    case 'increment':
    case 'post_url':
    case 'raw':
      return {};
    case 'custom':
    case undefined:
      return tag.parts ?? {};
  }
}

const present = <T>(parts: readonly (T | null)[]): T[] => parts.filter((part) => part !== null);
