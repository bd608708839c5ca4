// The folder that the preview shows, and what of it: files that really are in it, and hidden ones that the build wrote.

import type { SourceFiles, Stat } from '../files/file-system.ts';

export class ServedFolder {
  /** As it was given. */
  readonly path: string;
  readonly #files: SourceFiles;
  readonly #isWritten: (relative: string) => boolean;

  /**
   * @param path absolute
   * @param isWritten whether the build wrote this file, of whose path a name begins with a dot; relative to the folder
   */
  constructor(files: SourceFiles, path: string, isWritten: (relative: string) => boolean) {
    this.#files = files;
    this.path = path;
    this.#isWritten = isWritten;
  }

  /** Null where nothing is there, and for what a link outside the folder leads to. */
  stat(path: string): Stat | null {
    return this.#relative(this.#files.realPath(path)) === null ? null : this.#files.stat(path);
  }

  /** @param real a file's path, without links */
  isShown(real: string): boolean {
    const relative = this.#relative(real);
    if (relative === null || /(?:^|\/)\.ht[^/]*$/i.test(relative)) return false;
    return !/(?:^|\/)\./.test(relative) || this.#isWritten(relative);
  }

  /** A file that is shown. */
  isFile(path: string): boolean {
    return this.stat(path)?.kind === 'file' && this.isShown(this.#files.realPath(path));
  }

  /** The path from the folder on, '' for itself; null where it lies elsewhere. */
  #relative(real: string): string | null {
    const root = this.#files.realPath(this.path);
    if (real === root) return '';
    const prefix = root.endsWith('/') ? root : `${root}/`;
    return real.startsWith(prefix) ? real.slice(prefix.length) : null;
  }
}
