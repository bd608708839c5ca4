import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { dateToTime, fromEpoch, makeTime } from '../../src/ruby/time.ts';
import { RubyDate } from '../../src/ruby/values.ts';
import type { Zone } from '../../src/ruby/zone.ts';
import { loadZone } from '../../src/ruby/zones.ts';
import { type Fixture, testFixture } from './fixture.ts';
import { zoneData } from './zone-data.ts';

const file = new URL('./fixtures/zones.json', import.meta.url);
const zones = new Map<string, Zone>();
for (const { cases } of JSON.parse(readFileSync(file, 'utf8')) as Fixture[]) {
  for (const [question] of cases) {
    const name = question.find((part) => typeof part === 'string') as string;
    if (!zones.has(name)) zones.set(name, loadZone(name, zoneData));
  }
}

testFixture(file, {
  time_at: (_, seconds: number, name: string) => {
    const time = fromEpoch(seconds, 0, zones.get(name)!);
    return [time.offset, time.zone];
  },
  time_local: (_, name: string, ...fields: number[]) => {
    const [year = 0, month, day, hour, minute, second] = fields;
    return makeTime({ year, month, day, hour, minute, second }, zones.get(name)!).seconds;
  },
});

test('a date is its midnight', () => {
  const time = dateToTime(new RubyDate(2020, 7, 1), zones.get('America/New_York')!);
  assert.is(time.seconds, Date.UTC(2020, 6, 1, 4) / 1000);
  assert.is(time.zone, 'EDT');
});

test.run();
