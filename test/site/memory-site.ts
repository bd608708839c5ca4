// A whole small site, written inline and built in memory.

import { build } from '../../src/build/node.ts';
import type { BuildOptions } from '../../src/build/options.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { MemoryFiles } from '../../src/files/memory.ts';

export interface Built {
  readonly files: MemoryFiles;
  readonly diagnostics: readonly Diagnostic[];
  /** A written file's text; null if it doesn't exist. */
  output(path: string): string | null;
}

/** Noon of 2026-11-23, UTC. */
export const MOMENT = 1_795_435_200;

/** Builds /site to /out. @param site paths below /site and their contents; an absolute path is used unchanged */
export async function buildInMemory(
  site: Readonly<Record<string, string>>,
  options: BuildOptions = {},
): Promise<Built> {
  const config = { '_config.yml': 'timezone: UTC\nurl: https://example.org\nbaseurl: ""\ntheme: null\n' };
  const all = Object.entries({ ...config, ...site }).map(([path, text]) => [
    path.startsWith('/') ? path : `/site/${path}`,
    text,
  ]);
  const files = new MemoryFiles(Object.fromEntries(all), MOMENT * 1000);
  const diagnostics: Diagnostic[] = [];
  await build({
    source: '/site',
    destination: '/out',
    environment: 'production',
    now: MOMENT,
    nwo: 'owner/name',
    offline: true,
    files,
    report: (diagnostic) => diagnostics.push(diagnostic),
    ...options,
  });
  const output = (path: string): string | null =>
    files.stat(`/out/${path}`)?.kind === 'file' ? new TextDecoder().decode(files.read(`/out/${path}`)) : null;
  return { files, diagnostics, output };
}
