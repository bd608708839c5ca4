// A site's Gemfile and Gemfile.lock, each read once, on first use.

import type { SourceFiles } from '../files/file-system.ts';
import { isFile } from '../files/kinds.ts';
import { type Gemfile, parseGemfile } from './gemfile.ts';
import { type LockedGem, parseGemfileLock } from './gemfile-lock.ts';

export const BUNDLE_FILES = ['Gemfile', 'Gemfile.lock'] as const;

export class Bundle {
  /** The site's folder. */
  readonly source: string;
  readonly #files: SourceFiles;
  #gemfile: Gemfile | null | undefined;
  #locked: ReadonlyMap<string, LockedGem> | null | undefined;

  constructor(files: SourceFiles, source: string) {
    this.#files = files;
    this.source = source;
  }

  /** @throws BuildError ('file-special') if either is a pipe, a socket or a device, even if it is never used */
  check(): void {
    for (const name of BUNDLE_FILES) isFile(this.#files, `${this.source}/${name}`);
  }

  /** Null if missing. */
  get gemfile(): Gemfile | null {
    if (this.#gemfile === undefined) this.#gemfile = this.#parsed('Gemfile', parseGemfile);
    return this.#gemfile;
  }

  /** The gems of Gemfile.lock by name; null if missing. */
  get locked(): ReadonlyMap<string, LockedGem> | null {
    if (this.#locked === undefined) this.#locked = this.#parsed('Gemfile.lock', parseGemfileLock);
    return this.#locked;
  }

  /** The gems in the Gemfile's :jekyll_plugins group, which Jekyll loads automatically. */
  get plugins(): string[] {
    const gems = this.gemfile?.gems ?? [];
    return [...new Set(gems.filter(({ groups }) => groups.includes('jekyll_plugins')).map(({ name }) => name))];
  }

  #parsed<T>(name: (typeof BUNDLE_FILES)[number], parse: (text: string) => T): T | null {
    const path = `${this.source}/${name}`;
    return isFile(this.#files, path) ? parse(new TextDecoder().decode(this.#files.read(path))) : null;
  }
}
