// The safety rules for every archive, whoever made it: files and links stay inside the folder, within size limits.

import { BuildError } from '../diagnostics/diagnostic.ts';
import { visibleLine } from '../diagnostics/visible.ts';

export interface Archive {
  /** By path relative to the folder that the archive is unpacked into, with '/' as separator. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Symbolic links and their targets, relative to the link's folder. */
  readonly links: ReadonlyMap<string, string>;
}

export interface Limits {
  /** Total size of all files, unpacked. */
  readonly bytes: number;
  /** Files, folders and links. */
  readonly entries: number;
}

/** Ample for a theme: the largest have a few thousand files and a hundred megabytes of images. */
export const LIMITS: Limits = { bytes: 512 * 1024 * 1024, entries: 20_000 };

/** An error that rejects the whole archive. @param name the archive, as the author knows it */
export const refused = (name: string, why: string, cause?: unknown): BuildError =>
  new BuildError(
    {
      code: 'archive-refused',
      message: `${name} is refused: ${why}`,
      hint: 'Nothing of it was kept. Build again, in case the download was damaged; otherwise ask its author.',
    },
    cause,
  );

/** Collects entries one by one, and rejects the whole archive at the first unsafe one. */
export class ArchiveBuilder {
  readonly #name: string;
  readonly #limits: Limits;
  readonly #files = new Map<string, Uint8Array>();
  readonly #links = new Map<string, string>();
  #entries = 0;
  #bytes = 0;

  constructor(name: string, limits: Limits = LIMITS) {
    this.#name = name;
    this.#limits = limits;
  }

  /** Must be called once for each entry, before its content is read. @param size of the unpacked content in bytes */
  count(size: number): void {
    if (++this.#entries > this.#limits.entries) throw this.#refuse(`it has more than ${this.#limits.entries} entries`);
    this.#bytes += size;
    if (!(this.#bytes <= this.#limits.bytes)) {
      throw this.#refuse(`it is larger than ${Math.round(this.#limits.bytes / 1024 / 1024)} MiB when unpacked`);
    }
  }

  /** Normalizes an entry's path: no '.', no doubled slashes; '' is the folder itself. */
  path(written: string): string {
    if (/\p{Cc}/u.test(written)) throw this.#refuse(`the name '${visibleLine(written)}' has a control character`);
    if (/^(?:[/\\]|[a-z]:)/i.test(written)) throw this.#refuse(`'${written}' is an absolute path`);
    if (written.includes('\\')) throw this.#refuse(`the path '${written}' has a backslash`);
    const names = written.split('/').filter((name) => name !== '' && name !== '.');
    if (names.includes('..')) throw this.#refuse(`'${written}' leads out of its folder`);
    return names.join('/');
  }

  addFile(path: string, content: Uint8Array): void {
    if (path === '') throw this.#refuse('one of its files has no name');
    this.#links.delete(path);
    this.#files.set(path, content);
  }

  /** A hard link: the same file under another name. */
  addHardLink(path: string, target: string): void {
    const content = this.#files.get(this.path(target));
    if (content === undefined)
      throw this.#refuse(`'${path}' is a link to '${target}', which the archive doesn't contain`);
    this.addFile(path, content);
  }

  addLink(path: string, target: string): void {
    if (path === '') throw this.#refuse('one of its links has no name');
    this.#files.delete(path);
    this.#links.set(path, target);
  }

  /** Rejects devices, pipes and other special files. */
  refuseKind(path: string, kind: string): never {
    throw this.#refuse(`'${path}' is a ${kind}`);
  }

  finish(): Archive {
    // Compared as case-insensitive and Unicode-normalizing file systems compare names.
    const links = new Set([...this.#links.keys()].map(folded));
    for (const [path, target] of this.#links) this.#checkLink(path, target, links);
    for (const path of [...this.#files.keys(), ...this.#links.keys()]) {
      const above = foldersAbove(path).find((folder) => this.#files.has(folder) || links.has(folded(folder)));
      if (above !== undefined) throw this.#refuse(`'${path}' is in '${above}', which is not a folder`);
    }
    return { files: this.#files, links: this.#links };
  }

  /**
   * A link must stay in the folder and must not pass through another link, so checking its target as a string is
   * enough.
   */
  #checkLink(path: string, target: string, links: ReadonlySet<string>): void {
    const out = this.#refuse(`the link '${path}' leads to '${visibleLine(target)}'`);
    if (/^(?:[/\\]|[a-z]:)|[\\\p{Cc}]/iu.test(target)) throw out;
    const names = path.split('/').slice(0, -1);
    let down = false;
    for (const name of target.split('/')) {
      if (name === '' || name === '.') continue;
      if (name === '..') {
        if (down || names.pop() === undefined) throw out;
      } else {
        down = true;
        names.push(name);
      }
    }
    if (foldersAbove(names.join('/')).some((folder) => links.has(folded(folder)))) throw out;
  }

  #refuse(why: string): BuildError {
    return refused(this.#name, why);
  }
}

const folded = (path: string): string => path.normalize('NFC').toLowerCase();

/** 'a/b/c' is in 'a' and 'a/b'. */
const foldersAbove = (path: string): string[] =>
  path
    .split('/')
    .slice(0, -1)
    .map((_, i, names) => names.slice(0, i + 1).join('/'));
