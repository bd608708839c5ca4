// A small site in memory, built with themes from a server of the test.

import { build } from '../../src/build/node.ts';
import type { BuildOptions, BuildResult } from '../../src/build/options.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { MemoryFiles } from '../../src/files/memory.ts';

export interface Built {
  readonly result: BuildResult;
  readonly diagnostics: readonly Diagnostic[];
  output(path: string): string | null;
}

/** Noon of 2026-11-23, UTC. */
const MOMENT = 1_795_435_200;

/** A site's files at /site; its themes are kept in /cache. */
export function siteOf(files: Readonly<Record<string, string>>): MemoryFiles {
  const all = Object.entries(files).map(([path, text]) => [path.startsWith('/') ? path : `/site/${path}`, text]);
  return new MemoryFiles(Object.fromEntries(all), MOMENT * 1000);
}

export async function buildThere(files: MemoryFiles, options: BuildOptions = {}): Promise<Built> {
  const diagnostics: Diagnostic[] = [];
  const result = await build({
    source: '/site',
    destination: '/out',
    cache: '/cache',
    environment: 'production',
    now: MOMENT,
    nwo: 'owner/name',
    files,
    report: (diagnostic) => diagnostics.push(diagnostic),
    ...options,
  });
  const output = (path: string): string | null =>
    files.stat(`/out/${path}`)?.kind === 'file' ? new TextDecoder().decode(files.read(`/out/${path}`)) : null;
  return { result, diagnostics, output };
}

/** Every file below a folder. */
export function filesBelow(files: MemoryFiles, folder: string): string[] {
  return files.list(folder).flatMap((name) => {
    const path = `${folder}/${name}`;
    return files.stat(path)?.kind === 'directory' ? filesBelow(files, path) : [path];
  });
}
