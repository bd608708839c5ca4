// docs/behaviours.md: every row names an existing test, or gives a reason, and every file of cases is in a row.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const rows = readFileSync(join(root, 'docs/behaviours.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| behaviour \|/.test(line));

test('each behaviour has a test or a reason', () => {
  assert.ok(rows.length > 100);
  for (const row of rows) assert.match(row, /`test\/|\*(?:Not done|On purpose)\*/);
});

test('the tests that it names exist, golden sites with what the reference wrote', () => {
  const named = new Set(rows.flatMap((row) => [...row.matchAll(/`(test\/[^`]+)`/g)].map((match) => match[1]!)));
  for (const path of named) {
    assert.ok(existsSync(join(root, path)), `${path} is not there`);
    if (path.startsWith('test/sites/')) assert.ok(existsSync(join(root, path, 'expected')), `${path} expects nothing`);
  }
});

test('each file of cases is in a row', () => {
  const named = rows.join('\n');
  const files = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .map((name) => `test/${name.replaceAll('\\', '/')}`)
    .filter((path) => /^test\/[^/]+\/(?:cases|sites)\/[^/]+\.txt$/.test(path));
  assert.ok(files.length > 100);
  assert.equal(
    // A lexer's file is called after the language.
    files.filter((path) => !path.startsWith('test/highlight/') && !named.includes(`\`${path}\``)),
    [],
    'Add a row to docs/behaviours.md, at its end if to no other subject.',
  );
});

test.run();
