// The build's time and the site's time zone.

import type { Configuration } from '../config/configuration.ts';
import { BuildError, type Report } from '../diagnostics/diagnostic.ts';
import { fromEpoch, toLocal } from '../ruby/time.ts';
import { parseTime } from '../ruby/time-parse.ts';
import { toS } from '../ruby/to-s.ts';
import type { RubyTime } from '../ruby/values.ts';
import { UTC, type Zone } from '../ruby/zone.ts';
import { loadZone } from '../ruby/zones.ts';
import type { Zones } from './surroundings.ts';

/** The zone of `timezone:`, otherwise the system's. An unknown zone is UTC, as in Jekyll, but with a warning. */
export async function siteZone(config: Configuration, zones: Zones, report: Report): Promise<Zone> {
  const zone = zoneOf(config, zones);
  const name = config.known.timezone;
  if (name === '') return zone;
  if (zone.isUnknown === true) {
    const { similarZone } = await import('./unknown-zone.ts');
    const near = similarZone(name, zones.history());
    report({
      code: 'timezone-unknown',
      severity: 'warning',
      message: `There is no time zone '${name}': times are in UTC`,
      ...config.place.timezone(),
      hint:
        near === null
          ? 'Write a region and a city, such as `timezone: Asia/Shanghai`.'
          : `Write \`timezone: ${near}\`.`,
    });
  } else if (/^(?:UTC|GMT)[+-]?\d/i.test(name)) {
    report({
      code: 'timezone-sign',
      severity: 'info',
      message: `timezone: ${name} is ${hours(zone)} UTC: the sign in such names is reversed`,
      ...config.place.timezone(),
      hint: 'Write a region and a city, such as Asia/Shanghai, which also covers summer time.',
    });
  }
  return zone;
}

function hours(zone: Zone): string {
  const offset = zone.at(0).offset / 3600;
  return `${Math.abs(offset)} hour${Math.abs(offset) === 1 ? '' : 's'} ${offset < 0 ? 'behind' : 'ahead of'}`;
}

function zoneOf(config: Configuration, zones: Zones): Zone {
  const name = config.known.timezone || zones.system();
  return name === 'UTC' || name === 'Etc/UTC' ? UTC : loadZone(name, () => zones.history());
}

/** @param milliseconds since 1970 */
export function moment(milliseconds: number, zone: Zone): RubyTime {
  const seconds = Math.floor(milliseconds / 1000);
  return fromEpoch(seconds, Math.round((milliseconds - seconds * 1000) * 1e6), zone);
}

export function siteTime(config: Configuration, now: RubyTime, zone: Zone): RubyTime {
  const own = config.raw.time;
  if (own === undefined || own === null || own === false) return now;
  const time = parseTime(toS(own), now, zone);
  if (time !== null) return toLocal(time, zone);
  throw new BuildError({
    code: 'invalid-date',
    message: `Invalid date '${toS(own)}': Invalid time in _config.yml.`,
    ...config.place.time(),
    hint: 'Write `time: 2020-01-31 18:30:00 +0000`.',
  });
}
