// Front matter defaults (`defaults:` in _config.yml), like Jekyll::FrontmatterDefaults of 3.10.0 and 4.4.1.

import { BuildError, type Report, type Span } from '../diagnostics/diagnostic.ts';
import { deepMerge } from '../ruby/merge.ts';
import { toLocal } from '../ruby/time.ts';
import { parseTime } from '../ruby/time-parse.ts';
import { toS } from '../ruby/to-s.ts';
import { isHash, type RubyHash, RubyTime, type Value } from '../ruby/values.ts';
import type { Zone } from '../ruby/zone.ts';
import type { Configuration } from './configuration.ts';
import type { Places } from './places.ts';
import type { Stack } from './stacks.ts';

interface DefaultSet {
  /** Null if the set has no scope and so applies to everything. */
  readonly scope: { readonly path: string; readonly type: string | null } | null;
  readonly values: RubyHash;
  /** Its position in `defaults:`, from 0. */
  readonly index: number;
}

export interface DefaultsEnvironment {
  readonly stack: Stack;
  readonly report: Report;
  readonly now: RubyTime;
  readonly zone: Zone;
  /** The paths below the source that match a pattern, relative to it. */
  glob(pattern: string): string[];
}

const DEPRECATED_TYPES: Readonly<Record<string, string>> = { page: 'pages', post: 'posts', draft: 'drafts' };

export class FrontMatterDefaults {
  readonly #sets: readonly DefaultSet[];
  readonly #environment: DefaultsEnvironment;
  readonly #collectionsDir: string;
  readonly #place: Places;
  readonly #matched = new Map<string, readonly DefaultSet[]>();
  readonly #globbed = new Map<string, readonly string[]>();

  constructor(config: Configuration, environment: DefaultsEnvironment) {
    this.#environment = environment;
    this.#collectionsDir = config.collectionsDir;
    this.#place = config.place;
    const sets = config.raw.defaults;
    this.#sets = Array.isArray(sets) ? sets.flatMap((set, index) => this.#read(set, index)) : [];
  }

  /** Reads a set. As in Jekyll, `site.defaults` then has its date as a time, and its type under the current name. */
  #read(set: Value, index: number): DefaultSet[] {
    const { report, now, zone } = this.#environment;
    const own = isHash(set) ? set.get('values') : undefined;
    if (!isHash(set) || !isHash(own)) {
      report({
        code: 'defaults-invalid',
        severity: 'warning',
        message: `An invalid front-matter default set was found: ${toS(set)}`,
        path: '_config.yml',
        hint: 'Each entry of `defaults:` needs a `scope:` and a mapping under `values:`.',
      });
      return [];
    }
    const date = own.get('date');
    if (date !== undefined && !(date instanceof RubyTime)) {
      const time = typeof date === 'string' ? parseTime(date, now, zone) : null;
      if (time === null) {
        throw new BuildError({
          code: 'invalid-date',
          message: `Invalid date '${toS(date)}': An invalid date format was found in a front-matter default set: ${toS(set)}`,
          path: '_config.yml',
          hint: 'Write it as a string: `date: "2020-01-31 18:30:00 +0100"`.',
        });
      }
      own.set('date', toLocal(time, zone));
    }
    const scope = set.get('scope');
    if (!isHash(scope)) return [{ scope: null, values: own, index }];
    const path = scope.get('path');
    const type = scope.get('type');
    const name = type === undefined || type === null ? null : toS(type);
    if (name !== null && DEPRECATED_TYPES[name]) {
      report({
        code: 'defaults-type',
        severity: 'warning',
        message: `The '${name}' type has become '${DEPRECATED_TYPES[name]}' in the front matter defaults.`,
        path: '_config.yml',
        hint: `Write \`type: ${DEPRECATED_TYPES[name]}\`.`,
      });
      scope.set('type', DEPRECATED_TYPES[name]);
    }
    const known = name === null ? null : (DEPRECATED_TYPES[name] ?? name);
    return [{ scope: { path: typeof path === 'string' ? path : '', type: known }, values: own, index }];
  }

  /** The default of one key for a file; null if there is none. @param type 'pages' or a collection's label */
  find(path: string, type: string | null, key: string): Value {
    return this.#deciding(path, type, key)?.values.get(key) ?? null;
  }

  /** The position of that default; undefined if there is none, or if it isn't in a file. */
  keySpan(path: string, type: string | null, key: string): Span | undefined {
    const set = this.#deciding(path, type, key);
    return set === null ? undefined : this.#place.defaults(set.index, 'values', key).span;
  }

  #deciding(path: string, type: string | null, key: string): DefaultSet | null {
    let found: DefaultSet | null = null;
    for (const set of this.#matching(path, type)) if (set.values.has(key) && precedes(set, found)) found = set;
    return found;
  }

  /** All defaults for a file merged into a new hash. */
  all(path: string, type: string | null): RubyHash {
    let defaults: RubyHash = new Map();
    let old: DefaultSet | null = null;
    for (const set of this.#matching(path, type)) {
      if (precedes(set, old)) {
        defaults = deepMerge(defaults, set.values);
        old = set;
      } else {
        defaults = deepMerge(set.values, defaults);
      }
    }
    return defaults;
  }

  #matching(path: string, type: string | null): readonly DefaultSet[] {
    const key = `${type ?? ''}\0${path}`;
    let sets = this.#matched.get(key);
    if (sets === undefined) {
      sets = this.#sets.filter((set) => this.#applies(set, path, type));
      this.#matched.set(key, sets);
    }
    return sets;
  }

  #applies({ scope }: DefaultSet, path: string, type: string | null): boolean {
    if (scope === null) return true;
    if (scope.type !== null && scope.type !== type) return false;
    if (scope.path === '') return true;
    const file = path.startsWith('/') ? path.slice(1) : path;
    if (!scope.path.includes('*')) return this.#isBelow(file, this.#withoutCollectionsDir(scope.path));
    let found = this.#globbed.get(scope.path);
    if (found === undefined) {
      found = this.#environment.glob(scope.path);
      this.#globbed.set(scope.path, found);
    }
    return found.some((one) => this.#isBelow(file, this.#withoutCollectionsDir(one)));
  }

  #isBelow(file: string, scope: string): boolean {
    if (this.#environment.stack.config.scopesArePrefixes) return file.startsWith(scope);
    const parts = (path: string): string => path.split('/').filter(Boolean).join('/');
    const clean = scope.replace(/\/+$/, '');
    const own = parts(file);
    // Pathname#ascend keeps the path as written, so a scope with a trailing slash never equals it.
    return scope === clean && (own === clean || own.startsWith(`${clean}/`));
  }

  #withoutCollectionsDir(path: string): string {
    const prefix = `${this.#collectionsDir}/`;
    return this.#collectionsDir !== '' && path.startsWith(prefix) ? path.slice(prefix.length) : path;
  }
}

function precedes(set: DefaultSet, old: DefaultSet | null): boolean {
  if (old === null) return true;
  const length = (one: DefaultSet): number => [...(one.scope?.path ?? '').replace(/^\//, '')].length;
  if (length(set) !== length(old)) return length(set) >= length(old);
  if (set.scope?.type) return true;
  return !old.scope?.type;
}
