// A file that is copied unchanged (Jekyll::StaticFile of 3.10.0 and 4.4.1).

import { dirName, extName, joinPath, sanitizedPath } from '../files/paths.ts';
import { inspect } from '../ruby/inspect.ts';
import { fromEpoch } from '../ruby/time.ts';
import { type Drop, type RubyHash, RubyObject, type RubyTime, type Value } from '../ruby/values.ts';
import { unescapePath } from '../text/uri.ts';
import type { CollectionSettings } from './collection-settings.ts';
import { urlFromTable } from './permalink.ts';
import type { DropsOf, SiteContext } from './site-context.ts';

export interface StaticFileSite extends SiteContext {
  readonly drops: DropsOf<StaticFile>;
}

export class StaticFile extends RubyObject {
  readonly className = 'Jekyll::StaticFile';
  readonly site: StaticFileSite;
  /** The absolute path of the source. */
  readonly file: string;
  readonly dir: string;
  readonly name: string;
  readonly extname: string;
  readonly collection: CollectionSettings | null;
  readonly relativePath: string;
  readonly #data: RubyHash;
  #url: string | null = null;
  #drop: Drop | null = null;
  #modified: RubyTime | null = null;

  /** @param dir '' or '/images' for a site's file; '_talks/' or '_talks/sub' for a collection's */
  constructor(
    site: StaticFileSite,
    file: string,
    dir: string,
    name: string,
    collection: CollectionSettings | null = null,
  ) {
    super();
    this.site = site;
    this.file = file;
    this.dir = dir;
    this.name = name;
    this.extname = extName(name);
    this.collection = collection;
    this.relativePath = joinPath(dir, name);
    this.#data = site.defaults.all(this.relativePath, this.type);
  }

  get type(): string | null {
    return this.collection?.label ?? null;
  }

  /** The file's front matter defaults; plugins may add to them. */
  get data(): RubyHash {
    return this.#data;
  }

  get basename(): string {
    const stem = this.name.slice(0, this.name.length - this.extname.length);
    return this.site.stack.content.trimsTrailingDots ? stem.replace(/\.+$/, '') : stem;
  }

  get url(): string {
    this.#url ??= this.site.stack.staticFiles.writesToAddress ? this.#urlOfParts() : this.#urlOfPath();
    return this.#url;
  }

  #urlOfPath(): string {
    const { collection } = this;
    if (collection === null) return this.relativePath.replace(/\/$/, '');
    return this.#urlInCollection(collection, this.relativePath.slice(collection.relativeDirectory.length), '');
  }

  #urlOfParts(): string {
    const stem = this.relativePath.slice(0, this.relativePath.length - this.extname.length).replace(/\.+$/, '');
    const { collection } = this;
    if (collection === null) return stem.replace(/\/$/, '') + this.extname;
    return (
      this.#urlInCollection(collection, stem.replace(collection.relativeDirectory, ''), this.basename) + this.extname
    );
  }

  #urlInCollection(collection: CollectionSettings, path: string, name: string): string {
    const table = [
      ['collection', collection.label],
      ['path', path],
      ['output_ext', ''],
      ['name', name],
      ['title', ''],
    ] as const;
    return urlFromTable(collection.urlTemplate, table, this.relativePath).replace(/\/$/, '');
  }

  destination(): string {
    const root = this.site.destination;
    if (this.site.stack.staticFiles.writesToAddress) return sanitizedPath(root, unescapePath(this.url));
    const dir = this.collection === null ? this.dir : dirName(this.url);
    return [dir, this.name].reduce((base, part) => sanitizedPath(base, part), root);
  }

  get isWritten(): boolean {
    const published = this.site.defaults.all(this.url, this.type).get('published');
    const publishable = published === undefined || (published !== null && published !== false);
    if (!this.site.stack.staticFiles.followsCollection || this.collection === null) return publishable;
    return publishable && this.collection.isWritten;
  }

  get modifiedTime(): RubyTime {
    if (this.#modified === null) {
      const milliseconds = this.site.files.stat(this.file)?.mtime ?? 0;
      const seconds = Math.floor(milliseconds / 1000);
      this.#modified = fromEpoch(seconds, Math.round((milliseconds - seconds * 1000) * 1e6), this.site.zone);
    }
    return this.#modified;
  }

  override inspect(): string {
    if (!this.site.stack.content.inspectsPaths) return super.inspect();
    return `#<${this.className} @relative_path=${inspect(this.relativePath)}>`;
  }

  override toJson(): Value {
    return this.toLiquid();
  }

  override toLiquid(): Drop {
    this.#drop ??= this.site.drops.of(this);
    return this.#drop;
  }
}
