import { test } from 'uvu';
import { crc32 } from '../../src/text/crc32.ts';
import { testQuestions } from '../questions.ts';

testQuestions(new URL('cases/', import.meta.url), ['crc32'], {
  crc32: (_, text: string) => crc32(text),
});

test.run();
