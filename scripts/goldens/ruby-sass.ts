// What Ruby Sass 3.7.4 makes of the sheets in test/ruby-sass/fixtures/ruby-sass.json, in its four styles: checked, or
// with --write rewritten. A new sheet needs no more than its text and the style names.

import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Golden {
  readonly sheet: string;
  readonly syntax?: string;
  readonly files?: Record<string, string>;
  /** By style; null where it is refused. */
  readonly css: Record<string, string | null>;
}

const here = dirname(fileURLToPath(import.meta.url));
const path = join(here, '../../test/ruby-sass/fixtures/ruby-sass.json');
const text = readFileSync(path, 'utf8');
const goldens = JSON.parse(text) as readonly Golden[];
const requests = goldens.flatMap(({ css, ...sheet }) => Object.keys(css).map((style) => ({ ...sheet, style })));
const [command, ...args] = process.env.REFERENCE!.split(' ');
const { stdout, status } = spawnSync(command!, [...args, 'exec', 'github-pages', 'ruby', join(here, 'ruby-sass.rb')], {
  input: requests.map((request) => `${JSON.stringify(request)}\n`).join(''),
  encoding: 'utf8',
  maxBuffer: 2 ** 28,
});
const answers = stdout.split('\n').filter((line) => line !== '');
if (status !== 0 || answers.length !== requests.length) {
  process.stderr.write(`Ruby ended with status ${status} after ${answers.length} of ${requests.length} sheets.\n`);
  process.exit(1);
}
let at = 0;
const found = goldens.map(({ css, ...sheet }) => ({
  ...sheet,
  css: Object.fromEntries(Object.keys(css).map((style) => [style, JSON.parse(answers[at++]!) as string | null])),
}));
const expected = `${JSON.stringify(found, null, 1)}\n`;
if (process.argv.includes('--write')) writeFileSync(path, expected);
else if (expected !== text) {
  process.stderr.write(`${path} is not what Ruby Sass writes.\n`);
  process.exit(1);
}
process.stdout.write(`${requests.length} sheets and styles.\n`);
