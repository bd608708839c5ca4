// The longest function by lines, from its first to its last. Lexers are left out: there a function is a table of rules.

import type { Node } from 'typescript/unstable/ast';
import {
  isArrowFunction,
  isConstructorDeclaration,
  isFunctionDeclaration,
  isFunctionExpression,
  isGetAccessorDeclaration,
  isMethodDeclaration,
  isSetAccessorDeclaration,
} from 'typescript/unstable/ast/is';
import { type Figure, lineAt, type Place, place, sources, startOf, visit } from './program.ts';

const SHOWN = 20;

export const functions: Figure = {
  name: 'functions',
  title: 'lines of the longest function',
  measure(program) {
    const found: (Place & { lines: number })[] = [];
    for (const file of sources(program)) {
      if (file.path.startsWith('src/highlight/lexers/')) continue;
      visit(file.tree, (node) => {
        if (!isFunction(node)) return;
        const lines = lineAt(file, node.end) - lineAt(file, startOf(node, file)) + 1;
        if (lines > 40) found.push({ ...place(file, node, `${lines} lines, ${nameOf(node)}`), lines });
      });
    }
    found.sort((a, b) => b.lines - a.lines);
    return { value: String(found[0]?.lines ?? 0), places: found.slice(0, SHOWN) };
  },
};

const isFunction = (node: Node): boolean =>
  isArrowFunction(node) ||
  isFunctionDeclaration(node) ||
  isFunctionExpression(node) ||
  isMethodDeclaration(node) ||
  isGetAccessorDeclaration(node) ||
  isSetAccessorDeclaration(node) ||
  isConstructorDeclaration(node);

function nameOf(node: Node): string {
  const named = (node as { name?: { text?: string } }).name ?? (node.parent as { name?: { text?: string } }).name;
  return named?.text ?? (isConstructorDeclaration(node) ? 'constructor' : 'a function without a name');
}
