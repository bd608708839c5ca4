// Paths on this machine.

import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { folderPath as folderPathIn } from '../engine/paths.ts';

const resolved = (from: string, path: string): string => resolve(from, path).replaceAll('\\', '/');

/** An absolute path, with `/` as separator on every system. */
export const absolute = (path: string): string => resolved('.', path);

/** The user's home folder; null if the system doesn't know it. */
export function homeFolder(): string | null {
  try {
    return homedir().replaceAll('\\', '/') || null;
  } catch {
    return null;
  }
}

/** What relative paths and `~` refer to on this machine. */
export const pathsFrom = (workingFolder: string) => ({ workingFolder, home: homeFolder(), resolve: resolved });

/**
 * A folder given on the command line: relative to the working folder, `~` is the user's home folder.
 * @throws BuildError for `~name`, the home folder of another user
 */
export const folderPath = (text: string, workingFolder: string): string => folderPathIn(text, pathsFrom(workingFolder));
