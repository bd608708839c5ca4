import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { expandWrittenPath, PathError } from '../../src/files/written-path.ts';

test('a path is expanded in its base folder', () => {
  assert.is(expandWrittenPath('a/../b', '/site', '/work'), '/site/b');
  assert.is(expandWrittenPath('/a', '/site', '/work'), '/a');
  assert.is(expandWrittenPath('a', 'site', '/work'), '/work/site/a');
});

test('home folders are outside the site', () => {
  assert.is(expandWrittenPath('~/a', '/site', '/work'), null);
  assert.is(expandWrittenPath('~root/a', '/site', '/work'), null);
  assert.is(expandWrittenPath('a', '~/site', '/work'), null);
  assert.is(expandWrittenPath('a/~b', '/site', '/work'), '/site/a/~b');
});

test("Ruby can't expand other users' folders, nor a NUL", () => {
  assert.throws(
    () => expandWrittenPath('~ada/a', '/site', '/work'),
    (error: unknown) => error instanceof PathError && error.message === "user ada doesn't exist",
  );
  assert.throws(() => expandWrittenPath('a\0b', '/site', '/work'), 'path name contains null byte');
});

test.run();
