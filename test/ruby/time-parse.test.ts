import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { toLocal } from '../../src/ruby/time.ts';
import { parseDate, parseTime } from '../../src/ruby/time-parse.ts';
import { RubyTime } from '../../src/ruby/values.ts';
import { UTC } from '../../src/ruby/zone.ts';
import { loadZone } from '../../src/ruby/zones.ts';
import { REFUSED, testQuestions } from '../questions.ts';
import { typed } from './typed.ts';
import { zoneData } from './zone-data.ts';

// The moment at which the reference's clock stands.
const NOW = new RubyTime(Date.UTC(2026, 10, 23, 12) / 1000, 0, 0, 'UTC');
const names = ['UTC', 'America/New_York', 'Asia/Shanghai', 'Europe/Berlin'];
const zones = new Map(await Promise.all(names.map(async (name) => [name, loadZone(name, zoneData)] as const)));

testQuestions(new URL('cases/', import.meta.url), ['time-parse'], {
  time_parse: (_, text: string, name: string) => {
    const zone = zones.get(name)!;
    const time = parseTime(text, toLocal(NOW, zone), zone);
    return time === null ? REFUSED : typed(time);
  },
});

test('a date alone', () => {
  assert.equal(typed(parseDate('3 Feb 2001', NOW)), { date: '2001-02-03' });
  assert.equal(typed(parseDate('2020-06', toLocal(NOW, UTC))), null);
  assert.is(parseDate('2021-02-29', NOW), null);
});

test.run();
