// The current content of a destination, compared with the outputs to publish.

import { BuildError } from '../diagnostics/diagnostic.ts';
import type { FileSystem, Kind } from '../files/file-system.ts';
import { dirName, joinPath } from '../files/paths.ts';
import { isLeftover, LOCK } from './names.ts';
import type { Outputs } from './output.ts';

/** Never removed from the top of a destination: builds don't make repositories, or a file system's own folders. */
const ALWAYS_KEPT: ReadonlySet<string> = new Set(['.git', '.hg', '.svn', 'lost+found']);

/** Paths are relative to the destination. */
export interface Tree {
  /** Output paths that already exist, with their kind. */
  readonly present: ReadonlyMap<string, Kind>;
  /** Existing folders that outputs go to. */
  readonly folders: ReadonlySet<string>;
  /** What is in the way where an output needs a folder, by the folder's path. */
  readonly inTheWay: ReadonlyMap<string, Kind>;
  /** What no output asks for; a folder represents everything in it. */
  readonly obsolete: ReadonlyMap<string, Kind>;
  /** Left by an interrupted build. */
  readonly leftovers: readonly string[];
}

/** @param keep `keep_files`: path prefixes */
export function readTree(files: FileSystem, destination: string, outputs: Outputs, keep: readonly string[]): Tree {
  const wanted = foldersOf(outputs.keys());
  const keptFolders = foldersOf(keep);
  const isKept = (path: string): boolean => ALWAYS_KEPT.has(path) || keep.some((entry) => path.startsWith(entry));
  const present = new Map<string, Kind>();
  const folders = new Set<string>();
  const inTheWay = new Map<string, Kind>();
  const obsolete = new Map<string, Kind>();
  const leftovers: string[] = [];

  const look = (path: string, kind: Kind): void => {
    const output = outputs.get(path);
    const kept = isKept(path);
    if (output !== undefined) {
      if (kind === 'directory' && (kept || holdsKept(path))) throw keptInTheWay(path, output.page, 'folder');
      present.set(path, kind);
    } else if (wanted.has(path)) {
      if (kind === 'directory') walk(path);
      else if (kept) throw keptInTheWay(path, ownerOf(outputs, path), 'file');
      else inTheWay.set(path, kind);
    } else if (kept) return;
    else if (kind === 'directory' && keptFolders.has(path)) walk(path);
    else obsolete.set(path, kind);
  };
  const holdsKept = (folder: string): boolean =>
    keptFolders.has(folder) && keep.some((entry) => files.entry(joinPath(destination, entry)) !== null);
  const walk = (folder: string): void => {
    folders.add(folder);
    for (const [name, kind] of files.entries(joinPath(destination, folder))) {
      const path = folder === '' ? name : `${folder}/${name}`;
      if (name === LOCK) continue;
      if (isLeftover(name)) leftovers.push(path);
      else look(path, kind);
    }
  };
  if (files.stat(destination) !== null) walk('');
  return { present, folders, inTheWay, obsolete, leftovers };
}

/** All folders above the given relative paths. */
export function foldersOf(paths: Iterable<string>): Set<string> {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let folder = dirName(path); folder !== '.' && folder !== '/' && !folders.has(folder); folder = dirName(folder))
      folders.add(folder);
  }
  return folders;
}

/** A page that needs this folder. */
export function ownerOf(outputs: Outputs, folder: string): string {
  for (const { path, page } of outputs.values()) if (path.startsWith(`${folder}/`)) return page;
  return folder;
}

const keptInTheWay = (path: string, page: string, kind: 'file' | 'folder'): BuildError =>
  new BuildError({
    code: 'destination-kept-in-the-way',
    message: `${page} can't be written: the ${kind} ${path} in the destination, kept by \`keep_files\`, is in its way. Nothing was written.`,
    path: page,
    hint: 'Change the permalink of the page, or remove the entry from `keep_files:`.',
  });
