import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { createHighlighter, type RougeVersionName } from '../../src/build/highlight.ts';

interface Case {
  readonly code: string;
  /** Null where that Rouge doesn't have the language. */
  readonly html?: string | null;
  readonly '3.30.0'?: string | null;
  readonly '4.7.0'?: string | null;
}

const folder = new URL('./fixtures/', import.meta.url);
const languages = readdirSync(folder).map((name) => name.replace(/\.json$/, ''));

for (const rouge of ['3.30.0', '4.7.0'] as const satisfies RougeVersionName[]) {
  for (const language of languages) {
    test(`${language} as Rouge ${rouge}`, () => {
      const highlighter = createHighlighter(rouge);
      const cases = JSON.parse(readFileSync(new URL(`${language}.json`, folder), 'utf8')) as Case[];
      for (const { code, ...expected } of cases) {
        assert.is(
          highlighter.html(code, language),
          rouge in expected ? expected[rouge] : expected.html,
          JSON.stringify(code),
        );
      }
    });
  }
}

test.run();
