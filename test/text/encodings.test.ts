import { test } from 'uvu';
import { isEncoding } from '../../src/text/encodings.ts';
import { testQuestions } from '../questions.ts';

testQuestions(new URL('cases/', import.meta.url), ['encodings'], {
  encoding: (_, name: string) => isEncoding(name),
});

test.run();
