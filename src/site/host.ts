// The site as seen by Liquid's tags and filters.

import type { Configuration } from '../config/configuration.ts';
import type { Stack } from '../config/stacks.ts';
import type { Source } from '../diagnostics/diagnostic.ts';
import { isFile } from '../files/kinds.ts';
import { dirName, joinPath, relativeTo, sanitizedPath } from '../files/paths.ts';
import type { IncludedFile, Linkable, LiquidHost, PostReference } from '../liquid/runtime/host.ts';
import { toS } from '../ruby/to-s.ts';
import type { Text } from '../ruby/us-ascii.ts';
import { Drop, isHash, type RubyHash, type RubyTime, type Value } from '../ruby/values.ts';
import type { Zone } from '../ruby/zone.ts';
import type { ReadLog } from './read-log.ts';
import { type Readable, readSource } from './read-source.ts';
import type { Theme } from './theme.ts';

/** Converters for filters and tags, passed in by the composition root. */
export interface TextServices {
  markdownify(text: Text): string;
  smartify(text: string): string;
  sassify(text: string, syntax: 'scss' | 'sass'): string;
  highlight(code: string, language: string, options: ReadonlyMap<string, string | boolean | string[]>): string | null;
}

/** The part of the site that the host needs. */
export interface HostedSite extends Readable {
  readonly stack: Stack;
  readonly config: Configuration;
  readonly now: RubyTime;
  readonly zone: Zone;
  readonly theme: Theme | null;
  readonly activeSupport: boolean;
  readonly posts: { readonly docs: readonly PostReference[] };
  readonly reads: ReadLog | null;
  /** Everything that is written, in Jekyll's order. */
  outputs(): Iterable<Linkable & { readonly relativePath: string }>;
}

export class SiteHost implements LiquidHost {
  readonly stack: Stack;
  readonly config: RubyHash;
  readonly now: RubyTime;
  readonly zone: Zone;
  readonly includeFolders: readonly string[];
  readonly markdownify: TextServices['markdownify'];
  readonly smartify: TextServices['smartify'];
  readonly sassify: TextServices['sassify'];
  readonly highlight: TextServices['highlight'];
  readonly #site: HostedSite;
  /** Caches, by path and by the name that a tag uses. */
  readonly #included = new Map<string, IncludedFile | null>();
  readonly #named = new Map<string, IncludedFile | null>();
  #byPath: Map<string, Linkable> | null = null;

  constructor(site: HostedSite, services: TextServices) {
    this.#site = site;
    this.stack = site.stack;
    this.config = site.config.hash;
    this.now = site.now;
    this.zone = site.zone;
    this.markdownify = (text) => services.markdownify(text);
    this.smartify = (text) => services.smartify(text);
    this.sassify = (text, syntax) => services.sassify(text, syntax);
    this.highlight = (code, language, options) => services.highlight(code, language, options);
    const own = sanitizedPath(site.source, site.config.known.includesDir);
    const themed = site.theme?.folder('_includes');
    this.includeFolders = themed ? [own, themed] : [own];
  }

  get activeSupport(): boolean {
    return this.#site.activeSupport;
  }

  findInclude(name: string): IncludedFile | null {
    let file = this.#named.get(name);
    if (file === undefined) {
      file = this.#find(name);
      this.#named.set(name, file);
    }
    if (file !== null) this.#site.reads?.file(file.path);
    return file;
  }

  #find(name: string): IncludedFile | null {
    for (const folder of this.includeFolders) {
      const file = this.#read(joinPath(folder, name));
      if (file !== null) return file;
    }
    return null;
  }

  findRelativeInclude(name: string, page: Value): { file: IncludedFile | null; folder: string } {
    const site = this.#site;
    const read = (key: string): Value =>
      (isHash(page) ? page.get(key) : page instanceof Drop ? page.get(key) : null) ?? null;
    const path = toS(read('path'));
    const below = read('collection') === null ? path : joinPath(site.config.collectionsDir, path);
    const folder = page === null ? site.source : sanitizedPath(site.source, dirName(below.replace(/\/#excerpt$/, '')));
    const file = this.#read(joinPath(folder, name));
    if (file !== null) this.#site.reads?.file(file.path);
    return { file, folder };
  }

  #read(path: string): IncludedFile | null {
    let file = this.#included.get(path);
    if (file === undefined) {
      file = isFile(this.#site.files, path) ? { path, source: this.#source(path) } : null;
      this.#included.set(path, file);
    }
    return file;
  }

  #source(path: string): Source {
    const source = readSource(this.#site, path);
    const { theme } = this.#site;
    if (theme === null || !path.startsWith(`${theme.root}/`)) return source;
    return { ...source, path: relativeTo(dirName(theme.root), path) };
  }

  findByPath(path: string): Linkable | null {
    this.#byPath ??= this.#indexPaths();
    return this.#byPath.get(path) ?? this.#byPath.get(`/${path}`) ?? null;
  }

  // The first item for each path, in Jekyll's order of writing.
  #indexPaths(): Map<string, Linkable> {
    const index = new Map<string, Linkable>();
    for (const item of this.#site.outputs()) if (!index.has(item.relativePath)) index.set(item.relativePath, item);
    return index;
  }

  posts(): readonly PostReference[] {
    return this.#site.posts.docs;
  }
}
