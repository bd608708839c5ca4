// The build's clock and the site's zone.

import { createRequire } from 'node:module';
import type { Configuration } from '../config/configuration.ts';
import { BuildError, type Report } from '../diagnostics/diagnostic.ts';
import { fromEpoch, toLocal } from '../ruby/time.ts';
import { parseTime } from '../ruby/time-parse.ts';
import { toS } from '../ruby/to-s.ts';
import type { RubyTime } from '../ruby/values.ts';
import { UTC, type Zone } from '../ruby/zone.ts';
import type { PackedZones } from '../ruby/zone-data.ts';
import { loadZone } from '../ruby/zones.ts';

/** The zone of `timezone:`, else the process's. One that there isn't is UTC, as in Jekyll, with a warning of ours. */
export async function siteZone(config: Configuration, report: Report): Promise<Zone> {
  const zone = zoneOf(config);
  const name = config.text('timezone');
  if (name === '') return zone;
  if (zone.isUnknown === true) {
    const { similarZone } = await import('./unknown-zone.ts');
    const near = similarZone(name, packedZones());
    report({
      code: 'timezone-unknown',
      severity: 'warning',
      message: `There is no time zone '${name}': times are in UTC`,
      ...config.place('timezone'),
      hint:
        near === null
          ? 'Write a region and a city, such as `timezone: Asia/Shanghai`.'
          : `Write \`timezone: ${near}\`.`,
    });
  } else if (/^(?:UTC|GMT)[+-]?\d/i.test(name)) {
    report({
      code: 'timezone-sign',
      severity: 'info',
      message: `timezone: ${name} is ${hours(zone)} UTC: in such names the sign is the other way round`,
      ...config.place('timezone'),
      hint: 'Write a region and a city, such as Asia/Shanghai, which knows summer time, too.',
    });
  }
  return zone;
}

function hours(zone: Zone): string {
  const offset = zone.at(0).offset / 3600;
  return `${Math.abs(offset)} hour${Math.abs(offset) === 1 ? '' : 's'} ${offset < 0 ? 'behind' : 'ahead of'}`;
}

function zoneOf(config: Configuration): Zone {
  const name = config.text('timezone') || process.env.TZ || Intl.DateTimeFormat().resolvedOptions().timeZone;
  return name === 'UTC' || name === 'Etc/UTC' ? UTC : loadZone(name, packedZones);
}

/** The zones' history: the package's data alone. */
const packedZones = (): PackedZones => createRequire(import.meta.url)('moment-timezone/data/packed/latest.json');

export function moment(given: Date | number | undefined, zone: Zone): RubyTime {
  const milliseconds = given instanceof Date ? given.getTime() : given === undefined ? Date.now() : given * 1000;
  const seconds = Math.floor(milliseconds / 1000);
  return fromEpoch(seconds, Math.round((milliseconds - seconds * 1000) * 1e6), zone);
}

export function siteTime(config: Configuration, now: RubyTime, zone: Zone): RubyTime {
  const own = config.get('time');
  if (own === undefined || own === null || own === false) return now;
  const time = parseTime(toS(own), now, zone);
  if (time !== null) return toLocal(time, zone);
  throw new BuildError({
    code: 'invalid-date',
    message: `Invalid date '${toS(own)}': Invalid time in _config.yml.`,
    ...config.place('time'),
    hint: 'Write `time: 2020-01-31 18:30:00 +0000`.',
  });
}
