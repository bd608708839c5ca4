// What pages and documents need of the site that they belong to.

import type { Configuration } from '../config/configuration.ts';
import type { FrontMatterDefaults } from '../config/front-matter-defaults.ts';
import type { Stack } from '../config/stacks.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { SourceFiles } from '../files/file-system.ts';
import type { RubyTime } from '../ruby/values.ts';
import type { Zone } from '../ruby/zone.ts';
import type { Document } from './document.ts';
import type { Excerpt } from './excerpt.ts';
import type { Results } from './results.ts';

export interface SiteContext {
  readonly stack: Stack;
  readonly config: Configuration;
  /** Absolute, without a slash at the end. */
  readonly source: string;
  /** Absolute, without a slash at the end. */
  readonly destination: string;
  readonly files: SourceFiles;
  readonly report: Report;
  /** site.time: `time:` of the configuration, else the moment of the build. */
  readonly time: RubyTime;
  readonly zone: Zone;
  readonly defaults: FrontMatterDefaults;
  readonly results: Results;
  /** The extension that the converters give a file of an extension ('.md' -> '.html'). */
  outputExtension(extension: string): string;
  /** The tag is a block, which needs an end tag. */
  isBlockTag(name: string): boolean;
  /** Renders an excerpt (once: the excerpt keeps it). */
  renderExcerpt(excerpt: Excerpt): string;
  relatedPosts(document: Document): Document[];
}
