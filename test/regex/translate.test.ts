import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { firstOf } from '../../src/regex/shape.ts';
import { parse } from '../../src/regex/syntax.ts';
import { translate } from '../../src/regex/translate.ts';

function matches(literal: RegExp, text: string, ascii = false): string | null {
  const { source, flags } = translate(literal, ascii);
  return new RegExp(source, flags).exec(text)?.[0] ?? null;
}

test("Ruby's classes", () => {
  assert.is(matches(/\s+/, ' \u00a0'), ' ');
  assert.is(matches(/.+/, 'a\r\u2028b\nc'), 'a\r\u2028b');
  assert.is(matches(/[\s\S]+/, 'a\n'), 'a\n');
  assert.is(matches(/a$/, 'a\nb'), 'a');
  assert.is(matches(/a$/, 'a\rb'), null);
  assert.is(matches(/\p{L}+/u, 'aé1'), 'aé');
});

test('a word ends where no letter of any script follows', () => {
  assert.is(matches(/def\b/, 'defé'), null);
  assert.is(matches(/def\b/, 'def–'), 'def');
  assert.is(matches(/(?:if|in)\b/, 'iné'), null);
  assert.is(matches(/(?:if|in)\b/, 'in', true), 'in');
});

test('a leading ^ is left to the rule', () => {
  assert.is(translate(/^a/, true).lineStart, true);
  assert.is(matches(/^a/, 'a'), 'a');
});

test('first characters', () => {
  const first = (source: string, flags = '') =>
    Array.from(firstOf(parse(source).whole, flags), (flag, code) =>
      flag && code < 128 ? String.fromCharCode(code) : '',
    ).join('');
  assert.is(first('a?b'), 'ab');
  assert.is(first('(?:x|[0-2])y'), '012x');
  assert.is(first('if\\b', 'i'), 'Ii');
  assert.is(first('a*').length, 128);
  assert.is(first('(?=a)').length, 128);
  assert.is(first('\\.\\d'), '.');
  assert.is(firstOf(parse('k').whole, 'i')[128], 1);
  assert.is(firstOf(parse('é').whole, 'u')[128], 1);
});

test.run();
