// A gem theme's folder and what is used of it (Jekyll::Theme).

import type { FileSystem } from '../files/file-system.ts';
import { dirName, joinPath } from '../files/paths.ts';

export class Theme {
  readonly name: string;
  /** Absolute. */
  readonly root: string;
  readonly version: string;
  readonly #files: FileSystem;

  /** @param root the gem's folder: gems/NAME-VERSION in the home of gems */
  constructor(name: string, root: string, version: string, files: FileSystem) {
    this.name = name;
    this.root = root;
    this.version = version;
    this.#files = files;
  }

  /** The text of the gem's specification, which lies beside the folder of gems; '' where there is none. */
  get specification(): string {
    const path = joinPath(dirName(dirName(this.root)), 'specifications', `${this.name}-${this.version}.gemspec`);
    return this.#files.stat(path)?.kind === 'file' ? new TextDecoder().decode(this.#files.read(path)) : '';
  }

  /** One of the theme's folders ('_layouts', '_includes', '_sass', 'assets', '_data'); null where it has none. */
  folder(name: string): string | null {
    const path = joinPath(this.root, name);
    return this.#files.stat(path)?.kind === 'directory' ? path : null;
  }
}
