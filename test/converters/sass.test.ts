import { createRequire } from 'node:module';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { toRuby } from '../../src/config/defaults.ts';
import { knownOptions } from '../../src/config/known-options.ts';
import type { Plain } from '../../src/config/option.ts';
import type { Page } from '../../src/content/page.ts';
import { dartSassSync, loadSassEngine } from '../../src/converters/sass/dart.ts';
import type { SassRequest } from '../../src/converters/sass/engine.ts';
import { sassError } from '../../src/converters/sass/failure.ts';
import { loadPaths, readSettings, type SassOptions } from '../../src/converters/sass/settings.ts';
import { encodePath, printSourceMap } from '../../src/converters/sass/source-map.ts';
import { BuildError, position } from '../../src/diagnostics/diagnostic.ts';
import { MemoryFiles } from '../../src/files/memory.ts';

const require = createRequire(import.meta.url);
const SHEET = '$ink: #123;\n.note { color: $ink; b { width: calc(100% - 2px); } }\n@warn "thin";\n';
const request = (own: Partial<SassRequest> = {}): SassRequest => ({
  text: SHEET,
  syntax: 'scss',
  style: 'expanded',
  loadPaths: [],
  charset: true,
  sourceMap: true,
  url: 'file:///site/css/main.scss',
  ...own,
});

const PLACES = {
  source: '/site',
  theme: { name: 'minima', root: '/home/me/cache/gems/minima-2.5.1' },
  loadPaths: ['/home/me/scss', '/site/_sass'],
};

test('both engines print the same bytes, and report @warn but not deprecations', async () => {
  const results: unknown[] = [];
  for (const name of ['sass-embedded', 'sass'] as const) {
    const engine = await loadSassEngine(name).catch(() => null);
    if (engine === null) continue; // optional
    const compileSync = dartSassSync((asked) => (asked === name ? require(asked) : null));
    const warnings: string[] = [];
    const text = `${SHEET}.x { width: (10px / 4); }\n.ü { content: "é" }`;
    const done = await engine.compile(request({ text, style: 'compressed' }), (message) => warnings.push(message));
    assert.equal(warnings, ['thin']);
    const map = printSourceMap(done.sourceMap!, '/site/css', 'main.css', PLACES);
    results.push([done.css, map, compileSync(request({ text, style: 'compressed' }), () => {}).css]);
    await engine.dispose();
  }
  for (const result of results) assert.equal(result, results[0]);
});

test('the indented syntax', async () => {
  const engine = await loadSassEngine('sass');
  const { css } = await engine.compile(request({ text: '.a\n  b\n    top: 0\n', syntax: 'sass' }), () => {});
  assert.is(css, '.a b {\n  top: 0;\n}');
});

test('an error has its position in the file, front matter included', async () => {
  const engine = await loadSassEngine('sass');
  const head = '---\ntitle: x\n---\n';
  const text = '.a {\n  color: $none;\n}\n';
  const source = { path: 'css/main.scss', text: head + text };
  const item = { source, contentStart: head.length, relativePath: 'css/main.scss' } as never;
  const sheet = { text, url: 'file:///site/css/main.scss', item };
  const place = { files: new MemoryFiles(), source: '/site' };
  const error = await engine.compile(request({ text }), () => {}).catch((e: unknown) => sassError(e, sheet, place));
  assert.instance(error, BuildError);
  const { diagnostic } = error as BuildError;
  assert.is(diagnostic.code, 'sass-error');
  assert.is(diagnostic.message, 'Undefined variable.');
  assert.equal(position(diagnostic.span!.source, diagnostic.span!.start), { line: 5, column: 10 });
});

/** What `sass:` of a configuration means. */
const sassOptions = (written: { [key: string]: Plain }): SassOptions =>
  knownOptions(new Map([['sass', toRuby(written)]])).sass;

test('styles and source maps by stack', () => {
  const written = sassOptions({ style: ':compressed', sourcemap: 'development' });
  const none = sassOptions({});
  assert.is(readSettings(written, true, 'production').style, 'compressed');
  assert.is(readSettings(written, true, 'production').sourceMap, false);
  assert.is(readSettings(written, true, 'development').sourceMap, true);
  assert.is(readSettings(none, true, 'production').sourceMap, true);
  assert.is(readSettings(none, false, 'production').sourceMap, false);
  assert.is(readSettings(sassOptions({ style: 'nested' }), false, 'production').style, 'expanded');
});

test('load paths: those configured, sass_dir, the theme; folders only, inside the site in safe mode', () => {
  const files = new MemoryFiles();
  for (const path of ['/site/_sass/a.scss', '/site/vendor/b.scss', '/other/c.scss', '/theme/_sass/d.scss']) {
    files.write(path, '');
  }
  const sass = sassOptions({ load_paths: ['vendor', '/other', 'nowhere'] });
  const input = { source: '/site', files, themeFolder: '/theme/_sass', glob: () => [] };
  assert.equal(loadPaths(sass, { ...input, safe: true }), ['/site/vendor', '/site/_sass', '/theme/_sass']);
  assert.equal(loadPaths(sass, { ...input, safe: false }), ['/site/vendor', '/other', '/site/_sass', '/theme/_sass']);
});

test('a source map has no paths of this machine: files outside the site are named by theme or load path', () => {
  const paths = ['home/me/cache/gems/minima-2.5.1/_sass/a%20b.scss', 'home/me/scss/x/_y.scss', 'home/me/other.scss'];
  const map = { version: 3, sources: paths.map((path) => `file:///${path}`), names: [], mappings: '' };
  assert.equal(JSON.parse(printSourceMap(map, '/site/css', 'm.css', PLACES)).sources, [
    'theme:///minima/_sass/a%20b.scss',
    'load-path:///x/_y.scss',
    'outside:///other.scss',
  ]);
});

test('sources are relative to the sheet, names percent-encoded', () => {
  const map = {
    version: '3',
    sources: ['file:///site/_sass/a%20b.scss', 'file:///site/m.scss'],
    names: [],
    mappings: '',
  };
  const sources = (folder: string) => JSON.parse(printSourceMap(map, folder, 'm.css', PLACES)).sources;
  assert.equal(sources('/site/'), ['_sass/a%20b.scss', 'm.scss']);
  assert.equal(sources('/site/css'), ['../_sass/a%20b.scss', '../m.scss']);
  assert.is(encodePath('ü m.css'), '%C3%BC%20m.css');
});

test("an error without a place names the theme's stylesheet that was read, not the path in the site", () => {
  const source = { path: 'harbour-1.2.3/assets/main.scss', text: '' };
  const item = { relativePath: 'assets/main.scss', source, contentStart: 0 } as unknown as Page;
  const place = { files: new MemoryFiles({}), source: '/site' };
  const fault = sassError({ sassMessage: 'Too deep' }, { text: '', url: undefined, item }, place);
  assert.is((fault as BuildError).diagnostic.path, source.path);
});

test.run();
