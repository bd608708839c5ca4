// The Git repository around a site.

import type { Configuration } from '../config/configuration.ts';
import type { SourceFiles } from '../files/file-system.ts';
import { Git } from '../files/git.ts';
import { joinPath } from '../files/paths.ts';
import { absolute } from './paths.ts';

export function configuredRepository(config: Configuration): string | undefined {
  const name = config.get('repository');
  return typeof name === 'string' && name.includes('/') ? name : undefined;
}

/** The checkout that the build is run in, as Jekyll's plugins ask Git there, where the site is part of it. */
export function gitOf(files: SourceFiles, source: string, isSafe: boolean): Git | null {
  const git = Git.around(files, absolute('.'), isSafe);
  return git !== null && `${source}/`.startsWith(`${git.root}/`) ? git : null;
}

/** Tells of a folder of the source whether Git tracks something in it; Git's files are read only then. */
export function trackedIn(files: SourceFiles, source: string, isSafe: boolean): (folder: string) => boolean {
  let git: Git | null | undefined;
  return (folder) => {
    if (git === undefined) git = Git.around(files, source, isSafe);
    return git?.tracks(joinPath(source, folder)) ?? false;
  };
}
