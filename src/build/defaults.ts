// Front-matter defaults, and the patterns in their paths.

import type { Configuration } from '../config/configuration.ts';
import { FrontMatterDefaults } from '../config/front-matter-defaults.ts';
import type { Profile } from '../config/profiles.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { FileSystem } from '../files/file-system.ts';
import { glob } from '../files/glob.ts';
import type { RubyTime } from '../ruby/values.ts';
import type { Zone } from '../ruby/zone.ts';

interface Surroundings {
  readonly profile: Profile;
  readonly files: FileSystem;
  readonly source: string;
  readonly report: Report;
  readonly now: RubyTime;
  readonly zone: Zone;
}

export function createDefaults(
  config: Configuration,
  { profile, files, source, report, now, zone }: Surroundings,
): FrontMatterDefaults {
  // A pattern with a slash in front is one of the whole disk to 4.x.
  const isOutside = (pattern: string): boolean => profile === 'jekyll-4' && pattern.startsWith('/');
  const below = (pattern: string): string[] => (isOutside(pattern) ? [] : glob(files, source, pattern));
  return new FrontMatterDefaults(config, { profile, report, now, zone, glob: below });
}
