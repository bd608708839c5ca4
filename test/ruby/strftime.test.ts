import { test } from 'uvu';
import { inspect } from '../../src/ruby/inspect.ts';
import { formatTime, rfc822, strftime, xmlschema } from '../../src/ruby/strftime.ts';
import { RubyDate, RubyTime } from '../../src/ruby/values.ts';
import { testQuestions } from '../questions.ts';

const time = (seconds: number, nanoseconds: number, offset: number | null): RubyTime =>
  offset === null
    ? new RubyTime(seconds, nanoseconds, 0, 'UTC', true)
    : new RubyTime(seconds, nanoseconds, offset, null);

testQuestions(new URL('cases/', import.meta.url), ['strftime'], {
  strftime: (_, seconds: number, nanoseconds: number, offset: number | null, format: string) =>
    strftime(time(seconds, nanoseconds, offset), format),
  date_strftime: (_, year: number, month: number, day: number, format: string) =>
    strftime(new RubyDate(year, month, day), format),
  time_texts: (_, seconds: number, nanoseconds: number, offset: number | null) => {
    const shown = time(seconds, nanoseconds, offset);
    return [formatTime(shown), inspect(shown), xmlschema(shown), rfc822(shown)];
  },
});

test.run();
