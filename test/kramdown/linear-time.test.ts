// Time grows with the length, not with its square. bench/kramdown-hostile.ts measures all of the input, and longer input.

import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { convert } from '../../src/kramdown/index.ts';
import { HOSTILE } from './hostile.ts';

const CHOSEN = [
  'nested quotes',
  'open brackets',
  'nested images',
  'open emphasis',
  'span HTML and emphasis',
  'links in HTML',
  'falling fences',
  'link definitions',
  'footnotes',
  'classes',
  'table cells',
  'CJK lines',
];
const N = 4_000;
// The square of 4 is 16; a time below the minimum says nothing.
const MOST_GROWTH = 9;
const LEAST_MS = 3;

/** The processor's time, the best of a few runs. */
function measure(text: string, options: object): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 2; run++) {
    const { user } = process.cpuUsage();
    convert(text, { input: 'GFM', hardWrap: false, syntaxHighlighter: null, ...options });
    least = Math.min(least, (process.cpuUsage().user - user) / 1000);
  }
  return least;
}

for (const name of CHOSEN) {
  test(`takes four times as long for four times the text: ${name}`, () => {
    const { make, options = {} } = HOSTILE[name]!;
    let growth = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < 3 && growth > MOST_GROWTH; attempt++) {
      const short = Math.max(LEAST_MS, measure(make(N), options));
      growth = Math.min(growth, measure(make(4 * N), options) / short);
    }
    assert.ok(growth <= MOST_GROWTH, `4 times the text takes ${growth.toFixed(1)} times as long`);
  });
}

test.run();
