// Date._parse (date 3.2): guesses which parts of a date and time a string contains. Patterns are tried in order; what
// one matches is removed from the string, so that a later one doesn't read it again.

import { floorDivide } from './big-decimal.ts';
import { checkInt } from './errors.ts';

/** The parts found in a string; others are missing. */
export interface DateParts {
  year?: number;
  /** Whole 400-year cycles in addition to `year`, for years that don't fit in a number: see RubyTime. */
  rounds?: bigint;
  month?: number;
  day?: number;
  hour?: number;
  minute?: number;
  second?: number;
  nanosecond?: number;
  yearDay?: number | undefined;
  /** The zone as written: 'EST', '+08:00'. */
  zone?: string;
}

interface Guess extends DateParts {
  /** Before Christ. */
  bc?: boolean;
  /** The year is complete, so no century is guessed. */
  complete?: boolean;
}

const DAYS = 'sun|mon|tue|wed|thu|fri|sat';
const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const DIGIT = '(?<!\\d)\\d';
const ERA_END = '(?!(?<!\\.)[a-z])';
const ERA = '(c(?:e|\\.e\\.)|b(?:ce|\\.c\\.e\\.)|a(?:d|\\.d\\.)|b(?:c|\\.c\\.))';

// Ruby's \b and [[:alpha:]] cover all letters, JavaScript's only ASCII.
const LETTERS = '\\p{L}\\p{M}';
const WORD = '[\\p{L}\\p{M}\\p{N}\\p{Pc}]';
const EDGE = `(?:(?<=${WORD})(?!${WORD})|(?<!${WORD})(?=${WORD}))`;

/**
 * One of Ruby's patterns, case-insensitive. For ASCII strings (nearly all) it is compiled without the Unicode classes:
 * building those takes longer than rendering a page.
 */
class Pattern {
  readonly #source: string;
  #ascii: RegExp | null = null;
  #unicode: RegExp | null = null;

  constructor(source: string) {
    this.#source = source;
  }

  exec(text: string): RegExpExecArray | null {
    return this.#for(text).exec(text);
  }

  test(text: string): boolean {
    return this.#for(text).test(text);
  }

  #for(text: string): RegExp {
    if (NOT_ASCII.test(text)) return (this.#unicode ??= new RegExp(this.#source.replaceAll('\\b', EDGE), 'iu'));
    return (this.#ascii ??= new RegExp(this.#source.replaceAll(LETTERS, 'a-z'), 'i'));
  }
}

const NOT_ASCII = /[^\x00-\x7f]/;
const pattern = (source: string): Pattern => new Pattern(source);

const NOISE = /[^-+',./:@\p{L}\p{M}\p{Nd}[\]]+/gu;
const ASCII_NOISE = /[^-+',./:@a-zA-Z\d[\]]+/g;
const WEEKDAY = pattern(`\\b(${DAYS})[^-/\\d ]*`);
const TIME = pattern(
  `(${DIGIT}+ *(?:(?:: *\\d+(?: *: *\\d+(?:[,.]\\d*)?)?|h(?: *\\d+m?(?: *\\d+s?)?)?)(?: *[ap](?:m\\b|\\.m\\.))?` +
    `|[ap](?:m\\b|\\.m\\.)))` +
    `(?: *((?:gmt|utc?)?[-+]\\d+(?:[,.:]\\d+(?::\\d+)?)?|[${LETTERS}. ]+(?:standard|daylight) time\\b` +
    `|[${LETTERS}]+(?: dst)?\\b))?`,
);
const CLOCK = pattern(`^(\\d+)h?(?: *:? *(\\d+)m?(?: *:? *(\\d+)(?:[,.](\\d+))?s?)?)?(?: *([ap])(?:m\\b|\\.m\\.))?`);
const EUROPEAN = pattern(
  `('?${DIGIT}+)[^-\\d ]* *(${MONTHS})[^-\\d ']*(?: *(?:\\b${ERA}${ERA_END})? *('?-?\\d+(?:(?:st|nd|rd|th)\\b)?))?`,
);
const AMERICAN = pattern(`\\b(${MONTHS})[^-\\d ']* *('?\\d+)[^-\\d ']*(?: *,? *${ERA}? *('?-?\\d+))?`);
const ISO = pattern(`('?[-+]?${DIGIT}+)-(\\d+)-('?-?\\d+)`);
const JAPANESE = pattern(`\\b([mtshr])(\\d+)\\.(\\d+)\\.(\\d+)`);
const VMS = pattern(`('?-?${DIGIT}+)-(${MONTHS})[^-/.]*-('?-?\\d+)`);
const VMS_AMERICAN = pattern(`\\b(${MONTHS})[^-/.]*-('?-?\\d+)(?:-('?-?\\d+))?`);
const SLASHED = pattern(`('?-?${DIGIT}+)/ *('?\\d+)(?:\\D *('?-?\\d+))?`);
const DOTTED = pattern(`('?-?${DIGIT}+)\\. *('?\\d+)\\. *('?-?\\d+)`);
const WEEK_DATE = pattern(`\\b(\\d{2}|\\d{4})?-?w(\\d{2})(?:-?(\\d))?\\b`);
const WEEK_DAY = pattern(`-w-(\\d)\\b`);
const MONTH_DAY = pattern(`--(\\d{2})?-(\\d{2})\\b`);
const MONTH_DAY_SHORT = pattern(`--(\\d{2})(\\d{2})?\\b`);
const NOT_ORDINAL = pattern(`[,.](\\d{2}|\\d{4})-\\d{3}\\b`);
const ORDINAL = pattern(`\\b(\\d{2}|\\d{4})-(\\d{3})\\b`);
const NOT_YEAR_DAY = pattern(`\\d-\\d{3}\\b`);
const YEAR_DAY = pattern(`\\b-(\\d{3})\\b`);
const YEAR = pattern(`'(\\d+)\\b`);
const MONTH = pattern(`\\b(${MONTHS})[^ ]*`);
const DAY = pattern(`(${DIGIT}+)(st|nd|rd|th)\\b`);
const DIGITS = pattern(
  `([-+]?)(${DIGIT}{2,14})(?: *t? *(\\d{2,6})?(?:[,.](\\d*))?)?(?: *(z\\b|[-+]\\d{1,4}\\b|\\[[-+]?\\d[^\\]]*\\]))?`,
);
const BC = pattern(`\\b(bc\\b|bce\\b|b\\.c\\.|b\\.c\\.e\\.)`);
const LONE_NUMBER = /^ *(\d{1,2}) *$/;

/** Date._parse rejects longer strings. */
const LIMIT = 128;

/** The parts found in a string (possibly none); null if Ruby raises an error. */
export function guessDate(text: string): DateParts | null {
  if (text.length > LIMIT) return null;
  let rest = text.replace(NOT_ASCII.test(text) ? NOISE : ASCII_NOISE, ' ');
  const guess: Guess = {};
  const take: Take = (regexp, use) => {
    const match = regexp.exec(rest);
    if (match === null) return false;
    rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`;
    use(match);
    return true;
  };
  const has = (...classes: (RegExp | Pattern)[]): boolean => classes.every((one) => one.test(rest));

  if (has(ALPHA)) take(WEEKDAY, () => {});
  if (has(NUMERIC)) take(TIME, (match) => clock(guess, match));
  guessDay(guess, take, has);
  if (has(ALPHA)) take(BC, () => (guess.bc = true));
  if (has(NUMERIC)) take(LONE_NUMBER, (match) => loneNumber(guess, Number(match[1])));

  const { bc, complete, ...parts } = guess;
  if (bc && parts.year !== undefined) {
    parts.year = 1 - parts.year;
    if (parts.rounds !== undefined) parts.rounds = -parts.rounds;
  }
  if (complete !== true && parts.year !== undefined && parts.year >= 0 && parts.year <= 99) {
    parts.year += parts.year >= 69 ? 1900 : 2000;
  }
  return parts;
}

const ALPHA = /[a-z]/i;
const NUMERIC = /\d/;
const DASH = /-/;
const DOT = /\./;
const SLASH = /\//;

type Take = (regexp: RegExp | Pattern, use: (match: RegExpExecArray) => void) => boolean;

// In Ruby's order; the first match counts.
function guessDay(guess: Guess, take: Take, has: (...classes: (RegExp | Pattern)[]) => boolean): boolean {
  const ymd = (m: RegExpExecArray): void => assign(guess, m[1], m[2], m[3], false);
  if (has(ALPHA, NUMERIC)) {
    if (take(EUROPEAN, (m) => assign(guess, m[4], monthNumber(m[2]!), m[1], isBc(m[3])))) return true;
    if (take(AMERICAN, (m) => assign(guess, m[4], monthNumber(m[1]!), m[2], isBc(m[3])))) return true;
  }
  if (has(NUMERIC, DASH) && take(ISO, ymd)) return true;
  if (has(NUMERIC, DOT) && take(JAPANESE, (m) => japanese(guess, m))) return true;
  if (has(ALPHA, NUMERIC, DASH)) {
    if (take(VMS, (m) => assign(guess, m[3], monthNumber(m[2]!), m[1], false))) return true;
    if (take(VMS_AMERICAN, (m) => assign(guess, m[3], monthNumber(m[1]!), m[2], false))) return true;
  }
  if (has(NUMERIC, SLASH) && take(SLASHED, ymd)) return true;
  if (has(NUMERIC, DOT) && take(DOTTED, ymd)) return true;
  if (has(NUMERIC) && (guessIso(guess, take, has) || take(YEAR, (m) => setYear(guess, m[1]!)))) return true;
  if (has(ALPHA) && take(MONTH, (m) => (guess.month = Number(monthNumber(m[1]!))))) return true;
  if (!has(NUMERIC)) return false;
  return take(DAY, (m) => (guess.day = Number(m[1]))) || take(DIGITS, (m) => digits(guess, m));
}

// ISO 8601's rarer forms. Time.parse ignores weeks.
function guessIso(guess: Guess, take: Take, has: (...classes: (RegExp | Pattern)[]) => boolean): boolean {
  if (take(WEEK_DATE, () => {}) || take(WEEK_DAY, () => {})) return true;
  const monthAndDay = (m: RegExpExecArray): void => {
    if (m[1] !== undefined) guess.month = Number(m[1]);
    if (m[2] !== undefined) guess.day = Number(m[2]);
  };
  if (take(MONTH_DAY, monthAndDay) || take(MONTH_DAY_SHORT, monthAndDay)) return true;
  const ordinal = (m: RegExpExecArray): void => {
    setYear(guess, m[1]!);
    guess.yearDay = Number(m[2]);
  };
  if (!has(NOT_ORDINAL) && take(ORDINAL, ordinal)) return true;
  return !has(NOT_YEAR_DAY) && take(YEAR_DAY, (m) => (guess.yearDay = Number(m[1])));
}

/** Years of up to this many digits are kept as they are. */
const NEAR = 8;
/** More distant years are moved here: the calendar is the same, and this far away a zone no longer changes. */
const FAR = 8000n;

function setYear(guess: Guess, text: string, plus = 0): void {
  if (text.length <= NEAR) {
    guess.year = Number(text) + plus;
    return;
  }
  const year = BigInt(text) + BigInt(plus);
  const rounds = floorDivide(year < 0n ? year + FAR : year - FAR, 400n);
  guess.year = Number(year - rounds * 400n);
  if (rounds !== 0n) guess.rounds = rounds;
}

const isBc = (era: string | undefined): boolean => era !== undefined && /^b/i.test(era);

const monthNumber = (name: string): string => String(MONTHS.split('|').indexOf(name.toLowerCase()) + 1);

function clock(guess: Guess, match: RegExpExecArray): void {
  if (match[2] !== undefined) guess.zone = match[2];
  const m = CLOCK.exec(match[1]!);
  if (m === null) return;
  const [, hour, minute, second, fraction, half] = m;
  guess.hour = Number(hour);
  if (half !== undefined) checkInt(guess.hour);
  if (half !== undefined) guess.hour = (guess.hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  if (minute !== undefined) guess.minute = Number(minute);
  if (second !== undefined) guess.second = Number(second);
  if (fraction !== undefined) guess.nanosecond = nanoseconds(fraction);
}

const nanoseconds = (fraction: string): number => Number(fraction.slice(0, 9).padEnd(9, '0'));

// The year before the first year of each Japanese era, by the era's initial.
const ERAS: Readonly<Record<string, number>> = { m: 1867, t: 1911, s: 1925, h: 1988, r: 2018 };

function japanese(guess: Guess, m: RegExpExecArray): void {
  setYear(guess, m[2]!, ERAS[m[1]!.toLowerCase()]!);
  guess.month = Number(m[3]);
  guess.day = Number(m[4]);
}

function loneNumber(guess: Guess, number: number): void {
  if (guess.hour !== undefined && guess.day === undefined && number >= 1 && number <= 31) guess.day = number;
  if (guess.day !== undefined && guess.hour === undefined && number <= 24) guess.hour = number;
}

/**
 * Assigns three pieces to year, month and day. A piece with an apostrophe or more than two characters is the year,
 * wherever it stands; a year with more than two digits or a sign is complete.
 */
function assign(
  guess: Guess,
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  bc: boolean,
): void {
  let y = year;
  let m = month;
  let d = day;
  // Two pieces are a month and a day.
  if (y !== undefined && m !== undefined && d === undefined) [y, m, d] = [undefined, y, m];
  if (y === undefined && d !== undefined && (d.length > 2 || d.startsWith("'"))) [y, d] = [d, undefined];
  if (y !== undefined) {
    const number = /[-+]?\d+/.exec(y);
    // Something follows the number (`5th`), so it was a day.
    if (number !== null && number.index + number[0].length < y.length) [y, d] = [d, number[0]];
  }
  if (m !== undefined && (m.startsWith("'") || m.length > 2)) [y, m, d] = [m, d, y];
  if (d !== undefined && (d.startsWith("'") || d.length > 2)) [y, d] = [d, y];

  const number = y === undefined ? null : /([-+]?)(\d+)/.exec(y);
  if (number !== null) {
    if (number[1] !== '' || number[2]!.length > 2) guess.complete = true;
    setYear(guess, number[0]);
  }
  if (bc) guess.bc = true;
  const monthDigits = m === undefined ? null : /\d+/.exec(m);
  if (monthDigits !== null) guess.month = Number(monthDigits[0]);
  const dayDigits = d === undefined ? null : /\d+/.exec(d);
  if (dayDigits !== null) guess.day = Number(dayDigits[0]);
}

// The parts in a run of digits, by its length: read from the left as a date or, if a fraction but no second run
// follows, from the right as a time.
const FROM_LEFT: Readonly<Record<number, readonly [keyof DateParts, number][]>> = {
  2: [['day', 2]],
  3: [['yearDay', 3]],
  4: [
    ['month', 2],
    ['day', 2],
  ],
  5: [
    ['year', 2],
    ['yearDay', 3],
  ],
  6: [
    ['year', 2],
    ['month', 2],
    ['day', 2],
  ],
  7: [
    ['year', 4],
    ['yearDay', 3],
  ],
};
const DATE_AND_TIME: readonly [keyof DateParts, number][] = [
  ['year', 4],
  ['month', 2],
  ['day', 2],
  ['hour', 2],
  ['minute', 2],
  ['second', 2],
];
const FROM_RIGHT: readonly (keyof DateParts)[] = ['second', 'minute', 'hour', 'day', 'month'];

function digits(guess: Guess, m: RegExpExecArray): void {
  const [, sign, run = '', second, fraction, zone] = m;
  const set = (name: keyof DateParts, value: number): void => {
    (guess as Record<string, number>)[name] = name === 'year' && sign === '-' ? -value : value;
  };
  if (second === undefined && fraction !== undefined) readBackwards(run, set, guess);
  else if (run.length <= 7) readForwards(FROM_LEFT[run.length] ?? [], run, set);
  else if (run.length % 2 === 0) {
    readForwards(DATE_AND_TIME, run, set);
    guess.complete = true;
  }
  if (second !== undefined && second.length % 2 === 0) {
    const pairs = second.match(/\d\d/g)!;
    // A fraction belongs to the seconds, so the pairs before it are read from the right.
    const names = fraction === undefined ? (['hour', 'minute', 'second'] as const) : FROM_RIGHT;
    if (fraction !== undefined) pairs.reverse();
    for (const [i, pair] of pairs.entries()) set(names[i]!, Number(pair));
  }
  if (fraction !== undefined) guess.nanosecond = nanoseconds(fraction);
  if (zone !== undefined) guess.zone = zone.startsWith('[') ? bracketedZone(zone.slice(1, -1)) : zone;
}

// `[-5:EST]`: the name follows the colon.
function bracketedZone(text: string): string {
  const colon = text.indexOf(':');
  return colon < 0 ? text : text.slice(colon + 1);
}

function readForwards(
  names: readonly [keyof DateParts, number][],
  run: string,
  set: (name: keyof DateParts, value: number) => void,
): void {
  let at = 0;
  for (const [name, length] of names) {
    if (at >= run.length) return;
    set(name, Number(run.slice(at, at + length)));
    at += length;
  }
}

function readBackwards(run: string, set: (name: keyof DateParts, value: number) => void, guess: Guess): void {
  // Runs of nine, eleven or thirteen digits are ignored.
  if (run.length > 7 && run.length % 2 === 1) return;
  let end = run.length;
  for (const name of FROM_RIGHT) {
    if (end <= 0) return;
    set(name, Number(run.slice(Math.max(0, end - 2), end)));
    end -= 2;
  }
  if (run.length === 12) set('year', Number(run.slice(0, 2)));
  if (run.length === 14) {
    set('year', Number(run.slice(0, 4)));
    guess.complete = true;
  }
}
