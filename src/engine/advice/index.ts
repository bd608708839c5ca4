// Hints that require looking at the site's files, or at tables that no build needs. Only loaded after a build failed.

import { BuildError, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Site } from '../../site/site.ts';
import { gemFile } from './gem-file.ts';
import { similarInclude, similarPath, similarPost, similarSheet } from './similar-file.ts';
import { unknownName } from './unknown-name.ts';

/** The error with a better hint, if there is one. */
export function advised(error: BuildError, site: Site): BuildError {
  const hint = hintFor(error.diagnostic, site);
  return hint === null ? error : new BuildError({ ...error.diagnostic, hint }, error);
}

function hintFor(diagnostic: Diagnostic, site: Site): string | null {
  const { code, about, hint } = diagnostic;
  const file = gemFile(diagnostic, site);
  if (file !== null) return file;
  if (about === undefined) return null;
  switch (code) {
    case 'liquid-unknown-tag':
      return hint === undefined ? unknownName('tags', about, site) : null;
    case 'liquid-undefined-filter':
      return `${hint} ${unknownName('filters', about, site)}`;
    case 'liquid-include-missing':
      return similarInclude(about, site);
    case 'liquid-link-missing':
      return similarPath(about, site);
    case 'liquid-post-missing':
      return similarPost(about, site);
    case 'sass-error':
      return similarSheet(about, site);
    default:
      return null;
  }
}
