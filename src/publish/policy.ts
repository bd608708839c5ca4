// What a build may remove from a destination, and what it must leave (or refuse to work around).

import { BuildError } from '../diagnostics/diagnostic.ts';
import type { FileSystem, Kind } from '../files/file-system.ts';
import { joinPath } from '../files/paths.ts';
import { foldersOf } from './tree.ts';

/** Files that builds have written: their sizes in bytes, by their paths. */
export type BuiltFiles = ReadonlyMap<string, number>;

/** What entitles a build to remove files. */
export type Policy =
  /** All in the destination was made by builds, or the author said so (the default `_site`, `--force`). */
  | { readonly kind: 'all' }
  /** The files that earlier builds have written; one that has another size by now is somebody else's. */
  | { readonly kind: 'recorded'; readonly files: BuiltFiles }
  /** Nothing: no record of an earlier build. `canForce` is false for a folder that the site's sources may be in. */
  | { readonly kind: 'none'; readonly canForce: boolean };

export interface Removals {
  /** Paths to remove; a folder goes with all that is in it. */
  readonly remove: readonly string[];
  /** What no build made and is left. */
  readonly foreign: readonly string[];
}

/** Decides on each path that no output asks for. */
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
  /** @returns whether all of it may go */
  const sweep = (path: string, kind: Kind, removed: string[]): boolean => {
    if (kind !== 'directory') {
      const isBuilt = kind === 'file' && recorded.get(path) === files.entry(joinPath(destination, path))?.size;
      (isBuilt ? removed : foreign).push(path);
      return isBuilt;
    }
    if (!folders.has(path)) {
      // A folder without a file holds nothing that could be lost, and is left, too.
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

/** How many paths a message names. */
const NAMED = 3;

export function someOf(paths: readonly string[]): string {
  const rest = paths.length - NAMED;
  return paths.slice(0, NAMED).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

/** The refusal to remove what no build made. */
export function refusal(destination: string, foreign: readonly string[], canForce: boolean): BuildError {
  return new BuildError({
    code: 'destination-foreign-files',
    message: `${destination} holds files that no build of build-site is known to have made: ${someOf(foreign)}. Nothing was written.`,
    hint: canForce
      ? 'Choose another folder with --destination (-d), or name what is to stay under `keep_files:`. --force removes the files; --dry-run shows what it would do.'
      : 'The folder is part of the source, so its files may be the only ones, and --force is not accepted. If they come from an earlier build, remove the folder yourself and build again; otherwise choose another folder with --destination (-d).',
  });
}
