// Paths of this machine.

import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { folderPath as folderPathIn } from '../engine/paths.ts';

const resolved = (from: string, path: string): string => resolve(from, path).replaceAll('\\', '/');

/** A path from the working folder on, with `/` between its parts on any system. */
export const absolute = (path: string): string => resolved('.', path);

/** The user's own folder; null if the system doesn't know it. */
export function homeFolder(): string | null {
  try {
    return homedir().replaceAll('\\', '/') || null;
  } catch {
    return null;
  }
}

/** What a path starts at on this machine. */
export const pathsFrom = (workingFolder: string) => ({ workingFolder, home: homeFolder(), resolve: resolved });

/**
 * A folder that the command line names: relative to the working folder, `~` is the user's own.
 * @throws BuildError for `~name`, the folder of another user
 */
export const folderPath = (text: string, workingFolder: string): string => folderPathIn(text, pathsFrom(workingFolder));
