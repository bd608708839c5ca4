// The Git repository around a site.

import { execFileSync } from 'node:child_process';
import type { Configuration } from '../config/configuration.ts';
import type { SourceFiles } from '../files/file-system.ts';
import { Git } from '../files/git.ts';
import { absolute } from './paths.ts';

export function configuredRepository(config: Configuration): string | undefined {
  const name = config.get('repository');
  return typeof name === 'string' && name.includes('/') ? name : undefined;
}

/** The checkout that the build is run in, as Jekyll's plugins ask Git there, where the site is part of it. */
export function gitOf(files: SourceFiles, source: string): Git | null {
  const git = Git.around(files, absolute('.'));
  return git !== null && `${source}/`.startsWith(`${git.root}/`) ? git : null;
}

export function isTracked(source: string, folder: string): boolean {
  try {
    return (
      execFileSync('git', ['-C', source, 'ls-files', '--', folder], { stdio: ['ignore', 'pipe', 'ignore'] }).length > 0
    );
  } catch {
    return false;
  }
}
