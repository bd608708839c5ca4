// test/highlight/cases: the markup of Rouge 3.30.0 and 4.7.0, a file a language.

import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { createHighlighter } from '../../src/build/highlight.ts';
import { parseCases } from '../cases.ts';
import { htmlOf, VERSIONS } from './golden.ts';

const folder = new URL('cases/', import.meta.url);
const highlighters = new Map(VERSIONS.map((version) => [version, createHighlighter(version)]));

for (const name of readdirSync(folder)) {
  const language = name.replace('.txt', '');
  for (const one of parseCases(readFileSync(new URL(name, folder), 'utf8')).cases) {
    for (const version of VERSIONS) {
      test(`Rouge ${version}: ${one.name}`, () => {
        assert.is(highlighters.get(version)!.html(one.parts.get('code')!, language), htmlOf(one, version));
      });
    }
  }
}

test.run();
