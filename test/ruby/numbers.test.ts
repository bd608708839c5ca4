import { test } from 'uvu';
import { formatFloat } from '../../src/ruby/float.ts';
import { toF, toI } from '../../src/ruby/integer.ts';
import { jsonFloat } from '../../src/ruby/json.ts';
import { testQuestions } from '../questions.ts';
import { typed } from './typed.ts';

testQuestions(new URL('cases/', import.meta.url), ['numbers'], {
  float: (_, text: string) => [formatFloat(Number(text)), jsonFloat(Number(text))],
  to_i: (_, text: string) => [typed(toI(text)), typed(toF(text))],
});

test.run();
