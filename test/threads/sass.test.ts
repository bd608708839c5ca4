// The compiler's thread, from the package's bundles.

import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { loadSassEngine } from '../../src/converters/sass/dart.ts';
import type { CompileSync, SassEngine, SassRequest } from '../../src/converters/sass/engine.ts';
import type { WorkerOptions } from '../../src/threads/sass-worker.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
// Packages resolve from below the project only.
const folder = join(root, 'node_modules/.cache/build-site-test', `sass-${process.pid}`);

let beside: (options: WorkerOptions, seconds: number) => () => SassEngine;
let besideSync: (options: WorkerOptions, seconds: number) => { compile: CompileSync; dispose(): Promise<void> };
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
  const { besideThisThread, besideThisThreadSync } = await import(pathToFileURL(join(folder, 'sass-thread.js')).href);
  beside = besideThisThread;
  besideSync = besideThisThreadSync;
  engine = besideThisThread({ isRuby: false }, 60)();
  ruby = besideThisThread({ isRuby: true }, 60)();
  broken = besideThisThread(undefined as never, 60)();
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

test('compiles, and passes warnings on', async () => {
  const warnings: string[] = [];
  const { css } = await engine.compile(request('@warn "careful"; .a { b: 1 + 1 }'), (message) =>
    warnings.push(message),
  );
  assert.is(css, '.a{b:2}');
  assert.equal(warnings, ['careful']);
});

test('too deep nesting is an error in the stylesheet, and the thread continues', async () => {
  const deep = request(`a{b:${'('.repeat(20_000)}`);
  for (const one of [engine, ruby]) {
    const error = await one.compile(deep, () => {}).catch((reason: unknown) => reason as { sassMessage: string });
    assert.match((error as { sassMessage: string }).sassMessage, 'nested too deep');
    assert.is((await one.compile(request('.a { b: c }'), () => {})).css, '.a{b:c}');
  }
});

test("rejects with what the compiler's exception says", async () => {
  const error = await engine
    .compile(request('.a {\n  b: $c }'), () => {})
    .then(
      () => null,
      (reason) => reason,
    );
  assert.is(error.sassMessage, 'Undefined variable.');
  assert.equal(error.span.start, { offset: 10, line: 1, column: 5 });
});

test('prints like Ruby Sass on request', async () => {
  const { css } = await ruby.compile(
    { ...request('.a { b: (1/3) } @media (min-width:1px) { a { b: c } }'), rubyStyle: 'compressed' },
    () => {},
  );
  assert.is(css, '.a{b:.3333333333}@media (min-width: 1px){a{b:c}}');
});

test('an endless stylesheet is given up, and named if another one is waiting', async () => {
  const endless = '@for $i from 1 to 1000000000 { $x: $i }';
  for (const isRuby of [false, true]) {
    const one = beside({ isRuby }, 3)();
    const [slow, other] = [request(endless), request('.a { b: c }')];
    const failures = [one.compile(slow, () => {}), isRuby ? one.compile(other, () => {}) : null].map((running) =>
      running?.then(
        () => null,
        (reason) => reason,
      ),
    );
    for (const failure of failures) {
      const error = await failure;
      if (error === undefined) continue;
      assert.is(error.sassMessage, 'Compiling the stylesheet takes longer than 3 seconds');
      assert.is(error.request, slow);
    }
    await one.dispose();
  }
});

test('compiles synchronously, with a time limit', async () => {
  for (const isRuby of [false, true]) {
    const one = besideSync({ isRuby }, 30);
    const warnings: string[] = [];
    const sheet = request('@warn "careful"; .a { b: 1 + 1 }');
    assert.is(one.compile(sheet, (message: string) => warnings.push(message)).css, '.a{b:2}');
    assert.ok(warnings[0]!.includes('careful'));
    try {
      one.compile(request('a { b: $c }'), () => {});
      assert.unreachable();
    } catch (error) {
      assert.match((error as { sassMessage: string }).sassMessage, /^Undefined variable/);
    }
    await one.dispose();
    const short = besideSync({ isRuby }, 2);
    try {
      short.compile(request('@while true { a { b: c } }'), () => {});
      assert.unreachable();
    } catch (error) {
      assert.is((error as { sassMessage: string }).sassMessage, 'Compiling the stylesheet takes longer than 2 seconds');
    }
    await short.dispose();
  }
});

test('a killed compiler process is replaced, by the other compiler if necessary', async () => {
  const killed: number[] = [];
  // Each process is killed as it starts.
  const one = await loadSassEngine(null, (child) => {
    killed.push(child.pid!);
    process.kill(child.pid!, 'SIGKILL');
  });
  const css = await Promise.all(['a', 'b', 'c'].map((name) => one.compile(request(`.${name} { b: c }`), () => {})));
  assert.equal(
    css.map((result) => result.css),
    ['.a{b:c}', '.b{b:c}', '.c{b:c}'],
  );
  if (one.name === 'sass-embedded') assert.ok(killed.length >= 4);
  await one.dispose();
  // A compiler that is killed because it takes too much memory isn't tried again.
  const large = await loadSassEngine(null, (child) => void setTimeout(() => child.kill('SIGKILL'), 50));
  if (large.name !== 'sass-embedded') return;
  const error = await large
    .compile(request('$i: 1; @while true { $i: 2 }'), () => {})
    .catch((reason: unknown) => reason as { sassMessage: string });
  assert.match((error as { sassMessage: string }).sassMessage, 'too large');
  await large.dispose();
});

test('after the thread has ended, requests fail', async () => {
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
