// The type of a plain scalar in SafeYAML 1.0.5: its transformers, in its order.

import { daysFromCivil, isValidDate } from '../ruby/calendar.ts';
import { ArgumentError } from '../ruby/errors.ts';
import { digitsToInteger, negateInteger } from '../ruby/integer.ts';
import { RubyDate, RubyFloat, RubyTime, type Value } from '../ruby/values.ts';

/**
 * The value of an unquoted scalar. Throws Ruby's ArgumentError for what looks like a number but is invalid (`._5`,
 * `.`): Jekyll can't read such a file.
 */
export function typeScalar(text: string): Value {
  // Most scalars are words; numbers, dates and times start with a digit, a sign, a dot, a comma or an underscore.
  const first = text.charCodeAt(0);
  if (text === '') return null;
  if (first < 0x3a) {
    const number = toInteger(text) ?? toFloat(text);
    if (number !== undefined) return number;
    return toDate(text) ?? toTime(text) ?? text;
  }
  if (first === 0x5f) return toInteger(text) ?? text;
  return toWord(text);
}

// Ruby's \Z allows a newline at the end, which an alias of a block scalar has.
const DECIMAL = /^[-+]?(?:0|[1-9][0-9]*)\n?$/;
const OCTAL = /^0[0-7]+\n?$/;
// A sign is only allowed with a lower-case x.
const HEXADECIMAL = /^(?:[-+]?0x|0X)[0-9a-fA-F]+\n?$/;
const BINARY = /^0b[01]+\n?$/;
const SEXAGESIMAL = /^[-+]?[0-9]+(?::[0-5]?[0-9])+\n?$/;

/** `1,000` and `1_000` are 1000, `010` is 8, `1:30` is 90.0 (a Float); undefined if the string isn't an integer. */
function toInteger(text: string): Value | undefined {
  const digits = text.replace(/[_,]/g, '');
  if (DECIMAL.test(digits)) return signed(digits, 10, 0);
  if (OCTAL.test(digits)) return signed(digits, 8, 1);
  if (HEXADECIMAL.test(digits)) return signed(digits, 16, 2);
  if (BINARY.test(digits)) return signed(digits, 2, 2);
  return SEXAGESIMAL.test(digits) ? sexagesimal(digits) : undefined;
}

function signed(text: string, base: 2 | 8 | 10 | 16, prefix: number): number | bigint {
  const hasSign = text.startsWith('-') || text.startsWith('+');
  const value = digitsToInteger(text.slice(prefix + (hasSign ? 1 : 0)).trimEnd(), base);
  return text.startsWith('-') ? negateInteger(value) : value;
}

const FLOAT = /^[-+]?(?:\d[\d_]*)?\.[\d_]+(?:[eE][-+]\d+)?\n?$/;
const SEXAGESIMAL_FLOAT = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*\n?$/;
const SPECIAL_FLOAT = /^(?:(-?)\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** A single object, as in SafeYAML: as a key, NaN only equals itself if it is the same object. */
const NOT_A_NUMBER = new RubyFloat(Number.NaN);

function toFloat(text: string): Value | undefined {
  if (FLOAT.test(text)) return new RubyFloat(strictFloat(text));
  const special = SPECIAL_FLOAT.exec(text);
  if (special !== null) {
    if (special[1] === undefined) return NOT_A_NUMBER;
    return new RubyFloat(special[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY);
  }
  return SEXAGESIMAL_FLOAT.test(text) ? sexagesimal(text) : undefined;
}

// Underscores are only allowed between digits.
const STRICT_FLOAT = /^[-+]?(?:\d+(?:_\d+)*)?(?:\.\d+(?:_\d+)*)?(?:[eE][-+]?\d+)?\n?$/;

/** Kernel#Float. */
function strictFloat(text: string): number {
  if (!STRICT_FLOAT.test(text)) throw new ArgumentError(`invalid value for Float(): ${JSON.stringify(text)}`);
  return Number(text.replaceAll('_', ''));
}

// SafeYAML returns a Float, and applies the sign twice: to the first number, and to the sum (-1:30 is 30.0).
function sexagesimal(text: string): RubyFloat {
  const [whole = '', fraction = ''] = text.split('.');
  const parts = whole.split(':');
  let value = 0;
  let unit = 1;
  for (let i = parts.length - 1; i >= 0; i--) {
    value += strictFloat(parts[i]!) * unit;
    unit *= 60;
  }
  if (fraction !== '') value += strictFloat(`.${fraction}`);
  return new RubyFloat(text.startsWith('-') ? -value : value);
}

function toWord(text: string): Value {
  if (text.length > 5) return text;
  switch (text.toLowerCase()) {
    case '~':
    case 'null':
      return null;
    case 'yes':
    case 'on':
    case 'true':
      return true;
    case 'no':
    case 'off':
    case 'false':
      return false;
    default:
      return text;
  }
}

const DATE = /^(\d{4})-(\d{2})-(\d{2})\n?$/;

function toDate(text: string): RubyDate | undefined {
  const match = DATE.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isValidDate(year, month, day) ? new RubyDate(year, month, day) : undefined;
}

const TIME =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt]|[\t\n\v\f\r ]+)(\d{1,2}):(\d{2}):(\d{2})(?:\.(\d*))?[\t\n\v\f\r ]*(Z|[-+]\d{1,2}(?::?\d{2})?)?\n?$/;

/** DateTime.parse rejects longer strings. */
const LONGEST_TIME = 128;

/**
 * DateTime.parse(text).to_time: a time at the given offset, or UTC. As in date 3.2; date 3.6, which the stack of Jekyll
 * 4 may have, treats years before 1582 and offsets of 24 hours differently.
 */
function toTime(text: string): RubyTime | undefined {
  const match = text.length > LONGEST_TIME ? null : TIME.exec(text);
  if (match === null) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (!isValidDate(year, month, day) || second > 60 || minute > 59) return undefined;
  if (hour > 24 || (hour === 24 && (minute > 0 || second > 0))) return undefined;
  const offset = toOffset(match[8]);
  // Ruby's Time doesn't allow this offset.
  if (Math.abs(offset) === 86400) return undefined;
  // DateTime has no leap seconds.
  const seconds = daysFromCivil(year, month, day) * 86400 + hour * 3600 + minute * 60 + Math.min(second, 59) - offset;
  const nanoseconds = Number((match[7] ?? '').slice(0, 9).padEnd(9, '0'));
  return new RubyTime(seconds, nanoseconds, offset, null);
}

// Seconds east of UTC; an offset of more than a day is ignored.
function toOffset(text: string | undefined): number {
  const match = /^([-+])(\d{1,2}?):?(\d{2})?$/.exec(text ?? '');
  if (match === null) return 0;
  const seconds = Number(match[2]) * 3600 + Number(match[3] ?? 0) * 60;
  if (seconds > 86400) return 0;
  return match[1] === '-' ? 0 - seconds : seconds;
}
