import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { hasFrontMatter, splitFrontMatter } from '../../src/content/front-matter.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const content = (text: string): string => text.slice(splitFrontMatter(text).contentStart);

test('a page begins with a line of three dashes', () => {
  for (const text of ['---\n', '---  \t\n---\n', '---\r\na: 1\r\n---\r\n'])
    assert.ok(hasFrontMatter(bytes(text)), text);
  for (const text of ['', '---', '----\n', '--- # c\n', '\n---\n', '\uFEFF---\n'])
    assert.not(hasFrontMatter(bytes(text)), text);
});

test('the closing line swallows the blank lines after it, but no indentation', () => {
  assert.is(content('---\na: 1\n---\n\n  \n  text'), '  text');
  assert.is(content('---\n---\n'), '');
  assert.is(content('---\na: 1\n...\nx'), 'x');
  assert.is(content('---\r\na: 1\r\n---\r\n\r\nx'), 'x');
});

test('a line that only begins with dashes closes nothing', () => {
  const text = '---\na: |\n  x\n---- more\n---\ny';
  assert.is(splitFrontMatter(text).yaml, '---\na: |\n  x\n---- more\n');
  assert.is(content(text), 'y');
});

test('without a closing line all is content', () => {
  assert.equal(splitFrontMatter('---\na: 1\n'), { yaml: null, contentStart: 0 });
});

test.run();
