// The tests' `test` and `suite`, with uvu's API: tsconfig.json puts this module in place of the package's own, which can't
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

export function suite<T = Record<string, unknown>>(name = '', context = {} as T): Test<T> {
  const tests: { title: string; handler: Hook<T> }[] = [];
  const hooks = {
    before: [] as Hook<T>[],
    after: [] as Hook<T>[],
    beforeEach: [] as Hook<T>[],
    afterEach: [] as Hook<T>[],
  };
  let only: typeof tests | null = null;
  let skipped = 0;

  const titled = (title: string): string => (name === '' ? title : `${name}: ${title}`);
  const all = async (list: readonly Hook<T>[]): Promise<void> => {
    for (const hook of list) await hook(context);
  };
  const run: Run = async (wanted) => {
    const chosen = (only ?? tests).filter(({ title }) => wanted(title));
    const failures: Failure[] = [];
    if (chosen.length === 0) return { passed: 0, skipped: tests.length + skipped, failures };
    await all(hooks.before);
    for (const { title, handler } of chosen) {
      try {
        await all(hooks.beforeEach);
        await handler(context);
      } catch (error) {
        failures.push({ title, text: describe(error) });
      }
      await all(hooks.afterEach);
    }
    await all(hooks.after);
    const left = tests.length - (only === null ? chosen.length : 0) + skipped;
    return { passed: chosen.length - failures.length, skipped: left, failures };
  };

  const add = (title: string, handler: Hook<T>): void => void tests.push({ title: titled(title), handler });
  const into = (list: Hook<T>[], each: Hook<T>[]) =>
    Object.assign((hook: Hook<T>) => void list.push(hook), { each: (hook: Hook<T>) => void each.push(hook) });
  return Object.assign(add, {
    only: (title: string, handler: Hook<T>) => void (only ??= []).push({ title: titled(title), handler }),
    skip: () => void skipped++,
    before: into(hooks.before, hooks.beforeEach),
    after: into(hooks.after, hooks.afterEach),
    run: () => void (queue === null ? runAlone(run) : queue.push(run)),
  }) as Test<T>;
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
  // An assertion of uvu's brings the difference along, one of Node's the two values.
  const { actual, expected, details = '' } = error as { actual?: unknown; expected?: unknown; details?: string };
  const difference = error.name === 'AssertionError' ? compare(actual, expected) : details || '';
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^ +at /.test(line) && !/node:|uvu\/assert/.test(line));
  return indented(`${error.message}\n${difference}\n${frames.map((line) => line.trim()).join('\n')}\n`);
}

const indented = (text: string): string => text.replace(/^(?=.)/gm, '    ');
