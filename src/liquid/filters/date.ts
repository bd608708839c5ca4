// Dates (Liquid 4.0.4, StandardFilters#date; jekyll, filters/date_filters.rb).

import { ArgumentError, OutOfRangeError } from '../../ruby/errors.ts';
import { inspect } from '../../ruby/inspect.ts';
import { toI } from '../../ruby/integer.ts';
import { strftime } from '../../ruby/strftime.ts';
import { downcase } from '../../ruby/strings.ts';
import { civil, dateToTime, fromInteger, toLocal } from '../../ruby/time.ts';
import { parseTime } from '../../ruby/time-parse.ts';
import { toS } from '../../ruby/to-s.ts';
import { RubyDate, RubyTime, type Value } from '../../ruby/values.ts';
import { argumentError, LiquidError } from '../errors.ts';
import type { Context, FilterDefinition } from '../runtime/context.ts';
import type { Filters } from './define.ts';

/** Liquid::Utils.to_date: null if Ruby finds no date. A string of digits is a number of seconds since 1970. */
export function toDate(value: Value, context: Context): RubyDate | RubyTime | null {
  if (value instanceof RubyDate || value instanceof RubyTime) return value;
  if (typeof value === 'number' || typeof value === 'bigint') return fromInteger(value, context.host.zone);
  if (typeof value !== 'string' || value === '') return null;
  return context.env.dates.read(value, () => readDate(value, context));
}

function readDate(value: string, { host }: Context): RubyTime | null {
  const text = downcase(value);
  if (text === 'now' || text === 'today') return toLocal(host.now, host.zone);
  if (/^[0-9]+$/.test(text)) return fromInteger(toI(text), host.zone);
  try {
    return parseTime(text, host.now, host.zone);
  } catch (error) {
    if (!(error instanceof OutOfRangeError)) throw error;
    throw new LiquidError('liquid-range', error.message, 'The date has a number that is too large.');
  }
}

function formatTime(time: RubyDate | RubyTime, pattern: string): string {
  try {
    return strftime(time, pattern);
  } catch (error) {
    if (!(error instanceof ArgumentError)) throw error;
    throw argumentError(error.message, 'The format ends within a directive; write %% for a percent sign.');
  }
}

const date: FilterDefinition = {
  arity: [1, 1],
  apply(input, [format], context) {
    const pattern = toS(format!);
    if (pattern === '') return input;
    const time = toDate(input, context);
    if (time === null) return input;
    return context.env.dates.format(time, pattern, () => formatTime(time, pattern));
  },
};

/** The local time of a date filter's input. Jekyll's date filters stop the build at an invalid date. */
function localTime(input: Value, context: Context): RubyTime {
  const time = toDate(input, context);
  if (time === null) {
    throw new LiquidError(
      'liquid-invalid-date',
      `Invalid Date: '${inspect(input)}' is not a valid datetime.`,
      'Write dates as 2020-01-31 or 2020-01-31 12:00:00 +0100.',
    );
  }
  return time instanceof RubyDate ? dateToTime(time, context.host.zone) : toLocal(time, context.host.zone);
}

const formatted = (format: (time: RubyTime) => string): FilterDefinition => ({
  arity: [0, 0],
  apply(input, _args, context) {
    const text = () => format(localTime(input, context));
    if (input instanceof RubyTime) return context.env.dates.format(input, format, text);
    return toS(input) === '' ? input : text();
  },
});

const stringified = (month: '%b' | '%B'): FilterDefinition => {
  const plainly = {};
  return {
    arity: [0, 2],
    apply(input, [type = null, style = null], context) {
      if (toS(input) === '') return input;
      const plain = () => strftime(localTime(input, context), `%d ${month} %Y`);
      if (type !== 'ordinal')
        return input instanceof RubyTime ? context.env.dates.format(input, plainly, plain) : plain();
      const time = localTime(input, context);
      const { day } = civil(time);
      return strftime(
        time,
        style === 'US' ? `${month} ${day}${ordinal(day)}, %Y` : `${day}${ordinal(day)} ${month} %Y`,
      );
    },
  };
};

function ordinal(day: number): string {
  if (day >= 11 && day <= 13) return 'th';
  return { 1: 'st', 2: 'nd', 3: 'rd' }[day % 10] ?? 'th';
}

const xmlschema = (time: RubyTime): string =>
  strftime(time, '%Y-%m-%dT%H:%M:%S') + (time.utc ? 'Z' : strftime(time, '%:z'));

const rfc822 = (time: RubyTime): string =>
  strftime(time, '%a, %d %b %Y %T ') + (time.utc ? '-0000' : strftime(time, '%z'));

export const standardDateFilters: Filters = [['date', date]];

export const jekyllDateFilters: Filters = [
  ['date_to_string', stringified('%b')],
  ['date_to_long_string', stringified('%B')],
  ['date_to_xmlschema', formatted(xmlschema)],
  ['date_to_rfc822', formatted(rfc822)],
];
