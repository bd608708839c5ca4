// Import cycles between files of src/, with imports of types and dynamic ones counted: the strongly connected components
// of more than one file.

import { posix } from 'node:path';
import { type Node, SyntaxKind } from 'typescript/unstable/ast';
import {
  isCallExpression,
  isExportDeclaration,
  isImportDeclaration,
  isImportTypeNode,
  isLiteralTypeNode,
  isStringLiteral,
} from 'typescript/unstable/ast/is';
import { type Figure, type File, sources, visit } from './program.ts';

export const cycles: Figure = {
  name: 'cycles',
  title: 'import cycles, types counted',
  measure(program) {
    const files = sources(program);
    const graph = new Map(files.map((file) => [file.path, importsOf(file)]));
    const found = components(graph).filter((paths) => paths.length > 1);
    const size = found.reduce((sum, paths) => sum + paths.length, 0);
    return {
      value: `${found.length} of ${size} files`,
      places: found.flatMap((paths, at) =>
        paths.sort().map((path) => ({ path, line: 1, what: `cycle ${at + 1}, of ${paths.length} files` })),
      ),
    };
  },
};

export function importsOf(file: File): string[] {
  const found: string[] = [];
  const add = (node: Node | undefined): void => {
    if (node === undefined || !isStringLiteral(node) || !node.text.startsWith('.')) return;
    found.push(posix.join(posix.dirname(file.path), node.text));
  };
  visit(file.tree, (node) => {
    if (isImportDeclaration(node) || isExportDeclaration(node)) add(node.moduleSpecifier);
    else if (isImportTypeNode(node) && isLiteralTypeNode(node.argument)) add(node.argument.literal);
    else if (isCallExpression(node) && node.expression.kind === SyntaxKind.ImportKeyword) add(node.arguments[0]);
  });
  return found;
}

/** Tarjan's strongly connected components. */
export function components(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const waiting = new Set<string>();
  const found: string[][] = [];
  const connect = (path: string): void => {
    index.set(path, index.size);
    low.set(path, index.get(path)!);
    stack.push(path);
    waiting.add(path);
    for (const next of graph.get(path) ?? []) {
      if (!graph.has(next)) continue;
      if (!index.has(next)) {
        connect(next);
        low.set(path, Math.min(low.get(path)!, low.get(next)!));
      } else if (waiting.has(next)) low.set(path, Math.min(low.get(path)!, index.get(next)!));
    }
    if (low.get(path) !== index.get(path)) return;
    const component = stack.splice(stack.indexOf(path));
    for (const one of component) waiting.delete(one);
    found.push(component);
  };
  for (const path of graph.keys()) if (!index.has(path)) connect(path);
  return found;
}
