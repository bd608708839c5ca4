// Writes new files beside their targets under temporary names, so that readers see no change.

import { BuildError } from '../diagnostics/diagnostic.ts';
import type { FileSystem } from '../files/file-system.ts';
import { dirName, joinPath } from '../files/paths.ts';
import type { Step } from './journal.ts';
import { temporaryName } from './names.ts';
import type { Output } from './output.ts';
import type { Change } from './plan.ts';

/** The steps of a plan, with their temporary names. */
export function stepsOf(changes: readonly Change[], run: string): Step[] {
  let number = 0;
  return changes.map(({ path, old, next }) => {
    const folder = dirName(path);
    const name = (): string => {
      const own = temporaryName(run, number++);
      return folder === '.' ? own : `${folder}/${own}`;
    };
    const isSwap = old === 'file' && next !== null && !Array.isArray(next);
    return { path, isSwap, staged: next === null ? null : name(), aside: old === null ? null : name() };
  });
}

/**
 * Writes the new files of the given changes.
 * @param pause awaited between two files
 * @throws BuildError that names the page
 */
export async function stage(
  files: FileSystem,
  destination: string,
  changes: readonly Change[],
  steps: readonly Step[],
  pause: () => Promise<void> | null,
): Promise<void> {
  for (const [i, { path, old, next }] of changes.entries()) {
    const { staged } = steps[i]!;
    if (next === null || staged === null) continue;
    const root = joinPath(destination, staged);
    for (const output of Array.isArray(next) ? (next as readonly Output[]) : [next as Output]) {
      const to = root + output.path.slice(path.length);
      stageFile(files, output, to);
      if (old === 'file' && output.copyOf === null) keepAccess(files, joinPath(destination, path), to);
      const wait = pause();
      if (wait !== null) await wait;
    }
  }
}

function stageFile(files: FileSystem, output: Output, to: string): void {
  try {
    if (output.copyOf === null) files.write(to, output.content());
    else files.copy(output.copyOf, to);
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    const { message, hint } = error.diagnostic;
    throw new BuildError(
      {
        code: error.diagnostic.code,
        message: `${output.page} can't be written: ${message} The site is unchanged.`,
        path: output.page,
        hint,
      },
      error,
    );
  }
}

/** A page that replaces a file keeps its mode and owner, as if written in place. */
function keepAccess(files: FileSystem, old: string, to: string): void {
  const entry = files.entry(old);
  if (entry?.kind === 'file') files.setAccess(to, entry);
}
