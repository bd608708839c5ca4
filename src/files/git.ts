// What a Git checkout tells without Git: the commit and where it comes from.

import type { SourceFiles } from './file-system.ts';
import { dirName, expandPath, joinPath } from './paths.ts';

/** A checkout, as its files are. */
export class Git {
  /** The folder that holds .git. */
  readonly root: string;
  readonly #files: SourceFiles;
  readonly #folder: string;
  /** Where refs and the configuration are: a further worktree shares those of the first. */
  readonly #common: string;

  private constructor(files: SourceFiles, root: string, folder: string) {
    this.#files = files;
    this.root = root;
    this.#folder = folder;
    const common = this.#text(folder, 'commondir').trim();
    this.#common = common === '' ? folder : expandPath(common, folder);
  }

  /** The checkout that a folder lies in, as `git` finds it from there; null where there is none. */
  static around(files: SourceFiles, folder: string): Git | null {
    for (let root = folder; ; root = dirName(root)) {
      const path = joinPath(root, '.git');
      const kind = files.stat(path)?.kind;
      if (kind === 'directory') return new Git(files, root, path);
      if (kind === 'file') {
        const to = /^gitdir: (.+)$/m.exec(new TextDecoder().decode(files.read(path)))?.[1];
        return to === undefined ? null : new Git(files, root, expandPath(to, root));
      }
      if (dirName(root) === root) return null;
    }
  }

  /** The commit that is checked out, in hexadecimal; '' where there is none yet. */
  headCommit(): string {
    const head = this.#text(this.#folder, 'HEAD').trim();
    const ref = /^ref: (refs\/\S+)$/.exec(head)?.[1];
    if (ref === undefined) return /^[0-9a-f]{40,64}$/.test(head) ? head : '';
    const packed = this.#text(this.#common, 'packed-refs')
      .split('\n')
      .find((line) => line.endsWith(` ${ref}`));
    return this.#text(this.#common, ref).trim() || (packed?.split(' ')[0] ?? '');
  }

  /** 'owner/name' of the remote 'origin', where it is at GitHub. */
  repository(): string | null {
    const origin = /\[remote "origin"\]([^[]*)/.exec(this.#text(this.#common, 'config'))?.[1] ?? '';
    return /url\s*=\s*\S*?github\.com[:/]([\w.-]+\/[\w.-]+?)(?:\.git)?\s*$/m.exec(origin)?.[1] ?? null;
  }

  #text(folder: string, name: string): string {
    const path = joinPath(folder, name);
    return this.#files.stat(path)?.kind === 'file' ? new TextDecoder().decode(this.#files.read(path)) : '';
  }
}
