// Time#strftime and Date#strftime (Ruby 3.1, date 3.2): every directive with its flags and widths, English names.

import { dateToJd, jdToDays, weekdayOfDays } from './calendar.ts';
import { ArgumentError } from './errors.ts';
import { DIRECTIVES, type Flags, MONTH_NAMES, type Moment, pad, two, withRounds } from './strftime-directives.ts';
import { civil } from './time.ts';
import type { RubyDate } from './values.ts';
import { RubyTime } from './values.ts';

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

/** One directive: its output, and where the format continues. An unknown one prints itself. */
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

/** What a directive prints; null if it is unknown. */
function expand(moment: Moment, letter: string, flags: Flags): string | null {
  const print = DIRECTIVES.get(letter);
  if (print !== undefined) return print(moment, flags);
  const format = compositeFormat(letter, moment.isDate);
  return format === undefined ? null : composite(moment, format, flags);
}

/** The formats that a single directive stands for. */
const COMPOSITES: ReadonlyMap<string, string> = new Map([
  ['c', '%a %b %e %H:%M:%S %Y'],
  ['D', '%m/%d/%y'],
  ['x', '%m/%d/%y'],
  ['F', '%Y-%m-%d'],
  ['T', '%H:%M:%S'],
  ['X', '%H:%M:%S'],
  ['R', '%H:%M'],
  ['r', '%I:%M:%S %p'],
  ['v', '%e-%^b-%4Y'],
]);

/** Those that Date defines in its own way. */
const DATE_COMPOSITES: ReadonlyMap<string, string> = new Map([
  ['v', '%e-%^b-%Y'],
  ['+', '%a %b %e %H:%M:%S %Z %Y'],
]);

const compositeFormat = (letter: string, isDate: boolean): string | undefined =>
  (isDate ? DATE_COMPOSITES.get(letter) : undefined) ?? COMPOSITES.get(letter);

function composite(t: Moment, format: string, flags: Flags): string {
  const text = render(t, format);
  // Time pads it even with `-`; Date doesn't.
  return pad(flags.upper ? text.toUpperCase() : text, t.isDate ? flags : { ...flags, bare: false });
}
