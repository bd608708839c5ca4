// Runs the test files that scripts/test.ts sends, one after another, and sends back the results.

import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { collectInto } from './uvu.ts';

export interface FileTask {
  readonly file: string;
  /** Only tests whose title holds one of these; all if it is null. */
  readonly titles: readonly string[] | null;
}

export interface FileResult {
  readonly file: string;
  readonly passed: number;
  readonly failed: number;
  /** The titles of the tests that failed. */
  readonly failures: readonly string[];
  /** Which of the task's titles a test has. */
  readonly matched: readonly string[];
  /** Failures, and what the tests printed. */
  readonly output: string;
  readonly milliseconds: number;
}

// A test only has the themes that it provides: none of this machine's gems, nothing from the user's cache, and of the
// network only this machine.
delete process.env.GEM_PATH;
delete process.env.GEM_HOME;
process.env.BUILD_SITE_CACHE = join(tmpdir(), `build-site-no-cache-${process.pid}`);
const { fetch } = globalThis;
globalThis.fetch = (input, init) => {
  const { hostname } = new URL(input instanceof Request ? input.url : input);
  if (hostname === '127.0.0.1' || hostname === 'localhost') return fetch(input, init);
  return Promise.reject(new TypeError('fetch failed', { cause: { code: 'ENOTFOUND' } }));
};

async function run({ file, titles }: FileTask): Promise<FileResult> {
  const from = performance.now();
  const suites: Parameters<typeof collectInto>[0] = [];
  collectInto(suites);
  const matched = new Set<string>();
  const wanted = (title: string): boolean => {
    const found = titles?.filter((word) => title.includes(word));
    for (const word of found ?? []) matched.add(word);
    return found?.length !== 0;
  };
  let [passed, skipped, failed, output] = [0, 0, 0, ''];
  const failures: string[] = [];
  try {
    await import(pathToFileURL(file).href);
    for (const suite of suites) {
      const result = await suite(wanted);
      passed += result.passed;
      skipped += result.skipped;
      failed += result.failures.length;
      failures.push(...result.failures.map(({ title }) => title));
      for (const { title, text } of result.failures) output += `  FAIL ${title}\n${text}`;
    }
    if (passed + skipped + failed === 0) throw new Error('no tests: does the file end in `test.run()`?');
  } catch (error) {
    failed++;
    output += `  ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`;
  }
  return { file, passed, failed, failures, matched: [...matched], output, milliseconds: performance.now() - from };
}

process.on('message', async (task: FileTask) => {
  process.send?.(await run(task));
});
