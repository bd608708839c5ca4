// A layout (Jekyll::Layout of 3.10.0 and 4.4.1).

import type { Source } from '../diagnostics/diagnostic.ts';
import type { RubyHash } from '../ruby/values.ts';

export interface Layout {
  /** The name for `layout:`: the path below _layouts without its last extension. */
  readonly name: string;
  /** '/_layouts/default.html', relative to the site or theme. */
  readonly relativePath: string;
  /** Absolute. */
  readonly file: string;
  readonly data: RubyHash;
  readonly content: string;
  readonly source: Source;
  readonly contentStart: number;
  /** The file isn't valid text, so it can't be used. */
  readonly hasBytes: boolean;
}
