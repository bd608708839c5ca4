// Time.parse and Date.parse (Ruby 3.1 with date 3.2): build a time from the parts that Date._parse guesses.

import { isValidDate, monthDays } from './calendar.ts';
import { type DateParts, guessDate } from './date-guess.ts';
import { civil, inRange, makeTime, makeUtc, toLocal, toOffset, toUtc, withRounds } from './time.ts';
import { RubyDate, type RubyTime } from './values.ts';
import type { Zone } from './zone.ts';

/**
 * Time.parse. Parts missing before the first one found are today's (`now`); parts missing after it are the earliest
 * possible. Without a zone in the string, the time is local; with one, it is shown at that offset. Returns null if Ruby
 * raises an ArgumentError.
 */
export function parseTime(text: string, now: RubyTime, zone: Zone): RubyTime | null {
  const parts = guessDate(text);
  return parts === null ? null : fromParts(parts, now, zone);
}

/** Date.parse; null if Ruby raises Date::Error. Only calendar dates: week and ordinal dates give null. */
export function parseDate(text: string, now: RubyTime): RubyDate | null {
  const parts = guessDate(text);
  if (parts === null || (parts.month === undefined && parts.day === undefined) || parts.rounds !== undefined)
    return null;
  const today = civil(now);
  const year = parts.year ?? today.year;
  const month = parts.month ?? (parts.year === undefined ? today.month : 1);
  const day = parts.day ?? 1;
  return isValidDate(year, month, day) ? new RubyDate(year, month, day) : null;
}

interface Filled {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

function fromParts(parts: DateParts, now: RubyTime, zone: Zone): RubyTime | null {
  const { yearDay } = parts;
  const told = [parts.year, yearDay, parts.month, parts.day, parts.hour, parts.minute, parts.second, parts.nanosecond];
  if (told.every((part) => part === undefined)) return null;
  const time = yearDay === undefined ? make(parts, now, zone) : makeOfYearDay(parts, yearDay, now, zone);
  return time === null || parts.rounds === undefined ? time : withRounds(time, parts.rounds);
}

// Finds the day of the year as Ruby does: a guess of 31 days per month, then a correction.
function makeOfYearDay(parts: DateParts, yearDay: number, now: RubyTime, zone: Zone): RubyTime | null {
  if (yearDay < 1 || yearDay > 366) return null;
  let month = Math.floor((yearDay - 1) / 31) + 1;
  let day = ((yearDay - 1) % 31) + 1;
  const guess = make({ ...parts, yearDay: undefined, month, day }, now, zone);
  if (guess === null) return null;
  const missing = yearDay - civil(guess).yearDay;
  if (missing === 0) return guess;
  day += missing;
  const days = monthDays(parts.year ?? civil(now).year, month);
  if (day > 28 && day > days) {
    if (++month > 12) return null;
    day -= days;
  }
  return make({ ...parts, yearDay: undefined, month, day }, now, zone);
}

function make(parts: DateParts, now: RubyTime, zone: Zone): RubyTime | null {
  const zoneYear = parts.year ?? civil(now).year;
  let offset = parts.zone === undefined ? null : zoneOffset(parts.zone, zoneYear, zone);
  if (offset !== null && Math.abs(offset) >= 86400) return null;
  const shown = civil(offset === null ? toLocal(now, zone) : now.offset === offset ? now : toOffset(now, offset));
  const filled = fill(parts, shown);
  if (parts.zone !== undefined && filled.year !== zoneYear) offset = zoneOffset(parts.zone, filled.year, zone);
  const nanosecond = parts.nanosecond ?? 0;
  if (offset === null) return inRange(filled) ? makeTime({ ...filled, nanosecond }, zone) : null;
  const utc = applyOffset(filled, offset);
  if (!inRange(utc)) return null;
  return showIn(makeUtc({ ...utc, nanosecond }), parts.zone ?? '', offset, zone);
}

// Fields before the first part found are taken from `now`.
function fill(parts: DateParts, now: ReturnType<typeof civil>): Filled {
  const names = ['year', 'month', 'day', 'hour', 'minute', 'second'] as const;
  const starts = { year: 1970, month: 1, day: 1, hour: 0, minute: 0, second: 0 };
  const filled = { ...starts };
  let named = false;
  for (const name of names) {
    const part = parts[name];
    if (part !== undefined) named = true;
    filled[name] = part ?? (named ? starts[name] : now[name]);
  }
  return filled;
}

function showIn(time: RubyTime, name: string, offset: number, zone: Zone): RubyTime {
  if (/^(?:-00:00|-0000|-00|UTC|Z|UT)$/i.test(name)) return toUtc(time);
  const local = toLocal(time, zone);
  return local.offset === offset ? local : toOffset(time, offset);
}

// Hours from UTC of the names that Time knows (those of RFC 2822; military letters are below).
const NAMED: Readonly<Record<string, number>> = {
  UTC: 0,
  UT: 0,
  GMT: 0,
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
};
const EAST = 'ABCDEFGHIKLM';
const WEST = 'NOPQRSTUVWXY';

// Seconds east of UTC; null for an unknown name. The local zone's own abbreviations are known, too.
function zoneOffset(text: string, year: number, zone: Zone): number | null {
  const name = text.toUpperCase();
  const digits = /^([+-])(\d\d)(:?)(\d\d)(?:\3(\d\d))?$/.exec(name);
  if (digits) {
    const seconds = (Number(digits[2]) * 60 + Number(digits[4])) * 60 + Number(digits[5] ?? 0);
    return digits[1] === '-' ? 0 - seconds : seconds;
  }
  if (/^[+-]\d\d$/.test(name)) return Number(name) * 3600 + 0;
  const hours = Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
  if (hours !== undefined) return hours * 3600;
  if (name === 'Z') return 0;
  if (name.length === 1 && EAST.includes(name)) return (EAST.indexOf(name) + 1) * 3600;
  if (name.length === 1 && WEST.includes(name)) return -(WEST.indexOf(name) + 1) * 3600;
  for (const month of [1, 7]) {
    const time = makeTime({ year, month }, zone);
    if (time.zone?.toUpperCase() === name) return time.offset;
  }
  return null;
}

// The fields converted to UTC. As in Ruby, the day moves to a neighbouring month at most.
function applyOffset(fields: Filled, offset: number): Filled {
  let { year, month, day, hour, minute, second } = fields;
  if (offset === 0) return fields;
  // Field by field, as in Ruby: an invalid field (25:00) that the offset doesn't change is rejected later.
  let rest = Math.abs(offset);
  const sign = offset < 0 ? 1 : -1;
  const parts = [rest % 60, Math.floor(rest / 60) % 60, Math.floor(rest / 3600) % 24];
  rest = Math.floor(rest / 86400);
  let carry = 0;
  const step = (value: number, by: number, base: number): number => {
    const moved = by + carry;
    carry = 0;
    if (moved === 0) return value;
    const sum = value + sign * moved;
    carry = sign * Math.floor(sum / base);
    return sum - Math.floor(sum / base) * base;
  };
  second = step(second, parts[0]!, 60);
  minute = step(minute, parts[1]!, 60);
  hour = step(hour, parts[2]!, 24);
  const days = rest + carry;
  if (days !== 0 && sign > 0) {
    day += days;
    // A 13th month has no length here; Time.utc rejects it later.
    const last = monthDays(year, month || 12);
    if (last > 0 && day > last) {
      month++;
      if (month > 12) {
        month = 1;
        year++;
      }
      day = 1;
    }
  } else if (days !== 0) {
    day -= days;
    if (day < 1) {
      month--;
      if (month < 1) {
        year--;
        month = 12;
      }
      day = monthDays(year, month);
    }
  }
  return { year, month, day, hour, minute, second };
}
