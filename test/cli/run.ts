// Runs the program on a site in a temporary folder, in the test's own process.

import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runProgram } from '../../src/cli/program.ts';

export interface Run {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** A folder with these files, during a test. */
export async function inFolder<T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'build-site-cli-')));
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function run(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  interrupted: Promise<void> = Promise.resolve(),
): Promise<Run> {
  let [out, err] = ['', ''];
  const status = await runProgram(args, {
    out: { write: (text) => (out += text) },
    err: { write: (text) => (err += text) },
    env,
    folder,
    interrupted: () => interrupted,
  });
  return { status, out, err };
}
