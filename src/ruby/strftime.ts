// Time#strftime and Date#strftime (Ruby 3.1, date 3.2): every directive with its flags and widths, English names.

import { dateToJd, daysFromCivil, isLeap, jdToDays, weekdayOfDays } from './calendar.ts';
import { ArgumentError } from './errors.ts';
import { type CivilTime, civil, ROUND } from './time.ts';
import type { RubyDate } from './values.ts';
import { RubyTime } from './values.ts';

const DAY_NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** A directive's flags and width: `%-10d`. */
interface Flags {
  /** `-`: no padding. */
  bare: boolean;
  /** `_` or `0`; '' by default. */
  padding: '' | ' ' | '0';
  upper: boolean;
  /** `#`: swaps the case. */
  swap: boolean;
  colons: number;
  /** -1 by default. */
  width: number;
}

/** What the directives read: a time's fields, or a date's at midnight. */
interface Moment extends CivilTime {
  readonly isDate: boolean;
  readonly utc: boolean;
  readonly offset: number;
  readonly zone: string;
  readonly epoch: number;
  /** 400-year cycles that its year and epoch don't include. */
  readonly rounds: bigint;
}

/**
 * Formats a time or a date. Unknown directives are kept as written. A Time's format that ends within a directive
 * (`100%`) throws an ArgumentError.
 */
export function strftime(value: RubyTime | RubyDate, format: string): string {
  if (!format.includes('%')) return format;
  return render(value instanceof RubyTime ? ofTime(value) : ofDate(value), format);
}

/** Time#to_s: `2020-01-02 03:04:05 +0800`, or `… UTC` for a UTC time. */
export function formatTime(time: RubyTime): string {
  const t = civil(time);
  const clock = `${two(t.hour)}:${two(t.minute)}:${two(t.second)}`;
  return `${year(withRounds(t.year, 400, time.rounds))}-${two(t.month)}-${two(t.day)} ${clock} ${time.utc ? 'UTC' : offset(time.offset, '')}`;
}

/** Date#to_s: `2020-01-02`. */
export const formatDate = (date: RubyDate): string => `${year(date.year)}-${two(date.month)}-${two(date.day)}`;

/** Time#xmlschema: `2020-01-02T03:04:05+08:00`, with `Z` for a UTC time. */
export function xmlschema(time: RubyTime): string {
  const t = civil(time);
  const clock = `${two(t.hour)}:${two(t.minute)}:${two(t.second)}`;
  return `${year(withRounds(t.year, 400, time.rounds))}-${two(t.month)}-${two(t.day)}T${clock}${time.utc ? 'Z' : offset(time.offset, ':')}`;
}

/** Time#rfc822: `Thu, 02 Jan 2020 03:04:05 +0800`, with `-0000` for a UTC time. */
export const rfc822 = (time: RubyTime): string =>
  strftime(time, '%a, %d %b %Y %T ') + (time.utc ? '-0000' : offset(time.offset, ''));

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));

/** Adds `each` for each 400-year cycle. */
const withRounds = (value: number, each: number, rounds: bigint): number | bigint =>
  rounds === 0n ? value : BigInt(value) + rounds * BigInt(each);

const year = (value: number | bigint): string =>
  value < 0 ? `-${String(-value).padStart(4, '0')}` : String(value).padStart(4, '0');

function offset(seconds: number, colon: string): string {
  const minutes = Math.floor(Math.abs(seconds) / 60);
  return `${seconds < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${colon}${two(minutes % 60)}`;
}

function ofTime(time: RubyTime): Moment {
  const { year, month, day, hour, minute, second, nanosecond, weekday, yearDay } = civil(time);
  const { utc, offset, rounds } = time;
  const zone = utc ? 'UTC' : (time.zone ?? '');
  const epoch = time.seconds;
  const isDate = false;
  // Field by field: objects made by a spread are slow to read.
  return {
    year,
    month,
    day,
    hour,
    minute,
    second,
    nanosecond,
    weekday,
    yearDay,
    isDate,
    utc,
    offset,
    zone,
    epoch,
    rounds,
  };
}

function ofDate(date: RubyDate): Moment {
  const jd = dateToJd(date.year, date.month, date.day);
  return {
    year: date.year,
    month: date.month,
    day: date.day,
    hour: 0,
    minute: 0,
    second: 0,
    nanosecond: 0,
    weekday: weekdayOfDays(jdToDays(jd)),
    yearDay: jd - dateToJd(date.year, 1, 1) + 1,
    isDate: true,
    utc: false,
    offset: 0,
    zone: '+00:00',
    epoch: jdToDays(jd) * 86400,
    rounds: 0n,
  };
}

function render(moment: Moment, format: string): string {
  let out = '';
  let at = 0;
  for (;;) {
    const start = format.indexOf('%', at);
    if (start < 0) return out + format.slice(at);
    out += format.slice(at, start);
    const usual = directiveAsUsual(moment, format.charCodeAt(start + 1));
    if (usual !== null) {
      out += usual;
      at = start + 2;
      continue;
    }
    const match = directive(moment, format, start);
    out += match.text;
    at = match.end;
  }
}

/** The most frequent directives without flags: a shortcut for `directive`. */
function directiveAsUsual(t: Moment, letter: number): string | null {
  switch (letter) {
    case 0x59: // Y
      return t.year >= 1000 && t.rounds === 0n ? String(t.year) : null;
    case 0x6d: // m
      return two(t.month);
    case 0x64: // d
      return two(t.day);
    case 0x48: // H
      return two(t.hour);
    case 0x4d: // M
      return two(t.minute);
    case 0x53: // S
      return two(t.second);
    case 0x62: // b
      return MONTH_NAMES[t.month - 1]!.slice(0, 3);
    case 0x42: // B
      return MONTH_NAMES[t.month - 1]!;
    default:
      return null;
  }
}

/** One directive: its output, and where the format goes on. An unknown one prints itself. */
function directive(moment: Moment, format: string, start: number): { text: string; end: number } {
  const flags: Flags = { bare: false, padding: '', upper: false, swap: false, colons: 0, width: -1 };
  let at = start + 1;
  const unknown = (last: number) => {
    const end = Math.min(last + 1, format.length);
    return { text: format.slice(start, end), end };
  };
  let modified = false;
  for (; at < format.length; at++) {
    const c = format[at]!;
    if (c === '-' || c === '_' || c === '^' || c === '#') {
      // A flag after a width (or, in a Date's format, after a modifier) makes the directive invalid.
      if (flags.width > 0 || (moment.isDate && (modified || flags.colons > 0))) return unknown(at);
      if (c === '-') {
        flags.bare = true;
        if (!moment.isDate) {
          flags.padding = '';
          flags.width = 0;
        }
      } else if (c === '_') flags.padding = ' ';
      else if (c === '^') flags.upper = true;
      else flags.swap = true;
    } else if (c >= '0' && c <= '9') {
      if (c === '0') {
        if (moment.isDate && (flags.width > 0 || modified || flags.colons > 0)) return unknown(at);
        flags.padding = '0';
      }
      let end = at;
      while (end < format.length && format[end]! >= '0' && format[end]! <= '9') end++;
      const width = Number(format.slice(at, end));
      if (width > 2147483647) return unknown(at);
      flags.width = width;
      at = end - 1;
    } else if (c === 'E' || c === 'O') {
      const next = format[at + 1] ?? '';
      if (next === '' || !(c === 'E' ? 'cCxXyY' : 'deHkIlmMSuUVwWy').includes(next)) return unknown(at);
      modified = true;
    } else if (c === ':') {
      let colons = 1;
      while (format[at + colons] === ':') colons++;
      // Four colons before another letter than z are ignored in a Time's format.
      if (colons === 4 && !moment.isDate && format[at + 4] !== 'z') colons = 0;
      else if (format[at + colons] !== 'z' || colons > 3) return unknown(at);
      flags.colons = colons;
      at += (colons || 4) - 1;
    } else {
      const text = expand(moment, c, flags);
      return text === null ? unknown(at) : { text, end: at + 1 };
    }
  }
  // Time rejects a format that ends within a directive; Date prints it.
  if (!moment.isDate) throw new ArgumentError(`invalid format: ${format}`);
  return unknown(at - 1);
}

function expand(t: Moment, letter: string, flags: Flags): string | null {
  switch (letter) {
    case 'Y':
      return yearNumber(t.year, t, flags);
    case 'G':
      return yearNumber(isoWeek(t).year, t, flags);
    case 'C':
      return signedNumber(withRounds(Math.floor(t.year / 100), 4, t.rounds), 2, '0', flags);
    case 'y':
      return signedNumber(modulo(t.year, 100), 2, '0', flags);
    case 'g':
      return signedNumber(modulo(isoWeek(t).year, 100), 2, '0', flags);
    case 'm':
      return signedNumber(t.month, 2, '0', flags);
    case 'd':
      return signedNumber(t.day, 2, '0', flags);
    case 'e':
      return signedNumber(t.day, 2, ' ', flags);
    case 'j':
      return signedNumber(t.yearDay, 3, '0', flags);
    case 'H':
      return signedNumber(t.hour, 2, '0', flags);
    case 'k':
      return signedNumber(t.hour, 2, ' ', flags);
    case 'I':
      return signedNumber(((t.hour + 11) % 12) + 1, 2, '0', flags);
    case 'l':
      return signedNumber(((t.hour + 11) % 12) + 1, 2, ' ', flags);
    case 'M':
      return signedNumber(t.minute, 2, '0', flags);
    case 'S':
      return signedNumber(t.second, 2, '0', flags);
    case 'L':
      return fraction(t.nanosecond, flags.width > 0 ? flags.width : 3);
    case 'N':
      return fraction(t.nanosecond, flags.width > 0 ? flags.width : 9);
    case 's':
      return signedNumber(withRounds(t.epoch, ROUND, t.rounds), 1, '0', flags);
    case 'Q':
      return t.isDate ? signedNumber(t.epoch * 1000, 1, '0', flags) : null;
    case 'u':
      return signedNumber(t.weekday || 7, 1, '0', flags);
    case 'w':
      return signedNumber(t.weekday, 1, '0', flags);
    case 'U':
      return signedNumber(Math.floor((t.yearDay + 6 - t.weekday) / 7), 2, '0', flags);
    case 'W':
      return signedNumber(Math.floor((t.yearDay + 6 - ((t.weekday + 6) % 7)) / 7), 2, '0', flags);
    case 'V':
      return signedNumber(isoWeek(t).week, 2, '0', flags);
    case 'A':
      return name(DAY_NAMES[t.weekday]!, flags);
    case 'a':
      return name(DAY_NAMES[t.weekday]!.slice(0, 3), flags);
    case 'B':
      return name(MONTH_NAMES[t.month - 1]!, flags);
    case 'b':
    case 'h':
      return name(MONTH_NAMES[t.month - 1]!.slice(0, 3), flags);
    case 'p':
      return meridian(t, flags, flags.swap);
    case 'P':
      return meridian(t, flags, !flags.swap && !flags.upper);
    case 'Z':
      return fill(flags.swap ? t.zone.toLowerCase() : flags.upper ? t.zone.toUpperCase() : t.zone, flags);
    case 'z':
      return zoneOffset(t, flags);
    case 'n':
      return pad('\n', flags);
    case 't':
      return pad('\t', flags);
    case '%':
      // Colons must be followed by z, so `flags` has none here.
      return pad('%', flags);
    case 'c':
      return composite(t, '%a %b %e %H:%M:%S %Y', flags);
    case 'D':
    case 'x':
      return composite(t, '%m/%d/%y', flags);
    case 'F':
      return composite(t, '%Y-%m-%d', flags);
    case 'T':
    case 'X':
      return composite(t, '%H:%M:%S', flags);
    case 'R':
      return composite(t, '%H:%M', flags);
    case 'r':
      return composite(t, '%I:%M:%S %p', flags);
    case 'v':
      return composite(t, t.isDate ? '%e-%^b-%Y' : '%e-%^b-%4Y', flags);
    case '+':
      return t.isDate ? composite(t, '%a %b %e %H:%M:%S %Z %Y', flags) : null;
    default:
      return null;
  }
}

const modulo = (value: number, by: number): number => ((value % by) + by) % by;

function yearNumber(short: number, { rounds }: Moment, flags: Flags): string {
  const value = withRounds(short, 400, rounds);
  return signedNumber(value, value < 0 ? 5 : 4, '0', flags);
}

// C's printf("%0*d"): the sign counts towards the width and comes before the zeros.
function signedNumber(value: number | bigint, digits: number, fallback: '0' | ' ', flags: Flags): string {
  const text = String(value);
  const width = flags.bare ? 1 : flags.width > 0 ? flags.width : digits;
  if (text.length >= width) return text;
  if ((flags.padding || fallback) === ' ') return text.padStart(width, ' ');
  return value < 0 ? `-${text.slice(1).padStart(width - 1, '0')}` : text.padStart(width, '0');
}

function fraction(nanoseconds: number, digits: number): string {
  const all = String(nanoseconds).padStart(9, '0');
  return digits <= 9 ? all.slice(0, digits) : all.padEnd(digits, '0');
}

function pad(text: string, flags: Flags): string {
  if (flags.bare || flags.width <= text.length) return text;
  return text.padStart(flags.width, flags.padding || ' ');
}

const fill = (text: string, flags: Flags): string => (text === '' ? '' : pad(text, flags));

const name = (text: string, flags: Flags): string => pad(flags.upper || flags.swap ? text.toUpperCase() : text, flags);

function meridian(t: Moment, flags: Flags, lower: boolean): string {
  const text = t.hour < 12 ? 'AM' : 'PM';
  return pad(lower ? text.toLowerCase() : text, flags);
}

function composite(t: Moment, format: string, flags: Flags): string {
  const text = render(t, format);
  // Time pads it even with `-`; Date doesn't.
  return pad(flags.upper ? text.toUpperCase() : text, t.isDate ? flags : { ...flags, bare: false });
}

// %z +0800, %:z +08:00, %::z +08:00:00, %:::z the shortest that is exact.
function zoneOffset(t: Moment, flags: Flags): string {
  const seconds = Math.abs(t.offset);
  const hours = Math.floor(seconds / 3600);
  const rest = [two(Math.floor(seconds / 60) % 60), two(seconds % 60)];
  const tail =
    flags.colons === 0
      ? rest[0]!
      : flags.colons === 1
        ? `:${rest[0]}`
        : flags.colons === 2
          ? `:${rest[0]}:${rest[1]}`
          : seconds % 3600 === 0
            ? ''
            : seconds % 60 === 0
              ? `:${rest[0]}`
              : `:${rest[0]}:${rest[1]}`;
  // RFC 3339's `-00:00`: %-z of a UTC time.
  const sign = t.offset < 0 || (flags.bare && t.utc) ? '-' : '+';
  const least = t.isDate && flags.bare && hours < 10 ? 1 : 2;
  const width = Math.max(flags.width - tail.length - 1, least);
  if (flags.padding === ' ') return `${sign}${hours}`.padStart(width + 1, ' ') + tail;
  return `${sign}${String(hours).padStart(width, '0')}${tail}`;
}

/** The ISO 8601 week, and the year that it belongs to. */
function isoWeek(t: Moment): { year: number; week: number } {
  const week = Math.floor((t.yearDay - (t.weekday || 7) + 10) / 7);
  if (week < 1) return { year: t.year - 1, week: weeksIn(t.year - 1) };
  if (week > weeksIn(t.year)) return { year: t.year + 1, week: 1 };
  return { year: t.year, week };
}

// A year has 53 weeks if it starts on a Thursday, or if it is a leap year and starts on a Wednesday.
function weeksIn(year: number): number {
  const first = weekdayOfDays(daysFromCivil(year, 1, 1));
  return first === 4 || (first === 3 && isLeap(year)) ? 53 : 52;
}
