// `clean`: removes what a build made, and what Jekyll's own runs leave.

import { BuildError } from '../diagnostics/diagnostic.ts';
import { disk } from '../files/disk.ts';
import { buildOptions } from './build-options.ts';
import type { Context } from './context.ts';
import type { Flags } from './options.ts';
import { siteFolders } from './site-folders.ts';

export async function runClean(flags: Flags, context: Context): Promise<number> {
  const { source, destination, cache } = siteFolders(buildOptions(flags, context), context.folder);
  const candidates = [destination, `${source}/.jekyll-metadata`, cache, `${source}/.sass-cache`];
  for (const path of candidates) refuseSource(source, path);
  for (const path of candidates) {
    if (disk.stat(path) === null && !disk.isLink(path)) {
      context.console.line('Cleaner:', `Nothing to do for ${path}.`);
      continue;
    }
    context.console.line('Cleaner:', `Removing ${path}...`);
    disk.remove(path);
  }
  return 0;
}

/** Nothing that holds the site itself is ever removed, whatever the configuration or a link says. */
function refuseSource(source: string, path: string): void {
  const [real, own] = [disk.realPath(path), disk.realPath(source)];
  if (own !== real && !own.startsWith(real.endsWith('/') ? real : `${real}/`)) return;
  throw new BuildError({
    code: 'destination-is-source',
    message: `${path} is the site itself, or a folder above it; nothing was removed.`,
    hint: 'Check `destination` and `cache_dir` in _config.yml, and -d.',
  });
}
