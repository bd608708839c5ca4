// Patterns that an author writes where paths are wanted (a scope's path in `defaults`, Sass's load_paths): fast-glob,
// walking whichever FileSystem is in use, under the rules of Ruby's Dir.glob.

import type { FileSystemAdapter } from 'fast-glob';
import type { FileSystem } from './file-system.ts';
import { sortNames } from './order.ts';

/** What a pattern matches below a folder, relative to it; folders too. In Ruby's order: name by name, each folder
 *  before what it holds. (Ruby goes through the alternatives of `{b,a}` one after the other; here they are one list.) */
export type Glob = (folder: string, pattern: string) => string[];

/** False where a pattern is a plain path, so that nothing has to be loaded for it. */
export const hasWildcard = (pattern: string): boolean => /[*?[{]/.test(pattern);

/** fast-glob takes some 40 ms to load, so it is, only where a site has such a pattern. */
export async function loadGlob(files: FileSystem): Promise<Glob> {
  const { default: fastGlob } = await import('fast-glob');
  const fs = adapter(files);
  return (folder, pattern) => {
    const like = likeRuby(pattern);
    const followSymbolicLinks = !like.includes('**'); // which in Ruby goes into no link
    const options = { cwd: folder, fs, onlyFiles: false, extglob: false, followSymbolicLinks };
    const found = fastGlob.sync(like, options);
    const names = found.map((path) => path.split('/').join('\0'));
    return sortNames(names).map((name) => name.replaceAll('\0', '/'));
  };
}

/** In Ruby only a `**` before a slash crosses folders; a last one is a `*`. */
const likeRuby = (pattern: string): string => pattern.replace(/(^|\/)\*\*$/, '$1*').replace(/^(?:\.\/)+/, '');

/** The little of node:fs that fast-glob's walk asks for. */
function adapter(files: FileSystem): Partial<FileSystemAdapter> {
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
