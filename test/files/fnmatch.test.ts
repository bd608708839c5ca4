import { test } from 'uvu';
import { fnmatch } from '../../src/files/fnmatch.ts';
import { testQuestions } from '../questions.ts';

testQuestions(new URL('cases/', import.meta.url), ['fnmatch'], {
  fnmatch: (_, pattern: string, path: string) => fnmatch(pattern, path),
});

test.run();
