// A session: outputs as values, builds again and again, cancelled where the caller wants it.

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

test('a session builds again, from what the files are then', async () => {
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

test.run();
