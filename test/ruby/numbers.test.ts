import { test } from 'uvu';
import { formatFloat } from '../../src/ruby/float.ts';
import { toF, toI } from '../../src/ruby/integer.ts';
import { jsonFloat } from '../../src/ruby/json.ts';
import { testFixture } from './fixture.ts';
import { typed } from './typed.ts';

testFixture(new URL('./fixtures/numbers.json', import.meta.url), {
  float: (_, text: string) => [formatFloat(Number(text)), jsonFloat(Number(text))],
  to_i: (_, text: string) => [typed(toI(text)), typed(toF(text))],
});

test.run();
