// Detects files of gems that Bundler installed in the site's folder, which a site doesn't mean to build.

import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { joinPath } from '../../files/paths.ts';
import type { Site } from '../../site/site.ts';

const GEM = /(?:^|\/)gems\/([\w.-]+-\d[\w.]*)\//;

/** A hint for an error in a gem's file below the site; null for any other file. */
export function gemFile({ span, path }: Diagnostic, { source, theme }: Site): string | null {
  const file = span?.source.path ?? path ?? '';
  const gem = GEM.exec(file)?.[1];
  if (gem === undefined || /^[/.]/.test(file)) return null;
  // The theme may be installed there, and is meant to be used.
  if (theme !== null && joinPath(source, file).startsWith(`${theme.root}/`)) return null;
  const [folder = ''] = file.split('/');
  return `The file belongs to the gem ${gem}, which Bundler has installed in ${folder}. Add ${folder} to \`exclude:\` in _config.yml: your list replaces Jekyll's, which contains vendor/bundle.`;
}
