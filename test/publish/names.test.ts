import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { BuildError } from '../../src/diagnostics/diagnostic.ts';
import { checkNames, isLeftover, lockDraft, runId, temporaryName } from '../../src/publish/names.ts';
import type { Output, Outputs } from '../../src/publish/output.ts';

const outputs = (path: string): Outputs => new Map([[path, { path, page: 'a.md', copyOf: null } as unknown as Output]]);

function refusal(path: string, destination = '/out'): string | null {
  try {
    checkNames(outputs(path), destination);
    return null;
  } catch (error) {
    assert.instance(error, BuildError);
    return (error as BuildError).message;
  }
}

test('what a build calls temporary is recognised by the next', () => {
  const run = runId();
  assert.match(run, /^[a-z0-9]{8}$/);
  assert.ok(isLeftover(temporaryName(run, 12)));
  assert.ok(isLeftover(lockDraft(run)));
  for (const name of ['.build-site-lock', '.build-site-x-1', 'build-site-12345678-1', '.build-site-12345678-1.html'])
    assert.not(isLeftover(name), name);
});

test('a name may have 255 bytes, however many characters that are', () => {
  assert.is(refusal(`${'x'.repeat(250)}.html`), null);
  assert.match(refusal(`${'x'.repeat(251)}.html`)!, 'longer than 255 bytes');
  assert.is(refusal(`${'é'.repeat(125)}.html`), null);
  assert.match(refusal(`folder/${'é'.repeat(126)}.html`)!, "a.md can't be written");
});

test('a path may have 4,095 bytes, with the destination and a temporary name', () => {
  const path = `${'x'.repeat(200)}/`.repeat(20);
  assert.is(refusal(`${path}a`, '/out'), null);
  assert.match(refusal(`${path}a`, `/${'o'.repeat(100)}`)!, 'longer than 4095 bytes');
});

test('a NUL is shown in the message', () => {
  assert.match(refusal('a\0b.html')!, '/out/a\\0b.html holds a NUL character');
});

test.run();
