import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { buildInMemory } from '../site/memory-site.ts';

const CONFIG = 'url: https://example.org\nbaseurl: ""\ntheme: null\n';

/** What a site prints as its time, and what the build reports. */
async function timeOf(config: string): Promise<{ time: string; diagnostics: readonly Diagnostic[] }> {
  const { output, diagnostics } = await buildInMemory({
    '_config.yml': `${CONFIG}${config}`,
    'a.txt': '---\n---\n{{ site.time }}',
  });
  return { time: output('a.txt')!, diagnostics };
}

test('the time of the build is in the zone of the site', async () => {
  assert.is((await timeOf('timezone: Asia/Tokyo\n')).time, '2026-11-23 21:00:00 +0900');
});

test('an unknown zone is UTC, with a warning at its key that names a similar one', async () => {
  const { time, diagnostics } = await timeOf('timezone: Europe/Berln\n');
  assert.is(time, '2026-11-23 12:00:00 +0000');
  const { code, hint, span } = diagnostics.find(({ severity }) => severity === 'warning')!;
  assert.is(code, 'timezone-unknown');
  assert.match(hint!, 'timezone: Europe/Berlin');
  assert.is(span!.source.text.slice(span!.start).split(':')[0], 'timezone');
});

test('a sign that is reversed is explained', async () => {
  const { time, diagnostics } = await timeOf('timezone: UTC+2\n');
  assert.is(time, '2026-11-23 10:00:00 -0200');
  assert.match(diagnostics.find(({ code }) => code === 'timezone-sign')!.message, '2 hours behind UTC');
});

test('`time` in the configuration takes the place of the time of the build', async () => {
  assert.is((await timeOf('timezone: UTC\ntime: 2020-01-02 03:04:05 +0100\n')).time, '2020-01-02 02:04:05 +0000');
});

test.run();
