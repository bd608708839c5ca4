// Bundles src/ for Node.js: one bundle an entry point, what is loaded on demand (commands, plugins) in chunks of its own,
// packages left to Node.js. What rendering may need at any moment can't wait for an import(): lexers, Rouge's themes and
// the compiler for Sass in filters are CommonJS files, each with all that it needs, for `require` (src/build/on-demand.ts).

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The files of package.json's `bin` and `exports`, and the thread that compiles Sass. */
const ENTRY_POINTS = {
  cli: 'src/cli/main.ts',
  index: 'src/index.ts',
  kramdown: 'src/kramdown/index.ts',
  highlight: 'src/build/highlight.ts',
  'sass-worker': 'src/threads/sass-worker.ts',
};

const LEXERS = 'src/highlight/lexers';
/** Words and states that lexers share are files beside them. */
const isLexer = (name) => readFileSync(join(root, LEXERS, name), 'utf8').includes('export const lexer');

const onDemand = () => ({
  'rouge-themes': 'src/highlight/themes.ts',
  'ruby-sass': 'src/converters/sass/ruby/engine.ts',
  ...Object.fromEntries(
    readdirSync(join(root, LEXERS))
      .filter(isLexer)
      .map((name) => [`lexers/${name.replace(/\.ts$/, '')}`, `${LEXERS}/${name}`]),
  ),
});

/**
 * @param {string} outdir
 * @param {import('esbuild').Plugin[]} [plugins] of esbuild, for the bundles that start a process
 */
export async function bundle(outdir, plugins = []) {
  const options = {
    absWorkingDir: root,
    outdir,
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    packages: 'external',
    legalComments: 'none',
    logLevel: 'warning',
  };
  await Promise.all([
    build({
      ...options,
      entryPoints: ENTRY_POINTS,
      chunkNames: 'chunks/[name]-[hash]',
      splitting: true,
      format: 'esm',
      plugins,
    }),
    build({ ...options, entryPoints: onDemand(), format: 'cjs', outExtension: { '.js': '.cjs' } }),
  ]);
}
