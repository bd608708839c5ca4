// HTML written anew as libxml2 writes it; the expected outputs are Nokogiri's (scripts/goldens/plugins.ts).

import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { parseFragment } from '../../src/plugins/html4/parse.ts';
import { serializeFragment } from '../../src/plugins/html4/serialize.ts';

const fixture = new URL('./fixtures/html4.json', import.meta.url);
const cases: [string, string][] = JSON.parse(readFileSync(fixture, 'utf8'));

for (const [html, expected] of cases) {
  test(JSON.stringify(html), () => assert.is(serializeFragment(parseFragment(html)), expected));
}

test('takes linear time on many open elements and stray end tags', () => {
  const start = performance.now();
  serializeFragment(parseFragment('<div>'.repeat(200) + '</b>'.repeat(2000) + '<p>x'.repeat(5000)));
  assert.ok(performance.now() - start < 2000);
});

test.run();
