// Parts shared by the version objects.

/** Folders of installed gems, which no version reads. */
export const VENDORED = ['vendor/bundle/', 'vendor/cache/', 'vendor/gems/', 'vendor/ruby/'];

/** The date placeholders of permalinks that every version supports. */
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
