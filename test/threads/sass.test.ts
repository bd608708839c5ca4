// The compiler's thread, from bundles as the package has them.

import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { SassEngine, SassRequest } from '../../src/converters/sass/engine.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
// Packages resolve from below the project only.
const folder = join(root, 'node_modules/.cache/build-site-test', `sass-${process.pid}`);

let engine: SassEngine;
let ruby: SassEngine;
let broken: SassEngine;

test.before(async () => {
  mkdirSync(folder, { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: { 'sass-thread': 'src/threads/sass.ts', 'sass-worker': 'src/threads/sass-worker.ts' },
    outdir: folder,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
  });
  const { besideThisThread } = await import(pathToFileURL(join(folder, 'sass-thread.js')).href);
  engine = besideThisThread({ isRuby: false })();
  ruby = besideThisThread({ isRuby: true })();
  broken = besideThisThread(undefined as never)();
});
test.after(async () => {
  for (const one of [engine, ruby, broken]) await one.dispose();
  rmSync(folder, { recursive: true, force: true });
});

const request = (text: string): SassRequest => ({
  text,
  syntax: 'scss',
  style: 'compressed',
  loadPaths: [],
  charset: false,
  sourceMap: false,
});

test('compiles, and brings a warning along', async () => {
  const warnings: string[] = [];
  const { css } = await engine.compile(request('@warn "careful"; .a { b: 1 + 1 }'), (message) =>
    warnings.push(message),
  );
  assert.is(css, '.a{b:2}');
  assert.equal(warnings, ['careful']);
});

test('a sheet that is nested too deep is a fault of the sheet, and the thread goes on', async () => {
  const deep = request(`a{b:${'('.repeat(20_000)}`);
  for (const one of [engine, ruby]) {
    const error = await one.compile(deep, () => {}).catch((reason: unknown) => reason as { sassMessage: string });
    assert.match((error as { sassMessage: string }).sassMessage, 'nested too deep');
    assert.is((await one.compile(request('.a { b: c }'), () => {})).css, '.a{b:c}');
  }
});

test("rejects with what the compiler's exception tells", async () => {
  const error = await engine
    .compile(request('.a {\n  b: $c }'), () => {})
    .then(
      () => null,
      (reason) => reason,
    );
  assert.is(error.sassMessage, 'Undefined variable.');
  assert.equal(error.span.start, { offset: 10, line: 1, column: 5 });
});

test('prints as Ruby Sass where that is asked for', async () => {
  const { css } = await ruby.compile(
    { ...request('.a { b: (1/3) } @media (min-width:1px) { a { b: c } }'), rubyStyle: 'compressed' },
    () => {},
  );
  assert.is(css, '.a{b:.3333333333}@media (min-width: 1px){a{b:c}}');
});

test('a thread that has ended fails what comes later', async () => {
  await new Promise((resolve) => setTimeout(resolve, 500));
  const error = await broken
    .compile(request('a { b: c }'), () => {})
    .then(
      () => null,
      (reason) => reason,
    );
  assert.instance(error, Error);
});

test.run();
