// Patterns that an author writes where paths are wanted (a scope's path in `defaults`, Sass's load_paths): Ruby's Dir.glob.

import type { FileSystem } from './file-system.ts';
import { fnmatch } from './fnmatch.ts';

/** False where a pattern is a plain path. */
export const hasWildcard = (pattern: string): boolean => /[*?[{\\]/.test(pattern);

/** `**` before a slash: any folders, or none. */
const ANY_FOLDERS = Symbol('**/');

type Part = string | typeof ANY_FOLDERS;

/**
 * What a pattern matches below a folder, relative to it; folders too. In Ruby's order: name by name, each folder before
 * what it holds, and one alternative of `{b,a}` after the other. Names with a dot in front are matched by a dot that is
 * written; `**` enters no link.
 */
export function glob(files: FileSystem, folder: string, pattern: string): string[] {
  return alternatives(pattern).flatMap((one) => {
    const search: Search = { files, folder, parts: partsOf(one), onlyFolders: one.endsWith('/'), found: [] };
    if (search.parts.length > 0) walk(search, '', new Set([0]));
    return search.found;
  });
}

interface Search {
  readonly files: FileSystem;
  readonly folder: string;
  readonly parts: readonly Part[];
  /** The pattern ends with a slash. */
  readonly onlyFolders: boolean;
  readonly found: string[];
}

/** @param states which parts a name in this folder may match */
function walk(search: Search, path: string, states: ReadonlySet<number>): void {
  const { files, folder, parts, onlyFolders, found } = search;
  const open = withEmpty(parts, states);
  if (open.delete(parts.length)) found.push(path === '' ? '.' : path);
  const below = path === '' ? folder : `${folder}/${path}`;
  for (const name of namesIn(files, below, parts, open)) {
    const own = path === '' ? name : `${path}/${name}`;
    const full = `${folder}/${own}`;
    const next = new Set<number>();
    for (const state of open) {
      const part = parts[state]!;
      if (part === ANY_FOLDERS) {
        if (!name.startsWith('.') && !files.isLink(full)) next.add(state);
      } else if (fnmatch(part, name)) next.add(state + 1);
    }
    if (next.size === 0) continue;
    const kind = files.stat(full)?.kind;
    const isFolder = kind === 'directory';
    if (next.delete(parts.length) && (isFolder || (kind !== undefined && !onlyFolders))) found.push(own);
    if (next.size > 0 && isFolder) walk(search, own, next);
  }
}

/** The states, and those behind a `**` that stands for no folder. */
function withEmpty(parts: readonly Part[], states: ReadonlySet<number>): Set<number> {
  const open = new Set<number>();
  for (let state of states) {
    open.add(state);
    while (parts[state] === ANY_FOLDERS) open.add(++state);
  }
  return open;
}

/** A folder need not be listed where only names that are written out are looked for. */
function namesIn(files: FileSystem, folder: string, parts: readonly Part[], states: ReadonlySet<number>): string[] {
  const [only, ...more] = [...states].map((state) => parts[state]!);
  if (typeof only === 'string' && more.length === 0 && !hasWildcard(only)) return [only];
  return files.list(folder);
}

/** A slash in brackets, or behind a bracket that isn't closed, parts nothing. */
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

/** `a{b,c}d` as `abd` and `acd`, from the left and from the outside in; nothing where a brace isn't closed. */
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
