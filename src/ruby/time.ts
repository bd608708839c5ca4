// Times: their civil fields, and making them from fields, seconds or dates.

import { floorDivide } from './big-decimal.ts';
import { civilFromDays, dateToJd, daysFromCivil, jdToDays, weekdayOfDays } from './calendar.ts';
import { checkInt } from './errors.ts';
import { RubyDate, RubyTime } from './values.ts';
import type { Zone } from './zone.ts';

/** A time's fields at the offset that it is shown in. */
export interface CivilTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly nanosecond: number;
  /** 0 = Sunday. */
  readonly weekday: number;
  /** 1 = 1 January. */
  readonly yearDay: number;
}

/** The fields to make a time from; missing ones default to the start of the year, month, day… */
export interface TimeFields {
  year: number;
  month?: number;
  day?: number;
  hour?: number;
  minute?: number;
  second?: number;
  nanosecond?: number;
}

const DAY = 86400;

/** A time's civil fields; the year doesn't include its 400-year cycles. */
export function civil(time: RubyTime): CivilTime {
  const local = time.seconds + time.offset;
  const days = Math.floor(local / DAY);
  const rest = local - days * DAY;
  const { year, month, day } = civilFromDays(days);
  return {
    year,
    month,
    day,
    hour: Math.floor(rest / 3600),
    minute: Math.floor(rest / 60) % 60,
    second: rest % 60,
    nanosecond: time.nanoseconds,
    weekday: weekdayOfDays(days),
    yearDay: days - daysFromCivil(year, 1, 1) + 1,
  };
}

/** Time.at(seconds, nanoseconds, :nsec) in a zone. Nanoseconds outside 0 to 999,999,999 carry over. */
export function fromEpoch(seconds: number, nanoseconds: number, zone: Zone): RubyTime {
  const whole = seconds + Math.floor(nanoseconds / 1e9);
  const { offset, abbreviation } = zone.at(whole);
  return new RubyTime(whole, ((nanoseconds % 1e9) + 1e9) % 1e9, offset, abbreviation);
}

/** The seconds in 400 years, after which the calendar repeats itself. */
export const ROUND = 146097 * DAY;

/** Time.at(seconds) in a zone, for an integer of any size. */
export function fromInteger(seconds: number | bigint, zone: Zone): RubyTime {
  if (typeof seconds === 'number') return fromEpoch(seconds, 0, zone);
  const rounds = floorDivide(seconds, BigInt(ROUND));
  return farAway(Number(seconds - rounds * BigInt(ROUND)), 0, rounds, zone);
}

function farAway(seconds: number, nanoseconds: number, rounds: bigint, zone: Zone): RubyTime {
  // In the far future or past, the zone's last or first rules apply.
  const { offset, abbreviation } = zone.at((seconds % ROUND) + (rounds < 0n ? -ROUND : ROUND) * 20);
  return new RubyTime(seconds, nanoseconds, offset, abbreviation, false, rounds);
}

/** The same time a number of 400-year cycles later. */
export const withRounds = (time: RubyTime, rounds: bigint): RubyTime =>
  new RubyTime(time.seconds, time.nanoseconds, time.offset, time.zone, time.utc, rounds);

/** Time#localtime: the same moment, shown in a zone. */
export const toLocal = ({ seconds, nanoseconds, rounds }: RubyTime, zone: Zone): RubyTime =>
  rounds === 0n ? fromEpoch(seconds, nanoseconds, zone) : farAway(seconds, nanoseconds, rounds, zone);

/** Time#utc: the same moment, flagged as UTC. */
export const toUtc = (time: RubyTime): RubyTime => new RubyTime(time.seconds, time.nanoseconds, 0, 'UTC', true);

/** Time#localtime(offset): the same moment at a fixed offset, without a zone name. */
export const toOffset = (time: RubyTime, offset: number): RubyTime =>
  new RubyTime(time.seconds, time.nanoseconds, offset, null);

/**
 * Whether Time.utc and Time.local accept the fields: they allow day 31 in any month, 24:00:00, and a leap second.
 * Throws an OutOfRangeError where Ruby raises a RangeError.
 */
export function inRange(fields: TimeFields): boolean {
  const { month = 1, day = 1, hour = 0, minute = 0, second = 0 } = fields;
  for (const field of [month, day, hour, minute, second]) if (!fitsInt(field)) return false;
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  if (hour < 0 || hour > 24 || minute < 0 || minute > 59 || second < 0 || second > 60) return false;
  return hour !== 24 || (minute === 0 && second === 0);
}

// Ruby converts each field to a C int, and rejects one with too many bits before it converts the next.
function fitsInt(field: number): boolean {
  checkInt(field);
  return field < 64;
}

/** Seconds since 1970 as if the fields were UTC. As in Ruby, day 31 of a shorter month is in the next month. */
export function civilSeconds(fields: TimeFields): number {
  const { year, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = fields;
  return daysFromCivil(year, month, day) * DAY + hour * 3600 + minute * 60 + second;
}

/** Time.utc. The fields must be in range. */
export const makeUtc = (fields: TimeFields): RubyTime =>
  new RubyTime(civilSeconds(fields), fields.nanosecond ?? 0, 0, 'UTC', true);

/** Time.new(…, offset): a time at a fixed offset. */
export const makeOffset = (fields: TimeFields, offset: number): RubyTime =>
  new RubyTime(civilSeconds(fields) - offset, fields.nanosecond ?? 0, offset, null);

/**
 * Time.local: the moment that has these civil fields in the zone. In the hour that clocks skip, the offset before the
 * change applies (02:30 becomes 03:30); in the hour that they repeat, the second pass.
 */
export function makeTime(fields: TimeFields, zone: Zone): RubyTime {
  const wall = civilSeconds(fields);
  return fromEpoch(resolveLocal(wall, zone), fields.nanosecond ?? 0, zone);
}

function resolveLocal(wall: number, zone: Zone): number {
  // Offsets are within a day of UTC, so these moments are before and after any relevant change.
  const before = zone.at(wall - DAY).offset;
  const after = zone.at(wall + DAY).offset;
  if (before === after && zone.at(wall - before).offset === before) return wall - before;
  for (const offset of [after, before]) if (zone.at(wall - offset).offset === offset) return wall - offset;
  // There are two changes within two days, or the hour is skipped.
  const between = zone.at(wall - before).offset;
  if (zone.at(wall - between).offset === between) return wall - between;
  return wall - before;
}

/** Date#to_time: midnight in the zone. A Julian date is converted to the Gregorian calendar first. */
export const dateToTime = (date: RubyDate, zone: Zone): RubyTime =>
  makeTime({ ...civilFromDays(jdToDays(dateToJd(date.year, date.month, date.day))) }, zone);

/** Time#to_date. */
export function timeToDate(time: RubyTime): RubyDate {
  const { year, month, day } = civil(time);
  return new RubyDate(year, month, day);
}
