// What Jekyll's own tags and filters need of the site that they run in. The site implements it; a test gives a plain
// object. Liquid itself knows nothing of pages or folders.

import type { Stack } from '../../config/stacks.ts';
import type { Source } from '../../diagnostics/diagnostic.ts';
import type { Text } from '../../ruby/us-ascii.ts';
import type { RubyHash, RubyObject, RubyTime, Value } from '../../ruby/values.ts';
import type { Zone } from '../../ruby/zone.ts';

/** A file that a template includes. */
export interface IncludedFile {
  /** Its identity: the same file is parsed once. */
  readonly path: string;
  readonly source: Source;
}

/** What `link` and `post_url` find. */
export interface Linkable extends RubyObject {
  readonly url: string;
}

export interface LiquidHost {
  readonly stack: Stack;
  /** site.config: defaults and the user's keys. */
  readonly config: RubyHash;
  /** The moment of the build (`'now' | date`, site.time). */
  readonly now: RubyTime;
  readonly zone: Zone;
  /** x == blank works as with ActiveSupport (jemoji or jekyll-mentions loaded). */
  readonly activeSupport: boolean;
  /** HTML of Markdown, as `markdownify` returns it. */
  markdownify(text: Text): string;
  smartify(text: string): string;
  /** CSS; 'scss' or 'sass' is the syntax. */
  sassify(text: string, syntax: 'scss' | 'sass'): string;
  /** `{% highlight %}`: the code's inner HTML, or null if there is no lexer of that name. */
  highlight(code: string, language: string, options: ReadonlyMap<string, string | boolean | string[]>): string | null;
  /** The folders that `include` looks in, as the error message names them. */
  readonly includeFolders: readonly string[];
  /** A file in the include folders (the name may start with a slash); null if it is missing or leads out of the site. */
  findInclude(name: string): IncludedFile | null;
  /** A file relative to the page's (include_relative); null likewise. `page` is the register's value. */
  findRelativeInclude(name: string, page: Value): { file: IncludedFile | null; folder: string };
  /** For `link`: a page, document or static file by its path relative to the source. Precedence depends on the stack. */
  findByPath(path: string): Linkable | null;
  /** The posts, in ascending order, for `post_url`: path relative to the source, date, slug data. */
  posts(): readonly PostReference[];
}

export interface PostReference extends Linkable {
  /** Relative to the source, e.g. `_posts/2020-01-02-x.md`. */
  readonly relativePath: string;
  readonly date: RubyTime;
  /** The page's slug (front matter, else file name). */
  readonly slug: string;
}
