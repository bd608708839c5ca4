// HTML rewritten as by libxml2; the expected outputs are Nokogiri's (scripts/goldens/html4.ts).

import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { parseFragment } from '../../src/html4/parse.ts';
import { serializeFragment } from '../../src/html4/serialize.ts';
import { casesIn, expectAnswer } from '../cases.ts';

for (const one of casesIn(new URL('cases/', import.meta.url))) {
  test(`${one.file}: ${one.name}`, () => {
    expectAnswer(one, ['written'], 'html4');
    assert.is(serializeFragment(parseFragment(one.parts.get('html')!)), one.parts.get('written'));
  });
}

test('takes linear time on many open elements and stray end tags', () => {
  const page = (tags: number): string => '<div>'.repeat(200) + '</b>'.repeat(tags) + '<p>x'.repeat(tags);
  // Four times the page: about 4 times the time if it is linear, 16 times if it is quadratic.
  assert.ok(processorTime(page(80_000)) < 10 * processorTime(page(20_000)));
});

/** The fastest of some runs, in microseconds, so that other work on the machine matters less. */
function processorTime(html: string): number {
  const times = Array.from({ length: 3 }, () => {
    const start = process.cpuUsage();
    serializeFragment(parseFragment(html));
    const { user, system } = process.cpuUsage(start);
    return user + system;
  });
  return Math.max(1, Math.min(...times));
}

test.run();
