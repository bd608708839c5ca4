// What a build will do to its destination, decided before anything is written.

import { BuildError } from '../diagnostics/diagnostic.ts';
import type { Entry, FileSystem, Kind } from '../files/file-system.ts';
import { dirName, joinPath } from '../files/paths.ts';
import { bytesOf, type Output, type Outputs } from './output.ts';
import { type Policy, type Removals, refusal, removals } from './policy.ts';
import { ownerOf, readTree, type Tree } from './tree.ts';

/** One step of a plan: a path gets a new file or folder, or loses its old one. */
export interface Change {
  /** Relative to the destination. */
  readonly path: string;
  /** What is there now; null if nothing. */
  readonly old: Kind | null;
  /** A file, a new folder with all its files, or null to remove what is there. */
  readonly next: Output | readonly Output[] | null;
}

export interface Plan {
  readonly changes: readonly Change[];
  /** Files that are kept although no output has their path, because no build made them. */
  readonly foreign: readonly string[];
  readonly unchanged: number;
}

export interface PlanInput {
  readonly files: FileSystem;
  /** Absolute. */
  readonly destination: string;
  readonly outputs: Outputs;
  /** `keep_files`. */
  readonly keep: readonly string[];
  /** The destination is a folder of the source that would otherwise be read. */
  readonly isPartOfSource: boolean;
  /**
   * Called only if something is to be removed, or the destination is part of the source.
   * @param holdsOutputs files that this build writes already exist
   */
  policy(holdsOutputs: boolean): Policy;
}

/** @throws BuildError for a conflict or a loss that the build must not cause; nothing is written */
export function makePlan(input: PlanInput): Plan {
  const { files, destination, outputs } = input;
  const tree = readTree(files, destination, outputs, input.keep);
  const { remove, foreign } = decide(input, tree);
  const changes: Change[] = [...tree.leftovers, ...remove].map((path) => ({
    path,
    old: tree.obsolete.get(path) ?? 'other',
    next: null,
  }));
  const added = new Map<string, Output[]>();
  let unchanged = 0;
  for (const output of outputs.values()) {
    const { path } = output;
    const old = tree.present.get(path) ?? null;
    const folder = old === null ? newFolder(path, tree.folders) : null;
    if (old === 'file' && isSame(files, joinPath(destination, path), output)) unchanged++;
    else if (folder === null) changes.push({ path, old, next: output });
    else {
      const others = added.get(folder);
      if (others === undefined) added.set(folder, [output]);
      else others.push(output);
    }
  }
  for (const [path, next] of added) changes.push({ path, old: tree.inTheWay.get(path) ?? null, next });
  return { changes, foreign, unchanged };
}

/** What may be removed. Throws if more would have to be. */
function decide({ files, destination, outputs, isPartOfSource, policy: ask }: PlanInput, tree: Tree): Removals {
  const replaced = new Map(tree.inTheWay);
  for (const [path, kind] of tree.present) if (kind === 'directory') replaced.set(path, kind);
  const isDoubtful = isPartOfSource && tree.present.size > 0;
  if (tree.obsolete.size + replaced.size === 0 && !isDoubtful) return { remove: [], foreign: [] };
  const policy = ask(tree.present.size > 0);
  const found = removals(files, destination, tree.obsolete, policy);
  const blocking = removals(files, destination, replaced, policy).foreign;
  if (policy.kind === 'none' && found.foreign.length + blocking.length > 0) {
    throw refusal(destination, [...blocking, ...found.foreign], policy.canForce);
  }
  if (policy.kind !== 'recorded' && isPartOfSource) {
    const source = [...tree.present.keys()].find((path) => hasFrontMatter(files, joinPath(destination, path)));
    if (source !== undefined) throw refusal(destination, [source], false);
  }
  const [first] = blocking;
  if (first === undefined) return found;
  const page = outputs.get(first)?.page ?? ownerOf(outputs, first);
  throw new BuildError({
    code: 'destination-in-the-way',
    message: `${page} can't be written: ${joinPath(destination, first)}, which no build made, is in its way. Nothing was written.`,
    path: page,
    hint: 'Remove it, change the permalink of the page, or let --force remove it.',
  });
}

/** The outermost missing folder of a path; null if its folder exists. */
function newFolder(path: string, folders: ReadonlySet<string>): string | null {
  let missing: string | null = null;
  for (let folder = dirName(path); folder !== '.' && !folders.has(folder); folder = dirName(folder)) missing = folder;
  return missing;
}

/** Whether a file already has the bytes of an output and, for a copy, the mode. */
function isSame(files: FileSystem, path: string, output: Output): boolean {
  const entry = files.entry(path)!;
  if (output.copyOf !== null) {
    const from = files.stat(output.copyOf);
    return (
      from?.kind === 'file' &&
      from.size === entry.size &&
      isCopiedMode(files, output.copyOf, entry) &&
      files.isSame(path, output.copyOf)
    );
  }
  const bytes = bytesOf(output);
  return bytes.length === entry.size && hasBytes(files, path, bytes);
}

const isCopiedMode = (files: FileSystem, from: string, entry: Entry): boolean => {
  const source = files.entry(files.realPath(from));
  return source === null || files.copiedMode(source.mode) === entry.mode;
};

function hasBytes(files: FileSystem, path: string, bytes: Uint8Array): boolean {
  let there: Uint8Array;
  try {
    there = files.read(path);
  } catch {
    return false; // unreadable files are replaced
  }
  if (there.length !== bytes.length) return false;
  for (let i = 0; i < bytes.length; i++) if (there[i] !== bytes[i]) return false;
  return true;
}

/** Whether a file is a source: nothing that Jekyll writes begins with front matter. */
function hasFrontMatter(files: FileSystem, path: string): boolean {
  return /^---\r?\n/.test(new TextDecoder().decode(files.head(path, 5)));
}
