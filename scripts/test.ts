// `npm test`: types, lint and format, then every test/**/*.test.ts; the last line is `N passed, N failed`, where the two
// checks count as one each. `npm test -- liquid seasons` leaves the checks out and runs the files whose path contains one of
// the words; a word that no path contains is looked for in the titles of all tests, as `--title TEXT` always is. The path of
// a source stands for its tests (src/text/csv.ts for test/text/csv.test.ts), that of a file of cases for the cases in it.
// With --watch the same is run again after every change of a source or a test.

import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, watch } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { closest } from '../src/text/closest.ts';
import { readArguments } from './arguments.ts';
import { byTitle, byWord, type Choice, shell, titlesIn } from './testing/chosen.ts';
import type { FileResult, FileTask } from './testing/worker.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);
/** Milliseconds that one test file may take. */
const LIMIT = 120_000;
const MOST_WORKERS = 4;
const MOST_RERUNS = 20;

const USAGE = 'Usage: npm test -- [--watch] [--title TEXT]... [WORD or path]...';
const { values, positionals } = readArguments(USAGE, {
  options: { title: { type: 'string', multiple: true, default: [] }, watch: { type: 'boolean', default: false } },
  allowPositionals: true,
});
let passed = 0;
let failed = 0;
/** The arguments that repeat a failure. */
let failures: string[] = [];
/** Words that no title of a test has contained yet. */
let unmatched = new Set<string>();

await runAll();
if (values.watch) await watchAndRun();

async function runAll(): Promise<void> {
  const files = testFiles();
  const choices = [
    ...positionals.map((word) => byWord(word, files)),
    ...values.title.map((title) => byTitle(title, files)),
  ];
  [passed, failed, failures] = [0, 0, []];
  unmatched = new Set(choices.flatMap(({ titles }) => titles ?? []));
  if (choices.length === 0) {
    check('types', 'typescript/package.json', ['bin/tsc', '-p', 'tsconfig.json']);
    check('lint and format', '@biomejs/biome/package.json', ['bin/biome', 'check', '--error-on-warnings']);
  }
  for (const { why } of choices) process.stdout.write(`Running ${why}\n`);
  const cache = mkdtempSync(join(tmpdir(), 'build-site-cache-'));
  await runFiles(tasks(files, choices), cache);
  rmSync(cache, { recursive: true, force: true });
  for (const { argument, titles, files: chosen } of choices) {
    if (titles === null || titles.some((title) => !unmatched.has(title))) continue;
    if (chosen.every((file) => titlesIn(file, choices) === null)) continue; // run anyway, and not by title
    failed++;
    process.stdout.write(`No test has '${argument}' in its path or title.${suggestion(argument)}\n`);
  }
  if (failures.length > 0) process.stdout.write(`\nTo run only what failed:\n${rerun()}`);
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  process.exitCode = failed === 0 ? 0 : 1;
}

function suggestion(word: string): string {
  const names = new Set(testFiles().flatMap((path) => path.replace('.test.ts', '').split('/')));
  const near = closest(word, [...names]);
  return near === null ? '' : ` Is '${near}' meant?`;
}

/** The command to repeat each failure. */
function rerun(): string {
  const lines = failures.slice(0, MOST_RERUNS).map((argument) => `  npm test -- ${argument}\n`);
  const more = failures.length - lines.length;
  return more > 0 ? `${lines.join('')}  and ${more} more\n` : lines.join('');
}

function testFiles(): string[] {
  return readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .map((name) => `test/${name.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.test.ts') && !path.startsWith('test/sites/'))
    .sort();
}

function tasks(files: readonly string[], choices: readonly Choice[]): FileTask[] {
  return files
    .map((file) => ({ file, titles: choices.length === 0 ? null : titlesIn(file, choices) }))
    .filter((task) => task.titles?.length !== 0);
}

/** Never ends. */
async function watchAndRun(): Promise<never> {
  let changed = () => {};
  for (const folder of ['src', 'test', 'scripts']) watch(join(root, folder), { recursive: true }, () => changed());
  for (;;) {
    process.stdout.write('\nWaiting for a change; Ctrl-C ends.\n');
    await new Promise<void>((resolve) => {
      changed = resolve;
    });
    // An editor writes more than one file.
    await new Promise((resolve) => setTimeout(resolve, 100));
    await runAll();
  }
}

/** Runs a tool of ours to its end; its output is shown only if it finds an error. */
function check(name: string, manifest: string, [script, ...args]: [string, ...string[]]): void {
  const from = performance.now();
  const tool = join(dirname(require.resolve(manifest)), script);
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool, ...args], { cwd: root, encoding: 'utf8' });
  if (status === 0) passed++;
  else {
    failed++;
    process.stdout.write(`${stdout}${stderr}`);
  }
  line(status === 0, name, performance.now() - from);
}

/** Distributes the files over a few processes, one file at a time; each file's tests run one after another. */
async function runFiles(tasks: readonly FileTask[], cache: string): Promise<void> {
  const queue = [...tasks];
  const workers = Math.min(availableParallelism(), MOST_WORKERS, tasks.length);
  await Promise.all(
    Array.from({ length: workers }, async () => {
      let worker: ChildProcess | null = null;
      for (let task = queue.shift(); task !== undefined; task = queue.shift()) {
        worker ??= startWorker(cache);
        const result = await runFile(worker, task);
        if (!worker.connected) worker = null;
        show(result);
      }
      worker?.disconnect();
    }),
  );
}

function startWorker(cache: string): ChildProcess {
  // Builds must not keep their records in the developer's own cache.
  const env = { ...process.env, BUILD_SITE_CACHE: cache };
  return fork(join(root, 'scripts/testing/worker.ts'), [], { cwd: root, env, execArgv: ['--import', 'tsx'] });
}

/** One file's result; a worker that ends or takes too long counts as one failure, and is discarded. */
function runFile(worker: ChildProcess, task: FileTask): Promise<FileResult> {
  return new Promise((resolve) => {
    const from = performance.now();
    const end = (result: FileResult): void => {
      clearTimeout(timer);
      worker.removeAllListeners();
      resolve(result);
    };
    const broken = (why: string): void => {
      if (worker.connected) worker.disconnect();
      worker.kill('SIGKILL');
      end({
        file: task.file,
        passed: 0,
        failed: 1,
        failures: [],
        matched: [],
        output: `  ${why}\n`,
        milliseconds: performance.now() - from,
      });
    };
    const timer = setTimeout(() => broken(`took longer than ${LIMIT / 1000} s and was stopped`), LIMIT);
    worker.on('message', (message) => end(message as FileResult));
    worker.on('exit', (status, signal) => broken(`the process ended early (${signal ?? `status ${status}`})`));
    worker.send(task);
  });
}

function show(result: FileResult): void {
  passed += result.passed;
  failed += result.failed;
  failures.push(...result.failures.map((title) => `--title ${shell(title)}`));
  if (result.failed > result.failures.length) failures.push(result.file);
  for (const word of result.matched) unmatched.delete(word);
  if (result.passed + result.failed === 0) return; // none of its titles was asked for
  line(result.failed === 0, `${relative('test', result.file)} (${result.passed})`, result.milliseconds);
  process.stdout.write(result.output);
}

function line(good: boolean, name: string, milliseconds: number): void {
  const time = milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
  process.stdout.write(`${good ? 'ok  ' : 'FAIL'} ${name}, ${time}\n`);
}
