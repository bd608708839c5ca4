// What the version objects are put together from.

/** Folders of installed gems, which no version reads. */
export const VENDORED = ['vendor/bundle/', 'vendor/cache/', 'vendor/gems/', 'vendor/ruby/'];

/** The parts of a date in permalinks that every version knows. */
export const DATE_PLACEHOLDERS: Readonly<Record<string, string>> = {
  year: '%Y',
  month: '%m',
  day: '%d',
  hour: '%H',
  minute: '%M',
  second: '%S',
  i_day: '%-d',
  i_month: '%-m',
  short_month: '%b',
  short_year: '%y',
  y_day: '%j',
};
