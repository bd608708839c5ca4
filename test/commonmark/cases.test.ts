// test/commonmark/cases: what jekyll-commonmark-ghpages writes.

import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { casesIn, expectAnswer } from '../cases.ts';
import { goldenOf } from './golden.ts';
import { render } from './render.ts';

for (const one of casesIn(new URL('cases/', import.meta.url))) {
  const golden = goldenOf(one);
  test(`${one.file}: ${golden.name}`, () => {
    expectAnswer(one, ['html', 'fails'], 'commonmark');
    const html = render(golden);
    // Where the gem fails, ours only has to end.
    if (golden.html !== undefined) assert.is(html, golden.html);
  });
}

test.run();
