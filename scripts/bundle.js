// Bundles src/ for Node.js: one bundle an entry point, what is loaded on demand (commands, plugins) in chunks of its own,
// packages left to Node.js. What rendering may need at any moment can't wait for an import(): lexers, Rouge's themes and
// the compiler for Sass in filters are CommonJS files, each with all that it needs, for `require` (src/build/on-demand.ts).

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const require = createRequire(import.meta.url);

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

const lexers = () =>
  Object.fromEntries(
    readdirSync(join(root, LEXERS))
      .filter(isLexer)
      .map((name) => [`lexers/${name.replace(/\.ts$/, '')}`, `${LEXERS}/${name}`]),
  );

const ON_DEMAND = {
  'rouge-themes': 'src/highlight/themes.ts',
  'ruby-sass': 'src/converters/sass/ruby-engine.ts',
};

/**
 * gray-matter with its engines left out, which stay off anyway (src/content/front-matter.ts): loading them, a second js-yaml
 * and a parser of JavaScript, takes as long as many a site's build.
 */
const grayMatter = {
  name: 'gray-matter',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^gray-matter$/ }, ({ path, resolveDir }) => ({
      path: require.resolve(path, { paths: [resolveDir] }),
    }));
    onResolve({ filter: /./ }, ({ path, importer, resolveDir }) => {
      if (!importer.includes('node_modules')) return undefined;
      if (path === 'fs' || path === './engines' || path === './lib/engines') return { path, namespace: 'left-out' };
      return { path: require.resolve(path, { paths: [resolveDir] }) };
    });
    onLoad({ filter: /./, namespace: 'left-out' }, () => ({ contents: 'module.exports = {}' }));
  },
};

/** Packages that need Node.js, or are too large for a page: who asks for one in a browser gets a message. */
const LEFT_OUT = ['fast-glob', 'coffeescript'];

/** For browsers: gray-matter, which needs Buffer, gives way to a stand-in, and packages are left out. */
const forBrowsers = {
  name: 'for-browsers',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^gray-matter$/ }, () => ({ path: join(root, 'src/build/browser-front-matter.ts') }));
    onResolve({ filter: /^liquidjs$/ }, () => ({ path: join(root, 'node_modules/liquidjs/dist/liquid.browser.mjs') }));
    onResolve({ filter: new RegExp(`^(?:${LEFT_OUT.join('|')})$`) }, ({ path }) => ({ path, namespace: 'no-browser' }));
    onLoad({ filter: /./, namespace: 'no-browser' }, ({ path }) => ({
      contents: `import { BuildError } from './diagnostics/diagnostic.ts';
        throw new BuildError({
          code: 'browser-package',
          message: "The site needs the package ${path}, which the bundle for browsers doesn't have",
          hint: 'Build it with the command build-site.',
        });`,
      resolveDir: join(root, 'src'),
    }));
  },
};

/** A module with all lexers, for the option \`lexers\` of build-site/browser. */
const allLexers = {
  name: 'all-lexers',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^all-lexers$/ }, ({ path }) => ({ path, namespace: 'all-lexers' }));
    onLoad({ filter: /./, namespace: 'all-lexers' }, () => {
      const names = readdirSync(join(root, LEXERS))
        .filter(isLexer)
        .map((name) => name.replace(/\.ts$/, ''));
      const imports = names.map((name, i) => `import { lexer as l${i} } from './lexers/${name}.ts';\n`);
      const table = names.map((name, i) => `${JSON.stringify(name)}: l${i}`);
      return {
        contents: `import { themeOf } from './themes.ts';
          ${imports.join('')}const all = { ${table.join(', ')} };
          export const lexers = { lexer: (file) => all[file], themes: () => themeOf };`,
        resolveDir: join(root, 'src/highlight'),
      };
    });
  },
};

/** What bundles for browsers have in common: no package, and no module of Node's, is left outside. */
export const browserOptions = {
  absWorkingDir: root,
  bundle: true,
  platform: 'neutral',
  mainFields: ['browser', 'module', 'main'],
  conditions: ['browser', 'import', 'module'],
  target: 'es2022',
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [forBrowsers, allLexers],
};

/** The licences of the packages that are part of the bundles. */
function licences({ inputs }) {
  const packages = new Set(
    Object.keys(inputs).flatMap((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []),
  );
  return [...packages].sort().map((folder) => {
    const name = readdirSync(join(root, folder)).find((file) => /^licen[cs]e/i.test(file));
    return `${folder.replace(/^.*node_modules\//, '')}\n\n${readFileSync(join(root, folder, name), 'utf8').trim()}\n`;
  });
}

const COMMON_JS = { format: 'cjs', outExtension: { '.js': '.cjs' } };

/**
 * Source maps, for --trace and profilers, name files, lines and columns, and don't repeat the sources.
 *
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
    sourcesContent: false,
    logLevel: 'warning',
  };
  const [{ metafile }, , , { metafile: browser }] = await Promise.all([
    build({
      ...options,
      entryPoints: ENTRY_POINTS,
      chunkNames: 'chunks/[name]-[hash]',
      splitting: true,
      format: 'esm',
      metafile: true,
      sourcemap: true,
      plugins: [...plugins, grayMatter],
    }),
    build({ ...options, ...COMMON_JS, entryPoints: ON_DEMAND, sourcemap: true }),
    // Lexers are tables, and their maps would be as large as all others together.
    build({ ...options, ...COMMON_JS, entryPoints: lexers() }),
    build({
      ...browserOptions,
      outdir,
      entryPoints: { browser: 'src/build/browser.ts', 'browser-lexers': 'src/build/browser-lexers.ts' },
      chunkNames: 'chunks/browser-[name]-[hash]',
      splitting: true,
      format: 'esm',
      metafile: true,
    }),
  ]);
  writeFileSync(
    join(root, outdir, 'LICENCES.txt'),
    licences({ inputs: { ...metafile.inputs, ...browser.inputs } }).join('\n---\n\n'),
  );
}
