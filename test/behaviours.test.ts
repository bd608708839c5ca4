// docs/behaviours.md: every row names an existing test, or gives a reason.

import { existsSync, readFileSync } from 'node:fs';
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

test.run();
