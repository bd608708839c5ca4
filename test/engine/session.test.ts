// A session: outputs as values, repeated builds, cancellation.

import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { openSite } from '../../src/build/node.ts';
import type { BuildOptions } from '../../src/build/options.ts';
import { MemoryFiles } from '../../src/files/memory.ts';
import { MOMENT } from '../site/memory-site.ts';

const CONFIG = 'timezone: UTC\ntheme: null\n';

function opened(site: Record<string, string>, options: BuildOptions = {}) {
  const files = new MemoryFiles({ '/site/_config.yml': CONFIG, ...site }, MOMENT * 1000);
  return { files, session: openSite({ source: '/site', files, now: MOMENT, offline: true, ...options }) };
}

test('outputs are values: nothing is written', async () => {
  const { files, session } = opened({ '/site/a.md': '---\n---\n*a*\n', '/site/b.txt': 'b' });
  const outputs = await session.outputs();
  assert.equal([...outputs.keys()].sort(), ['a.html', 'b.txt']);
  assert.is(outputs.get('a.html')!.content(), '<p><em>a</em></p>\n');
  assert.is(outputs.get('b.txt')!.copyOf, '/site/b.txt');
  assert.is(files.stat('/_site'), null);
});

test('a session builds again from the current files', async () => {
  const { files, session } = opened({ '/site/a.md': '---\ntitle: One\n---\n{{ page.title }}{% increment n %}\n' });
  const text = async (): Promise<unknown> => (await session.outputs()).get('a.html')!.content();
  assert.is(await text(), '<p>One0</p>\n');
  assert.is(await text(), '<p>One0</p>\n');
  files.write('/site/a.md', '---\ntitle: Two\n---\n{{ page.title }}\n');
  files.write('/site/_config.yml', `${CONFIG}permalink: pretty\n`);
  assert.is((await session.outputs()).get('a/index.html')!.content(), '<p>Two</p>\n');
});

test('a failed build leaves the session usable', async () => {
  const { files, session } = opened({ '/site/a.md': '---\n---\n{% nope %}\n' });
  await session.outputs().then(
    () => assert.unreachable(),
    (error: Error) => assert.match(error.message, /Unknown tag 'nope'/),
  );
  files.write('/site/a.md', '---\n---\na\n');
  assert.is((await session.outputs()).get('a.html')!.content(), '<p>a</p>\n');
});

test('a build is cancelled between two pages, and nothing is written', async () => {
  const site = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`/site/${i}.md`, '---\n---\na\n']));
  const cancel = new AbortController();
  let rendered = 0;
  const { session } = opened(site, {
    onProgress({ phase, done }) {
      if (phase !== 'render' || done === undefined) return;
      rendered = done;
      if (done === 3) cancel.abort(new Error('enough'));
    },
  });
  await session.outputs(cancel.signal).then(
    () => assert.unreachable(),
    (error: Error) => assert.is(error.message, 'enough'),
  );
  assert.is(rendered, 3);
  await session.outputs(AbortSignal.abort(new Error('before'))).then(
    () => assert.unreachable(),
    (error: Error) => assert.is(error.message, 'before'),
  );
});

test('an update says which outputs have changed', async () => {
  const { files, session } = opened({
    '/site/_layouts/l.html': '<p>{{ content }}</p>\n',
    '/site/a.html': '---\nlayout: l\n---\na',
    '/site/b.html': '---\n---\nb',
    '/site/c.txt': 'c',
    '/site/d.txt': 'd',
  });
  await session.outputs();
  assert.equal((({ changed, removed }) => ({ changed, removed }))(await session.update({ files: [] })), {
    changed: [],
    removed: [],
  });
  files.write('/site/_layouts/l.html', '<div>{{ content }}</div>\n');
  files.write('/site/c.txt', 'C');
  files.remove('/site/d.txt');
  const { outputs, changed, removed } = await session.update({
    files: ['/site/_layouts/l.html', '/site/c.txt', '/site/d.txt'],
  });
  assert.equal(changed, ['a.html', 'c.txt']);
  assert.equal(removed, ['d.txt']);
  assert.is(outputs.get('a.html')!.content(), '<div>a</div>\n');
});

test('an output knows what it was rendered from, and which generator made it', async () => {
  const site = {
    '/site/_config.yml': `${CONFIG}plugins: [jekyll-sitemap]\ntitle: T\n`,
    '/site/_layouts/l.html': '---\nlayout: m\n---\n{{ content }}{{ site.data.x }}',
    '/site/_layouts/m.html': '{{ content }}{% include i.html %}',
    '/site/_includes/i.html': '{{ site.title }}',
    '/site/_posts/2020-01-02-p.md': '---\n---\n{% include i.html %}\n\nMore.\n',
    '/site/a.html': '---\nlayout: l\n---\n{% for post in site.posts %}{{ post.excerpt }}{% endfor %}',
    '/site/b.html': '---\n---\nb',
  };
  const outputs = await opened(site, { recordsReads: true }).session.outputs();
  const reads = (path: string) => {
    const { files, site } = outputs.get(path)!.reads!;
    return [[...files].sort(), [...site].sort()];
  };
  assert.equal(reads('a.html'), [
    [
      '/site/_includes/i.html',
      '/site/_layouts/l.html',
      '/site/_layouts/m.html',
      '/site/_posts/2020-01-02-p.md',
      '/site/a.html',
    ],
    ['data', 'posts', 'title'],
  ]);
  assert.equal(reads('b.html'), [['/site/b.html'], []]);
  assert.is(outputs.get('sitemap.xml')!.madeBy, 'jekyll-sitemap');
  assert.is(outputs.get('a.html')!.madeBy, null);
  assert.is((await opened(site).session.outputs()).get('a.html')!.reads, null);
});

test.run();
