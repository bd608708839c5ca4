// What Jekyll's own tags and filters need from the site. The site implements it; tests use a plain object. Liquid
// itself knows nothing about pages or folders.

import type { Stack } from '../../config/stacks.ts';
import type { Source } from '../../diagnostics/diagnostic.ts';
import type { Text } from '../../ruby/us-ascii.ts';
import type { RubyHash, RubyObject, RubyTime, Value } from '../../ruby/values.ts';
import type { Zone } from '../../ruby/zone.ts';

/** A file included by a template. */
export interface IncludedFile {
  /** Identifies the file, which is parsed only once. */
  readonly path: string;
  readonly source: Source;
}

/** The target of `link` and `post_url`. */
export interface Linkable extends RubyObject {
  readonly url: string;
}

export interface LiquidHost {
  readonly stack: Stack;
  /** site.config: defaults and the user's keys. */
  readonly config: RubyHash;
  /** The time of the build (`'now' | date`, site.time). */
  readonly now: RubyTime;
  readonly zone: Zone;
  /** Whether `x == blank` works as with ActiveSupport (jemoji or jekyll-mentions loaded). */
  readonly activeSupport: boolean;
  /** Converts Markdown to HTML, like `markdownify`. */
  markdownify(text: Text): string;
  smartify(text: string): string;
  /** Compiles Sass to CSS. */
  sassify(text: string, syntax: 'scss' | 'sass'): string;
  /** `{% highlight %}`: the code's inner HTML, or null if there is no lexer of that name. */
  highlight(code: string, language: string, options: ReadonlyMap<string, string | boolean | string[]>): string | null;
  /** The folders of `include`, as shown in the error message. */
  readonly includeFolders: readonly string[];
  /** A file in the include folders (the name may start with a slash); null if it is missing or outside the site. */
  findInclude(name: string): IncludedFile | null;
  /** A file relative to the page's (include_relative); null in the same cases. @param page the register's value */
  findRelativeInclude(name: string, page: Value): { file: IncludedFile | null; folder: string };
  /** For `link`: a page, document or static file by its path relative to the source. Precedence depends on the stack. */
  findByPath(path: string): Linkable | null;
  /** The posts in ascending order, for `post_url`. */
  posts(): readonly PostReference[];
}

export interface PostReference extends Linkable {
  /** Relative to the source: `_posts/2020-01-02-x.md`. */
  readonly relativePath: string;
  readonly date: RubyTime;
  /** The page's slug: from front matter, otherwise from the file name. */
  readonly slug: string;
}
