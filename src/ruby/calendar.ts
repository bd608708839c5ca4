// Days and dates in the proleptic Gregorian calendar, and in the Julian calendar before the reform of 1582, as Ruby's
// Date counts them. A day is the number of days since 1970-01-01.

/** Days from 1970-01-01 to a Gregorian date. The month may be outside 1..12, and the day outside the month. */
export function daysFromCivil(year: number, month: number, day: number): number {
  const y = year + Math.floor((month - 1) / 12);
  const m = (((month - 1) % 12) + 12) % 12; // 0 = January
  // Starting years in March makes the leap day the last day.
  const shifted = m < 2 ? y - 1 : y;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const monthFromMarch = (m + 10) % 12;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The Gregorian date of a day. */
export function civilFromDays(days: number): Civil {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

export const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** The number of days in a Gregorian month (1 to 12). */
export const monthDays = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0);

/** 0 = Sunday. */
export const weekdayOfDays = (days: number): number => (((days + 4) % 7) + 7) % 7;

// The Julian day number of 1970-01-01, and of the first Gregorian day in Ruby's default calendar (1582-10-15).
const EPOCH_JD = 2440588;
const REFORM_JD = 2299161;

function julianDay(year: number, month: number, day: number): number {
  const a = Math.floor((14 - month) / 12);
  const y = year + 4800 - a;
  const m = month + 12 * a - 3;
  return day + Math.floor((153 * m + 2) / 5) + 365 * y + Math.floor(y / 4) - 32083;
}

function civilFromJulian(jd: number): Civil {
  const c = jd + 32082;
  const d = Math.floor((4 * c + 3) / 1461);
  const e = c - Math.floor((1461 * d) / 4);
  const m = Math.floor((5 * e + 2) / 153);
  return {
    year: d - 4800 + Math.floor(m / 10),
    month: m + 3 - 12 * Math.floor(m / 10),
    day: e - Math.floor((153 * m + 2) / 5) + 1,
  };
}

/** The Julian day number of a Date: Julian calendar before 1582-10-15, Gregorian from then on. */
export function dateToJd(year: number, month: number, day: number): number {
  const jd = daysFromCivil(year, month, day) + EPOCH_JD;
  return jd >= REFORM_JD ? jd : julianDay(year, month, day);
}

/** The date of a Julian day number, in the calendar that Ruby's Date uses for that day. */
export const jdToDate = (jd: number): Civil => (jd >= REFORM_JD ? civilFromDays(jd - EPOCH_JD) : civilFromJulian(jd));

export const jdToDays = (jd: number): number => jd - EPOCH_JD;

/** Date.valid_date?: whether the date exists in Ruby's calendar (1582-10-05 to 14 don't). */
export function isValidDate(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  const back = jdToDate(dateToJd(year, month, day));
  return back.year === year && back.month === month && back.day === day;
}
