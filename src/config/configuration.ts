// A site's configuration: the hash that templates see as `site.*`, and its known keys with their types.

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { toS } from '../ruby/to-s.ts';
import { truthy } from '../ruby/truth.ts';
import { isHash, RubyFloat, type RubyHash, type Value } from '../ruby/values.ts';
import { encodingOf } from '../text/encodings.ts';
import type { KeyPath } from '../yaml/load.ts';
import { type KnownOptions, knownOptions, type RawOptions, rawOptions } from './known-options.ts';

/** Where a key stands, or one below others, for a diagnostic. */
export type Place = (...path: KeyPath) => Pick<Diagnostic, 'path' | 'span'>;

const NOWHERE = { path: '_config.yml' };

/** An encoding's name without the word that a byte order mark is to be looked for. */
export const withoutMark = (encoding: string): string => encoding.replace(/^bom\|/i, '');

export class Configuration {
  /** Defaults and the user's keys, as `site.config` in Jekyll; unknown keys are kept. */
  readonly hash: RubyHash;
  /** The options that Jekyll and the plugins know, with their types. */
  readonly known: KnownOptions;
  /** The same options as they are written, where several types mean something. */
  readonly raw: RawOptions;
  /** Where a key is set, for a diagnostic. */
  readonly place: Place;
  readonly #own: ReadonlySet<Value>;

  /** @param own the keys that the site itself sets; all of them where nothing is told */
  constructor(hash: RubyHash, own: ReadonlySet<Value> = new Set(hash.keys()), place: Place = () => NOWHERE) {
    this.hash = hash;
    this.known = knownOptions(hash);
    this.raw = rawOptions(hash);
    this.#own = own;
    this.place = place;
  }

  /** Whether the site sets a key itself, be it to what is the default. */
  isOwn(key: string): boolean {
    return this.#own.has(key);
  }

  /** The same with other values; what the site itself sets stays what it is. */
  with(hash: RubyHash): Configuration {
    return new Configuration(hash, this.#own, this.place);
  }

  /** A key that is the site's own, or computed. */
  get(key: string): Value | undefined {
    return this.hash.get(key);
  }

  /** A key as a string; '' if missing. */
  text(key: string): string {
    const value = this.hash.get(key);
    return value === undefined || value === null ? '' : toS(value);
  }

  get markdownExtensions(): string[] {
    return this.known.markdownExt.split(',').map((extension) => `.${extension.toLowerCase()}`);
  }

  /** What files are read in: a name of Ruby's, `utf-8` where it knows no such name. */
  get encoding(): string {
    return truthy(this.raw.encoding) ? encodingOf(withoutMark(this.known.encoding)) : 'utf-8';
  }

  /** As text; '' where it is none and empty. */
  get collectionsDir(): string {
    const value = this.raw.collectionsDir;
    const isEmpty = Array.isArray(value) ? value.length === 0 : isHash(value) && value.size === 0;
    return isEmpty ? '' : this.known.collectionsDir;
  }

  /** `permalink`, which Jekyll makes a symbol: a style's name or a template. */
  get permalinkStyle(): string {
    return this.known.permalink;
  }

  /** The newest posts that are read; 0 for all. */
  get limitPosts(): number {
    return limitOf(this.raw.limitPosts) ?? 0;
  }
}

/** A value of `limit_posts`; null if Jekyll refuses it. */
export function limitOf(value: Value | undefined): number | null {
  const number = value instanceof RubyFloat ? Math.trunc(value.value) : value;
  return typeof number === 'number' && number >= 0 ? number : null;
}
