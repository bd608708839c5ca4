import { test } from 'uvu';
import { sortNames } from '../../src/files/order.ts';
import { testQuestions } from '../questions.ts';

testQuestions(new URL('cases/', import.meta.url), ['order'], {
  sort: (_, names: string[]) => sortNames([...names]),
});

test.run();
