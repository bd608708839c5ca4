// {% increment %} and {% decrement %} (Liquid 4.0.4, Increment and Decrement).

import { dateToJd, jdToDate } from '../../ruby/calendar.ts';
import { inspect } from '../../ruby/inspect.ts';
import { normalizeInteger } from '../../ruby/integer.ts';
import { strip } from '../../ruby/strings.ts';
import { toText } from '../../ruby/us-ascii.ts';
import { RubyDate, RubyFloat, RubyTime, type Value } from '../../ruby/values.ts';
import type { TagDefinition } from '../compile/environment.ts';
import { noMethod, typeError } from '../errors.ts';
import type { Context } from '../runtime/context.ts';
import type { CounterTag } from '../syntax/tree.ts';

/**
 * `{% increment name %}`: prints, then adds one. The counter is in the payload, separate from variables set by assign.
 */
export const incrementTag: TagDefinition<CounterTag> = {
  parse: (markup) => ({ kind: 'increment', name: strip(markup), blank: false, block: false }),
  compile:
    ({ name }) =>
    (context) => {
      const value = current(name, context);
      context.payload.set(name, add(value, 1));
      return toText(value);
    },
};

/** `{% decrement name %}`: subtracts one, then prints. */
export const decrementTag: TagDefinition<CounterTag> = {
  parse: (markup) => ({ kind: 'decrement', name: strip(markup), blank: false, block: false }),
  compile:
    ({ name }) =>
    (context) => {
      const value = add(current(name, context), -1);
      context.payload.set(name, value);
      return toText(value);
    },
};

function current(name: string, context: Context): Value {
  const value = context.payload.get(name);
  return value === undefined || value === null || value === false ? 0 : value;
}

function add(value: Value, by: 1 | -1): Value {
  if (typeof value === 'number' || typeof value === 'bigint') return normalizeInteger(BigInt(value) + BigInt(by));
  if (value instanceof RubyFloat) return new RubyFloat(value.value + by);
  // Adding to a time means seconds, to a date, days.
  if (value instanceof RubyTime) {
    const { seconds, nanoseconds, offset, zone, utc, rounds } = value;
    return new RubyTime(seconds + by, nanoseconds, offset, zone, utc, rounds);
  }
  if (value instanceof RubyDate) {
    const { year, month, day } = jdToDate(dateToJd(value.year, value.month, value.day) + by);
    return new RubyDate(year, month, day);
  }
  if (Array.isArray(value)) throw typeError('no implicit conversion of Integer into Array');
  if (typeof value === 'string' && by === 1) throw typeError('no implicit conversion of Integer into String');
  throw noMethod(
    by === 1 ? '+' : '-',
    value,
    `Use another name: the page or site has a value with this one, ${inspect(value)}.`,
  );
}
