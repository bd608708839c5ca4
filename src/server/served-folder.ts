// The folder that the preview serves, limited to files that are really inside it, and hidden ones that the build wrote.

import type { SourceFiles, Stat } from '../files/file-system.ts';

export class ServedFolder {
  /** As passed in, links not resolved. */
  readonly path: string;
  readonly #files: SourceFiles;
  readonly #isWritten: (relative: string) => boolean;

  /**
   * @param path absolute
   * @param isWritten whether the build wrote this hidden file (a name in its path begins with a dot); relative to the
   * folder
   */
  constructor(files: SourceFiles, path: string, isWritten: (relative: string) => boolean) {
    this.#files = files;
    this.path = path;
    this.#isWritten = isWritten;
  }

  /** Null if missing, or if a link leads outside the folder. */
  stat(path: string): Stat | null {
    return this.#relative(this.#files.realPath(path)) === null ? null : this.#files.stat(path);
  }

  /** @param real a path with links resolved */
  isShown(real: string): boolean {
    const relative = this.#relative(real);
    if (relative === null || /(?:^|\/)\.ht[^/]*$/i.test(relative)) return false;
    return !/(?:^|\/)\./.test(relative) || this.#isWritten(relative);
  }

  /** Whether a path is a file that may be served. */
  isFile(path: string): boolean {
    return this.stat(path)?.kind === 'file' && this.isShown(this.#files.realPath(path));
  }

  /** The path relative to the folder, '' for the folder itself; null if it is outside. */
  #relative(real: string): string | null {
    const root = this.#files.realPath(this.path);
    if (real === root) return '';
    const prefix = root.endsWith('/') ? root : `${root}/`;
    return real.startsWith(prefix) ? real.slice(prefix.length) : null;
  }
}
