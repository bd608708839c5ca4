import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { alignment } from '../../src/text/alignment.ts';

const ORIGINAL = 'one\n[two](two.md) and\n[three](three.md) end\nfour\n';
const CHANGED = 'one\n[two](/two/) and\n[three](/three/) end\nfour\n';

test('places before and after what changed are exact', () => {
  const at = alignment(CHANGED, ORIGINAL);
  for (const word of ['one', '[two]', 'end', 'four'])
    assert.is(at(CHANGED.indexOf(word)), ORIGINAL.indexOf(word), word);
});

test('between the changes the line is the same', () => {
  assert.is(alignment(CHANGED, ORIGINAL)(CHANGED.indexOf('[three]')), ORIGINAL.indexOf('[three]'));
  assert.is(alignment(CHANGED, ORIGINAL)(CHANGED.indexOf('and')), ORIGINAL.indexOf(' and'));
});

test('a removed heading moves what follows', () => {
  const [original, changed] = ['# Title\n\nText {{ x }}\n', 'Text {{ x }}'];
  assert.is(alignment(changed, original)(changed.indexOf('{{')), original.indexOf('{{'));
});

test('an empty text, and equal ones', () => {
  assert.is(alignment('', 'abc')(0), 0);
  assert.is(alignment('abc', 'abc')(2), 2);
});

test.run();
