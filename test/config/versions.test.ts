// What differs by version is in the version objects, and nowhere else.

import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { openProgram } from '../../scripts/figures/program.ts';
import { versions } from '../../scripts/figures/versions.ts';
import { STACKS, type Stack } from '../../src/config/stacks.ts';
import { ROUGE_4 } from '../../src/highlight/versions.ts';
import { KRAMDOWN_2_4 } from '../../src/kramdown/versions.ts';
import { buildInMemory } from '../site/memory-site.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

test('nothing asks for a version outside the version objects', () => {
  const program = openProgram(root);
  try {
    const { places } = versions.measure(program);
    assert.equal(
      places.map(({ path, line, what }) => `${path}:${line} ${what}`),
      [],
    );
  } finally {
    program.close();
  }
});

/** A version that takes some behaviours from each, with its own kramdown and Rouge. */
const THIRD: Stack = {
  ...STACKS['jekyll-4'],
  name: 'third',
  jekyll: '5.0.0',
  kramdown: { ...KRAMDOWN_2_4, name: '3.0.0', footnoteRoles: 'link' },
  rouge: { ...ROUGE_4, name: '5.0.0', later: false },
  drops: { ...STACKS['jekyll-4'].drops, collection: ['label', 'output'] },
  liquid: { ...STACKS['jekyll-4'].liquid, canBeSwitchedOff: false },
};

const SITE = {
  '_config.yml': 'timezone: UTC\nurl: https://example.org\nbaseurl: /base\ntheme: null\ncollections: {notes: {}}\n',
  'a.md': '---\n---\n{% link b.html %} {{ jekyll.version }}[^1]\n\n```python\nself.x\n```\n\n[^1]: Note\n',
  'b.html': '---\n---\n{% for c in site.collections %}{{ c | jsonify | split: "," | size }} {% endfor %}',
  'c.html': '---\nrender_with_liquid: false\n---\n{{ 1 | plus: 1 }}',
};

test('a third version is one object, which takes its behaviours from the others', async () => {
  const read = async (compat: Stack, path: string): Promise<string> =>
    (await buildInMemory(SITE, { compat })).output(path) ?? 'not written';
  const { 'github-pages': three, 'jekyll-4': four } = STACKS;
  const outputs = await Promise.all([THIRD, three, four].map((stack) => read(stack, 'a.html')));
  const found = (pattern: RegExp): boolean[] => outputs.map((html) => pattern.test(html));
  assert.equal(
    outputs.map((html) => /<p>(\S+ \S+)<sup/.exec(html)?.[1]),
    ['/base/b.html 5.0.0', '/b.html 3.10.0', '/base/b.html 4.4.1'],
  );
  assert.equal(found(/rel="footnote" role="doc-noteref"/), [true, false, true]);
  assert.equal(found(/<span class="bp">self<\/span>/), [true, true, false]);
  assert.is(await read(THIRD, 'b.html'), '2 3 ');
  assert.is(await read(four, 'b.html'), '6 7 ');
  assert.is(await read(THIRD, 'c.html'), '2');
  assert.is(await read(four, 'c.html'), '{{ 1 | plus: 1 }}');
});

test("the option's old name still works", async () => {
  const built = await buildInMemory({ 'a.html': '---\n---\n{{ jekyll.version }}' }, { profile: 'jekyll-4' });
  assert.is(built.output('a.html'), '4.4.1');
});

test.run();
