import { test } from 'uvu';
import { transliterate } from '../../src/text/transliterate.ts';
import { testQuestions } from '../questions.ts';

testQuestions(new URL('cases/', import.meta.url), ['transliterate'], {
  transliterate: (_, text: string) => transliterate(text),
});

test.run();
