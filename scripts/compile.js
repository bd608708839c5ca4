// Compiles src/ to dist/: one bundle an entry point, what is loaded on demand (commands, plugins, lexers) in chunks of
// its own, packages left to Node; and the declarations. `npm install` runs it (prepare), so it is plain JavaScript.

import { spawnSync } from 'node:child_process';
import { chmodSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The files of package.json's `bin` and `exports`, and the thread that compiles Sass. */
const ENTRY_POINTS = {
  cli: 'src/cli/main.ts',
  index: 'src/index.ts',
  kramdown: 'src/kramdown/index.ts',
  highlight: 'src/highlight/index.ts',
  'sass-worker': 'src/threads/sass-worker.ts',
};

rmSync(join(root, 'dist'), { recursive: true, force: true });

await build({
  absWorkingDir: root,
  entryPoints: ENTRY_POINTS,
  outdir: 'dist',
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  packages: 'external',
  legalComments: 'none',
  logLevel: 'warning',
});
chmodSync(join(root, 'dist/cli.js'), 0o755);

// Types are checked by `npm test`; here they are only written.
const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.types.json'], { cwd: root, stdio: 'inherit' });
process.exitCode = status ?? 1;
