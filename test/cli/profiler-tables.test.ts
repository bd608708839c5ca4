import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { profilerTables } from '../../src/cli/profiler-tables.ts';
import { STACKS } from '../../src/config/stacks.ts';
import { inFolder, run } from './run.ts';

const SITE = {
  '_config.yml': 'profile: true\n',
  '_layouts/base.html': '<html>{{ content }}</html>\n',
  '_layouts/default.html': '---\nlayout: base\n---\n<b>{{ content }}</b>{% include a.html %}{% include a.html %}\n',
  '_includes/a.html': 'inc {{ page.title }}\n',
  '_posts/x.txt': 'x {{ page.title }}\n',
  '_posts/2020-01-02-p.md':
    '---\ntitle: P\nlayout: default\n---\nText {{ page.title }} {% include_relative x.txt %}\n\nmore\n',
  '_posts/2020-01-03-q.md': '---\ntitle: Q\nlayout: default\n---\nText without\n\nmore\n',
  'index.html':
    '---\nlayout: default\ntitle: I\n---\n{% for p in site.posts %}{{ p.title }}{{ p.excerpt }}{% endfor %}\n',
};

// What jekyll 3.10.0 and 4.4.1 print of this site with a clock that stands still, where rows come as files were read;
// `|` and spaces aside.
const ROWS = {
  'github-pages': [
    '_includes/a.html 3 0.04K',
    '_layouts/base.html 3 0.20K',
    '_layouts/default.html 3 0.16K',
    '_posts/2020-01-02-p.md 1 0.02K',
    '_posts/2020-01-02-p.md/#excerpt 1 0.01K',
    '_posts/x.txt 2 0.01K',
    'index.html 1 0.04K',
  ],
  'jekyll-4': [
    '_includes/a.html 6 0.04K',
    '_layouts/base.html 3 0.20K',
    '_layouts/default.html 3 0.16K',
    '_posts/2020-01-02-p.md 1 0.02K',
    '_posts/2020-01-02-p.md/#excerpt 1 0.01K',
    '_posts/x.txt 2 0.01K',
    'index.html 1 0.04K',
  ],
};

for (const [compat, rows] of Object.entries(ROWS)) {
  test(`the templates of a site with their counts and bytes, as ${compat}`, async () => {
    await inFolder(SITE, async (folder) => {
      const { out } = await run(folder, ['-d', 'out', '--compat', compat]);
      const found = [...out.matchAll(/^[| ]*(\S+) +\| +(\d+) \| +(\S+) \| +\d+\.\d{3}/gm)].map((row) =>
        row.slice(1).join(' '),
      );
      assert.equal(found.sort(), rows);
    });
  });
}

test('--profile turns it on; without it there is no table', async () => {
  await inFolder({ 'index.html': '---\n---\n{{ page.url }}' }, async (folder) => {
    assert.match((await run(folder, ['-d', 'out', '--profile'])).out, '\nindex.html |     1 | 0.00K | ');
    assert.not.match((await run(folder, ['-d', 'out'])).out, 'Filename');
  });
});

const RESULT = {
  seconds: { configure: 0, read: 0, generate: 0, render: 0, cleanup: 0, write: 0 },
  templates: [
    { name: '_posts/2020-01-02-p.md', count: 1, bytes: 17, seconds: 0 },
    { name: 'index.html', count: 12, bytes: 38, seconds: 0 },
  ],
};

// The gems print these tables: liquid_renderer/table.rb of jekyll 3.10.0, terminal-table through profiler.rb of 4.4.1.
test('the table of 3.10', () => {
  assert.is(
    profilerTables({ ...RESULT, stack: STACKS['github-pages'] }),
    `
Filename               | Count | Bytes |  Time
-----------------------+-------+-------+------
_posts/2020-01-02-p.md |     1 | 0.02K | 0.000
index.html             |    12 | 0.04K | 0.000

`,
  );
});

test('the tables of 4.4', () => {
  assert.is(
    profilerTables({ ...RESULT, stack: STACKS['jekyll-4'] }),
    `
Build Process Summary:

| PHASE    |   TIME |
+----------+--------+
| RESET    | 0.0000 |
| READ     | 0.0000 |
| GENERATE | 0.0000 |
| RENDER   | 0.0000 |
| CLEANUP  | 0.0000 |
| WRITE    | 0.0000 |


Site Render Stats:

| Filename               | Count | Bytes |  Time |
+------------------------+-------+-------+-------+
| _posts/2020-01-02-p.md |     1 | 0.02K | 0.000 |
| index.html             |    12 | 0.04K | 0.000 |

`,
  );
});

test.run();
