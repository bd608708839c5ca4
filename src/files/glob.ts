// Ruby's Dir.glob, for the patterns that authors write where paths are expected (a scope's path in `defaults`, Sass's
// load_paths). fast-glob walks any SourceFiles; the results are filtered here by Ruby's rules, since the two read
// brackets, braces and backslashes differently.

import type { FileSystemAdapter } from 'fast-glob';
import type { SourceFiles } from './file-system.ts';
import { fnmatch } from './fnmatch.ts';
import { sortNames } from './order.ts';

/** False if a pattern is a plain path, so that nothing has to be loaded for it. */
export const hasWildcard = (pattern: string): boolean => /[*?[{\\]/.test(pattern);

/** `**` before a slash: any number of folders. */
const ANY_FOLDERS = Symbol('**/');

type Part = string | typeof ANY_FOLDERS;

/**
 * Finds the files and folders below a folder that match a pattern, as relative paths. In Ruby's order: by name, each
 * folder before its contents, and one alternative of `{b,a}` after the other. A leading dot must be matched explicitly.
 * A pattern with `**` doesn't follow links.
 */
export type Glob = (folder: string, pattern: string) => string[];

/** fast-glob takes some 40 ms to load, so it is loaded only if a site uses a pattern. */
export async function loadGlob(files: SourceFiles): Promise<Glob> {
  const { default: fastGlob } = await import('fast-glob');
  const fs = adapter(files);
  const search = (folder: string, pattern: string): string[] => {
    const parts = partsOf(pattern);
    if (parts.length === 0) return [];
    const followSymbolicLinks = !parts.includes(ANY_FOLDERS);
    const options = { cwd: folder, fs, onlyFiles: false, extglob: false, followSymbolicLinks };
    const onlyFolders = pattern.endsWith('/');
    const found = fastGlob.sync(parts.map(wider).join('/'), options).filter((path) => {
      if (!matches(parts, path.split('/'))) return false;
      const full = `${folder}/${path}`;
      if (parts.at(-1) === ANY_FOLDERS && files.isLink(full)) return false;
      const kind = files.stat(full)?.kind;
      return kind === 'directory' || (kind !== undefined && !onlyFolders);
    });
    const isOwn = parts.every((part) => part === ANY_FOLDERS || (parts.length === 1 && fnmatch(part, '.')));
    const names = found.map((path) => path.replaceAll('/', '\0'));
    return [...(isOwn ? ['.'] : []), ...sortNames(names).map((name) => name.replaceAll('\0', '/'))];
  };
  return (folder, pattern) => alternatives(pattern).flatMap((one) => search(folder, one));
}

/** A pattern for fast-glob that finds at least everything that the part matches. */
function wider(part: Part): string {
  if (part === ANY_FOLDERS) return '**';
  if (/^[\w.-]+$/.test(part)) return part;
  return /^\\?\./.test(part) ? '.*' : '*';
}

/** @param names of a path, from the outermost folder */
function matches(parts: readonly Part[], names: readonly string[]): boolean {
  let open = withEmpty(parts, [0]);
  for (const name of names) {
    const next: number[] = [];
    for (const at of open) {
      const part = parts[at];
      if (part === ANY_FOLDERS) {
        if (!name.startsWith('.')) next.push(at);
      } else if (part !== undefined && fnmatch(part, name)) next.push(at + 1);
    }
    open = withEmpty(parts, next);
  }
  return open.has(parts.length);
}

/** The positions among the parts, plus those after each `**` that matches no folder. */
function withEmpty(parts: readonly Part[], places: readonly number[]): Set<number> {
  const open = new Set<number>();
  for (let at of places) {
    open.add(at);
    while (parts[at] === ANY_FOLDERS) open.add(++at);
  }
  return open;
}

/** Splits a pattern at slashes, except those in brackets or after an unclosed bracket. */
function partsOf(pattern: string): Part[] {
  const parts: Part[] = [];
  let part = '';
  let inBrackets = false;
  const end = (isFolder: boolean): void => {
    if (part === '**' && isFolder) parts.push(ANY_FOLDERS);
    else if (part !== '' && part !== '.') parts.push(part);
    part = '';
  };
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at]!;
    if (character === '[') inBrackets = true;
    else if (character === ']') inBrackets = false;
    if (character === '/' && !inBrackets) {
      end(true);
      continue;
    }
    part += character;
    if (character === '\\' && at + 1 < pattern.length) part += pattern[++at];
  }
  end(false);
  return parts;
}

/** Expands `a{b,c}d` to `abd` and `acd`, left to right and outside in; empty if a brace isn't closed. */
function alternatives(pattern: string): string[] {
  const open = braceIn(pattern);
  if (open === -1) return [pattern];
  const { close, commas } = closing(pattern, open);
  if (close === -1) return [];
  const ends = [...commas, close];
  return ends.flatMap((end, i) => {
    const start = i === 0 ? open + 1 : ends[i - 1]! + 1;
    return alternatives(pattern.slice(0, open) + pattern.slice(start, end) + pattern.slice(close + 1));
  });
}

function braceIn(pattern: string): number {
  for (let at = 0; at < pattern.length; at++) {
    if (pattern[at] === '\\') at++;
    else if (pattern[at] === '{') return at;
  }
  return -1;
}

function closing(pattern: string, open: number): { readonly close: number; readonly commas: readonly number[] } {
  const commas: number[] = [];
  let depth = 1;
  for (let at = open + 1; at < pattern.length; at++) {
    const character = pattern[at];
    if (character === '\\') at++;
    else if (character === '{') depth++;
    else if (character === ',' && depth === 1) commas.push(at);
    else if (character === '}' && --depth === 0) return { close: at, commas };
  }
  return { close: -1, commas };
}

/** The few functions of node:fs that fast-glob calls. */
function adapter(files: SourceFiles): Partial<FileSystemAdapter> {
  const entry = (path: string, follow: boolean) => {
    const link = !follow && files.isLink(path);
    const kind = link ? 'link' : files.stat(path)?.kind;
    if (kind === undefined) throw Object.assign(new Error(`ENOENT: ${path}`), { code: 'ENOENT' });
    const no = (): boolean => false;
    return {
      name: path.slice(path.lastIndexOf('/') + 1),
      isFile: () => kind === 'file',
      isDirectory: () => kind === 'directory',
      isSymbolicLink: () => link,
      isBlockDevice: no,
      isCharacterDevice: no,
      isFIFO: no,
      isSocket: no,
    };
  };
  const walk = {
    lstatSync: (path: string) => entry(path, false),
    statSync: (path: string) => entry(path, true),
    readdirSync: (path: string) => files.list(path).map((name) => entry(`${path}/${name}`, false)),
  };
  return walk as unknown as Partial<FileSystemAdapter>;
}
