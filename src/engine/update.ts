// Computes what an update changed.

import type { Outputs } from '../publish/output.ts';

export interface Changes {
  /** Absolute paths of files that were added, changed or removed. */
  readonly files: readonly string[];
}

export interface Update {
  /** All outputs, as after a full build. */
  readonly outputs: Outputs;
  /** Paths of outputs that are new or have different content. */
  readonly changed: readonly string[];
  /** Paths of outputs that no longer exist. */
  readonly removed: readonly string[];
}

/** The content of outputs by path, detached from the site. */
export type Snapshot = ReadonlyMap<string, { readonly copyOf: string | null; readonly content: string | Uint8Array }>;

export const snapshotOf = (outputs: Outputs): Snapshot =>
  new Map([...outputs.values()].map(({ path, copyOf, content }) => [path, { copyOf, content: content() }]));

/** @param changes names the source files that changed, so that copies are compared without reading them */
export function compared(before: Snapshot, after: Snapshot, { files }: Changes): Omit<Update, 'outputs'> {
  const changedFiles = new Set(files);
  const isChanged = (path: string): boolean => {
    const [old, now] = [before.get(path), after.get(path)!];
    if (old === undefined || old.copyOf !== now.copyOf) return true;
    return now.copyOf === null ? !isSame(old.content, now.content) : changedFiles.has(now.copyOf);
  };
  return {
    changed: [...after.keys()].filter(isChanged),
    removed: [...before.keys()].filter((path) => !after.has(path)),
  };
}

function isSame(a: string | Uint8Array, b: string | Uint8Array): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
