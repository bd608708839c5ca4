import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Failures } from '../../src/highlight/failures.ts';
import { type Horizon, horizonsOf } from '../../src/highlight/horizon.ts';
import { shapeOf } from '../../src/highlight/shape.ts';

const horizonOf = (source: string, flags: string): Horizon | null => horizonsOf(source, flags).at(-1) ?? null;
const covers = (source: string, text: string, failedAt: number, at: number): boolean => {
  const failures = new Failures(shapeOf(source, false).gate, horizonsOf(source, 'y'));
  failures.note(text, failedAt);
  return failures.covers(text, at);
};

test('a pattern is parted at a run of nearly any character', () => {
  assert.is(horizonOf('(/\\*[^]*?\\*/)', 'y')?.head?.source, '(\\/\\*)');
  assert.is(horizonOf('(/\\*[^]*?\\*/)', 'y')?.stops, null);
  assert.is(horizonOf('f\\([^;]*?\\)\\{', 'y')?.stops?.[';'.charCodeAt(0)], 1);
  assert.is(horizonOf('r(#*)"[^]*?"\\1', 'y')?.repeats, true);
});

test('a failure says nothing where there are alternatives, where a run is narrow, or where the head goes over its end', () => {
  assert.is(horizonOf('a[^]*b|c', 'y'), null);
  assert.is(horizonOf('a(?:[^]*b)?c', 'y'), null);
  assert.is(horizonOf('a[a-z]*b', 'y'), null);
  assert.is(horizonOf('"[^"]*"', 'y'), null);
});

test('an opening without a close is not tried again, up to what ends its run', () => {
  assert.is(covers('/\\*[^]*?\\*/', '/* /* /*', 0, 3), true);
  assert.is(covers('/\\*[^]*?\\*/', '/* /* /*', 0, 1), false);
  assert.is(covers('<[^;>]*>', '<a<b;<c>', 0, 2), true);
  assert.is(covers('<[^;>]*>', '<a<b;<c>', 0, 5), false);
});

test('a run of characters and escapes is a run as well, where the head has no backslash', () => {
  assert.is(covers('<(?:\\\\[^\\n]|[^\\\\\\n])*?>', '<a \\<b\n<c>', 0, 4), true);
  assert.is(covers('<(?:\\\\[^\\n]|[^\\\\\\n])*?>', '<a \\<b\n<c>', 0, 7), false);
  assert.is(horizonOf('\\\\<(?:\\\\[^\\n]|[^\\\\\\n])*?>', 'y'), null);
  // An escape that can't take the newline that the class takes: the run may end at a backslash.
  assert.is(horizonOf('<(?:\\\\[^\\n]|[^\\\\>])*x', 'y'), null);
});

test('a run at the very beginning fails from each of its places, once it is long', () => {
  const long = 'a'.repeat(40);
  assert.is(covers('(\\w+)(\\s*)(ll)', `${long} lx`, 0, 20), true);
  assert.is(covers('(\\w+)(\\s*)(ll)', `${long} lx`, 0, 41), false);
  assert.is(covers('(\\w+)(\\s*)(ll)', 'aaa lx', 0, 1), false);
  assert.is(horizonOf('(\\w+)=\\1', 'y'), null);
});

test('a run that may lack some of the other scripts ends at each of them', () => {
  assert.is(horizonOf('#[^а-яa-z]*x', 'y')?.stops?.[128], 1);
  assert.is(horizonOf('#[^a-z]*x', 'y')?.stops?.[128], 0);
});

test('where the close repeats the opening, a failure counts for the same opening', () => {
  assert.is(covers('r(#*)"[^]*?"\\1', 'r##"a r##"b r#"c"#', 0, 6), true);
  assert.is(covers('r(#*)"[^]*?"\\1', 'r##"a r##"b r#"c"#', 0, 12), false);
});

test('failures one after the other count together', () => {
  const failures = new Failures(null, horizonsOf('<[^]+?>', 'y'));
  failures.note('<<<<', 0);
  failures.note('<<<<', 1);
  assert.is(failures.covers('<<<<', 2), true);
});

test('another text is another matter', () => {
  const failures = new Failures(null, horizonsOf('/\\*[^]*?\\*/', 'y'));
  failures.note('/* /*', 0);
  assert.is(failures.covers('/* /* */', 3), false);
});

test.run();
