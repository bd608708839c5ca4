// Outputs whose paths differ only in case: a case-insensitive disk has one file for both.

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FileSystem } from '../files/file-system.ts';
import { baseName, dirName, joinPath } from '../files/paths.ts';
import type { Outputs } from './output.ts';
import { someOf } from './policy.ts';

/**
 * A warning for such outputs; null if there are none, or if the destination's disk is case-sensitive.
 * @param destination must exist
 */
export function caseTwins(files: FileSystem, destination: string, outputs: Outputs): Diagnostic | null {
  if (!ignoresCase(files, destination)) return null;
  const first = new Map<string, string>();
  const twins: string[] = [];
  for (const path of outputs.keys()) {
    const key = path.toLowerCase();
    const other = first.get(key);
    if (other === undefined) first.set(key, path);
    else twins.push(`${other} and ${path}`);
  }
  if (twins.length === 0) return null;
  return {
    code: 'destination-case',
    severity: 'warning',
    message: `The file system of ${destination} is case-insensitive, so only the last of each of these exists: ${someOf(twins)}.`,
    hint: 'Give each its own name or `permalink:`. Links to one of them may work here and nowhere else.',
  };
}

function ignoresCase(files: FileSystem, folder: string): boolean {
  const name = baseName(folder);
  const other = name === name.toLowerCase() ? name.toUpperCase() : name.toLowerCase();
  const id = files.entry(folder)?.id;
  return other !== name && id !== undefined && files.entry(joinPath(dirName(folder), other))?.id === id;
}
