// What a search for a theme is given, and what it finds.

import type { Stack } from '../config/stacks.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { SourceFiles } from '../files/file-system.ts';
import type { Bundle } from '../rubygems/bundle.ts';
import type { Theme } from '../site/theme.ts';
import type { ThemeCache } from './cache.ts';
import type { Network } from './http.ts';

export interface ThemeSearch {
  /** What may be read where a theme is looked for; the cache has its own. */
  readonly files: SourceFiles;
  /** What of it is the site's own: folders that `theme:` or the Gemfile names have to be there. */
  readonly own: SourceFiles;
  /** The site's folder. */
  readonly source: string;
  readonly bundle: Bundle;
  readonly stack: Stack;
  /** GEM_PATH, GEM_HOME. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  /** Null where there is no folder for one: nothing is downloaded then. */
  readonly cache: ThemeCache | null;
  /** Null: the network is not asked. */
  readonly network: Network | null;
  readonly report: Report;
}

export interface FoundTheme {
  readonly theme: Theme;
  /** How it came, for the author: 'Gemfile.lock, from the cache'. */
  readonly from: string;
}
