// A site's configuration: the mapping that templates see as `site.*`, with typed access to known keys.

import { truthy } from '../ruby/truth.ts';
import { isHash, type RubyHash, type Value } from '../ruby/values.ts';
import { encodingOf } from '../text/encodings.ts';
import { limitOf } from './checks.ts';
import { type KnownOptions, knownOptions, type RawOptions, rawOptions } from './known-options.ts';
import { KEYS, type Key, type KeyProperty, propertyOf } from './options.ts';
import { type Locate, type Places, places } from './places.ts';
import { type UseChecks, useChecks } from './stops.ts';

const NOWHERE = { path: '_config.yml' };

/** The name of an encoding without the prefix that asks Ruby to skip a byte order mark. */
export const withoutMark = (encoding: string): string => encoding.replace(/^bom\|/i, '');

export class Configuration {
  /** Defaults and the site's own keys, like `site.config` in Jekyll; unknown keys are kept. */
  readonly hash: RubyHash;
  /** The options that Jekyll and the plugins know, with their types. */
  readonly known: KnownOptions;
  /** The same options as written, for those that accept several types. */
  readonly raw: RawOptions;
  /** The positions of the same keys, for messages. */
  readonly place: Places;
  /** The position of any key, including the site's own. */
  readonly locate: Locate;
  /** Stops where Jekyll does when it uses an option with a value that it can't take. */
  readonly check: UseChecks;
  /** Whether the site sets a key itself, even to its default. */
  readonly isOwn: { readonly [Name in Key as KeyProperty<Name>]: boolean };
  readonly #own: ReadonlySet<Value>;

  /** @param own the keys that the site sets itself; by default, all of them */
  constructor(hash: RubyHash, own: ReadonlySet<Value> = new Set(hash.keys()), locate: Locate = () => NOWHERE) {
    this.hash = hash;
    this.known = knownOptions(hash);
    this.raw = rawOptions(hash);
    this.#own = own;
    this.isOwn = Object.fromEntries(KEYS.map((key) => [propertyOf(key), own.has(key)])) as Configuration['isOwn'];
    this.place = places(locate);
    this.locate = locate;
    this.check = useChecks(hash, locate);
  }

  /** The same with other values; `isOwn` keeps its answers. */
  with(hash: RubyHash): Configuration {
    return new Configuration(hash, this.#own, this.locate);
  }

  /** The raw value of any key, including the site's own. */
  get(key: string): Value | undefined {
    return this.hash.get(key);
  }

  /** Sets a key; undefined removes it. */
  set(key: string, value: Value | undefined): void {
    if (value === undefined) this.hash.delete(key);
    else this.hash.set(key, value);
  }

  get markdownExtensions(): string[] {
    return this.known.markdownExt.split(',').map((extension) => `.${extension.toLowerCase()}`);
  }

  /** The encoding of source files, by its Ruby name; `utf-8` if Ruby doesn't know it. */
  get encoding(): string {
    return truthy(this.raw.encoding) ? encodingOf(withoutMark(this.known.encoding)) : 'utf-8';
  }

  /** As a string; '' for an empty list or mapping. */
  get collectionsDir(): string {
    const value = this.raw.collectionsDir;
    const isEmpty = Array.isArray(value) ? value.length === 0 : isHash(value) && value.size === 0;
    return isEmpty ? '' : this.known.collectionsDir;
  }

  /** The name of a style, or a template. */
  get permalinkStyle(): string {
    return this.known.permalink;
  }

  /** How many of the newest posts are read; 0 for all. */
  get limitPosts(): number {
    return limitOf(this.raw.limitPosts) ?? 0;
  }
}
