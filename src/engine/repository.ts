// The Git repository that contains a site.

import type { Configuration } from '../config/configuration.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { SourceFiles } from '../files/file-system.ts';
import { dirName, joinPath } from '../files/paths.ts';
import { Git } from '../git/git.ts';

export function configuredRepository(config: Configuration): string | undefined {
  const name = config.raw.repository;
  return typeof name === 'string' && name.includes('/') ? name : undefined;
}

/**
 * The checkout in which the build is run, if the site is part of it: Jekyll's plugins run Git there.
 * @param folder the folder that the build is run in; null if there is no Git
 */
export function gitOf(
  files: SourceFiles,
  folder: string | null,
  source: string,
  isSafe: boolean,
  report: Report,
): Git | null {
  if (folder === null) return null;
  const git = Git.around(files, folder, isSafe, (path, repository) =>
    report({
      code: 'git-elsewhere',
      severity: 'warning',
      message: `${path} leads to ${repository}, which doesn't name ${dirName(path)} as its checkout, so safe mode doesn't read the site's repository, revision and branch from it.`,
      hint: 'If it is the repository of this folder (git init --separate-git-dir), record that: git config core.worktree "$PWD".',
    }),
  );
  return git !== null && `${source}/`.startsWith(`${git.root}/`) ? git : null;
}

/** Whether Git tracks anything in a folder of the source; Git's files are read on the first call. */
export function trackedIn(files: SourceFiles, source: string, isSafe: boolean): (folder: string) => boolean {
  let git: Git | null | undefined;
  return (folder) => {
    if (git === undefined) git = Git.around(files, source, isSafe);
    return git?.tracks(joinPath(source, folder)) ?? false;
  };
}
