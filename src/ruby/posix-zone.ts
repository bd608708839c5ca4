// POSIX's TZ strings (`EST5EDT,M3.2.0,M11.1.0`, `<+03>-3`), and zones whose clocks change twice a year by rule.

import { civilFromDays, daysFromCivil, monthDays, weekdayOfDays } from './calendar.ts';
import type { Zone, ZoneOffset } from './zone.ts';

/** A yearly change: on the first `weekday` on or after a day of a month. */
export interface YearlyChange {
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  /** 0 = Sunday; null if the change is on `day` itself. */
  readonly weekday: number | null;
  /** The change is on the last such weekday of the month, whatever `day` is. */
  readonly last?: boolean;
  /** Seconds after midnight, on the clock before the change. */
  readonly second: number;
  /** The offset after the change. */
  readonly to: ZoneOffset;
}

/** A zone with two changes per year. */
export function ruleZone(name: string, [one, other]: readonly [YearlyChange, YearlyChange]): Zone {
  return {
    name,
    at(seconds: number): ZoneOffset {
      // Before 1970, the C library uses the changes of 1970.
      const year = Math.max(1970, civilFromDays(Math.floor((seconds + one.to.offset) / 86400)).year);
      const first = changeTime(one, year) - other.to.offset;
      const second = changeTime(other, year) - one.to.offset;
      if (first < second) return seconds >= first && seconds < second ? one.to : other.to;
      return seconds >= second && seconds < first ? other.to : one.to;
    },
  };
}

// Local time in seconds, at the offset before the change.
function changeTime(change: YearlyChange, year: number): number {
  let days = daysFromCivil(year, change.month, change.last ? monthDays(year, change.month) - 6 : change.day);
  if (change.weekday !== null) days += (change.weekday - weekdayOfDays(days) + 7) % 7;
  return days * 86400 + change.second;
}

const NAME = '([A-Za-z]{3,}|<[A-Za-z0-9+-]{3,}>)';
const TIME = '([+-]?\\d{1,3}(?::\\d{1,2}(?::\\d{1,2})?)?)';
const TZ = new RegExp(`^${NAME}${TIME}(?:${NAME}${TIME}?(?:,([^,]+),([^,]+))?)?`);

/** Parses a TZ string; null if it isn't one. Without rules, those of the United States apply, as in the C library. */
export function parsePosixZone(text: string): Zone | null {
  const match = TZ.exec(text);
  if (match === null) return null;
  const [, standardName = '', standardTime = '', summerName, summerTime, start, end] = match;
  const standard: ZoneOffset = { offset: 0 - seconds(standardTime), abbreviation: unquote(standardName) };
  if (summerName === undefined) return { name: text, at: () => standard };
  const offset = summerTime === undefined ? standard.offset + 3600 : 0 - seconds(summerTime);
  const summer: ZoneOffset = { offset, abbreviation: unquote(summerName) };
  const toSummer = parseRule(start ?? 'M3.2.0', summer);
  const toStandard = parseRule(end ?? 'M11.1.0', standard);
  return toSummer === null || toStandard === null ? null : ruleZone(text, [toSummer, toStandard]);
}

const unquote = (name: string): string => name.replace(/^<|>$/g, '');

function seconds(time: string): number {
  const [hours = '0', minutes = '0', rest = '0'] = time.replace(/^[+-]/, '').split(':');
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(rest);
  return time.startsWith('-') ? -total : total;
}

const RULE = /^(?:M(\d{1,2})\.([1-5])\.([0-6])|J(\d{1,3}))(?:\/(.+))?$/;

// `M3.2.0/2`: the second Sunday of March at 2:00. `J60`: day 60 of a year without a leap day.
function parseRule(text: string, to: ZoneOffset): YearlyChange | null {
  const match = RULE.exec(text);
  if (match === null) return null;
  const [, month, week, weekday, dayOfYear, time = '2'] = match;
  const second = seconds(time);
  if (month !== undefined) {
    const day = (Number(week) - 1) * 7 + 1;
    return { month: Number(month), day, weekday: Number(weekday), last: week === '5', second, to };
  }
  const date = civilFromDays(Number(dayOfYear) - 1);
  return { month: date.month, day: date.day, weekday: null, second, to };
}
