// Places where a site must never be written and nothing may be removed: the source under any name, folders above it,
// and folders with sources. Folders are compared by device and inode, not by name.

import { BuildError } from '../diagnostics/diagnostic.ts';
import type { FileSystem } from '../files/file-system.ts';
import { baseName, dirName, joinPath } from '../files/paths.ts';

/** What the destination (or a cache) must stay out of. */
export interface Sources {
  readonly files: FileSystem;
  /** The source; absolute. */
  readonly source: string;
  /** Folders that are always read, relative to the source: layouts, data, collections. */
  readonly folders: readonly string[];
  /** The user's home folder, if known. */
  readonly home: string | null;
}

/** Repository folders are never a destination, wherever they are. */
const REPOSITORY: ReadonlySet<string> = new Set(['.git', '.hg', '.svn']);
/** Jekyll reads posts and drafts from any folder. */
const POSTS: ReadonlySet<string> = new Set(['_posts', '_drafts']);

/** The path with links resolved, even if parts of it don't exist yet. */
export function realPathOf(files: FileSystem, path: string): string {
  if (path === dirName(path) || files.stat(path) !== null) return files.realPath(path);
  return joinPath(realPathOf(files, dirName(path)), baseName(path));
}

/**
 * The path of a folder relative to the source; null if it is outside.
 * @param path as it appears in messages
 * @param what 'Destination directory' or 'cache_dir'
 * @throws BuildError if the folder is the source or above it, contains sources, or belongs to a repository
 */
export function placeInSource({ files, source, folders, home }: Sources, path: string, what: string): string | null {
  const real = realPathOf(files, path);
  const ids = (from: string): Set<string> => {
    const found = new Set<string>();
    for (let folder = from; ; folder = dirName(folder)) {
      found.add(files.entry(folder)?.id ?? folder);
      if (folder === dirName(folder)) return found;
    }
  };
  const idOf = (folder: string): string => files.entry(folder)?.id ?? folder;
  const root = files.realPath(source);
  if (ids(root).has(idOf(real))) {
    throw refused(`${what} cannot be or contain the Source directory: ${path} (the source is ${source})`);
  }
  if (real === '/' || (home !== null && ids(files.realPath(home)).has(idOf(real)))) {
    throw refused(`${what} ${path} is your home folder, or a folder above it`);
  }
  const names = real.split('/');
  const repository = names.find((name) => REPOSITORY.has(name));
  if (repository !== undefined) throw refused(`${what} ${path} is in ${repository}, the folder of a Git repository`);

  const rootId = idOf(root);
  const below: string[] = [];
  for (let folder = real; idOf(folder) !== rootId; folder = dirName(folder)) {
    if (folder === dirName(folder)) return null;
    below.unshift(baseName(folder));
  }
  const place = below.join('/');
  const read =
    below.find((name) => POSTS.has(name)) ??
    folders.find((folder) => folder !== '' && (place === folder || place.startsWith(`${folder}/`)));
  if (read !== undefined) throw refused(`${what} ${path} is in ${read}, which holds sources of the site`);
  return place;
}

const refused = (why: string): BuildError =>
  new BuildError({
    code: 'destination-holds-source',
    message: `${why}. Nothing was written or removed.`,
    hint: 'Choose another folder with --destination (-d), or `destination:` (`cache_dir:`) in _config.yml; the default is _site.',
  });
