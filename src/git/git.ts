// A Git checkout, read from its files: the commit, where it comes from, what is tracked. Git itself is never run: a
// repository can name programs for nearly everything it does (fsmonitor, filters, hooks, ssh commands, aliases).

import { ContainedFiles } from '../files/contained.ts';
import type { SourceFiles } from '../files/file-system.ts';
import { dirName, expandPath, joinPath } from '../files/paths.ts';
import { gitConfigValues } from './config.ts';
import { isInIndex, sharedIndex } from './index-file.ts';

/** How long a chain of symbolic references may be, as in Git. */
const MOST_REFERENCES = 5;

export class Git {
  /** The folder that contains .git. */
  readonly root: string;
  /** Can only read the repository's own folders. */
  readonly #files: SourceFiles;
  readonly #folder: string;
  /** The folder of refs and the configuration: additional worktrees share those of the main one. */
  readonly #common: string;
  readonly #tracked = new Map<string, boolean>();

  private constructor(files: SourceFiles, root: string, folder: string, common: string) {
    this.#files = new ContainedFiles(files, { folders: [folder, common] });
    this.root = root;
    this.#folder = folder;
    this.#common = common;
  }

  /**
   * The checkout that contains a folder, found as `git` does from there; null outside a checkout.
   * @param isSafe follow a `.git` that points elsewhere only to a repository whose checkout is this folder
   * @param refused is called with the paths of a `.git` that isn't followed and of its repository
   */
  static around(
    files: SourceFiles,
    folder: string,
    isSafe = false,
    refused: (path: string, repository: string) => void = () => {},
  ): Git | null {
    for (let root = folder; ; root = dirName(root)) {
      const path = joinPath(root, '.git');
      const kind = files.stat(path)?.kind;
      if (kind === 'directory' || kind === 'file') {
        const to = kind === 'directory' ? path : GITDIR.exec(textOf(files, path))?.[1];
        if (to === undefined) return null;
        const own = files.realPath(expandPath(to, root));
        const written = textOf(files, joinPath(own, 'commondir')).trim();
        const common = written === '' ? own : files.realPath(expandPath(written, own));
        if (!isSafe || belongs(files, root, own, common)) return new Git(files, root, own, common);
        refused(path, own);
        return null;
      }
      if (dirName(root) === root) return null;
    }
  }

  /** The commit checked out, in hexadecimal; '' before the first commit, and if references are stored as a reftable. */
  headCommit(): string {
    let text = this.#text(this.#folder, 'HEAD').trim();
    for (let i = 0; i < MOST_REFERENCES; i++) {
      const ref = /^ref: (refs\/\S+)$/.exec(text)?.[1];
      if (ref === undefined) break;
      text = isRef(ref) ? this.#commitOf(ref) : '';
    }
    return HASH.test(text) ? text : '';
  }

  /** 'owner/name' of the remote 'origin' if it is on GitHub. */
  repository(): string | null {
    const urls = gitConfigValues(this.#text(this.#common, 'config'), 'remote "origin"', 'url');
    return urls.map((url) => AT_GITHUB.exec(url)?.[1]).find((name) => name !== undefined) ?? null;
  }

  /** Whether Git tracks anything at this path or below it. @param path absolute */
  tracks(path: string): boolean {
    let isTracked = this.#tracked.get(path);
    if (isTracked === undefined) {
      isTracked = path.startsWith(`${this.root}/`) && this.#isInIndex(path.slice(this.root.length + 1));
      this.#tracked.set(path, isTracked);
    }
    return isTracked;
  }

  #isInIndex(path: string): boolean {
    const index = this.#bytes('index');
    const [format] = gitConfigValues(this.#text(this.#common, 'config'), 'extensions', 'objectformat').slice(-1);
    const hashSize = format === 'sha256' ? 32 : 20;
    if (isInIndex(index, path, hashSize)) return true;
    const shared = sharedIndex(index, hashSize);
    return shared !== null && isInIndex(this.#bytes(`sharedindex.${shared}`), path, hashSize);
  }

  #commitOf(ref: string): string {
    const folder = ref.startsWith('refs/worktree/') || ref.startsWith('refs/bisect/') ? this.#folder : this.#common;
    const loose = this.#text(folder, ref).trim();
    if (loose !== '') return loose;
    const packed = this.#text(this.#common, 'packed-refs').split('\n');
    return packed.find((line) => line.endsWith(` ${ref}`))?.split(' ')[0] ?? '';
  }

  #bytes(name: string): Uint8Array {
    const path = joinPath(this.#folder, name);
    return this.#files.stat(path)?.kind === 'file' ? this.#files.read(path) : new Uint8Array();
  }

  #text(folder: string, name: string): string {
    return textOf(this.#files, joinPath(folder, name));
  }
}

const GITDIR = /^gitdir: (.+)$/m;
const HASH = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const AT_GITHUB = /github\.com[:/]([\w.-]+\/[\w.-]+?)(?:\.git)?\s*$/;

/** A reference name that stays below refs/ (git-check-ref-format). */
const isRef = (ref: string): boolean => !/(?:^|\/)\.|\/\/|[\\:]|\/$/.test(ref);

/**
 * Whether a repository belongs to a checkout: its folder is inside it, or it names the checkout as its own (an
 * additional worktree by `gitdir`, a submodule by `core.worktree`).
 */
function belongs(files: SourceFiles, root: string, folder: string, common: string): boolean {
  const real = files.realPath(root);
  if (folder.startsWith(`${real}/`) && common === folder) return true;
  const back = textOf(files, joinPath(folder, 'gitdir')).trim();
  if (back !== '') {
    return (
      files.realPath(expandPath(back, folder)) === files.realPath(joinPath(root, '.git')) &&
      (common === folder || dirName(dirName(folder)) === common)
    );
  }
  const [worktree] = gitConfigValues(textOf(files, joinPath(folder, 'config')), 'core', 'worktree').slice(-1);
  return common === folder && worktree !== undefined && files.realPath(expandPath(worktree, folder)) === real;
}

function textOf(files: SourceFiles, path: string): string {
  return files.stat(path)?.kind === 'file' ? new TextDecoder().decode(files.read(path)) : '';
}
