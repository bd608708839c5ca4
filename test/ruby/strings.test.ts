import { test } from 'uvu';
import { inspectString } from '../../src/ruby/inspect.ts';
import * as strings from '../../src/ruby/strings.ts';
import { testQuestions } from '../questions.ts';

const { capitalize, chomp, codePointLength, downcase, lstrip, rstrip, sliceCodePoints, split, squeeze, strip, upcase } =
  strings;

testQuestions(new URL('cases/', import.meta.url), ['strings'], {
  case: (_, text: string) => [capitalize(text), upcase(text), downcase(text)],
  strip: (_, text: string) => [
    strip(text),
    lstrip(text),
    rstrip(text),
    chomp(text),
    squeeze(text),
    codePointLength(text),
  ],
  split: (_, text: string, separator: string, limit: number) => split(text, separator, limit),
  slice: (_, text: string, start: number, length: number) => sliceCodePoints(text, start, length),
  inspect_string: (_, text: string) => inspectString(text),
});

test.run();
