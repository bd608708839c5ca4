import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { firstLineHint, hasFrontMatter, loadFrontMatter, splitFrontMatter } from '../../src/content/front-matter.ts';
import type { BuildError } from '../../src/diagnostics/diagnostic.ts';
import { testQuestions } from '../questions.ts';

testQuestions(new URL('cases/', import.meta.url), ['front-matter'], {
  front_matter: (_, text: string) => {
    const { yaml, contentStart } = splitFrontMatter(text);
    return yaml === null ? null : [yaml, text.slice(contentStart)];
  },
});

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const content = (text: string): string => text.slice(splitFrontMatter(text).contentStart);

test('a page begins with a line of three dashes', () => {
  for (const text of ['---\n', '---  \t\n---\n', '---\r\na: 1\r\n---\r\n'])
    assert.ok(hasFrontMatter(bytes(text)), text);
  for (const text of ['', '---', '----\n', '--- # c\n', '\n---\n', '\uFEFF---\n'])
    assert.not(hasFrontMatter(bytes(text)), text);
});

test('the closing line takes the blank lines after it, but not indentation', () => {
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

test('without a closing line everything is content', () => {
  assert.equal(splitFrontMatter('---\na: 1\n'), { yaml: null, contentStart: 0 });
});

test('blank lines and comments take no longer than others', () => {
  const yaml = `---\n${'\n'.repeat(200_000)}a: 1\n${'# c\n'.repeat(50_000)}`;
  const start = performance.now();
  assert.equal(loadFrontMatter({ path: 'a.md', text: `${yaml}---\n` }, yaml), new Map([['a', 1]]));
  assert.ok(performance.now() - start < 5000);
});

test("a horizontal rule at the start of a file isn't front matter", () => {
  const hintOf = (text: string): string | undefined => {
    try {
      loadFrontMatter({ path: 'README.md', text }, splitFrontMatter(text).yaml!);
    } catch (error) {
      return (error as BuildError).diagnostic.hint;
    }
    throw new Error('no error');
  };
  assert.match(hintOf('---\n# Title\n\nWords, with a colon: here: two\n\n---\nmore\n')!, 'write `***`');
  assert.match(hintOf('---\n\n* [a](b)\n* c\n\n---\n')!, 'write `***`');
  assert.match(hintOf('---\n# what it is\ntitle: One: two\n---\n')!, 'quotes');
  assert.is(firstLineHint('---\ntitle:Foo\n'), 'Put a space after the colon: `title: Foo`.');
  assert.match(hintOf('---\ntitle:Foo\nlayout: post\n---\n')!, 'Put a space after the colon');
  assert.is(firstLineHint('---\n# Title\n\nSome words.\n')?.includes('***'), true);
  for (const yaml of ['---\n', '---\n# c\n', '---\ntitle: x\n', '---\n"a b": x\n', '---\na:\n']) {
    assert.is(firstLineHint(yaml), undefined);
  }
});

test.run();
