// `clean`: removes the built site and the caches that Jekyll leaves.

import { cleanSite } from '../build/clean.ts';
import { buildOptions } from './build-options.ts';
import type { Context } from './context.ts';
import type { Flags } from './options.ts';

export async function runClean(flags: Flags, context: Context): Promise<number> {
  const { console } = context;
  const { paths } = await cleanSite(buildOptions(flags, context), (diagnostic) => console.diagnostic(diagnostic));
  const verb = flags['dry-run'] === true ? 'Would remove' : 'Removing';
  for (const { path, isFound } of paths) {
    console.line('Cleaner:', isFound ? `${verb} ${path}...` : `Nothing to do for ${path}.`);
  }
  return 0;
}
