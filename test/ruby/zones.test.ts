import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { dateToTime, fromEpoch, makeTime } from '../../src/ruby/time.ts';
import { RubyDate } from '../../src/ruby/values.ts';
import type { Zone } from '../../src/ruby/zone.ts';
import { loadZone } from '../../src/ruby/zones.ts';
import { testQuestions } from '../questions.ts';
import { zoneData } from './zone-data.ts';

const zones = new Map<string, Zone>();
function zone(name: string): Zone {
  if (!zones.has(name)) zones.set(name, loadZone(name, zoneData));
  return zones.get(name)!;
}

testQuestions(new URL('cases/', import.meta.url), ['zones'], {
  time_at: (_, seconds: number, name: string) => {
    const time = fromEpoch(seconds, 0, zone(name));
    return [time.offset, time.zone];
  },
  time_local: (_, name: string, ...fields: number[]) => {
    const [year = 0, month, day, hour, minute, second] = fields;
    return makeTime({ year, month, day, hour, minute, second }, zone(name)).seconds;
  },
});

test('a date is its midnight', () => {
  const time = dateToTime(new RubyDate(2020, 7, 1), zone('America/New_York'));
  assert.is(time.seconds, Date.UTC(2020, 6, 1, 4) / 1000);
  assert.is(time.zone, 'EDT');
});

test.run();
