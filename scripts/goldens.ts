// Checks, or with --write rewrites, every expected output that tests compare with: each scripts/goldens/*.ts asks the
// reference, real Jekyll or one of its gems, and ends with status 1 if an expected file differs from its answer.
//
//   REFERENCE=COMMAND npm run goldens [-- [--write] [NAME...]]
//
// COMMAND builds a site as `COMMAND build STACK SITE OUT [FLAG...]` and runs Ruby as `COMMAND exec STACK ruby X.rb`,
// STACK being github-pages (the gem 232: Jekyll 3.10.0) or jekyll-4 (4.4.1), with TZ=UTC, JEKYLL_ENV=production, folders
// read in byte order and a clock fixed at 2026-11-23 12:00:00 UTC.

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readArguments } from './arguments.ts';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'goldens');
const { values, positionals: words } = readArguments(
  'Usage: REFERENCE=COMMAND npm run goldens [-- [--write] [NAME...]]',
  {
    options: { write: { type: 'boolean', default: false } },
    allowPositionals: true,
  },
);
const options = values.write ? ['--write'] : [];

if (!process.env.REFERENCE)
  fail('REFERENCE is not set: it is the command that runs real Jekyll (see scripts/goldens.ts).');

const names = (existsSync(folder) ? readdirSync(folder) : [])
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.slice(0, -'.ts'.length))
  .filter((name) => words.length === 0 || words.includes(name))
  .sort();
if (names.length === 0) fail(`There are no goldens named ${words.join(' or ')}.`);

const stale: string[] = [];
for (const name of names) {
  process.stdout.write(`${name}:\n`);
  const script = join(folder, `${name}.ts`);
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', script, ...options], { stdio: 'inherit' });
  if (status !== 0) stale.push(name);
}
if (stale.length > 0) fail(`Not what the reference writes: ${stale.join(', ')}.`);
process.stdout.write(`${names.length} sets of goldens are what the reference writes.\n`);

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
