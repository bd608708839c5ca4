// Everything that differs between the stacks, by behaviour. A new version is a new object; nothing else asks for a version.

import type { RougeVersion } from '../../highlight/versions.ts';
import type { KramdownVersion } from '../../kramdown/versions.ts';

export interface Stack {
  /** What `--compat` calls it. */
  readonly profile: 'github-pages' | 'jekyll-4';
  /** `jekyll.version`, the generator strings. */
  readonly jekyll: string;
  readonly kramdown: KramdownVersion;
  readonly rouge: RougeVersion;
  readonly highlight: HighlightBehaviour;
}

/** The tag `{% highlight %}`. */
export interface HighlightBehaviour {
  /** `mark_lines="1 3"` marks lines. */
  readonly marksLines: boolean;
  /** Each tag sets a kramdown up, to see which Markdown engine the site has (jekyll-commonmark-ghpages 0.5.1). */
  readonly setsKramdownUp: boolean;
}
