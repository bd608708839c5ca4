// What a path is: a file, a folder, or something that can't be part of a site.

import { BuildError } from '../diagnostics/diagnostic.ts';
import { specialFile } from './file-error.ts';
import type { SourceFiles } from './file-system.ts';
import { joinPath } from './paths.ts';

/** @throws BuildError ('file-special') for a pipe, a socket or a device: reading it could take forever */
export const isFile = (files: SourceFiles, path: string): boolean => kindOf(files, path) === 'file';

/** @throws BuildError ('file-special') for a pipe, a socket or a device */
export const isFolder = (files: SourceFiles, path: string): boolean => kindOf(files, path) === 'directory';

function kindOf(files: SourceFiles, path: string): 'file' | 'directory' | undefined {
  const kind = files.stat(path)?.kind;
  if (kind === 'other') throw specialFile(path);
  return kind;
}

/** The maximum number of folders below links in a site. */
const MOST_LINKED = 10_000;

/**
 * The current folder of a walk. Links are followed, as in Jekyll, but not back to a folder that the walk is in: Jekyll
 * goes round until the system rejects the path (ELOOP), and with a second such link the time doubles each round.
 */
export class WalkedFolder {
  readonly #files: SourceFiles;
  /** The path with links resolved. */
  readonly #real: string;
  readonly #above: WalkedFolder | null;
  /** Shared by the whole walk. */
  readonly #linked: { count: number };
  readonly #isLinked: boolean;

  private constructor(files: SourceFiles, real: string, above: WalkedFolder | null, isLinked: boolean) {
    this.#files = files;
    this.#real = real;
    this.#above = above;
    this.#isLinked = isLinked;
    this.#linked = above === null ? { count: 0 } : above.#linked;
  }

  /** Starts a walk. */
  static start(files: SourceFiles, path: string): WalkedFolder {
    return new WalkedFolder(files, files.realPath(path), null, false);
  }

  /**
   * Enters a subfolder.
   * @throws BuildError ('link-circle') if it is a link back, ('link-many') if links multiply folders without bound
   */
  enter(name: string, path: string): WalkedFolder {
    if (!this.#isLinked && !this.#files.isLink(path)) {
      return new WalkedFolder(this.#files, joinPath(this.#real, name), this, false);
    }
    const real = this.#files.realPath(path);
    for (let folder: WalkedFolder | null = this; folder !== null; folder = folder.#above) {
      if (folder.#real === real) throw circle(path);
    }
    if (++this.#linked.count > MOST_LINKED) throw tooMany(path);
    return new WalkedFolder(this.#files, real, this, true);
  }
}

const circle = (path: string): BuildError =>
  new BuildError({
    code: 'link-circle',
    message: `${path} links to a folder that contains it, which would be read endlessly.`,
    path,
    hint: 'Remove the link, or list it under `exclude:` in _config.yml.',
  });

const tooMany = (path: string): BuildError =>
  new BuildError({
    code: 'link-many',
    message: `Links lead to more than ${MOST_LINKED} folders, the last of them ${path}.`,
    path,
    hint: 'If several lead to the same folder, remove some, or list them under `exclude:` in _config.yml.',
  });
