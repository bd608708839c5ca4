// Input that would fill the memory ends with an error message.

import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { convert, KramdownError } from '../../src/kramdown/index.ts';

const N = 1000;
const OPTIONS = { input: 'GFM', syntaxHighlighter: null } as const;
const TEXTS: Readonly<Record<string, string>> = {
  paragraphs: 'a\n\n'.repeat(N),
  'list items': '* a\n'.repeat(N),
  'table cells': '| a | b |\n'.repeat(N),
  emphasis: '*a* '.repeat(N),
  'code spans': '`a` '.repeat(N),
  addresses: '<http://a.example> '.repeat(N),
  HTML: '<b>a</b> '.repeat(N),
  'HTML blocks': '<div>a</div>\n\n'.repeat(N),
  footnotes: Array.from({ length: N }, (_, i) => `a[^${i}]\n\n[^${i}]: b\n`).join('\n'),
  'broken lines': 'a\n'.repeat(N),
  abbreviations: `${'a '.repeat(N)}\n\n*[a]: b\n`,
  'escaped characters': '\\*'.repeat(N),
  warnings: '</b>'.repeat(N),
};

for (const [name, text] of Object.entries(TEXTS)) {
  test(`the number of parts is limited: ${name}`, () => {
    const options = { ...OPTIONS, hardWrap: name === 'broken lines' };
    try {
      convert(text, options, N - 1);
    } catch (error) {
      assert.instance(error, KramdownError);
      assert.match((error as KramdownError).message, /^The text is too long: it has more than 999 /);
      assert.match((error as KramdownError).hint!, /^Split it/);
      assert.is(convert(text, options, 20 * N).html, convert(text, options).html);
      return;
    }
    assert.unreachable();
  });
}

test.run();
