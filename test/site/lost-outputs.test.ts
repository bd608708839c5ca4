// `{{ … }}` that vanishes from code, and many that don't: no false alarms.

import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Compat } from '../../src/config/stacks.ts';
import { position } from '../../src/diagnostics/diagnostic.ts';
import { buildInMemory } from './memory-site.ts';

const FENCED = (code: string): string => `Text\n\n~~~ yaml\n${code}\n~~~\n`;

/** The messages about a page: line and text. */
async function said(text: string, more: Readonly<Record<string, string>> = {}, compat?: Compat): Promise<string[]> {
  const site = { 'a.md': `---\nshown: yes\n---\n${text}`, ...more };
  const { diagnostics } = await buildInMemory(site, compat === undefined ? {} : { compat });
  return diagnostics
    .filter(({ code }) => code === 'output-in-code')
    .map(({ message, span }) => `${position(span!.source, span!.start).line}: ${message}`);
}

const LOST: Readonly<Record<string, readonly [text: string, said: string]>> = {
  'a fence': [
    FENCED(`run: \${{ secrets.KEY }}`),
    "7: {{ secrets.KEY }} in code prints nothing: there is no variable 'secrets'",
  ],
  'several on a page': [
    FENCED('a: {{ one }}\nb: {{ two }}\nc: {{ one }}'),
    "7: {{ one }} in code prints nothing: there is no variable 'one' (and 2 more on this page)",
  ],
  'backticks in a list': [
    '* Write `{{ user.name }}` there',
    "4: {{ user.name }} in code prints nothing: there is no variable 'user'",
  ],
  'a block of highlight': [
    '{% highlight html %}\n<p>{{ message }}</p>\n{% endhighlight %}',
    "5: {{ message }} in code prints nothing: there is no variable 'message'",
  ],
  'an unknown filter': [
    FENCED('{{ name | upper }}'),
    "7: {{ name | upper }} in code prints nothing: there is no variable 'name'",
  ],
  'a fence in a list': [
    '1. One\n\n   ```\n   {{ x }}\n   ```\n',
    "7: {{ x }} in code prints nothing: there is no variable 'x'",
  ],
};

for (const compat of ['github-pages', 'jekyll-4'] as const) {
  for (const [name, [text, message]] of Object.entries(LOST)) {
    test(`${name} (${compat})`, async () => assert.equal(await said(text, {}, compat), [message]));
  }
}

const FINE: Readonly<Record<string, string>> = {
  'a variable that is there': FENCED(
    '{{ page.title }} {{ site.nothing }} {{ jekyll.version }} {{ content }} {{ paginator.page }}',
  ),
  'a literal': FENCED('{{ "x" }} {{ nil }} {{ 5 }} {{ true }}'),
  'raw and comment': FENCED('{% raw %}{{ x }}{% endraw %}{% comment %}{{ y }}{% endcomment %}'),
  'a filter that makes something of nothing': FENCED('{{ x | default: "y" }} {{ x | jsonify }}'),
  'assigned, captured, counted': FENCED(
    '{% assign x = 1 %}{% capture y %}2{% endcapture %}{{ x }}{{ y }}{% increment z %}{{ z }}',
  ),
  'assigned after it': FENCED('{{ x }}{% assign x = 1 %}'),
  'the variable of a loop': FENCED('{% for x in (1..2) %}{{ x }}{{ forloop.index }}{% endfor %}'),
  'no code': 'Text {{ x }}\n\n`code` {{ y }} `code`\n\n~~~\n{}\n~~~\n\n{{ z }}',
};

for (const [name, text] of Object.entries(FINE)) test(name, async () => assert.equal(await said(text), []));

test('a variable that an include sets', async () => {
  const files = { '_includes/set.html': '{% assign x = 1 %}' };
  assert.equal(await said(`{% include set.html %}\n${FENCED('{{ x }}')}`, files), []);
});

test("pages that aren't Markdown, and layouts", async () => {
  const files = { 'b.html': '---\n---\n<code>`{{ x }}`</code>', '_layouts/c.html': '`{{ x }}` {{ content }}' };
  assert.equal(await said('text', files), []);
});

test.run();
