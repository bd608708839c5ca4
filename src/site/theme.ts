// A gem theme's folder and what is used of it (Jekyll::Theme).

import type { FileSystem } from '../files/file-system.ts';
import { joinPath } from '../files/paths.ts';

export class Theme {
  readonly name: string;
  /** Absolute. */
  readonly root: string;
  readonly version: string;
  readonly #files: FileSystem;

  constructor(name: string, root: string, version: string, files: FileSystem) {
    this.name = name;
    this.root = root;
    this.version = version;
    this.#files = files;
  }

  /** One of the theme's folders ('_layouts', '_includes', '_sass', 'assets', '_data'); null where it has none. */
  folder(name: string): string | null {
    const path = joinPath(this.root, name);
    return this.#files.stat(path)?.kind === 'directory' ? path : null;
  }
}
