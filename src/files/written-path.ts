// Paths as authors write them: Ruby's File.expand_path expands a leading `~` to a home folder.

import { expandPath } from './paths.ts';

/** Ruby can't expand this path. */
export class PathError extends Error {}

/**
 * File.expand_path(path, base), in the working folder `root`. So that a build doesn't depend on the machine, root is
 * the only user, and home folders are outside the site.
 * @param root absolute
 * @returns null for a path in a home folder
 * @throws PathError for `~name` and for a NUL
 */
export function expandWrittenPath(path: string, base: string, root: string): string | null {
  if (isInHome(path)) return null;
  if (path.startsWith('/')) return expandPath(path);
  return isInHome(base) ? null : expandPath(path, expandPath(base, root));
}

function isInHome(path: string): boolean {
  if (path.includes('\0')) throw new PathError('path name contains null byte');
  const user = /^~([^/]*)/.exec(path)?.[1];
  if (user !== undefined && user !== '' && user !== 'root') throw new PathError(`user ${user} doesn't exist`);
  return user !== undefined;
}
