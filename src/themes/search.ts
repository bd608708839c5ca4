// Input and result of a search for a theme.

import type { Stack } from '../config/stacks.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { SourceFiles } from '../files/file-system.ts';
import type { Bundle } from '../rubygems/bundle.ts';
import type { Theme } from '../site/theme.ts';
import type { ThemeCache } from './cache.ts';
import type { Network } from './http.ts';

export interface ThemeSearch {
  /** The files that may be read in the search; the cache has its own. */
  readonly files: SourceFiles;
  /** The site's own part of `files`: folders named by `theme:` or the Gemfile must be in it. */
  readonly own: SourceFiles;
  /** The site's folder. */
  readonly source: string;
  readonly bundle: Bundle;
  readonly stack: Stack;
  /** For GEM_PATH and GEM_HOME. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  /** Null if there is no cache folder; nothing is downloaded then. */
  readonly cache: ThemeCache | null;
  /** Null if offline. */
  readonly network: Network | null;
  readonly report: Report;
}

export interface FoundTheme {
  readonly theme: Theme;
  /** The origin, for the author: 'Gemfile.lock, from the cache'. */
  readonly from: string;
}
