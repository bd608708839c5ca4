// test/site/fixtures/warnings.json: small sites, and what Jekyll logs for them under each stack.

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SITES } from './warning-sites.ts';

const folder = dirname(fileURLToPath(import.meta.url));
const file = join(folder, '../../test/site/fixtures/warnings.json');
const reference = process.env.REFERENCE;
if (!reference)
  throw new Error('REFERENCE is not set: it is the command that runs real Jekyll (see scripts/goldens.ts).');

function warnings(command: string, compat: string): string[][] {
  const { stdout, stderr, status } = spawnSync(command, ['exec', compat, 'ruby', join(folder, 'warnings.rb')], {
    input: Object.values(SITES)
      .map((files) => `${JSON.stringify({ files })}\n`)
      .join(''),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

const three = warnings(reference, 'github-pages');
const four = warnings(reference, 'jekyll-4');
const cases = Object.entries(SITES).map(([name, files], i) => ({
  name,
  files,
  'github-pages': three[i],
  'jekyll-4': four[i],
}));
const text = `${JSON.stringify(cases, null, 2)}\n`;
const known = existsSync(file) ? readFileSync(file, 'utf8') : '';
const same = known !== '' && JSON.stringify(JSON.parse(known)) === JSON.stringify(JSON.parse(text));
process.stdout.write(`  warnings: ${same ? 'the same' : 'different'}\n`);
if (!same && process.argv.includes('--write')) writeFileSync(file, text);
else if (!same) process.exitCode = 1;
