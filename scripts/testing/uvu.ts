// The tests' `test` and `suite`, with uvu's API: tsconfig.json puts this module in place of the package's, which can't
// choose tests by title and keeps its results to itself. Assertions and their differences are the package's.
// A test file that is started by itself (`node --import tsx test/….test.ts`) runs its tests at once.

import { compare } from 'uvu/diff';
import type { Test } from 'uvu-package';

export interface Failure {
  readonly title: string;
  /** Message, difference and stack. */
  readonly text: string;
}

export interface Result {
  readonly passed: number;
  readonly skipped: number;
  readonly failures: readonly Failure[];
}

/** @param wanted chooses tests by their titles, the suite's in front */
type Run = (wanted: (title: string) => boolean) => Promise<Result>;
type Hook<T> = (context: T) => unknown;

let queue: Run[] | null = null;

/** From here on `test.run()` puts a suite into this list instead of running it. */
export function collectInto(list: Run[]): void {
  queue = list;
}

interface Contents<T> {
  readonly tests: { readonly title: string; readonly handler: Hook<T> }[];
  readonly only: { readonly title: string; readonly handler: Hook<T> }[];
  readonly before: Hook<T>[];
  readonly after: Hook<T>[];
  readonly beforeEach: Hook<T>[];
  readonly afterEach: Hook<T>[];
  skipped: number;
}

const empty = <T>(): Contents<T> => ({
  tests: [],
  only: [],
  before: [],
  after: [],
  beforeEach: [],
  afterEach: [],
  skipped: 0,
});

export function suite<T = Record<string, unknown>>(name = '', context = {} as T): Test<T> {
  let contents = empty<T>();
  const titled = (title: string): string => (name === '' ? title : `${name}: ${title}`);
  const add = (title: string, handler: Hook<T>): void => void contents.tests.push({ title: titled(title), handler });
  const hook = (list: 'before' | 'after', each: 'beforeEach' | 'afterEach') =>
    Object.assign((one: Hook<T>) => void contents[list].push(one), {
      each: (one: Hook<T>) => void contents[each].push(one),
    });
  return Object.assign(add, {
    only: (title: string, handler: Hook<T>) => void contents.only.push({ title: titled(title), handler }),
    skip: () => void contents.skipped++,
    before: hook('before', 'beforeEach'),
    after: hook('after', 'afterEach'),
    run: () => {
      const taken = contents;
      // The next file that this process runs shares `test`.
      contents = empty<T>();
      const run: Run = (wanted) => runTests(taken, context, wanted);
      if (queue === null) void runAlone(run);
      else queue.push(run);
    },
  }) as Test<T>;
}

async function runTests<T>(contents: Contents<T>, context: T, wanted: (title: string) => boolean): Promise<Result> {
  const { tests, only } = contents;
  const chosen = (only.length > 0 ? only : tests).filter(({ title }) => wanted(title));
  const all = async (list: readonly Hook<T>[]): Promise<void> => {
    for (const hook of list) await hook(context);
  };
  const failures: Failure[] = [];
  if (chosen.length > 0) await all(contents.before);
  for (const { title, handler } of chosen) {
    try {
      await all(contents.beforeEach);
      await handler(context);
    } catch (error) {
      failures.push({ title, text: describe(error) });
    }
    await all(contents.afterEach);
  }
  if (chosen.length > 0) await all(contents.after);
  const skipped = tests.length + only.length - chosen.length + contents.skipped;
  return { passed: chosen.length - failures.length, skipped, failures };
}

export const test: Test = suite();

async function runAlone(run: Run): Promise<void> {
  const { passed, failures } = await run(() => true);
  for (const { title, text } of failures) process.stdout.write(`FAIL ${title}\n${text}\n`);
  process.stdout.write(`${passed} passed, ${failures.length} failed\n`);
  if (failures.length > 0) process.exitCode = 1;
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return `  ${String(error)}\n`;
  // uvu's assertion errors contain the difference, Node's contain both values.
  const { actual, expected, details = '' } = error as { actual?: unknown; expected?: unknown; details?: string };
  const difference = error.name === 'AssertionError' ? compare(actual, expected) : details || '';
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^ +at /.test(line) && !/node:|uvu\/assert|scripts\/testing/.test(line));
  return indented(`${error.message}\n${difference}\n${frames.map((line) => line.trim()).join('\n')}\n`);
}

const indented = (text: string): string => text.replace(/^(?=.)/gm, '    ');
