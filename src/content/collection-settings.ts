// What _config.yml says of a collection: all that its documents and files need to know of it.

import { checkCollection, checkCollectionPermalink } from '../config/stops.ts';
import { joinPath, sanitizedPath } from '../files/paths.ts';
import { toS } from '../ruby/to-s.ts';
import { truthy } from '../ruby/truth.ts';
import { isHash, type RubyHash, type Value } from '../ruby/values.ts';
import { withPermalinkSuffix } from './permalink.ts';
import type { SiteContext } from './site-context.ts';

export class CollectionSettings {
  readonly label: string;
  readonly relativeDirectory: string;
  readonly #site: SiteContext;
  readonly #options: Value;

  constructor(site: SiteContext, label: string) {
    this.#site = site;
    this.label = label.replace(/[^a-z0-9_\-.]/gi, '');
    this.#options = site.config.known.collections.get(this.label) ?? null;
    this.relativeDirectory = `_${this.label}`;
  }

  /** @throws BuildError if the options aren't a mapping; only checked on access, as in Jekyll */
  get metadata(): RubyHash {
    if (isHash(this.#options)) return this.#options;
    checkCollection(this.label, this.#options, this.#site.config.place);
    return new Map();
  }

  /**
   * The absolute path. File.join also accepts a list of names.
   * @throws BuildError if `collections_dir` is neither a string nor such a list
   */
  get directory(): string {
    const { config, source } = this.#site;
    const own = config.raw.collectionsDir ?? '';
    const names = ([own] as unknown[]).flat(Number.POSITIVE_INFINITY);
    const isNames = names.every((name) => typeof name === 'string');
    if (!isNames) config.check.collectionsDir();
    return sanitizedPath(source, joinPath(...(names as string[]), this.relativeDirectory));
  }

  get isWritten(): boolean {
    return truthy(this.metadata.get('output'));
  }

  get urlTemplate(): string {
    const own = this.metadata.get('permalink') ?? null;
    checkCollectionPermalink(this.label, own, this.#site.config.place);
    return own === null ? withPermalinkSuffix('/:collection/:path', this.#site.config.permalinkStyle) : toS(own);
  }
}
