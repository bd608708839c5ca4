// Foreign assignments to sources: outside the class itself (and its subclasses, on `this`),
//   item.field = …, item.field.deeper += …, delete item.field, item.field++
//   item.field.push(…) and the other methods that change an array, a map or a set
// where `item`, or any object on the way to the changed field, is by its type one of SOURCES (or a union with one).
// A field that was first put in a variable (`const { data } = page; data.set(…)`) isn't seen.

import { type Expression, type Node, SyntaxKind } from 'typescript/unstable/ast';
import {
  isBinaryExpression,
  isCallExpression,
  isClassDeclaration,
  isClassExpression,
  isDeleteExpression,
  isElementAccessExpression,
  isNonNullExpression,
  isParenthesizedExpression,
  isPostfixUnaryExpression,
  isPrefixUnaryExpression,
  isPropertyAccessExpression,
} from 'typescript/unstable/ast/is';
import type { Checker, Type } from 'typescript/unstable/sync';
import { type Figure, type File, type Place, place, sources, visit } from './program.ts';

const SOURCES = new Set([
  'Site',
  'SiteContext',
  'Page',
  'ComputedPage',
  'Document',
  'StaticFile',
  'Excerpt',
  'Layout',
  'Collection',
]);
const CHANGING = /^(?:push|pop|shift|unshift|splice|sort|reverse|fill|copyWithin|set|add|delete|clear)$/;

export const assignments: Figure = {
  name: 'assignments',
  title: 'foreign assignments to sources',
  measure(program) {
    const places: Place[] = [];
    for (const file of sources(program)) {
      visit(file.tree, (node) => {
        const changed = changedBy(node);
        if (changed !== null && ownerOf(changed, program.checker, file) !== null) places.push(place(file, node));
      });
    }
    return { value: String(places.length), places };
  },
};

/** The expression whose value changes, e.g. `page.data` of `page.data.set('x', 1)`; null where none does. */
function changedBy(node: Node): Expression | null {
  if (isBinaryExpression(node)) {
    const operator = node.operatorToken.kind;
    return operator >= SyntaxKind.FirstAssignment && operator <= SyntaxKind.LastAssignment ? node.left : null;
  }
  if (isDeleteExpression(node)) return node.expression;
  if (isPrefixUnaryExpression(node) || isPostfixUnaryExpression(node)) {
    const counts = node.operator === SyntaxKind.PlusPlusToken || node.operator === SyntaxKind.MinusMinusToken;
    return counts ? (node.operand as Expression) : null;
  }
  if (!isCallExpression(node) || !isPropertyAccessExpression(node.expression)) return null;
  return CHANGING.test(node.expression.name.text) ? node.expression.expression : null;
}

/** The source whose field is changed, e.g. `page` in `page.data = …`; null if there is none, or the code belongs to that source. */
function ownerOf(changed: Expression, checker: Checker, file: File): string | null {
  let node: Node = changed;
  for (;;) {
    if (isNonNullExpression(node) || isParenthesizedExpression(node) || isCallExpression(node)) node = node.expression;
    else if (isPropertyAccessExpression(node) || isElementAccessExpression(node)) {
      const object: Node = node.expression;
      if (object.kind === SyntaxKind.ThisKeyword) return null;
      const name = sourceName(checker.getTypeAtLocation(object));
      if (name !== null) return isInside(object, name, file) ? null : name;
      node = object;
    } else return null;
  }
}

function sourceName(type: Type | undefined): string | null {
  if (type === undefined) return null;
  const parts = type.isUnionType() || type.isIntersectionType() ? (type.getTypes() ?? []) : [type];
  for (const part of parts) {
    const name = part.getSymbol()?.name;
    if (name !== undefined && SOURCES.has(name)) return name;
  }
  return null;
}

function isInside(node: Node, name: string, file: File): boolean {
  for (let at: Node = node; at !== file.tree; at = at.parent) {
    if ((isClassDeclaration(at) || isClassExpression(at)) && at.name?.text === name) return true;
  }
  return false;
}
