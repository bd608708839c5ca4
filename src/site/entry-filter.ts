// Selects the files and folders that a site reads (Jekyll::EntryFilter of 3.10.0 and 4.4.1).

import type { Configuration } from '../config/configuration.ts';
import type { Stack } from '../config/stacks.ts';
import { BuildError } from '../diagnostics/diagnostic.ts';
import type { SourceFiles } from '../files/file-system.ts';
import { fnmatch } from '../files/fnmatch.ts';
import { baseName, joinPath } from '../files/paths.ts';
import { isOwnPackage } from './own-package.ts';

/** The part of a site that decides about its entries. */
export interface Reading {
  readonly files: SourceFiles;
  readonly source: string;
  readonly config: Configuration;
  readonly stack: Stack;
  readonly safe: boolean;
  readonly include: readonly string[];
  readonly excludePatterns: readonly string[];
  readonly isTracked: (folder: string) => boolean;
}

export class EntryFilter {
  readonly #site: Reading;
  readonly #base: string;
  readonly #folder: string;

  /**
   * @param base the folder that patterns are relative to, relative to the source: '' or '/images'
   * @param folder the folder that contains the entries, absolute
   */
  constructor(site: Reading, base = '', folder = joinPath(site.source, base)) {
    this.#site = site;
    this.#base = base;
    this.#folder = folder;
  }

  /**
   * Rejects an `include` that matches `.` and `..`, on a stack that would enter them endlessly.
   * @throws BuildError
   */
  checkInclude(): void {
    const { include, stack, config } = this.#site;
    if (!stack.reading.entersDotFolders) return;
    const bad = include.find((pattern) => ['.', '..'].some((entry) => this.matches([pattern], entry)));
    if (bad === undefined) return;
    throw new BuildError({
      code: 'include-endless',
      message: `include: '${bad}' also matches '.' and '..' in every folder, which Jekyll 3.10 enters endlessly`,
      ...config.place.include(),
      hint: 'Name the files and folders to include: `include: [".well-known", "_pages"]`.',
    });
  }

  filter(entries: readonly string[]): string[] {
    const accepts = this.#site.stack.reading.skipsNamesEndingInDot ? this.#acceptsExceptDots : this.#accepts;
    return entries.filter((entry) => !this.#isOfInstallation(entry) && accepts.call(this, entry));
  }

  #accepts(entry: string): boolean {
    if (entry.endsWith('.') && /(^|\/)\.{1,2}$/.test(entry)) return false;
    if (this.#isIncluded(entry)) return !this.#isOutside(entry);
    return !isSpecial(entry) && !entry.endsWith('~') && !this.#isExcluded(entry) && !this.#isOutside(entry);
  }

  #acceptsExceptDots(entry: string): boolean {
    if (entry.endsWith('.')) return false;
    const included = this.#isIncluded(entry);
    if (!included && this.#isExcluded(entry)) return false;
    return (included || (!isSpecial(entry) && !entry.endsWith('~'))) && !this.#isOutside(entry);
  }

  // Installing build-site creates a node_modules folder, and a package.json if there is none: they must not change the
  // site, even if the user's `exclude` replaces the defaults.
  #isOfInstallation(entry: string): boolean {
    const path = joinPath(this.#base, entry).replace(/^\//, '');
    if (isOwnPackage(this.#site.files, this.#site.source, path)) return !this.#isIncluded(entry);
    if (path !== 'node_modules' && !path.startsWith('node_modules/')) return false;
    return !this.#site.include.some((item) => item.startsWith('node_modules')) && !this.#site.isTracked('node_modules');
  }

  #isIncluded(entry: string): boolean {
    return this.matches(this.#site.include, entry) || this.matches(this.#site.include, baseName(entry));
  }

  #isExcluded(entry: string): boolean {
    return this.matches(this.#site.excludePatterns, joinPath(this.#base, entry));
  }

  /** Safe mode reads nothing outside the site. Checked last, so that only files that would be read are reported. */
  #isOutside(entry: string): boolean {
    return this.#site.safe && this.#site.files.refuses(joinPath(this.#folder, entry));
  }

  /** Whether a pattern matches the entry or is a prefix of its path (EntryFilter#glob_include?). */
  matches(patterns: readonly string[], entry: string): boolean {
    const path = joinPath(this.#site.source, entry);
    return patterns.some((pattern) => {
      const full = joinPath(this.#site.source, pattern);
      if (path.startsWith(full) || fnmatch(full, path)) return true;
      return (
        this.#site.stack.reading.knowsFolderPatterns &&
        full === `${path}/` &&
        this.#site.files.stat(path)?.kind === 'directory'
      );
    });
  }
}

/** `include` and `exclude`. */
export function patternsOf(config: Configuration, stack: Stack): Pick<Reading, 'include' | 'excludePatterns'> {
  if (!stack.reading.onlyStringPatterns)
    return { include: config.known.include, excludePatterns: config.known.exclude };
  const texts = (key: string): string[] => {
    const value = config.get(key);
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
  };
  const include = Array.isArray(config.raw.include) ? texts('include') : config.known.include;
  return { include, excludePatterns: texts('exclude').filter((item) => !include.includes(item)) };
}

function isSpecial(entry: string): boolean {
  return '._#~'.includes(entry[0] ?? ' ') || '._#~'.includes(baseName(entry)[0] ?? ' ');
}
