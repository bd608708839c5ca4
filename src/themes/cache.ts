// The cache of downloaded themes, so that later builds need no network. Any folder in it may be deleted at any time
// except during a build.

import { BuildError } from '../diagnostics/diagnostic.ts';
import type { FileSystem } from '../files/file-system.ts';
import { expandPath, joinPath } from '../files/paths.ts';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * The user's cache folder: BUILD_SITE_CACHE, otherwise the system's usual place; null if unknown.
 * @param platform Node's process.platform
 */
export function cacheFolder(env: Env, platform: string): string | null {
  if (env.BUILD_SITE_CACHE) return env.BUILD_SITE_CACHE.replaceAll('\\', '/');
  const home = (env.HOME || env.USERPROFILE)?.replaceAll('\\', '/');
  const local = env.LOCALAPPDATA?.replaceAll('\\', '/');
  if (platform === 'win32') return local ? `${local}/build-site/cache` : home ? `${home}/.cache/build-site` : null;
  if (env.XDG_CACHE_HOME?.startsWith('/')) return expandPath(`${env.XDG_CACHE_HOME}/build-site`);
  if (!home) return null;
  return platform === 'darwin' ? `${home}/Library/Caches/build-site` : `${home}/.cache/build-site`;
}

export class ThemeCache {
  readonly root: string;
  readonly files: FileSystem;

  constructor(root: string, files: FileSystem) {
    this.root = root;
    this.files = files;
  }

  /** A gem home for a single gem, laid out as for installed gems: gems/NAME-VERSION and specifications/. */
  gemHome(source: string, name: string, version: string): string {
    return joinPath(this.root, 'gems', hostOf(source), `${name}-${version}`);
  }

  /** The cached versions of a gem from this source. */
  gemVersions(source: string, name: string): string[] {
    return this.files
      .list(joinPath(this.root, 'gems', hostOf(source)))
      .filter((entry) => entry.startsWith(`${name}-`) && /^\d/.test(entry.slice(name.length + 1)))
      .map((entry) => entry.slice(name.length + 1));
  }

  /** The source's list of versions at the time of the last download. */
  infoPath(source: string, name: string): string {
    return joinPath(this.root, 'info', hostOf(source), name);
  }

  /** The folder with the archives of a repository at this ref; the file `current` in it names the newest. */
  archives(host: string, owner: string, name: string, ref: string): string {
    return joinPath(this.root, 'archives', host, owner, name, ref);
  }

  text(path: string): string | null {
    return this.files.stat(path)?.kind === 'file' ? new TextDecoder().decode(this.files.read(path)) : null;
  }

  /** Writes a file atomically, even if another build writes it at the same time. */
  writeText(path: string, text: string): void {
    this.#keep(path, (draft) => this.files.write(draft, text));
  }

  /** Makes a folder atomically; if another build was faster, its folder stays. */
  makeFolder(path: string, fill: (folder: string) => void): void {
    this.#keep(path, fill);
  }

  #keep(path: string, write: (draft: string) => void): void {
    const draft = joinPath(this.root, 'drafts', crypto.randomUUID());
    try {
      write(draft);
      if (!this.files.move(draft, path)) this.files.remove(draft);
    } catch (error) {
      this.#discard(draft);
      throw new BuildError(
        {
          code: 'cache-unwritable',
          message: `The theme can't be stored in ${this.root}: ${(error as Error).message}`,
          hint: 'Choose a folder that you own with --cache or BUILD_SITE_CACHE.',
        },
        error,
      );
    }
  }

  #discard(draft: string): void {
    try {
      this.files.remove(draft);
    } catch {
      // The reason is already being reported.
    }
  }
}

/** Turns a URL into a folder name such as 'rubygems.example', unique for each source. */
function hostOf(source: string): string {
  const { host, pathname } = new URL(source);
  return `${host}${pathname.replace(/\/+$/, '')}`.replace(/[^a-z0-9.-]+/gi, '_');
}
