// Safe mode's rule for every file that a build reads: after following all links, the real path must be inside a folder
// that may be read. Any other file is treated as missing.

import { outside } from './file-error.ts';
import type { SourceFiles, Stat } from './file-system.ts';

export interface Bounds {
  /** Folders that may be read, with everything below them. */
  readonly folders: readonly string[];
  /** Files named on the command line: they may be anywhere, and may be links. */
  readonly named?: readonly string[];
  /** Files that may be links to one specific file outside, by path. */
  readonly aliases?: ReadonlyMap<string, string>;
}

export class ContainedFiles implements SourceFiles {
  /** The readable folders, with links resolved. */
  readonly folders: readonly string[];
  readonly #files: SourceFiles;
  readonly #bounds: Bounds;
  readonly #refused: (path: string) => void;
  /** Real paths of folders. Each folder is resolved once per build; later changes are not noticed. */
  readonly #real = new Map<string, string>();
  readonly #verdicts = new Map<string, boolean>();

  /** @param refused is called for whatever exists but may not be read, once for each link or path */
  constructor(files: SourceFiles, bounds: Bounds, refused: (path: string) => void = () => {}) {
    this.#files = files;
    this.#bounds = bounds;
    this.#refused = refused;
    this.folders = bounds.folders.map((folder) => files.realPath(folder));
    for (const [i, folder] of bounds.folders.entries()) this.#real.set(folder, this.folders[i]!);
  }

  list(folder: string): string[] {
    return this.#mayRead(folder) ? this.#files.list(folder) : [];
  }

  stat(path: string): Stat | null {
    return this.#mayRead(path) ? this.#files.stat(path) : null;
  }

  isLink(path: string): boolean {
    return this.#files.isLink(path);
  }

  realPath(path: string): string {
    return this.#files.realPath(path);
  }

  read(path: string): Uint8Array {
    if (!this.#mayRead(path)) throw outside(path);
    return this.#files.read(path);
  }

  head(path: string, length: number): Uint8Array {
    return this.#mayRead(path) ? this.#files.head(path, length) : new Uint8Array();
  }

  refuses(path: string): boolean {
    return !this.#mayRead(path) && this.#files.stat(path) !== null;
  }

  #mayRead(path: string): boolean {
    let verdict = this.#verdicts.get(path);
    if (verdict === undefined) {
      verdict = this.#isNamed(path) || this.#isInside(this.#realOf(path));
      this.#verdicts.set(path, verdict);
      if (!verdict) this.#tell(path);
    }
    return verdict;
  }

  #isNamed(path: string): boolean {
    const { named, aliases } = this.#bounds;
    if (named?.includes(path)) return true;
    const other = aliases?.get(path);
    return other !== undefined && this.#files.realPath(path) === other;
  }

  #isInside(real: string): boolean {
    return this.folders.some((root) => isBelow(root, real));
  }

  #realOf(path: string): string {
    // '..' after a link doesn't lead to the folder that the string suggests.
    if (UNCLEAN.test(path)) return this.#files.realPath(path);
    const at = path.lastIndexOf('/');
    if (at <= 0) return this.#files.realPath(path);
    const folder = path.slice(0, at);
    let above = this.#real.get(folder);
    if (above === undefined) this.#real.set(folder, (above = this.#real.get(folder) ?? this.#realOf(folder)));
    const direct = (above === '/' ? '' : above) + path.slice(at);
    return this.#files.isLink(direct) ? this.#files.realPath(direct) : direct;
  }

  /** Reports the link that leads outside, not everything reached through it. */
  #tell(path: string): void {
    if (this.#files.stat(path) === null) return;
    const root = this.#bounds.folders.find((folder) => isBelow(folder, path)) ?? path;
    let at = root.length;
    while (at < path.length) {
      const next = path.indexOf('/', at + 1);
      at = next < 0 ? path.length : next;
      const part = path.slice(0, at);
      if (this.#verdicts.get(part) === false && part !== path) return; // already reported
      if (this.#isInside(this.#realOf(part))) continue;
      this.#verdicts.set(part, false);
      this.#refused(part);
      return;
    }
    this.#refused(path);
  }
}

/** A path with '.', '..', an empty name or a trailing slash. */
const UNCLEAN = /\/\.{0,2}(?:\/|$)/;

const isBelow = (folder: string, path: string): boolean =>
  path === folder || path.startsWith(folder === '/' ? '/' : `${folder}/`);
