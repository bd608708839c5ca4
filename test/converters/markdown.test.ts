// Which engine `markdown:` names, and what a site is told (Jekyll 3.10.0 under github-pages 232, 4.4.1).

import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { BuildError } from '../../src/diagnostics/diagnostic.ts';
import { buildInMemory } from '../site/memory-site.ts';

const PAGE = '---\n---\n# a *b*\n~~x~~ -- "c"\n';
const KRAMDOWN = '<h1 id="a-b">a <em>b</em></h1>\n<p><del>x</del> – “c”</p>\n';
const COMMONMARK = '<h1 id="a-embem">a <em>b</em></h1>\n<p><del>x</del> -- &quot;c&quot;</p>\n';

const site = (markdown: string, more = '') => ({
  '_config.yml': `theme: null\nmarkdown: ${markdown}\n${more}`,
  'a.md': PAGE,
});

for (const [name, html] of [
  ['GFM', COMMONMARK],
  ['gfm', COMMONMARK],
  ['CommonMark', KRAMDOWN],
  ['redcarpet', KRAMDOWN],
  ['null', KRAMDOWN],
  ['5', KRAMDOWN],
] as const) {
  test(`github-pages: markdown: ${name}`, async () => {
    const { output } = await buildInMemory(site(name), { profile: 'github-pages' });
    assert.is(output('a.html'), html);
  });
}

for (const [profile, name] of [
  ['github-pages', 'commonmarkghpages'],
  ['jekyll-4', 'GFM'],
  ['jekyll-4', 'CommonMark'],
  ['jekyll-4', '5'],
] as const) {
  test(`${profile}: markdown: ${name} stops the build`, async () => {
    try {
      await buildInMemory(site(name), { profile });
      assert.unreachable();
    } catch (error) {
      assert.instance(error, BuildError);
      assert.is((error as BuildError).diagnostic.code, 'markdown-processor');
      assert.match((error as BuildError).message, `Invalid Markdown processor given: ${name}`);
    }
  });
}

test('a processor that no page needs is no fault', async () => {
  const { 'a.md': _, ...none } = site('nosuch');
  const { output } = await buildInMemory({ ...none, 'b.html': '---\n---\nx' }, { profile: 'jekyll-4' });
  assert.is(output('b.html'), 'x');
});

test('unknown options and extensions of CommonMark are named', async () => {
  const more = 'commonmark:\n  options: [smart, NOSUCH]\n  extensions: [table, no-such]\n';
  const { diagnostics, output } = await buildInMemory(site('CommonMarkGhPages', more), { profile: 'github-pages' });
  assert.equal(
    diagnostics.map(({ message }) => message),
    ['CommonMark: NOSUCH is not a valid option', 'CommonMark: no-such is not a valid extension'],
  );
  assert.is(output('a.html'), '<h1 id="a-embem">a <em>b</em></h1>\n<p>~~x~~ – “c”</p>\n');
});

test.run();
