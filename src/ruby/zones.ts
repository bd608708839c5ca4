// Zones by name, with the abbreviations that %Z prints: IANA's, with moment-timezone's history up to 2037, and POSIX TZ
// strings. Any other name is UTC with an odd abbreviation, as in the C library.

import { civilFromDays, weekdayOfDays } from './calendar.ts';
import { parsePosixZone, ruleZone, type YearlyChange } from './posix-zone.ts';
import { UTC, type Zone, type ZoneOffset } from './zone.ts';
import { type PackedZones, type ZoneHistory, zoneHistory } from './zone-data.ts';

/**
 * The zone that Ruby uses for TZ=name.
 * @param data reads the zones' history; only called for names that need it
 */
export function loadZone(name: string, data: () => PackedZones): Zone {
  const plain = name.startsWith(':') ? name.slice(1) : name;
  if (plain === '' || plain === 'UTC' || plain === 'Etc/UTC') return plain === '' ? UTC : { ...UTC, name };
  const history = zoneHistory(data(), plain);
  if (history !== null) return historyZone(name, history);
  return parsePosixZone(name) ?? unknownZone(name);
}

// The abbreviation is the letters at the start of the name, if there are at least three.
function unknownZone(name: string): Zone {
  const abbreviation = /^[A-Za-z]{3,}/.exec(name)?.[0] ?? '';
  const offset: ZoneOffset = { offset: 0, abbreviation };
  return { name, isUnknown: true, at: () => offset };
}

const YEAR_2037 = Date.UTC(2037, 0, 1) / 1000;

/** A zone with a history; after its end, the last year's changes repeat. */
export function historyZone(name: string, history: ZoneHistory): Zone {
  const periods: ZoneOffset[] = history.abbrs.map((abbreviation, i) => ({
    offset: Math.round(-history.offsets[i]! * 60) + 0,
    abbreviation,
  }));
  const ends = history.untils.map((until) => (until === null ? Number.POSITIVE_INFINITY : until / 1000));
  const changes = yearlyChanges(periods, ends);
  const future = changes === null ? null : ruleZone(name, changes);
  const horizon = future === null ? Number.POSITIVE_INFINITY : ends[ends.length - 2]!;
  let last = 0;
  return {
    name,
    at(seconds: number): ZoneOffset {
      if (seconds >= horizon) return future!.at(seconds);
      // Consecutive lookups are usually close together.
      if (seconds < ends[last]! && (last === 0 || seconds >= ends[last - 1]!)) return periods[last]!;
      let low = 0;
      let high = ends.length - 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (seconds < ends[middle]!) high = middle;
        else low = middle + 1;
      }
      last = low;
      return periods[low]!;
    },
  };
}

// The two yearly changes, if the zone still changes its clocks in 2037: each on the first of a weekday on or after a
// day, derived from twelve years of history.
function yearlyChanges(periods: readonly ZoneOffset[], ends: readonly number[]): [YearlyChange, YearlyChange] | null {
  const count = ends.length;
  if (count < 26 || ends[count - 3]! < YEAR_2037) return null;
  const changeOf = (index: number): YearlyChange => {
    const to = periods[index + 1]!;
    let day = 31;
    let found = { month: 1, weekday: 0, second: 0 };
    for (let back = 0; back < 24; back += 2) {
      const local = ends[index - back]! + periods[index]!.offset;
      const days = Math.floor(local / 86400);
      const date = civilFromDays(days);
      day = Math.min(day, date.day);
      found = { month: date.month, weekday: weekdayOfDays(days), second: local - days * 86400 };
    }
    return { ...found, day, to };
  };
  return [changeOf(count - 3), changeOf(count - 2)];
}
