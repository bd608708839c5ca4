import { test } from 'uvu';
import { htmlEscape, xmlEscape } from '../../src/text/escape.ts';
import { testQuestions } from '../questions.ts';

testQuestions(new URL('cases/', import.meta.url), ['escape'], {
  escape: (_, text: string) => [htmlEscape(text), xmlEscape(text)],
});

test.run();
