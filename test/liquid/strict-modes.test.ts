// error_mode, strict_variables and strict_filters of _config.yml: faults that are otherwise ignored stop the build, with the place,
// the line and the includes.

import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { BuildError } from '../../src/diagnostics/diagnostic.ts';
import { formatDiagnostic } from '../../src/diagnostics/format.ts';
import { buildInMemory } from '../site/memory-site.ts';

const SITE = {
  '_layouts/default.html': '<main>\n  {% include card.html %}\n</main>\n{{ content }}',
  '_includes/card.html': '<p>\n{% include inner.html x=1 %}</p>',
  'index.html': '---\nlayout: default\n---\nText.\n',
};

/** The error that an author reads or, without one, the page. */
async function built(liquid: string, inner: string): Promise<string> {
  const config = `theme: null\nliquid: {${liquid}}\n`;
  try {
    const { output } = await buildInMemory({ ...SITE, '_config.yml': config, '_includes/inner.html': inner });
    return output('index.html') ?? 'no page';
  } catch (error) {
    assert.instance(error, BuildError);
    return formatDiagnostic((error as BuildError).diagnostic, { color: false });
  }
}

/** The mode, a template that is accepted without it, the error's message with its code, the column of its first character. */
const CASES: readonly (readonly [mode: string, inner: string, message: string, column: number])[] = [
  ['strict_variables: true', '<i>{{ page.nosuch }}</i>', 'undefined variable nosuch [liquid-undefined-variable]', 4],
  [
    'strict_variables: true',
    '<i>{% if nosuch == 1 %}{% endif %}</i>',
    'undefined variable nosuch [liquid-undefined-variable]',
    4,
  ],
  ['strict_filters: true', '<b>{{ page.url | nosuch: 1 }}</b>', 'undefined filter nosuch [liquid-undefined-filter]', 4],
  ['error_mode: strict', '{{ page.url && 1 }}', 'Unexpected character & in "{{ page.url && 1 }}" [liquid-syntax]', 1],
];

for (const [mode, inner, message, column] of CASES) {
  test(`${mode}: ${inner}`, async () => {
    assert.match(await built('', `one\n${inner}\n`), /^<main>/);
    const text = await built(mode, `one\n${inner}\n`);
    const [first, place] = text.split('\n');
    assert.is(first, `Error: ${message}`);
    assert.is(place, `  at _includes/inner.html:2:${column}`);
    assert.ok(text.includes(`2 | ${inner}\n`), text);
    assert.match(text, /\n +\| +\^+/);
    assert.match(
      text,
      /\n {2}included from _includes\/card\.html:2:1\n {2}included from _layouts\/default\.html:2:3\n/,
    );
    assert.match(text, /\n {2}Hint: liquid\.\w+ is (?:set|strict) in _config\.yml/);
  });
}

test("strict_variables: names of a drop's methods are accepted, but are nil", async () => {
  const strict = await built('strict_variables: true', 'x{{ class }}{{ paginator }}{{ map }}{{ site.map }}\n');
  assert.match(strict, /^<main>\n {2}<p>\nx\n/);
});

test('methods of the payload that need an argument, or return an unsupported value, stop the build', async () => {
  for (const [name, message] of [
    ['merge', 'wrong number of arguments (given 0, expected 1)'],
    ['fetch', 'wrong number of arguments (given 0, expected 1..2)'],
    ['each_key', "undefined method `to_liquid' for #<Enumerator: ["],
  ] as const) {
    const text = await built('', `one\n{{ ${name} }}\n`);
    assert.ok(text.startsWith(`Error: ${message}`), text);
    assert.match(text, /\n {2}at _includes\/inner\.html:2:1\n/);
  }
});

test.run();
