// The directives of strftime that read one field, each with its flags and width (Ruby 3.1, date 3.2).

import { daysFromCivil, isLeap, weekdayOfDays } from './calendar.ts';
import { type CivilTime, ROUND } from './time.ts';

const DAY_NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
export const MONTH_NAMES = [
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
export interface Flags {
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
export interface Moment extends CivilTime {
  readonly isDate: boolean;
  readonly utc: boolean;
  readonly offset: number;
  readonly zone: string;
  readonly epoch: number;
  /** 400-year cycles that its year and epoch don't include. */
  readonly rounds: bigint;
}

/** What a directive prints; null if it is unknown to the value's class. */
type Directive = (t: Moment, flags: Flags) => string | null;

const padded =
  (field: (t: Moment) => number | bigint, digits: number, fallback: '0' | ' ' = '0'): Directive =>
  (t, flags) =>
    signedNumber(field(t), digits, fallback, flags);

const named =
  (field: (t: Moment) => string): Directive =>
  (t, flags) =>
    pad(flags.upper || flags.swap ? field(t).toUpperCase() : field(t), flags);

const hourOf12 = (t: Moment): number => ((t.hour + 11) % 12) + 1;
const weekday = (t: Moment): string => DAY_NAMES[t.weekday]!;
const month = (t: Moment): string => MONTH_NAMES[t.month - 1]!;
const shortMonth = named((t) => month(t).slice(0, 3));

export const DIRECTIVES: ReadonlyMap<string, Directive> = new Map<string, Directive>([
  ['Y', (t, flags) => yearNumber(t.year, t, flags)],
  ['G', (t, flags) => yearNumber(isoWeek(t).year, t, flags)],
  ['C', padded((t) => withRounds(Math.floor(t.year / 100), 4, t.rounds), 2)],
  ['y', padded((t) => modulo(t.year, 100), 2)],
  ['g', padded((t) => modulo(isoWeek(t).year, 100), 2)],
  ['m', padded((t) => t.month, 2)],
  ['d', padded((t) => t.day, 2)],
  ['e', padded((t) => t.day, 2, ' ')],
  ['j', padded((t) => t.yearDay, 3)],
  ['H', padded((t) => t.hour, 2)],
  ['k', padded((t) => t.hour, 2, ' ')],
  ['I', padded(hourOf12, 2)],
  ['l', padded(hourOf12, 2, ' ')],
  ['M', padded((t) => t.minute, 2)],
  ['S', padded((t) => t.second, 2)],
  ['L', (t, flags) => fraction(t.nanosecond, flags.width > 0 ? flags.width : 3)],
  ['N', (t, flags) => fraction(t.nanosecond, flags.width > 0 ? flags.width : 9)],
  ['s', padded((t) => withRounds(t.epoch, ROUND, t.rounds), 1)],
  ['Q', (t, flags) => (t.isDate ? signedNumber(t.epoch * 1000, 1, '0', flags) : null)],
  ['u', padded((t) => t.weekday || 7, 1)],
  ['w', padded((t) => t.weekday, 1)],
  ['U', padded((t) => Math.floor((t.yearDay + 6 - t.weekday) / 7), 2)],
  ['W', padded((t) => Math.floor((t.yearDay + 6 - ((t.weekday + 6) % 7)) / 7), 2)],
  ['V', padded((t) => isoWeek(t).week, 2)],
  ['A', named(weekday)],
  ['a', named((t) => weekday(t).slice(0, 3))],
  ['B', named(month)],
  ['b', shortMonth],
  ['h', shortMonth],
  ['p', (t, flags) => meridian(t, flags, flags.swap)],
  ['P', (t, flags) => meridian(t, flags, !flags.swap && !flags.upper)],
  ['Z', zoneName],
  ['z', zoneOffset],
  ['n', (_, flags) => pad('\n', flags)],
  ['t', (_, flags) => pad('\t', flags)],
  // Colons must be followed by z, so `flags` has none here.
  ['%', (_, flags) => pad('%', flags)],
]);

export const two = (value: number): string => (value < 10 ? `0${value}` : String(value));

/** Adds `each` for each 400-year cycle. */
export const withRounds = (value: number, each: number, rounds: bigint): number | bigint =>
  rounds === 0n ? value : BigInt(value) + rounds * BigInt(each);

const modulo = (value: number, by: number): number => ((value % by) + by) % by;

function yearNumber(short: number, { rounds }: Moment, flags: Flags): string {
  const value = withRounds(short, 400, rounds);
  return signedNumber(value, value < 0 ? 5 : 4, '0', flags);
}

/** C's printf("%0*d"): the sign counts towards the width and comes before the zeros. */
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

export function pad(text: string, flags: Flags): string {
  if (flags.bare || flags.width <= text.length) return text;
  return text.padStart(flags.width, flags.padding || ' ');
}

function zoneName({ zone }: Moment, flags: Flags): string {
  const text = flags.swap ? zone.toLowerCase() : flags.upper ? zone.toUpperCase() : zone;
  return text === '' ? '' : pad(text, flags);
}

function meridian(t: Moment, flags: Flags, lower: boolean): string {
  const text = t.hour < 12 ? 'AM' : 'PM';
  return pad(lower ? text.toLowerCase() : text, flags);
}

/** %z +0800, %:z +08:00, %::z +08:00:00, %:::z the shortest that is exact. */
function zoneOffset(t: Moment, flags: Flags): string {
  const seconds = Math.abs(t.offset);
  const hours = Math.floor(seconds / 3600);
  const tail = minutesAndSeconds(seconds, flags.colons);
  // RFC 3339's `-00:00`: %-z of a UTC time.
  const sign = t.offset < 0 || (flags.bare && t.utc) ? '-' : '+';
  const least = t.isDate && flags.bare && hours < 10 ? 1 : 2;
  const width = Math.max(flags.width - tail.length - 1, least);
  if (flags.padding === ' ') return `${sign}${hours}`.padStart(width + 1, ' ') + tail;
  return `${sign}${String(hours).padStart(width, '0')}${tail}`;
}

/** What follows the hours of an offset, by the number of colons. */
function minutesAndSeconds(offset: number, colons: number): string {
  const minutes = two(Math.floor(offset / 60) % 60);
  if (colons === 0) return minutes;
  if (colons === 3 && offset % 3600 === 0) return '';
  if (colons === 1 || (colons === 3 && offset % 60 === 0)) return `:${minutes}`;
  return `:${minutes}:${two(offset % 60)}`;
}

/** The ISO 8601 week, and the year that it belongs to. */
function isoWeek(t: Moment): { year: number; week: number } {
  const week = Math.floor((t.yearDay - (t.weekday || 7) + 10) / 7);
  if (week < 1) return { year: t.year - 1, week: weeksIn(t.year - 1) };
  if (week > weeksIn(t.year)) return { year: t.year + 1, week: 1 };
  return { year: t.year, week };
}

/** A year has 53 weeks if it starts on a Thursday, or if it is a leap year and starts on a Wednesday. */
function weeksIn(year: number): number {
  const first = weekdayOfDays(daysFromCivil(year, 1, 1));
  return first === 4 || (first === 3 && isLeap(year)) ? 53 : 52;
}
