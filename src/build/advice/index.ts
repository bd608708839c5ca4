// Hints that take some looking around: at the site's files, at tables that no build needs. Loaded when a build has failed.

import { BuildError, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Site } from '../../site/site.ts';
import { gemFile } from './gem-file.ts';
import { unknownName } from './unknown-name.ts';

/** The error with a better hint, where there is one. */
export function advised(error: BuildError, site: Site): BuildError {
  const hint = hintFor(error.diagnostic, site);
  return hint === null ? error : new BuildError({ ...error.diagnostic, hint }, error);
}

function hintFor(diagnostic: Diagnostic, site: Site): string | null {
  const { code, about, hint } = diagnostic;
  const file = gemFile(diagnostic);
  if (file !== null) return file;
  if (code === 'liquid-unknown-tag' && about !== undefined && hint === undefined) {
    return unknownName('tags', about, site);
  }
  if (code === 'liquid-undefined-filter' && about !== undefined) {
    return `${hint} ${unknownName('filters', about, site)}`;
  }
  return null;
}
