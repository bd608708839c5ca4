import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { BuildError } from '../../src/diagnostics/diagnostic.ts';
import { parseCsv } from '../../src/text/csv.ts';
import { testQuestions } from '../questions.ts';

testQuestions(new URL('cases/', import.meta.url), ['csv'], {
  csv: (_, text: string, separator: ',' | '\t') => parseCsv({ path: 'x.csv', text }, separator),
});

test('an error points at the quote', () => {
  const text = 'a,b\nc,"d\n';
  try {
    parseCsv({ path: 'x.csv', text }, ',');
    assert.unreachable();
  } catch (error) {
    assert.instance(error, BuildError);
    assert.is((error as BuildError).diagnostic.span?.start, text.indexOf('"'));
  }
});

test.run();
