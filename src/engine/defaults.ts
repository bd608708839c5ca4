// Front matter defaults, with the glob for patterns in their paths.

import type { Configuration } from '../config/configuration.ts';
import { FrontMatterDefaults } from '../config/front-matter-defaults.ts';
import type { Stack } from '../config/stacks.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { SourceFiles } from '../files/file-system.ts';
import { hasWildcard, loadGlob } from '../files/glob.ts';
import { isHash, type RubyTime } from '../ruby/values.ts';
import type { Zone } from '../ruby/zone.ts';

interface Surroundings {
  readonly stack: Stack;
  readonly files: SourceFiles;
  readonly source: string;
  readonly report: Report;
  readonly now: RubyTime;
  readonly zone: Zone;
}

/** The glob library is only loaded if a path has a pattern. */
export async function createDefaults(
  config: Configuration,
  { stack, files, source, report, now, zone }: Surroundings,
): Promise<FrontMatterDefaults> {
  const glob = needsGlob(config) ? await loadGlob(files) : () => [];
  const isOutside = (pattern: string): boolean => stack.config.scopesStartAtTheDisk && pattern.startsWith('/');
  const below = (pattern: string): string[] => (isOutside(pattern) ? [] : glob(source, pattern));
  return new FrontMatterDefaults(config, { stack, report, now, zone, glob: below });
}

function needsGlob(config: Configuration): boolean {
  const sets = config.raw.defaults;
  if (!Array.isArray(sets)) return false;
  return sets.some((set) => {
    const scope = isHash(set) ? set.get('scope') : null;
    const path = isHash(scope) ? scope.get('path') : null;
    return typeof path === 'string' && hasWildcard(path);
  });
}
