// Input that would fill the memory ends with an error message.

import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { CommonMarkError } from '../../src/commonmark/budget.ts';
import { convert } from '../../src/commonmark/index.ts';
import { fakeCodeBlock } from './fake-code-block.ts';

const N = 1000;
const TEXTS: Readonly<Record<string, string>> = {
  paragraphs: 'a\n\n'.repeat(N),
  'list items': '* a\n'.repeat(N),
  'table cells': `| a | b |\n|---|---|\n${'| a | b |\n'.repeat(N)}`,
  emphasis: '*a* '.repeat(N),
  'code spans': '`a` '.repeat(N),
  HTML: '<b>a</b> '.repeat(N),
  'line breaks': 'a  \n'.repeat(N),
};

for (const [name, text] of Object.entries(TEXTS)) {
  test(`the number of nodes is limited: ${name}`, () => {
    const options = { options: new Set<never>(), extensions: new Set(['table'] as const), codeBlock: fakeCodeBlock };
    try {
      convert(text, options, N - 1);
    } catch (error) {
      assert.instance(error, CommonMarkError);
      assert.match((error as CommonMarkError).message, /^The text is too long: it has more than 999 /);
      assert.is(convert(text, options, 20 * N), convert(text, options));
      return;
    }
    assert.unreachable();
  });
}

test.run();
