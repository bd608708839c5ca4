// The part of the site that every noun depends on. What a noun needs besides is an interface in its own file.

import type { Configuration } from '../config/configuration.ts';
import type { FrontMatterDefaults } from '../config/front-matter-defaults.ts';
import type { Stack } from '../config/stacks.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { SourceFiles } from '../files/file-system.ts';
import type { Drop, RubyTime } from '../ruby/values.ts';
import type { Zone } from '../ruby/zone.ts';
import type { Results } from './results.ts';

export interface SiteContext {
  readonly stack: Stack;
  readonly config: Configuration;
  /** Absolute, without a trailing slash. */
  readonly source: string;
  /** Absolute, without a trailing slash. */
  readonly destination: string;
  readonly files: SourceFiles;
  readonly report: Report;
  /** site.time: `time:` of the configuration, otherwise the time of the build. */
  readonly time: RubyTime;
  readonly zone: Zone;
  readonly defaults: FrontMatterDefaults;
  readonly results: Results;
  /** The output extension that the converters assign to a source extension ('.md' -> '.html'). */
  outputExtension(extension: string): string;
}

/** Makes what templates see of a noun. */
export interface DropsOf<Noun> {
  of(noun: Noun): Drop;
}
