// What a build may remove from a destination, and what it must keep.

import { BuildError } from '../diagnostics/diagnostic.ts';
import type { FileSystem, Kind } from '../files/file-system.ts';
import { joinPath } from '../files/paths.ts';
import { foldersOf } from './tree.ts';

/** Sizes in bytes of the files that builds have written, by path. */
export type BuiltFiles = ReadonlyMap<string, number>;

/** What a build may remove, and why. */
export type Policy =
  /** Everything: it was all made by builds, or the author said so (the default `_site`, `--force`). */
  | { readonly kind: 'all' }
  /** Files that earlier builds wrote; if the size has changed, the file is somebody else's by now. */
  | { readonly kind: 'recorded'; readonly files: BuiltFiles }
  /** Nothing: there is no record of an earlier build. `canForce` is false for a folder that may contain sources. */
  | { readonly kind: 'none'; readonly canForce: boolean };

export interface Removals {
  /** Paths to remove; folders with everything in them. */
  readonly remove: readonly string[];
  /** Files that no build made, which are kept. */
  readonly foreign: readonly string[];
}

/** Decides about each path that no output has. */
export function removals(
  files: FileSystem,
  destination: string,
  obsolete: ReadonlyMap<string, Kind>,
  policy: Policy,
): Removals {
  if (policy.kind === 'all') return { remove: [...obsolete.keys()], foreign: [] };
  const recorded: BuiltFiles = policy.kind === 'recorded' ? policy.files : new Map();
  const folders = foldersOf(recorded.keys());
  const remove: string[] = [];
  const foreign: string[] = [];
  /** @returns whether all of it may be removed */
  const sweep = (path: string, kind: Kind, removed: string[]): boolean => {
    if (kind !== 'directory') {
      const isBuilt = kind === 'file' && recorded.get(path) === files.entry(joinPath(destination, path))?.size;
      (isBuilt ? removed : foreign).push(path);
      return isBuilt;
    }
    if (!folders.has(path)) {
      // A folder without files has nothing to lose, and is kept too.
      if (holdsSomething(files, joinPath(destination, path))) foreign.push(path);
      return false;
    }
    const below: string[] = [];
    let all = true;
    for (const [name, childKind] of files.entries(joinPath(destination, path))) {
      if (!sweep(`${path}/${name}`, childKind, below)) all = false;
    }
    if (all) removed.push(path);
    else removed.push(...below);
    return all;
  };
  for (const [path, kind] of obsolete) sweep(path, kind, remove);
  return { remove, foreign };
}

function holdsSomething(files: FileSystem, folder: string): boolean {
  for (const [name, kind] of files.entries(folder)) {
    if (kind !== 'directory' || holdsSomething(files, joinPath(folder, name))) return true;
  }
  return false;
}

/** How many paths a message lists. */
const NAMED = 3;

export function someOf(paths: readonly string[]): string {
  const rest = paths.length - NAMED;
  return paths.slice(0, NAMED).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

/** The error instead of removing files that no build made. */
export function refusal(destination: string, foreign: readonly string[], canForce: boolean): BuildError {
  return new BuildError({
    code: 'destination-foreign-files',
    message: `${destination} holds files that build-site is not known to have made: ${someOf(foreign)}. Nothing was written.`,
    hint: canForce
      ? 'Choose another folder with --destination (-d), or list what should stay under `keep_files:`. --force removes the files; --dry-run shows what it would do.'
      : 'The folder is part of the source, so --force is not accepted: its files may be the only copies. If they come from an earlier build, remove the folder yourself and build again; otherwise choose another folder with --destination (-d).',
  });
}
