// The tables of keys that templates see of documents, files, collections and the site.

import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { STACKS } from '../../src/config/stacks.ts';
import { COLLECTION } from '../../src/content/drops/collection-drop.ts';
import { DOCUMENT, EXCERPT } from '../../src/content/drops/document-drop.ts';
import { STATIC_FILE } from '../../src/content/drops/static-file-drop.ts';
import { SITE } from '../../src/site/drops/site-drop.ts';
import { buildInMemory } from '../site/memory-site.ts';

const TABLES = { site: SITE, collection: COLLECTION, document: DOCUMENT, excerpt: EXCERPT, staticFile: STATIC_FILE };

for (const [compat, stack] of Object.entries(STACKS)) {
  test(`${compat}: every key that a drop lists has a reader`, () => {
    for (const [drop, readers] of Object.entries(TABLES)) {
      const missing = stack.drops[drop as keyof typeof TABLES].filter((key) => !Object.hasOwn(readers, key));
      assert.equal(missing, [], drop);
    }
  });
}

test('no reader is left over', () => {
  const stacks = Object.values(STACKS);
  for (const [drop, readers] of Object.entries(TABLES)) {
    const listed = new Set(stacks.flatMap(({ drops }) => drops[drop as keyof typeof TABLES]));
    assert.equal(
      Object.keys(readers).filter((key) => !listed.has(key)),
      [],
      drop,
    );
  }
});

test('next and previous stay within a collection', async () => {
  const page = '---\n---\n{{ page.previous.id }}<{{ page.id }}>{{ page.next.id }}';
  const { output } = await buildInMemory({
    '_config.yml': 'permalink: /:title\ncollections: { notes: { output: true } }\n',
    '_posts/2020-01-01-a.html': page,
    '_posts/2020-01-02-b.html': page,
    '_posts/2020-01-03-c.html': page,
    '_notes/one.html': page,
  });
  assert.equal(['a.html', 'b.html', 'c.html', 'notes/one.html'].map(output), [
    '</a>/b',
    '/a</b>/c',
    '/b</c>',
    '</notes/one>',
  ]);
});

test.run();
