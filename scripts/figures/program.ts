// The project as TypeScript's compiler sees it: trees and types of all files that tsconfig.json names.

import { join, relative } from 'node:path';
import type { Node, SourceFile } from 'typescript/unstable/ast';
import {
  isNoSubstitutionTemplateLiteral,
  isRegularExpressionLiteral,
  isStringLiteral,
} from 'typescript/unstable/ast/is';
import { API, type Checker } from 'typescript/unstable/sync';

export interface File {
  /** From the project's root, with slashes. */
  readonly path: string;
  readonly tree: SourceFile;
}

/** One thing that a figure counts. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly what: string;
}

export interface Program {
  readonly root: string;
  readonly files: readonly File[];
  readonly checker: Checker;
  close(): void;
}

export interface Figure {
  /** What `--list` takes. */
  readonly name: string;
  readonly title: string;
  measure(program: Program): Measurement;
}

export interface Measurement {
  readonly value: string;
  readonly places: readonly Place[];
}

export function openProgram(root: string): Program {
  const api = new API({ cwd: root });
  const project = api.updateSnapshot({ openProject: join(root, 'tsconfig.json') }).getProjects()[0]!;
  const files = project.program
    .getSourceFileNames()
    .map((name) => ({ name, path: relative(root, name).replaceAll('\\', '/') }))
    .filter(({ path }) => /^(?:src|test|scripts|bench)\/.*\.ts$/.test(path))
    .map(({ name, path }) => ({ path, tree: project.program.getSourceFile(name)! }));
  return { root, files, checker: project.checker, close: () => api.close() };
}

export const sources = ({ files }: Program): File[] => files.filter(({ path }) => path.startsWith('src/'));

/** Every node below `node` and itself, in the order of the text. */
export function visit(node: Node, see: (node: Node) => void): void {
  see(node);
  node.forEachChild((child) => visit(child, see));
}

export const startOf = (node: Node, { tree }: File): number => node.getStart(tree);

export const lineAt = ({ tree }: File, offset: number): number => tree.text.slice(0, offset).split('\n').length;

export function place(file: File, node: Node, what = file.tree.text.slice(startOf(node, file), node.end)): Place {
  return { path: file.path, line: lineAt(file, startOf(node, file)), what: what.replace(/\s+/g, ' ').slice(0, 120) };
}

/** Literals without parts: strings, and templates and patterns that nothing is put into. */
export const isPlainLiteral = (node: Node): boolean =>
  isStringLiteral(node) || isNoSubstitutionTemplateLiteral(node) || isRegularExpressionLiteral(node);
