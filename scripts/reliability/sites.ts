// The sites that cases about writing build, and what they look at afterwards.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { difference, expect, type Finished, type Lab, succeeded, type Tree, treeOf } from './lab.ts';

/** A small site below `site/`, with four outputs. */
export const SMALL: Readonly<Record<string, string>> = {
  'site/_config.yml': 'title: Small\ntheme: null\n',
  'site/index.md': '---\n---\n# Hello\n',
  'site/about.md': '---\npermalink: /about/\n---\nAbout\n',
  'site/images/logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
  'site/images/deep/er.txt': 'deeper\n',
};
export const SMALL_OUTPUT = ['about/index.html', 'images/deep/er.txt', 'images/logo.svg', 'index.html'];

/** Builds `site/` to `out/`, with more arguments. */
export const build = (lab: Lab, ...args: string[]): Promise<Finished> =>
  lab.cli(['build', '-s', 'site', '-d', 'out', ...args]);

export async function built(lab: Lab, ...args: string[]): Promise<Tree> {
  succeeded(await build(lab, ...args));
  return treeOf(lab.path('out'));
}

/** The files of a tree, without its folders. */
export const filesOf = (tree: Tree): string[] =>
  [...tree].filter(([, { kind }]) => kind !== 'folder').map(([path]) => path);

/** @throws if a tree isn't what it was before, in bytes, modes and kinds */
export function unchanged(before: Tree, after: Tree): void {
  const found = difference(before, after);
  expect(found === '', found);
}

/** @throws if two trees differ in their files or bytes */
export function sameFiles(expected: Tree, actual: Tree): void {
  const bytes = (tree: Tree): string =>
    JSON.stringify([...tree].filter(([, { kind }]) => kind !== 'folder').map(([path, { content }]) => [path, content]));
  expect(bytes(expected) === bytes(actual), `other files: ${difference(expected, actual)}`);
}

/** The names that builds use while they write, wherever they are left below a folder. */
export function leftovers(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return (readdirSync(folder, { recursive: true }) as string[]).filter((name) => name.includes('.build-site-'));
}

export const text = (lab: Lab, path: string): string => readFileSync(join(lab.folder, path), 'utf8');
