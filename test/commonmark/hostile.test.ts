// Input that would take an engine without limits very long, or exhaust its stack.

import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { render } from './render.ts';

const N = 3000;
const hostile: Readonly<Record<string, string>> = {
  quotes: '>'.repeat(N),
  lists: Array.from({ length: 500 }, (_, i) => `${' '.repeat(2 * i)}- a`).join('\n'),
  brackets: '['.repeat(N),
  'nested links': `${'['.repeat(N)}a${'](b)'.repeat(N)}`,
  emphasis: '*a **b '.repeat(N),
  tildes: '~~a ~b '.repeat(N),
  backticks: Array.from({ length: 300 }, (_, i) => '`'.repeat(i + 1)).join(' a '),
  comments: '<!-- '.repeat(N),
  titles: '[a](b "'.repeat(N),
  'titles in parentheses': '[a](b (c '.repeat(N),
  'mail addresses': 'a@b'.repeat(N),
  addresses: 'http://a_b'.repeat(N),
  'rows of a table': `| a |\n|---|\n${'| b |\n'.repeat(N)}`,
  'delimiter rows': 'a\n:-: |\n'.repeat(N),
  footnotes: `${'[^a]'.repeat(N)}\n\n[^a]: b`,
  definitions: Array.from({ length: N }, (_, i) => `[a${i}]: b`)
    .join('\n')
    .concat('\n\nc'),
};

for (const [name, text] of Object.entries(hostile)) {
  test(`bears ${name}`, () => {
    const html = render({
      text,
      options: ['UNSAFE', 'FOOTNOTES', 'SMART'],
      extensions: ['table', 'strikethrough', 'autolink'],
    });
    assert.ok(html.length > 0);
  });
}

test.run();
