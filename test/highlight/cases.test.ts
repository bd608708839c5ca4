// test/highlight/cases: the markup of Rouge 3.30.0 and 4.7.0, a file a language.

import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { createHighlighter } from '../../src/build/highlight.ts';
import { casesIn, expectAnswer } from '../cases.ts';
import { htmlOf, VERSIONS } from './golden.ts';

const highlighters = new Map(VERSIONS.map((version) => [version, createHighlighter(version)]));

for (const one of casesIn(new URL('cases/', import.meta.url))) {
  for (const version of VERSIONS) {
    test(`${one.file}, Rouge ${version}: ${one.name}`, () => {
      expectAnswer(one, ['html'], 'highlight');
      assert.is(highlighters.get(version)!.html(one.parts.get('code')!, one.file), htmlOf(one, version));
    });
  }
}

test.run();
