// Which files a build may read: all, or in safe mode the site and what it needs from outside. See ContainedFiles.

import type { Report } from '../diagnostics/diagnostic.ts';
import { ContainedFiles } from '../files/contained.ts';
import { OUTSIDE_HINT } from '../files/file-error.ts';
import type { SourceFiles } from '../files/file-system.ts';
import { dirName, joinPath, relativeTo } from '../files/paths.ts';
import type { Theme } from '../site/theme.ts';

/** Files of a site that may be links to the file of the same name at the top of its repository. */
const OF_THE_REPOSITORY = ['Gemfile', 'Gemfile.lock', 'CNAME'];

export interface ReachInput {
  readonly files: SourceFiles;
  /** The site's folder, absolute. */
  readonly source: string;
  /** Configuration files given on the command line, absolute. */
  readonly configFiles: readonly string[] | null;
  readonly report: Report;
}

export class Reach {
  readonly #input: ReachInput;
  readonly #aliases: ReadonlyMap<string, string>;
  /** Paths refused so far. */
  readonly #refused = new Set<string>();
  /** Null until it is known whether the site is built in safe mode. */
  #isSafe: boolean | null = null;
  /** The site's own files, as safe mode sees them. */
  readonly contained: ContainedFiles;

  constructor(input: ReachInput) {
    this.#input = input;
    const { files, source } = input;
    const top = repositoryOf(files, source);
    const names = top === null ? [] : OF_THE_REPOSITORY;
    this.#aliases = new Map(names.map((name) => [joinPath(source, name), joinPath(top!, name)]));
    this.contained = this.#within([]);
  }

  /** Sets whether the site is built in safe mode; only then are refused paths reported. */
  settle(isSafe: boolean): void {
    this.#isSafe = isSafe;
    if (isSafe) for (const path of this.#refused) this.#report(path);
  }

  /** The files that the site is read from. */
  get files(): SourceFiles {
    return this.#isSafe === false ? this.#input.files : this.contained;
  }

  /**
   * The files in which a theme is searched: the site's, plus installed gems and packages.
   * @param homes GEM_PATH and GEM_HOME
   */
  themes(homes: readonly string[]): SourceFiles {
    if (this.#isSafe === false) return this.#input.files;
    const modules: string[] = [];
    for (let folder = this.#input.source; folder !== dirName(folder); ) {
      folder = dirName(folder);
      modules.push(joinPath(folder, 'node_modules'));
    }
    return this.#within([...homes, ...modules]);
  }

  /** The files of the site and its theme. */
  withTheme(theme: Theme | null): SourceFiles {
    return this.#isSafe === false || theme === null ? this.files : this.#within([theme.root]);
  }

  #within(folders: readonly string[]): ContainedFiles {
    const { files, source, configFiles } = this.#input;
    const bounds = { folders: [source, ...folders], named: configFiles ?? [], aliases: this.#aliases };
    return new ContainedFiles(files, bounds, (path) => this.#tell(path));
  }

  #tell(path: string): void {
    if (this.#refused.has(path)) return;
    this.#refused.add(path);
    if (this.#isSafe === true) this.#report(path);
  }

  #report(path: string): void {
    const shown = relativeTo(this.#input.source, path);
    this.#input.report({
      code: 'file-outside',
      severity: 'warning',
      message: `${shown} is left out: it leads out of the site, and safe mode reads nothing outside it`,
      path: shown,
      hint: OUTSIDE_HINT,
    });
  }
}

/** The root of the Git repository that contains a folder, with links resolved; null if there is none. */
function repositoryOf(files: SourceFiles, source: string): string | null {
  for (let folder = files.realPath(source); ; folder = dirName(folder)) {
    if (files.stat(joinPath(folder, '.git')) !== null) return folder;
    if (folder === dirName(folder)) return null;
  }
}
