// Themes that are already on this machine: installed gems and npm packages.

import type { SourceFiles } from '../files/file-system.ts';
import { dirName, joinPath } from '../files/paths.ts';
import { isHash } from '../ruby/values.ts';
import { loadYaml } from '../yaml/load.ts';

type Env = Readonly<Record<string, string | undefined>>;

export interface InstalledGem {
  readonly version: string;
  readonly root: string;
}

/** The folders of GEM_PATH and GEM_HOME. */
export function gemHomes(env: Env, platform: string): string[] {
  const separator = platform === 'win32' ? ';' : ':';
  const homes = [env.GEM_PATH, env.GEM_HOME].flatMap((list) => (list ? list.split(separator) : []));
  return homes.filter((home) => home !== '').map((home) => home.replaceAll('\\', '/'));
}

/** The gems of this name below GEM_PATH, GEM_HOME and the site's vendor/bundle, in that order. */
export function installedGems(
  files: SourceFiles,
  source: string,
  name: string,
  env: Env,
  platform: string,
): InstalledGem[] {
  const homes = gemHomes(env, platform);
  const bundle = joinPath(source, 'vendor/bundle/ruby');
  homes.push(...files.list(bundle).map((abi) => joinPath(bundle, abi)));
  return homes.flatMap((home) => {
    const gems = joinPath(home, 'gems');
    return files
      .list(gems)
      .filter((gem) => gem.startsWith(`${name}-`) && /^\d/.test(gem.slice(name.length + 1)))
      .map((gem) => ({ version: gem.slice(name.length + 1), root: joinPath(gems, gem) }))
      .filter(({ root }) => files.stat(root)?.kind === 'directory');
  });
}

/**
 * A package of this name in a node_modules folder of the site or above it, if it looks like a theme; otherwise null.
 */
export function npmTheme(files: SourceFiles, source: string, name: string): InstalledGem | null {
  for (let folder = source; ; folder = dirName(folder)) {
    const root = joinPath(folder, 'node_modules', name);
    if (THEME_FOLDERS.some((part) => files.stat(joinPath(root, part))?.kind === 'directory')) {
      return { version: packageVersion(files, joinPath(root, 'package.json')), root };
    }
    if (folder === dirName(folder)) return null;
  }
}

const THEME_FOLDERS = ['_layouts', '_includes', '_sass'];

/** JSON is valid YAML. */
function packageVersion(files: SourceFiles, path: string): string {
  if (files.stat(path)?.kind !== 'file') return '';
  const manifest = loadYaml({ path, text: new TextDecoder().decode(files.read(path)) });
  const version = isHash(manifest) ? manifest.get('version') : null;
  return typeof version === 'string' ? version : '';
}
