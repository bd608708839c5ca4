// test/commonmark/cases: what jekyll-commonmark-ghpages writes.

import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { parseCases } from '../cases.ts';
import { goldenOf } from './golden.ts';
import { render } from './render.ts';

const folder = new URL('cases/', import.meta.url);

for (const name of readdirSync(folder)) {
  for (const golden of parseCases(readFileSync(new URL(name, folder), 'utf8')).cases.map(goldenOf)) {
    test(`${name.replace('.txt', '')}: ${golden.name}`, () => {
      const html = render(golden);
      // Where the gem fails, ours only has to end.
      if (golden.html !== undefined) assert.is(html, golden.html);
    });
  }
}

test.run();
