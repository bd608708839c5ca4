// Detects what installing build-site adds to a site without other packages: it must not change the site.

import type { SourceFiles } from '../files/file-system.ts';
import { joinPath } from '../files/paths.ts';

const LOCK_FILES = new Set([
  'package-lock.json',
  'npm-shrinkwrap.json',
  'yarn.lock',
  'pnpm-lock.yaml',
  'bun.lock',
  'bun.lockb',
]);

const KINDS = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];

/**
 * Whether a file in the source's top folder is a package.json whose only dependency is build-site, or its lock file.
 * @param name of the file
 */
export function isOwnPackage(files: SourceFiles, source: string, name: string): boolean {
  if (name !== 'package.json' && !LOCK_FILES.has(name)) return false;
  const path = joinPath(source, 'package.json');
  if (files.stat(path)?.kind !== 'file' || files.refuses(path)) return false;
  const names = dependencies(new TextDecoder().decode(files.read(path)));
  return names.length > 0 && names.every((one) => one === 'build-site');
}

/** The packages in a package.json; empty if it is invalid, in which case npm fails too. */
function dependencies(text: string): string[] {
  let manifest: unknown;
  try {
    manifest = JSON.parse(text);
  } catch {
    return [];
  }
  const kinds = (manifest ?? {}) as Record<string, unknown>;
  return KINDS.flatMap((kind) => Object.keys(kinds[kind] ?? {}));
}
