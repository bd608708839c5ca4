// Runs the test files that scripts/test.ts sends, with uvu's suites and our own count: what a passing file prints is
// left out, unless it says something besides uvu's dots.

import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface FileResult {
  readonly file: string;
  readonly passed: number;
  readonly failed: number;
  /** Failures, and what the tests printed. */
  readonly output: string;
  readonly milliseconds: number;
}

/** A suite's run, as uvu queues it: its failures' text (or true), and how many tests passed, were skipped, there were. */
type Suite = () => Promise<[errors: string | true, passed: number, skipped: number, total: number]>;

const uvu = globalThis as unknown as { UVU_DEFER: number; UVU_INDEX: number; UVU_QUEUE: Suite[][] };
uvu.UVU_DEFER = 1;
uvu.UVU_INDEX = 0;
uvu.UVU_QUEUE = [];

// A test has no theme but those that it brings along: none of this machine's gems, nothing of the user's cache, and of the
// network this machine alone.
delete process.env.GEM_PATH;
delete process.env.GEM_HOME;
process.env.BUILD_SITE_CACHE = join(tmpdir(), `build-site-no-cache-${process.pid}`);
const { fetch } = globalThis;
globalThis.fetch = (input, init) => {
  const { hostname } = new URL(input instanceof Request ? input.url : input);
  if (hostname === '127.0.0.1' || hostname === 'localhost') return fetch(input, init);
  return Promise.reject(new TypeError('fetch failed', { cause: { code: 'ENOTFOUND' } }));
};

async function run(file: string): Promise<FileResult> {
  const from = performance.now();
  const suites: Suite[] = [];
  uvu.UVU_QUEUE[0] = suites;
  let [tests, passed, failed, output] = [0, 0, 0, ''];
  const write = process.stdout.write;
  try {
    await import(pathToFileURL(file).href);
    for (const suite of suites) {
      let printed = '';
      process.stdout.write = ((text: unknown) => {
        printed += String(text);
        return true;
      }) as typeof write;
      const [errors, good, skipped, total] = await suite();
      process.stdout.write = write;
      passed += good;
      failed += total - good;
      if (errors !== true) output += `\n${errors}\n`;
      output += withoutDots(printed);
      tests += total + skipped;
    }
    if (tests === 0) throw new Error('no tests: does the file end in `test.run()`?');
  } catch (error) {
    process.stdout.write = write;
    failed++;
    output += `  ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`;
  }
  return { file, passed, failed, output, milliseconds: performance.now() - from };
}

/** What was printed, without the names, dots and counts by which uvu shows its way. */
function withoutDots(printed: string): string {
  const plain = printed.replace(/\x1b\[\d*m/g, '');
  const own = plain
    .replace(/^ .* (?=(?:[•✘] )*(?: {2}\(\d+ \/ \d+\)\n)?$)/, '')
    .replace(/[•✘] | {2}\(\d+ \/ \d+\)\n/g, '');
  return own.trim() === '' ? '' : own;
}

process.on('message', async (file: string) => {
  process.send?.(await run(file));
});
